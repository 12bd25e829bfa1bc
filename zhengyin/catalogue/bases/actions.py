"""What the lead body does about bases: add, record a change, end a record, review; one line each."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from zhengyin.catalogue.bases import lines
from zhengyin.catalogue.bases.citing import means
from zhengyin.catalogue.bases.kinds import BasisEvent, BasisStanding
from zhengyin.catalogue.bases.models import BasisChange, BasisDocument, BasisMistake, BasisReview
from zhengyin.catalogue.bases.policy import (
    Changed,
    Documented,
    Mistaken,
    Reviewed,
    refusals_to_add_basis,
    refusals_to_end_record,
    refusals_to_record_change,
    refusals_to_review,
)
from zhengyin.catalogue.bases.queries import basis_in, changes_of, recorded, table_of, to_review
from zhengyin.catalogue.bases.standing import BY_EVENT
from zhengyin.catalogue.kinds import Confidence
from zhengyin.catalogue.queries import lists_in
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.queries import lead_of
from zhengyin.registers import actions as registers
from zhengyin.shared.days import day_of, in_words
from zhengyin.shared.refusal import Refusal, Refused, refuse_if

OWN: Final = "own_"


@dataclass(frozen=True, slots=True)
class TypedBasis:
    """A document of the county's own as typed; `valid_until` is its last day."""

    title: str
    issued_by: str
    number: str = ""
    issued_on: date | None = None
    effective_from: date | None = None
    valid_until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TypedChange:
    """What a later document did, as typed."""

    event: BasisEvent | None
    takes_effect_on: date | None
    by_title: str
    by_number: str = ""
    articles: str = ""


@transaction.atomic
def add_basis(*, county_code: str, typed: TypedBasis, actor: Actor, at: datetime) -> BasisDocument:
    """A document of the county's own; the same sent twice by the same person is one."""
    _lead(county_code, actor, at)
    title, number = typed.title.strip(), typed.number.strip()
    taken = next((one for one in table_of(county_code, day_of(at)) if means(title, number, one)), None)
    made = {
        "title": title, "number": number, "issued_by": typed.issued_by.strip(), "note": typed.note.strip(),
        "issued_on": typed.issued_on, "effective_from": typed.effective_from,
        "valid_until": typed.valid_until, "recorded_by_id": actor.person_id,
    }  # fmt: skip
    if taken and all(getattr(taken.row, name) == one for name, one in made.items()):
        return taken.row
    refuse_if(
        refusals_to_add_basis(
            Documented(
                title, number, typed.issued_by, typed.issued_on, typed.effective_from, typed.valid_until,
                taken=taken is not None,
            )
        )
    )  # fmt: skip
    key = uuid.uuid4()
    row = BasisDocument.objects.create(
        id=key, key=f"{OWN}{key.hex}", no=1, standing=BasisStanding.IN_FORCE, confidence=Confidence.SOURCE,
        division_code=county_code, source="本县（旗、区）登记", recorded_at=at, **made,
    )  # fmt: skip
    columns = {
        "issued_by": row.issued_by, "standing": BasisStanding.IN_FORCE.words,
        "effective_from": _said(row.effective_from), "valid_until": _said(row.valid_until),
    }  # fmt: skip
    _write(lines.ADDED, row, county_code, row.pk, columns, actor=actor, at=at)
    return row


@transaction.atomic
def record_change(
    *, county_code: str, basis_id: UUID, typed: TypedChange, scan_id: UUID | None, actor: Actor, at: datetime
) -> BasisChange:
    """Record that a later document repealed, amended or replaced one, from a day on (H4.1c).

    It counts from that day, never before the day it is recorded. The same sent twice is one.
    """
    _lead(county_code, actor, at)
    basis = basis_in(county_code, basis_id, day_of(at))
    row = basis.row if basis else BasisDocument.objects.get(pk=basis_id)
    said = {
        "event": typed.event, "takes_effect_on": typed.takes_effect_on, "by_title": typed.by_title.strip(),
        "by_number": typed.by_number.strip(), "articles": typed.articles.strip(),
    }  # fmt: skip
    same = BasisChange.objects.filter(county_code=county_code, basis__key=row.key, mistake=None, **said)
    if typed.event and typed.takes_effect_on and (earlier := same.first()):
        return earlier
    refuse_if(
        refusals_to_record_change(
            Changed(
                typed.event, typed.takes_effect_on, typed.by_title, row.effective_from,
                over=_over(county_code, row, typed.takes_effect_on), gone=basis is None,
            )
        )
    )  # fmt: skip
    assert typed.event is not None and typed.takes_effect_on is not None  # the rules asked for them
    change = BasisChange.objects.create(
        county_code=county_code, basis=row, counts_from=max(typed.takes_effect_on, day_of(at)),
        scan_id=scan_id, recorded_by_id=actor.person_id, recorded_at=at, **said,
    )  # fmt: skip
    columns = {
        "event": typed.event.words, "takes_effect_on": typed.takes_effect_on.isoformat(),
        "by": recorded(change).by, "articles": change.articles,
    }  # fmt: skip
    _write(lines.CHANGED, row, county_code, change.pk, columns, actor=actor, at=at)
    return change


@transaction.atomic
def end_change(*, county_code: str, change_id: UUID, reason: str, actor: Actor, at: datetime) -> BasisMistake:
    """A change was recorded in error: from today it counts for nothing; its row and its lines stay."""
    _lead(county_code, actor, at)
    change = BasisChange.objects.select_related("basis", "mistake").get(pk=change_id, county_code=county_code)
    ended = hasattr(change, "mistake") and change.mistake is not None
    refuse_if(refusals_to_end_record(Mistaken(reason, ended=ended)))
    what = f"{in_words(change.takes_effect_on)}起{BasisEvent(change.event).words}"
    mistake = BasisMistake.objects.create(
        change=change, reason=reason.strip(), recorded_by_id=actor.person_id, recorded_at=at
    )
    _write(
        lines.MISTAKEN, change.basis, county_code, change.pk, {"what": what},
        actor=actor, at=at, personal={"reason": mistake.reason},
    )  # fmt: skip
    return mistake


@transaction.atomic
def end_basis(*, county_code: str, basis_id: UUID, reason: str, actor: Actor, at: datetime) -> BasisMistake:
    """A document of the county's own was added in error: from today it is not in the table."""
    _lead(county_code, actor, at)
    row = BasisDocument.objects.select_related("mistake").get(pk=basis_id)
    own = row.recorded_by_id is not None and row.division_code == county_code
    ended = getattr(row, "mistake", None) is not None
    refuse_if(refusals_to_end_record(Mistaken(reason, ended=ended, own=own)))
    mistake = BasisMistake.objects.create(
        document=row, reason=reason.strip(), recorded_by_id=actor.person_id, recorded_at=at
    )
    _write(
        lines.MISTAKEN, row, county_code, row.pk, {"what": "登记依据文件"},
        actor=actor, at=at, personal={"reason": mistake.reason},
    )  # fmt: skip
    return mistake


@transaction.atomic
def review(
    *, county_code: str, cause: UUID, code: str, reason: str, rests_on: str, actor: Actor, at: datetime
) -> BasisReview:
    """The entry `code` was looked at and stays, though what it rests on was changed by `cause` (H4.1c)."""
    _lead(county_code, actor, at)
    found = to_review(lists_in(county_code, day_of(at)), day_of(at))
    one = next((it for it in found if it.basis.cause == cause and it.listed.entry.code == code), None)
    said = (reason.strip(), rests_on.strip(), actor.person_id)
    before = one.review if one else None
    if before and (before.reason, before.rests_on, before.recorded_by_id) == said:
        return before
    refuse_if(
        refusals_to_review(Reviewed(reason, rests_on, listed=one is not None, reviewed=before is not None))
    )
    assert one is not None  # the rules asked for it
    change = one.basis.stand.change
    row = BasisReview.objects.create(
        county_code=county_code, basis=one.basis.row, change_id=change.id if change else None,
        entry_id=one.listed.entry_id, entry_code=code, reason=said[0], rests_on=said[1],
        recorded_by_id=actor.person_id, recorded_at=at,
    )  # fmt: skip
    columns = {"item": one.listed.entry.name, "code": code, "rests_on": row.rests_on}
    _write(
        lines.REVIEWED, one.basis.row, county_code, row.pk, columns,
        actor=actor, at=at, personal={"reason": row.reason},
    )  # fmt: skip
    return row


def _lead(county_code: str, actor: Actor, at: datetime) -> None:
    """The lead body's act; one after the other."""
    lead = lead_of(county_code)
    if not actor.has(Office.COUNTY_LEAD, lead):
        raise Refused([Refusal("wrong_office", "bases")])
    registers.hold(owner=lead, book=lines.BOOK, year=day_of(at).year)


def _over(county_code: str, row: BasisDocument, day: date | None) -> str:
    """How the document ended, or is recorded to end; empty while there is something left to change."""
    for one in changes_of(county_code).get(row.key, ()):
        if one.ended_on is None and one.event is not BasisEvent.AMENDED:
            return f"{in_words(one.takes_effect_on)}起{BY_EVENT[one.event].words}"
    if row.valid_until and day and row.valid_until < day:
        return f"有效期到{in_words(row.valid_until)}"
    return ""


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""


def _write(
    kind: str,
    row: BasisDocument,
    county_code: str,
    subject: UUID,
    columns: dict[str, str],
    *,
    actor: Actor,
    at: datetime,
    personal: dict[str, str] | None = None,
) -> None:
    registers.write(
        kind=kind, owner=lead_of(county_code), county_code=county_code, subject=subject, happened_at=at,
        signature=actor.signature(Office.COUNTY_LEAD),
        columns={"basis": row.title, "number": row.number, **columns}, personal=personal or {},
    )  # fmt: skip
