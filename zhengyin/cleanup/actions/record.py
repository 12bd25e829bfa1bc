"""Every act begins alike, with the round's lock; and ends alike, with its line."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from zhengyin.cleanup.lines import BOOK
from zhengyin.cleanup.models import Review, Round
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of

NOTHING: Mapping[str, str] = MappingProxyType({})


def hold(lead_id: UUID, at: datetime) -> None:
    """Lock the lead body's 清理登记簿: what there may be only one of comes one by one."""
    registers.hold(owner=lead_id, book=BOOK, year=day_of(at).year)


def locked(round_id: UUID) -> Round:
    """The round's lock comes first in every act: an answer waits for closing, closing for it."""
    return Round.objects.select_for_update(of=("self",)).get(pk=round_id)


def write_round(
    row: Round, kind: str, signature: Signature, at: datetime, columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
) -> None:  # fmt: skip
    """A line about the round."""
    registers.write(
        kind=kind, owner=row.lead_id, county_code=row.county_code, subject=row.pk, happened_at=at,
        signature=signature, columns={"round": row.title, **columns}, personal=personal,
    )  # fmt: skip


def write_review(
    row: Round, review: Review, kind: str, signature: Signature, at: datetime,
    columns: Mapping[str, str] = NOTHING, personal: Mapping[str, str] = NOTHING,
) -> None:  # fmt: skip
    """A line about one entry of it."""
    registers.write(
        kind=kind, owner=row.lead_id, county_code=row.county_code, subject=review.pk, happened_at=at,
        signature=signature,
        columns={
            "round": row.title, "item": review.name, "item_code": review.code,
            "body": review.unit.name if review.unit else "", **columns,
        },
        personal=personal,
    )  # fmt: skip
