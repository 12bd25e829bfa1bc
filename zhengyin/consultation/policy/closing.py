"""When no more answers come, what was said of each opinion, when the result is published. Pure."""

from collections.abc import Iterator
from datetime import date, datetime, time

from zhengyin.consultation import deadline
from zhengyin.shared.refusal import Refusal


def refusals_to_close(due_on: date, due_time: time | None, at: datetime) -> Iterator[Refusal]:
    """Yield that units may still answer, and change what they answered."""
    if at < deadline.over_at(due_on, due_time):
        yield Refusal("answers_still_come", deadline.in_words(due_on, due_time), "O0a")


def refusals_to_weigh(because: str, *, weighing: bool, latest: bool) -> Iterator[Refusal]:
    """Yield why nothing can be said of this opinion now."""
    if not weighing:
        yield Refusal("not_weighing_now")
    if not latest:
        yield Refusal("opinion_given_anew")
    if not because.strip():
        yield Refusal("weighing_reason_missing", clause="O0b")


def refusals_to_publish(unweighed: int) -> Iterator[Refusal]:
    """Yield how many opinions nobody has answered (O0b)."""
    if unweighed:
        yield Refusal("opinions_unanswered", f"{unweighed}条", "O0b")


def refusals_to_take_up(*, final: bool, latest: bool) -> Iterator[Refusal]:
    """Yield that the list may still change, or did."""
    if not final:
        yield Refusal("lists_still_change")
    if not latest:
        yield Refusal("list_given_anew")
