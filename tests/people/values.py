"""Terms, facts and actors for the pure tests of this room."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from zhengyin.people.actor import Actor, Held
from zhengyin.people.offices import Nature, Office, Standing
from zhengyin.people.policy.appoint import AppointFacts, Paper
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import Basis, Seat

TODAY = date(2026, 11, 21)
YEAR_START = date(2026, 1, 5)

VILLAGE = UUID(int=1)
OTHER_VILLAGE = UUID(int=2)
TOWNSHIP = UUID(int=3)
OTHER_TOWNSHIP = UUID(int=4)
COUNTY = UUID(int=5)
ADMINISTRATION = UUID(int=6)

LI, WANG, MA, ZHANG, YANG = (UUID(int=n) for n in range(101, 106))

SEATS_OF_VILLAGE = {
    Seat.SAME: frozenset({VILLAGE}),
    Seat.TOWNSHIP: frozenset({TOWNSHIP}),
    Seat.COUNTY: frozenset({COUNTY}),
    Seat.ADMINISTRATION: frozenset({ADMINISTRATION}),
}


def actor(person: UUID, *holds: tuple[Office, UUID]) -> Actor:
    return Actor(person, "某人", UUID(int=999), frozenset(Held(office, at) for office, at in holds))


DIRECTOR = actor(LI, (Office.DIRECTOR, VILLAGE))
TOWNSHIP_OFFICER = actor(YANG, (Office.TOWNSHIP, TOWNSHIP))

HANDLER = Term(MA, VILLAGE, Office.HANDLER, Nature.APPOINTED, Standing.REGULAR, TODAY, None)
BY_DIRECTOR = Paper(Basis.DIRECTOR, "主任指定")
BY_ELECTION = Paper(Basis.ELECTION, "2026年换届选举结果", YEAR_START)


def term(person: UUID, office: Office, since: date = YEAR_START, until: date | None = None) -> Term:
    return Term(person, VILLAGE, office, Nature.APPOINTED, Standing.REGULAR, since, until)


GOOD = AppointFacts(
    wanted=HANDLER,
    organization_kind="committee",
    seats=SEATS_OF_VILLAGE,
    paper=BY_DIRECTOR,
    held=(),
    first_officer=False,
)

__all__ = ["GOOD", "replace"]
