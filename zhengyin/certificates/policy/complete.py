"""May what is missing be asked for, and is it there now? Once, with everything named."""

from collections.abc import Iterator

from zhengyin.certificates.facts.applying import AskToCompleteFacts, CompleteFacts
from zhengyin.shared.refusal import Refusal


def refusals_to_ask_to_complete(facts: AskToCompleteFacts) -> Iterator[Refusal]:
    """Yield why the applicant is not sent for more: nobody is sent twice."""
    if facts.asked_before:
        yield Refusal("asked_to_complete_before", clause="H2.2e")
    if not facts.missing:
        yield Refusal("missing_not_named")


def refusals_to_complete(facts: CompleteFacts) -> Iterator[Refusal]:
    """Yield what is still not in order: what is put right goes by the rules of the application."""
    if not facts.said:
        yield Refusal("completed_not_said")
    for label in facts.holes:
        yield Refusal("field_missing", label, "H3.2.4d")
    for character in facts.unprintable:
        yield Refusal("character_unprintable", character)
    for problem in facts.problems:
        yield Refusal("field_wrong", problem)
