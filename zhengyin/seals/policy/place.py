"""May a seal be kept at another place (固定存放, H3.2.4b)?"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.seals.policy.plain import refusals_of_plain
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """The custody in force, where it is kept, and where it is to be kept from now on."""

    committee_id: UUID
    custodian_id: UUID
    custodian: str
    in_force: bool  # on the day of the act
    old_place: str
    place: str


def refusals_to_move_place(facts: PlaceFacts, actor: Actor) -> Iterator[Refusal]:
    """Empty when the custodian who keeps it, or the director, names another place."""
    if not facts.in_force:
        yield Refusal("custody_ended_already")
    directs = actor.has(Office.DIRECTOR, facts.committee_id)
    if not directs and actor.person_id != facts.custodian_id:
        yield Refusal("another_keeps_it", facts.custodian, "H3.2.4a")
    if not facts.place.strip():
        yield Refusal("place_missing")
    elif facts.place.strip() == facts.old_place:
        yield Refusal("place_unchanged", facts.old_place)
    yield from refusals_of_plain(facts.place)
