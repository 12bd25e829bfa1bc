"""A door admits whom it names, where it names them, and nobody else."""

from uuid import UUID

import pytest

from zhengyin.people.actor import Actor, Held
from zhengyin.people.offices import Office
from zhengyin.web.doors import PUBLIC, SIGNED_IN, door, door_of

HERE, ELSEWHERE = UUID(int=1), UUID(int=2)


def holding(*holds: Held) -> Actor:
    return Actor(UUID(int=9), "马秀兰", UUID(int=8), frozenset(holds))


def view(request: object) -> None:
    return None


def test_a_view_without_a_door_has_none() -> None:
    assert door_of(view) is None


@pytest.mark.parametrize(
    "actor, where, admitted",
    [
        (holding(Held(Office.HANDLER, HERE)), HERE, True),
        (holding(Held(Office.HANDLER, ELSEWHERE)), HERE, False),
        (holding(Held(Office.CUSTODIAN, HERE)), HERE, False),
        (holding(), HERE, False),
        (holding(Held(Office.HANDLER, HERE)), str(HERE), False),  # an address part that is no id
    ],
)
def test_an_office_opens_its_own_place_only(actor: Actor, where: object, admitted: bool) -> None:
    made = door_of(door(Office.HANDLER, Office.DIRECTOR, at="organization_id")(lambda request: None))
    assert made is not None
    assert made.admits(actor, {"organization_id": where}) is admitted


def test_without_a_place_the_office_anywhere_is_enough() -> None:
    made = door_of(door(Office.AUDITOR)(lambda request: None))
    assert made is not None
    assert made.admits(holding(Held(Office.AUDITOR, ELSEWHERE)), {})
    assert not made.admits(holding(Held(Office.HANDLER, ELSEWHERE)), {})


@pytest.mark.parametrize("who", [(), (PUBLIC, SIGNED_IN), (PUBLIC, Office.HANDLER)])
def test_a_door_is_open_or_names_offices_never_both(who: tuple[Office, ...]) -> None:
    with pytest.raises(ValueError):
        door(*who)
