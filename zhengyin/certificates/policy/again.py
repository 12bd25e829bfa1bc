"""May a paper be asked for once more? Corrected at a time by one alone; doubled only as it is."""

from collections.abc import Iterator

from zhengyin.certificates.facts.afterwards import AgainFacts
from zhengyin.certificates.facts.deciding import Earlier
from zhengyin.certificates.kinds import Again
from zhengyin.shared.refusal import Refusal


def refusals_to_ask_again(facts: AgainFacts) -> Iterator[Refusal]:
    """Yield why neither a correction nor a further paper begins now."""
    if not facts.reason:
        yield Refusal("reason_missing")
    if facts.open_correction:
        yield Refusal("correction_open", facts.open_correction)
    if facts.again is Again.CORRECTION and not facts.differs:
        yield Refusal("nothing_changed")
    for problem in facts.problems:
        yield Refusal("field_wrong", problem)


def refusals_to_amend(facts: AgainFacts, *, rests_on_another: bool) -> Iterator[Refusal]:
    """Yield why an application is not entered anew in other words."""
    if rests_on_another:  # its content is that paper's: it is asked for again from there
        yield Refusal("amends_another_paper")
    yield from refusals_to_ask_again(facts)


def refusals_of_the_earlier(earlier: Earlier | None) -> Iterator[Refusal]:
    """Yield that the paper a new one rests on no longer holds, before approval and before the seal."""
    if earlier is not None and not earlier.in_force:
        yield Refusal("earlier_not_in_force", earlier.number)
