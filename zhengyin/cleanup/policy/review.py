"""What the review of one entry must say, and who may still say it. Pure."""

from collections.abc import Iterator

from zhengyin.cleanup.facts import Found
from zhengyin.cleanup.kinds import ENDS, RESTS_ON, Verdict, Way
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_assign(unit: str, chosen: int, *, round_open: bool) -> Iterator[Refusal]:
    """Yield that no unit is named, or nothing is given to it."""
    if not round_open:
        yield Refusal("round_over")
    if not unit.strip():
        yield Refusal("review_unit_missing")
    if not chosen:
        yield Refusal("reviews_not_chosen")


def refusals_to_answer(facts: Found) -> Iterator[Refusal]:
    """Yield what is missing: what stays names its basis, what goes leaves a way (H2.1b, O1a, O3.2a)."""
    if not facts.round_open:
        yield Refusal("round_over")
    yield from _refusals_of_the_finding(facts)
    if not facts.answered_by.strip():
        yield Refusal("review_person_missing")
    if facts.way is Way.PAPER and not facts.scanned:
        yield Refusal("review_not_scanned")
    if facts.answered_on is None:
        yield Refusal("review_day_missing")
    elif not facts.opened_on <= facts.answered_on <= facts.today:
        yield Refusal("review_day_wrong", in_words(facts.opened_on))


def refusals_to_settle(facts: Found) -> Iterator[Refusal]:
    """Yield the same of the lead body, which finds for the silent once their last day is over."""
    if facts.today <= facts.due_on:
        yield Refusal("review_still_awaited", in_words(facts.due_on), "H2.1b")
    yield from refusals_to_answer(facts)


def refusals_to_return(reason: str, *, round_open: bool) -> Iterator[Refusal]:
    """Yield why an answer is not sent back."""
    if not round_open:
        yield Refusal("round_over")
    if not reason.strip():
        yield Refusal("return_reason_missing")


def _refusals_of_the_finding(facts: Found) -> Iterator[Refusal]:
    if facts.verdict is None:
        yield Refusal("verdict_missing")
    if facts.verdict in RESTS_ON and not facts.basis.strip():
        yield Refusal("review_basis_missing", clause="O1a")
    if facts.verdict is Verdict.NO_BASIS and facts.basis.strip():
        yield Refusal("basis_of_what_has_none")
    if facts.verdict in (Verdict.CHANGED, Verdict.ENDED) and not facts.reason.strip():
        yield Refusal("review_reason_missing", clause="H2.1b")
    if facts.verdict in ENDS and not facts.instead.strip():
        yield Refusal("review_way_missing", clause="H3.1d")
