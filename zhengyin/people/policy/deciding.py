"""What binds everybody who decides or seals, in whatever room: not one's own case, not a near relative's.

Pure.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from zhengyin.shared.refusal import Refusal

PersonId = UUID


@dataclass(frozen=True, slots=True)
class Concerned:
    """Who may neither approve nor seal: applicant, certified, proxy, by number or by bare name."""

    identities: frozenset[bytes] = frozenset()
    names_without_number: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Deciding:
    """The person at the decision, as far as the rules care."""

    person_id: PersonId
    identity: bytes
    name: str
    blocked_after_reset: bool = False
    recused: bool = False  # said before that the applicant is a near relative
    near_relative: bool | None = None  # None: the question was not answered


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


def refusals_of_the_handler(
    person_id: PersonId, handlers: Collection[PersonId], *, may_have_handled: bool
) -> Iterator[Refusal]:
    """Yield that nobody approves what they handled, unless the pack lets the director."""
    if person_id in handlers and not may_have_handled:
        yield Refusal("handler_may_not_approve")
