"""May it be declared void like this? Whoever meets the paper must be able to know of it."""

from collections.abc import Iterator

from zhengyin.certificates.facts.afterwards import VoidFacts
from zhengyin.certificates.kinds import Voiding, Why
from zhengyin.shared.refusal import Refusal


def refusals_to_void(facts: VoidFacts) -> Iterator[Refusal]:
    """Yield what is missing: the reason, all sheets back, or where the public was told."""
    if facts.kind is None:
        yield Refusal("void_kind_missing")
    if facts.why is None:
        yield Refusal("why_void_missing")
    if facts.why is Why.OTHER and not facts.note:
        yield Refusal("void_note_missing")
    if facts.kind is Voiding.COLLECTED and facts.collected != facts.copies:
        yield Refusal("not_all_collected", f"{facts.copies}份")
    if facts.kind is Voiding.ANNOUNCED:
        yield from _refusals_of_the_announcement(facts)
    if facts.kind is Voiding.UNSTAMPED:
        yield from refusals_to_call_unstamped(stamped_on_paper=facts.stamped_on_paper)
    for problem in facts.problems:
        yield Refusal("field_wrong", problem)


def refusals_to_call_unstamped(*, stamped_on_paper: bool) -> Iterator[Refusal]:
    """Yield why nobody can say that the seal was never put on it: it is the director's to void (H3.2.4c)."""
    if stamped_on_paper:
        yield Refusal("late_paper_is_stamped", clause="H3.2.4c")


def _refusals_of_the_announcement(facts: VoidFacts) -> Iterator[Refusal]:
    if not facts.announced_where or facts.announced_on is None:
        yield Refusal("announcement_missing")
    elif facts.announced_on < facts.sealed_on:
        yield Refusal("announced_before_seal")
    elif facts.announced_on > facts.today:
        yield Refusal("announced_in_future")
