"""A letter of access over 李家湾's register, and the two who read by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.certificates.cast import LIJIAWAN, officer
from zhengyin.ledger.models import Entry
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.supervision.kinds import Sight
from zhengyin.supervision.models import AccessLetter, LetterEnd, Look
from zhengyin.supervision.policy.letter import Letter

LEAD = organization_id("county_lead:620422000000")


def person(username: str) -> UUID:
    found: UUID = Account.objects.get(username=username).person_id
    return found


def letter(**change: Any) -> Letter:
    """All of the last year until today, for tomorrow too."""
    today = day_of(now())
    usual: dict[str, Any] = {
        "number": "〔2026〕12号", "unit": "县纪委监委（示例）",
        "persons": (person("hn.auditor"), person("hn.auditor2")), "committees": frozenset({LIJIAWAN}),
        "books": frozenset({"certificates"}), "papers": False, "scope_from": today - timedelta(days=365),
        "scope_until": today + timedelta(days=1), "valid_from": today,
        "valid_until": today + timedelta(days=2), **change,
    }  # fmt: skip
    return Letter(**usual)


def record(who: str = "hn.lead", at: UUID = LEAD, **change: Any) -> AccessLetter:
    return actions.record_letter(organization_id=at, letter=letter(**change), actor=officer(who), at=now())


def look(
    row: AccessLetter, actor: Actor, sight: Sight = Sight.REGISTER, *, at: UUID = LIJIAWAN,
    book: str = "certificates", case: UUID | None = None,
) -> Look:  # fmt: skip
    return actions.look(
        letter_id=row.pk, organization_id=at, book=book, sight=sight, case=case, actor=actor, at=now()
    )


def end(row: AccessLetter, who: str = "hn.lead", at: UUID = LEAD, reason: str = "范围写宽了") -> LetterEnd:
    return actions.end_letter(
        organization_id=at, letter_id=row.pk, reason=reason, actor=officer(who), at=now()
    )


def written() -> tuple[int, int, int]:
    return AccessLetter.objects.count(), Look.objects.count(), Entry.objects.count()


@contextmanager
def refused(*codes: str) -> Iterator[None]:
    """The act inside is refused for exactly these reasons, and nothing is written."""
    before = written()
    with pytest.raises(Refused) as caught:
        yield
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)
    assert written() == before


def days(count: int) -> date:
    return day_of(now()) + timedelta(days=count)
