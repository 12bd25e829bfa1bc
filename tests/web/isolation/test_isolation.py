"""Every desk × everything of another committee × every verb: not found, and nothing changes.

Made from the addresses of the product. An address with a new part fails until `table.py` says how
one of a village's own is found.
"""

from collections.abc import Iterator
from uuid import UUID

import pytest

from tests.web.desk import Officer
from tests.web.isolation.attempts import PLACE, Address, Filled, addresses, filled, tried, unknown_parts
from tests.web.isolation.table import LIJIAWAN, OTHERWISE, STRANGERS, Village
from tests.web.whole import changed, whole_database
from tests.world import World
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment
from zhengyin.people.queries import actor_for
from zhengyin.registers.queries import now
from zhengyin.web.actors import SESSION

NOT_FOUND, SHUT, NO_SUCH_VERB, LED_AWAY = 404, 403, 405, 302
VERBS = ("get", "post", "put", "delete")


def test_every_part_of_an_address_is_in_the_table() -> None:
    assert unknown_parts() == {}, "add the part to tests/web/isolation/table.py"


def test_the_matrix_is_not_empty() -> None:
    assert len(addresses()) > 60


def seat_of(username: str) -> object:
    held = Appointment.objects.filter(person=Account.objects.get(username=username).person)
    return held.values_list("organization_id", flat=True)[0]


def actor_of(who: Officer) -> Actor:
    account = Account.objects.get(username=who.username)
    return actor_for(account, UUID(who.client.session[SESSION]), now())


@pytest.mark.parametrize("village", STRANGERS, ids=lambda one: one.prefix)
def test_what_is_another_committees_is_not_found(village: Village, desks: World) -> None:
    for one in (LIJIAWAN, village):
        one.fill(desks)
    theirs, own = filled(LIJIAWAN), filled(village)
    assert [part for part in theirs if not (theirs[part] and own[part])] == []
    wrong = []
    for username in STRANGERS[village]:
        who = Officer(desks, username, seat_of(username))
        before = whole_database()
        for address in addresses():
            wrong += [f"{username}: {said}" for said in faults(who, address, theirs, own)]
        assert changed(before) == [], f"{username} changed something"
    assert not wrong, "\n".join(wrong)


def faults(who: Officer, address: Address, theirs: Filled, own: Filled) -> list[str]:
    """Where the answer is another than the expected one: the door shut, or nothing there."""
    if not address.door.admits(actor_of(who), {PLACE: who.at}):
        return list(shut(who, address, who.at, theirs))  # whoever has no such office is asked nothing further
    found = [
        f"{verb} {address} {parts}: {status}"
        for number, parts in enumerate(address.shown_from(who.at, theirs, own))
        for verb in (VERBS if number == 0 else VERBS[:2])
        if (status := tried(who, verb, address, parts, theirs)) not in expected(address, verb)
    ]
    return found + (list(shut(who, address, LIJIAWAN.at, theirs)) if PLACE in address.parts else [])


def shut(who: Officer, address: Address, seat: object, theirs: Filled) -> Iterator[str]:
    """The door itself: no office of this person's at that desk."""
    parts = next(address.shown_from(seat, theirs, theirs))
    for verb in VERBS[:2]:
        if (status := tried(who, verb, address, parts, theirs)) != SHUT:
            yield f"{verb} {address} at {seat}: {status}"


def expected(address: Address, verb: str) -> set[int]:
    """Nothing there; a verb nobody may use need not look; a look at an act leads to a page of one's own."""
    if (address.name, verb) in OTHERWISE:
        return OTHERWISE[address.name, verb][0]
    return {NOT_FOUND, NO_SUCH_VERB} | ({LED_AWAY} if verb == "get" else set())
