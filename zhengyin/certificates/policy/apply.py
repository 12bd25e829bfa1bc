"""May this be applied for? The catalogue's answer decides; the form must be whole."""

from collections.abc import Iterator

from zhengyin.certificates.facts.applying import ApplyFacts
from zhengyin.certificates.policy.answered import refusals_of_the_answer
from zhengyin.shared.refusal import Refusal


def refusals_to_apply(facts: ApplyFacts) -> Iterator[Refusal]:
    """Yield why no application is taken (H2.1a, O2.1b, H3.2.4d)."""
    yield from facts.not_issuing
    yield from refusals_of_the_answer(
        facts.answer, facts.asked_of, interest_without_reason=facts.interest_without_reason
    )
    for label in facts.holes:
        yield Refusal("field_missing", label, "H3.2.4d")
    for character in facts.unprintable:
        yield Refusal("character_unprintable", character)
    yield from facts.wrong
    if facts.brought_says_nothing:
        yield Refusal("brought_says_nothing", clause="O2.2d")
    if facts.note_by_one:
        yield Refusal("note_by_one", clause="H3.1c")
