"""What binds everybody who decides or seals: not one's own case, not a near relative's."""

from collections.abc import Iterator

from zhengyin.certificates.facts.deciding import Concerned, Deciding
from zhengyin.shared.refusal import Refusal


def refusals_of_the_person(concerned: Concerned, deciding: Deciding) -> Iterator[Refusal]:
    """Yield why this person may not decide this case."""
    yield from refusals_of_own_case(concerned, deciding)
    if not deciding.recused and deciding.near_relative is None:
        yield Refusal("near_relative_not_answered")
    elif not deciding.recused and deciding.near_relative:
        yield Refusal("near_relative")


def refusals_of_the_text(seen: str, text_digest: str) -> Iterator[Refusal]:
    """Yield that another text is to be approved than the one that lay before the person (H3.2.2a)."""
    if seen != text_digest:
        yield Refusal("changed_since_seen", clause="H3.2.2a")


def refusals_of_own_case(concerned: Concerned, deciding: Deciding) -> Iterator[Refusal]:
    """Yield the same where nothing is certified, so that nobody is asked about relatives again."""
    own = deciding.identity in concerned.identities or deciding.name in concerned.names_without_number
    if own:
        yield Refusal("own_case", deciding.name)
    if deciding.recused:
        yield Refusal("recused")
    if deciding.blocked_after_reset:
        yield Refusal("blocked_after_reset")
