"""May this person sign this month?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refusal
from zhengyin.supervision.months import Month

LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class SignFacts:
    """`offices` are those of the person in this committee; `recorded` counts the month's lines."""

    offices: frozenset[Office]
    month: Month
    recorded: int
    note: str


def refusals_to_sign(facts: SignFacts, day: date) -> Iterator[Refusal]:
    """A member signs what was recorded in a month that is over."""
    if Office.SUPERVISION_COMMITTEE not in facts.offices:
        yield Refusal("wrong_office")
    if not facts.month.over(day):
        yield Refusal("month_not_over", facts.month.words)
    if not facts.recorded:
        yield Refusal("month_without_lines", facts.month.words)
    if len(facts.note.strip()) > LONGEST_NOTE:
        yield Refusal("note_too_long", str(LONGEST_NOTE))
