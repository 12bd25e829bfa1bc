"""When a round may be opened, and what closing it needs. Pure."""

from collections.abc import Iterator

from zhengyin.cleanup.facts import Closing, Opening
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_open(facts: Opening) -> Iterator[Refusal]:
    """Yield why no round begins (H2.1b)."""
    if not facts.title.strip():
        yield Refusal("round_title_missing")
    if facts.due_on <= facts.today:
        yield Refusal("round_due_too_soon")
    if facts.ends_on <= facts.due_on:
        yield Refusal("round_ends_before_due")
    if facts.under_way:
        yield Refusal("round_under_way", facts.under_way)
    if not facts.entries:
        yield Refusal("nothing_to_review")


def refusals_to_close(facts: Closing) -> Iterator[Refusal]:
    """Yield what is not reviewed yet; what ends, ends by a document on the round's day (H2.1b, O1a)."""
    if facts.awaited:
        yield Refusal("reviews_awaited", str(facts.awaited), "H2.1b")
    if facts.ending and facts.decided_from is None:
        yield Refusal("closing_document_missing", str(facts.ending), "H2.2d")
    if facts.ending and facts.decided_from not in (None, facts.ends_on):
        yield Refusal("closing_another_day", in_words(facts.ends_on), "O1a")
    if not facts.ending and facts.decided_from is not None:
        yield Refusal("closing_without_ending")


def refusals_to_cancel(reason: str) -> Iterator[Refusal]:
    """Yield that nobody would know why."""
    if not reason.strip():
        yield Refusal("cancelling_reason_missing")
