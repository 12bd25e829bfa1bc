"""DOMAIN's "who appoints whom", said a second time by hand, and every pair of offices tried."""

from itertools import product
from uuid import UUID

import pytest

from tests.people.values import ADMINISTRATION, COUNTY, TODAY, TOWNSHIP, VILLAGE, actor
from zhengyin.people.offices import ADMINISTRATORS, LABELS, Nature, Office, Standing
from zhengyin.people.policy.appoint import AppointFacts, Paper, refusals_to_appoint
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import BASIS_LABELS, TABLE, Basis, Seat, row_for

# office -> (the seat of the appointing people, their offices)
SAID: dict[Office, tuple[UUID, set[Office]]] = {
    Office.COUNTY_LEAD: (ADMINISTRATION, set(ADMINISTRATORS)),
    Office.CITY: (ADMINISTRATION, set(ADMINISTRATORS)),
    Office.TOWNSHIP: (COUNTY, {Office.COUNTY_LEAD}),
    Office.DEPARTMENT: (COUNTY, {Office.COUNTY_LEAD}),
    Office.AUDITOR: (COUNTY, {Office.COUNTY_LEAD}),
    Office.DIRECTOR: (TOWNSHIP, {Office.TOWNSHIP}),
    Office.COMMITTEE_MEMBER: (TOWNSHIP, {Office.TOWNSHIP}),
    Office.PARTY_ORGANIZATION: (TOWNSHIP, {Office.TOWNSHIP}),
    Office.SUPERVISION_COMMITTEE: (TOWNSHIP, {Office.TOWNSHIP}),
    Office.HANDLER: (VILLAGE, {Office.DIRECTOR}),
    Office.SECOND_APPROVER: (VILLAGE, {Office.DIRECTOR}),
    Office.CUSTODIAN: (VILLAGE, {Office.DIRECTOR, Office.PARTY_ORGANIZATION}),
    Office.SYSTEM_ADMINISTRATOR: (
        ADMINISTRATION,
        {Office.SECURITY_ADMINISTRATOR, Office.AUDIT_ADMINISTRATOR},
    ),
    Office.SECURITY_ADMINISTRATOR: (
        ADMINISTRATION,
        {Office.SYSTEM_ADMINISTRATOR, Office.AUDIT_ADMINISTRATOR},
    ),
    Office.AUDIT_ADMINISTRATOR: (
        ADMINISTRATION,
        {Office.SYSTEM_ADMINISTRATOR, Office.SECURITY_ADMINISTRATOR},
    ),
}
NEW, GIVER = UUID(int=501), UUID(int=502)
PLACE_OF = {"committee": VILLAGE, "administration": ADMINISTRATION}


def refused_for_whom(office: Office, giver: Office, seat: UUID) -> bool:
    row = row_for(office, Nature.APPOINTED)
    if row is None:
        return True
    kind = min(row.seats_in)
    own = PLACE_OF.get(kind, UUID(int=700))
    seats = {
        Seat.SAME: frozenset({own}),
        Seat.TOWNSHIP: frozenset({TOWNSHIP}),
        Seat.COUNTY: frozenset({COUNTY}),
        Seat.ADMINISTRATION: frozenset({ADMINISTRATION}),
    }
    wanted = Term(NEW, own, office, Nature.APPOINTED, Standing.REGULAR, TODAY, None)
    paper = Paper(min(row.bases), "文件", TODAY if Basis.ELECTION in row.bases else None)
    facts = AppointFacts(wanted, kind, seats, paper, (), first_officer=True)
    found = {one.code for one in refusals_to_appoint(facts, actor(GIVER, (giver, seat)), None, TODAY)}
    return "not_yours_to_appoint" in found


@pytest.mark.clause("H1a")
@pytest.mark.parametrize(("office", "giver"), list(product(Office, Office)))
def test_each_office_is_given_by_these_and_no_others(office: Office, giver: Office) -> None:
    for seat in (VILLAGE, TOWNSHIP, COUNTY, ADMINISTRATION):
        said_seat, said_givers = SAID.get(office, (UUID(int=0), set()))
        allowed = giver in said_givers and seat == said_seat
        assert refused_for_whom(office, giver, seat) is not allowed


def test_a_neighbouring_seat_gives_nothing() -> None:
    assert refused_for_whom(Office.DIRECTOR, Office.TOWNSHIP, UUID(int=77))


def test_residents_are_not_appointed_and_every_other_office_is() -> None:
    assert {row.office for row in TABLE} == set(Office) - {Office.RESIDENT}


def test_no_row_stands_twice() -> None:
    assert len({(row.office, row.nature) for row in TABLE}) == len(TABLE)


def test_only_leads_and_administrators_need_a_second_person() -> None:
    with_second = {row.office for row in TABLE if row.second is not None}
    assert with_second == {Office.COUNTY_LEAD, Office.CITY} | ADMINISTRATORS


def test_every_office_and_basis_has_its_chinese_name() -> None:
    assert set(LABELS) == set(Office)
    assert set(BASIS_LABELS) == set(Basis)
