"""What a work plan and its tasks must say. Pure."""

from collections.abc import Iterator
from datetime import date

from zhengyin.cleanup.facts import Tasked
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_make(title: str) -> Iterator[Refusal]:
    """Yield that a plan has no name."""
    if not title.strip():
        yield Refusal("plan_title_missing")


def refusals_to_add(facts: Tasked) -> Iterator[Refusal]:
    """Yield what a task lacks: each has an owner and a day (O3.1b)."""
    if not facts.what.strip():
        yield Refusal("task_words_missing")
    if not facts.owner.strip():
        yield Refusal("task_owner_missing", clause="O3.1b")
    if facts.due_on < facts.begins_on:
        yield Refusal("task_due_before_plan", in_words(facts.begins_on))


def refusals_to_note(note: str) -> Iterator[Refusal]:
    """Yield that nothing is noted."""
    if not note.strip():
        yield Refusal("task_note_missing")


def refusals_to_finish(done_on: date, *, begins_on: date, today: date) -> Iterator[Refusal]:
    """Yield that a task cannot have been done that day."""
    if not begins_on <= done_on <= today:
        yield Refusal("task_done_day_wrong", in_words(begins_on))


def refusals_to_drop(reason: str) -> Iterator[Refusal]:
    """Yield that nobody would know why."""
    if not reason.strip():
        yield Refusal("task_reason_missing")
