"""May the township acknowledge what was filed, or send it back; when is it overdue (O2.3a)?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zhengyin.people.actor import Actor
from zhengyin.seals.policy.seal import CommitteeFacts, refusals_of_place
from zhengyin.shared.days import WorkingCalendar
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """The committee, and whether the line named stands in its books and is of a kind that is filed."""

    committee: CommitteeFacts
    to_be_filed: bool


def refusals_to_acknowledge(facts: FilingFacts, actor: Actor) -> Iterator[Refusal]:
    """Empty when the committee's own township has it before it."""
    yield from refusals_of_place(facts.committee, actor)
    yield from _of_the_line(facts)


def refusals_to_return_filing(facts: FilingFacts, question: str, actor: Actor) -> Iterator[Refusal]:
    """Empty when its own township says what is to be mended."""
    yield from refusals_to_acknowledge(facts, actor)
    if not question.strip():
        yield Refusal("filing_question_missing", clause="O2.3a")


def refusals_to_answer_filing(facts: FilingFacts, answer: str) -> Iterator[Refusal]:
    """Empty when the committee says how it was mended."""
    yield from _of_the_line(facts)
    if not answer.strip():
        yield Refusal("filing_answer_missing", clause="O2.3a")


def due_on(happened_on: date, days: int, calendar: WorkingCalendar) -> date:
    """The last day of `days` calendar days, the first not counted; a non-working one moves on."""
    return calendar.next_working(happened_on + timedelta(days=days))


def last_overdue(today: date, days: int, calendar: WorkingCalendar) -> date:
    """The latest day whose lines are overdue today if nobody acknowledged them."""
    day = today - timedelta(days=days + 1)
    while due_on(day, days, calendar) >= today:
        day -= timedelta(days=1)
    return day


def _of_the_line(facts: FilingFacts) -> Iterator[Refusal]:
    if not facts.to_be_filed:
        yield Refusal("not_to_be_filed", clause="O2.3a")
