"""May this letter be recorded, may this be looked at by it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refusal
from zhengyin.supervision.kinds import OPENED, READ_BY_LETTER, Sight


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is typed in, or as it was recorded. Periods are half-open days."""

    number: str
    unit: str
    persons: tuple[UUID, UUID]
    committees: frozenset[UUID]
    books: frozenset[str]
    papers: bool
    scope_from: date
    scope_until: date
    valid_from: date
    valid_until: date


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """`offices` are those of the recording person in the lead body; `auditors` hold the office today;
    `outside` names committees of another county, `known` says that the letter stands already."""

    letter: Letter
    recorder: UUID
    offices: frozenset[Office]
    auditors: frozenset[UUID]
    outside: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class LookFacts:
    """What is to be opened. `in_scope`: a case has a line in the letter's books and period; always
    true for a whole book, of which only the period is shown. `auditor`: holds the office today."""

    letter: Letter
    person: UUID
    auditor: bool
    organization: UUID
    book: str
    sight: Sight
    in_scope: bool
    ended: bool = False  # before its day


@dataclass(frozen=True, slots=True)
class EndFacts:
    """Before a letter is ended. `offices` are those of whoever ends it, in the lead body that recorded it."""

    offices: frozenset[Office]
    reason: str
    ended: bool
    valid_until: date


def refusals_to_record_letter(facts: RecordFacts, day: date) -> Iterator[Refusal]:
    """Two auditors, a scope, a period, an end; and recorded by somebody else."""
    letter = facts.letter
    if Office.COUNTY_LEAD not in facts.offices:
        yield Refusal("wrong_office")
    if not letter.number.strip():
        yield Refusal("letter_number_missing")
    if not letter.unit.strip():
        yield Refusal("letter_without_unit")
    if facts.known:
        yield Refusal("letter_recorded_already", f"{letter.unit}{letter.number}")
    yield from _persons(facts)
    yield from _scope(facts)
    if letter.valid_from >= letter.valid_until or letter.valid_until <= day:
        yield Refusal("letter_over_before_it_begins")


def refusals_to_end_letter(facts: EndFacts, day: date) -> Iterator[Refusal]:
    """By the lead body, once, while there is something left to end, and with a reason."""
    if Office.COUNTY_LEAD not in facts.offices:
        yield Refusal("wrong_office")
    if facts.ended:
        yield Refusal("letter_ended_already")
    if facts.valid_until <= day:
        yield Refusal("letter_over")
    if not facts.reason:
        yield Refusal("letter_end_without_reason")


def refusals_to_look(facts: LookFacts, day: date) -> Iterator[Refusal]:
    """One of the two, while the letter holds, inside its scope and nothing beside it."""
    letter = facts.letter
    if not facts.auditor or facts.person not in letter.persons:
        yield Refusal("letter_not_yours")
    if facts.ended or not letter.valid_from <= day < letter.valid_until:
        yield Refusal("letter_not_valid")
    named = facts.organization in letter.committees and facts.book in letter.books
    opened = facts.sight in OPENED.get(facts.book, frozenset())
    if not named or not facts.in_scope or not opened:
        yield Refusal("letter_does_not_cover")
    if facts.sight is Sight.PAPER and not letter.papers:
        yield Refusal("letter_without_papers")


def _persons(facts: RecordFacts) -> Iterator[Refusal]:
    first, second = facts.letter.persons
    if first == second:
        yield Refusal("letter_needs_two_persons")
    if not {first, second} <= facts.auditors:
        yield Refusal("letter_person_is_no_auditor")
    if facts.recorder in (first, second):
        yield Refusal("letter_for_oneself")


def _scope(facts: RecordFacts) -> Iterator[Refusal]:
    letter = facts.letter
    if not letter.committees:
        yield Refusal("letter_without_committees")
    if facts.outside:
        yield Refusal("letter_committee_elsewhere", "、".join(facts.outside))
    if not letter.books or not letter.books <= set(READ_BY_LETTER):
        yield Refusal("letter_without_books")
    if letter.scope_from >= letter.scope_until:
        yield Refusal("letter_period_reversed")
