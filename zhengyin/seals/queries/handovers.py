"""Facts for the rules of a handover, and what stands on its list."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment, Person
from zhengyin.people.offices import APPROVING, Nature, Office
from zhengyin.people.queries import offices_of
from zhengyin.people.queries.terms import in_force
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.handover import (
    CancelFacts,
    CompleteFacts,
    NameFacts,
    OpenFacts,
    ReappointFacts,
    Signed,
)
from zhengyin.seals.queries.begun import begun
from zhengyin.seals.queries.cards import kept_on
from zhengyin.seals.queries.handover import by_themselves
from zhengyin.seals.queries.whereabouts import where_is
from zhengyin.seals.workflow import CustodyState, HandoverState, SealState

# The registers a custodian hands over.
NUMBERED = ("certificates", "work", "introductions", "notices", "letters")
ACTING_APART = 30  # days after an acting custody in which the same person is not appointed for it again


def facts_for_open(seal: Seal, changed_on: date | None, day: date) -> OpenFacts:
    """A seal that is to be handed over."""
    custody = keeper_of(seal, day)
    return OpenFacts(
        seal_name=seal.name,
        seal_state=SealState(seal.state),
        kept_since=custody.valid_from if custody else None,
        open_already=seal.handovers.filter(state=HandoverState.OPEN).exists(),
        changed_on=changed_on,
    )


def facts_for_name(seal: Seal, person: Person, day: date) -> NameFacts:
    """A person who is to take over."""
    offices = Actor(person.pk, "", None, offices_of(person.pk, day)).offices_at(seal.committee_id)
    watches = Office.SUPERVISION_COMMITTEE in offices
    return NameFacts(person.name, regular_keeper(seal, day) == person.pk, bool(offices & APPROVING), watches)


def facts_for_complete(
    seal: Seal, rows: list[Handover], signed: Signed, *, received_by: UUID, since: date
) -> CompleteFacts:
    """A list that three people signed; `rows` are the seals on it, this one's first."""
    row = rows[0]
    supervisor = Person.objects.get(pk=signed.supervised_by)
    regular = [one for one in still_open(seal) if not _acting(one)]
    sat = Appointment.objects.filter(
        in_force(signed.signed_on or row.changed_on),
        person_id=supervisor.pk,
        organization_id=seal.committee_id,
        office=Office.SUPERVISION_COMMITTEE,
    )
    return CompleteFacts(
        listed=row.listed_at is not None,
        changed_on=row.changed_on,
        hands_over=frozenset({row.custody.person_id, hands_over(seal, row).pk}),
        regular_keeper=regular[-1].person_id if regular else None,
        received_by=received_by,
        signed=signed,
        supervises=sat.exists(),
        supervisor=supervisor.name,
        since=since,
        out=next((away.place for one in rows if (away := where_is(one.seal_id)).out), ""),
        named=row.successor_id,
        named_name=row.successor.name if row.successor else "",
    )


def facts_for_reappoint(seal: Seal, *, person_id: UUID, since: date, day: date) -> ReappointFacts:
    """Whoever keeps the seal on `day` is to keep it anew."""
    custody = kept_on(day, [seal]).last()
    if custody is None or _acting(custody):
        return ReappointFacts(None, "", person_id, since)
    return ReappointFacts(custody.person_id, custody.person.name, person_id, since)


def facts_for_cancel(seal: Seal, reason: str, day: date) -> CancelFacts:
    """A handover that is to be taken back."""
    custody = kept_on(day, [seal]).last()
    kept = regular_keeper(seal, day) is not None
    return CancelFacts(bool(custody and any(by_themselves(custody, day))), kept, reason)


def kept_with(seal: Seal, custody: Custody, changed_on: date, day: date) -> list[tuple[Seal, Custody]]:
    """This seal and those in use that the same person hands over with it, each with its custody."""
    rows = Seal.objects.filter(committee_id=seal.committee_id, state=SealState.IN_USE).exclude(pk=seal.pk)
    free = rows.exclude(handovers__state=HandoverState.OPEN).order_by("issued_at", "id")
    found = ((other, keeper_of(other, day)) for other in free)
    return [(seal, custody)] + [
        (other, his)
        for other, his in found
        if his is not None and his.person_id == custody.person_id and his.valid_from <= changed_on
    ]


def together(row: Handover) -> QuerySet[Handover]:
    """The rows of one handover, one a seal, in a lasting order: the official seal's first."""
    rows = Handover.objects.filter(committee_id=row.committee_id, year=row.year, no=row.no)
    return rows.select_related("seal", "custody__person", "successor").order_by(
        "seal__kind", "seal__issued_at", "seal_id"
    )


def keeper_of(seal: Seal, day: date) -> Custody | None:
    """The custody of that day, else the last one before; None where nobody ever kept the seal."""
    rows = begun(seal.custodies.select_related("person", "appointment"))
    rows = rows.order_by("valid_from", "recorded_at")
    return kept_on(day, [seal]).last() or rows.last()


def regular_keeper(seal: Seal, day: date) -> UUID | None:
    """Who keeps the seal that day and does not act only."""
    custody = kept_on(day, [seal]).last()
    return None if custody is None or _acting(custody) else custody.person_id


def still_open(seal: Seal) -> list[Custody]:
    """Custodies nobody has closed yet: that of today, and one whose office ran out."""
    return list(seal.custodies.filter(state=CustodyState.KEPT).order_by("valid_from", "id"))


def keeps_nothing_still(appointment_id: UUID) -> bool:
    """No custody rests on this office any more: as of an ended committee whose seal was taken in."""
    return not Custody.objects.filter(appointment_id=appointment_id, state=CustodyState.KEPT).exists()


def hands_over(seal: Seal, row: Handover) -> Person:
    """移交人: the custodian before, where gone whoever acts in his place today."""
    acting = [one for one in still_open(seal) if one.appointment.nature == Nature.ACTING]
    return (acting[-1] if acting else row.custody).person


def acted_before(seal: Seal, person_id: UUID, day: date) -> str:
    """The name of the person where he has acted for this seal's custodian in the last 30 days."""
    rows = seal.custodies.filter(person_id=person_id, appointment__nature=Nature.ACTING)
    last = rows.select_related("person").order_by("valid_until").last()
    if last is None or last.valid_until is None or (day - last.valid_until).days > ACTING_APART:
        return ""
    return last.person.name


def number_of(row: Handover) -> str:
    """平头川镇李家湾村印交〔2026〕1号: no book's number; the committee's handovers follow one another."""
    return f"{regions.committee(row.committee_id).display_name}印交〔{row.year}〕{row.no}号"


def broken_off(seal_id: UUID) -> str:
    """The number of the seal's last handover where it ended with the seal's use; empty where it did not."""
    row = Handover.objects.filter(seal_id=seal_id).order_by("opened_at", "pk").last()
    return number_of(row) if row and row.state == HandoverState.LAPSED else ""


def registers_in_words(committee_id: UUID, day: date) -> str:
    """Each register of this year and, while nobody closed it, of last year with its last number.

    Of longer ago the years alone: the column holds two years of five registers.
    """
    opened = registers.open_years(owner=committee_id, before=day.year)
    last_year = [book for book in NUMBERED if day.year - 1 in opened.get(book, ())]
    older = sorted({year for book in NUMBERED for year in opened.get(book, ()) if year < day.year - 1})
    this = _numbers(committee_id, NUMBERED, day.year)
    said = [
        f"{'、'.join(f'{year}年' for year in older)}的登记簿也没有关闭" if older else "",
        *_numbers(committee_id, last_year, day.year - 1),
        *(this or [f"{day.year}年还没有登记"]),
    ]
    return "；".join(filter(None, said))


def _numbers(committee_id: UUID, books: Iterable[str], year: int) -> list[str]:
    found = {book: registers.counts(owner=committee_id, book=book, year=year).last_no for book in books}
    return [f"《{BOOKS[book]}》{year}年登记至第{last}号" for book, last in found.items() if last]


def _acting(custody: Custody | None) -> bool:
    return custody is not None and custody.appointment.nature == Nature.ACTING
