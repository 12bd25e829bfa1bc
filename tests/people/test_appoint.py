"""Appointing, lending and ending offices as recorded acts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.people.conftest import (
    ADMINISTRATION,
    BY_DIRECTOR,
    BY_DOCUMENT,
    BY_ELECTION,
    CLERK,
    COUNTY,
    DEPUTY,
    DIRECTOR,
    ELECTED,
    KEEPER,
    LEAD,
    LEAD1,
    NEWCOMER,
    NOW,
    OFFICER,
    OTHER_TOWNSHIP,
    OTHER_VILLAGE,
    SECRETARY,
    TODAY,
    TOWNSHIP,
    VILLAGE,
    World,
    identity_number,
)
from zhengyin.ledger.models import Entry
from zhengyin.people import actions
from zhengyin.people.actor import Held
from zhengyin.people.models import Appointment, Person, Session
from zhengyin.people.offices import Nature, Office
from zhengyin.people.policy.factors import Factor
from zhengyin.people.queries import (
    SessionEnded,
    actor_for,
    offices_of,
    offices_then,
    officials,
    visible_to,
)
from zhengyin.shared.refusal import Refused


def refused(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in caught.value.refusals]


@pytest.mark.clause("H1a", "O2.3a")
def test_an_appointment_is_a_line_that_names_who_and_on_what_basis(world: World) -> None:
    made = world.terms[f"{CLERK} handler"]
    line = Entry.objects.get(subject=made.id)
    assert line.kind == "appointment.made"
    assert line.person_name == DIRECTOR
    assert line.office == "director"


def test_nothing_is_written_on_refusal(world: World) -> None:
    before = Entry.objects.count(), Appointment.objects.count()
    with pytest.raises(Refused) as caught:
        world.appoint(NEWCOMER, Office.HANDLER, VILLAGE, CLERK, BY_DIRECTOR)
    assert refused(caught) == ["not_yours_to_appoint"]
    assert (Entry.objects.count(), Appointment.objects.count()) == before


def test_the_other_village_s_handler_is_not_theirs_to_appoint(world: World) -> None:
    with pytest.raises(Refused) as caught:
        world.appoint(NEWCOMER, Office.HANDLER, OTHER_VILLAGE, DIRECTOR, BY_DIRECTOR)
    assert refused(caught) == ["not_yours_to_appoint"]


def test_twice_is_refused(world: World) -> None:
    with pytest.raises(Refused) as caught:
        world.appoint(CLERK, Office.HANDLER, VILLAGE, DIRECTOR, BY_DIRECTOR)
    assert refused(caught) == ["office_already_held"]


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_two_accounts_of_one_person_are_one_person(world: World) -> None:
    """The keeper comes a second time, under another account, to be made approver."""
    number = identity_number(list(world.people).index(KEEPER))
    again = actions.register_person(
        name=KEEPER, identity=f" {number.lower()} ", phone="", county_code=COUNTY, at=NOW
    )
    assert again == world.person(KEEPER)
    one, two = world.account(KEEPER, "keeper.one"), world.account(KEEPER, "keeper.two")
    assert actor_for(one, None, NOW) == actor_for(two, None, NOW)
    world.appoint(KEEPER, Office.COMMITTEE_MEMBER, VILLAGE, OFFICER, BY_ELECTION)
    with pytest.raises(Refused) as caught:
        actions.appoint(
            person_id=two.person_id, organization_id=VILLAGE, office=Office.SECOND_APPROVER,
            since=TODAY, paper=BY_DIRECTOR, actor=world.act(DIRECTOR), at=NOW,
        )  # fmt: skip
    assert refused(caught) == ["approver_may_not_keep"]


def test_one_identity_number_has_one_name(world: World) -> None:
    number = identity_number(list(world.people).index(KEEPER))
    with pytest.raises(Refused) as caught:
        actions.register_person(name="别名", identity=number, phone="", county_code=COUNTY, at=NOW)
    assert refused(caught) == ["identity_belongs_to_another_name"]


def test_the_identity_number_is_not_in_the_table(world: World) -> None:
    number = identity_number(list(world.people).index(KEEPER)).encode()
    row = Person.objects.get(pk=world.person(KEEPER).pk)
    assert number not in bytes(row.identity_encrypted) + bytes(row.identity_index)


def lend(world: World, days: int = 30, to: str = DEPUTY, reason: str = "外出开会") -> Appointment:
    return actions.delegate(
        appointment_id=world.terms[f"{DIRECTOR} director"].id,
        person_id=world.person(to).id,
        since=TODAY,
        until=TODAY + timedelta(days=days),
        reason=reason,
        actor=world.act(DIRECTOR),
        at=NOW,
    )


@pytest.mark.clause("H3.2.4c")
def test_a_lent_office_is_held_until_its_day_and_not_passed_on(world: World) -> None:
    loan = lend(world)
    assert world.act(DEPUTY).has(Office.DIRECTOR, VILLAGE)
    assert not world.act(DEPUTY, NOW + timedelta(days=30)).has(Office.DIRECTOR, VILLAGE)
    with pytest.raises(Refused) as caught:
        actions.delegate(
            appointment_id=loan.id, person_id=world.person(CLERK).id, since=TODAY,
            until=TODAY + timedelta(days=1), reason="再委托", actor=world.act(DEPUTY), at=NOW,
        )  # fmt: skip
    assert "loan_is_not_passed_on" in refused(caught)


def test_an_office_is_lent_for_a_reason(world: World) -> None:
    with pytest.raises(Refused) as caught:
        lend(world, reason=" ")
    assert refused(caught) == ["reason_missing"]


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_the_keeper_is_lent_nothing(world: World) -> None:
    world.appoint(KEEPER, Office.COMMITTEE_MEMBER, VILLAGE, OFFICER, BY_ELECTION)
    with pytest.raises(Refused) as caught:
        lend(world, to=KEEPER)
    assert refused(caught) == ["approver_may_not_keep"]


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_was_lent_the_office_keeps_no_seal_even_for_a_day(world: World) -> None:
    lend(world)
    with pytest.raises(Refused) as caught:
        actions.appoint(
            person_id=world.person(DEPUTY).id, organization_id=VILLAGE, office=Office.CUSTODIAN,
            since=TODAY, until=TODAY + timedelta(days=1), nature=Nature.ACTING, paper=BY_DIRECTOR,
            actor=world.act(DIRECTOR), at=NOW,
        )  # fmt: skip
    assert refused(caught) == ["approver_may_not_keep"]


def test_31_days_are_too_long(world: World) -> None:
    with pytest.raises(Refused) as caught:
        lend(world, days=31)
    assert refused(caught) == ["loan_is_too_long"]


def end(world: World, term: str, by: str, on: date = TODAY) -> Appointment:
    return actions.end_appointment(
        appointment_id=world.terms[term].id, on=on, reason="调离", actor=world.act(by), at=NOW
    )


def test_the_custodian_s_office_is_ended_by_the_seals_room_alone(world: World) -> None:
    before, term = Entry.objects.count(), world.terms[f"{KEEPER} custodian"]
    with pytest.raises(Refused) as caught:
        end(world, f"{KEEPER} custodian", DIRECTOR)
    assert [one.code for one in caught.value.refusals] == ["custody_ends_first"]
    term.refresh_from_db()
    assert (term.valid_until, Entry.objects.count()) == (None, before)
    actions.end_appointment(
        appointment_id=term.id, on=TODAY, reason="调离", with_custody=True, actor=world.act(DIRECTOR), at=NOW
    )
    assert not world.act(KEEPER).has(Office.CUSTODIAN, VILLAGE)


def test_an_office_ends_and_with_it_what_was_lent_from_it_and_the_session(world: World) -> None:
    loan = lend(world)
    account = world.account(DEPUTY)
    session = actions.open_session(
        account=account, factor=Factor.APP, device=None, address_prefix="10.0.0.0", at=NOW
    )
    assert actor_for(account, session.id, NOW).has(Office.DIRECTOR, VILLAGE)
    end(world, f"{DIRECTOR} director", OFFICER)
    loan.refresh_from_db()
    assert loan.valid_until == TODAY
    assert not world.act(DIRECTOR).holds
    with pytest.raises(SessionEnded):
        actor_for(account, session.id, NOW)


def test_an_office_that_will_end_takes_the_session_with_it_on_its_day(world: World) -> None:
    account = world.account(CLERK)
    noon = NOW + timedelta(hours=6)
    session = actions.open_session(
        account=account, factor=Factor.APP, device=None, address_prefix="", at=noon
    )
    end(world, f"{CLERK} handler", DIRECTOR, on=TODAY + timedelta(days=1))
    assert Session.objects.get(pk=session.pk).closed_at is None
    last_minute = datetime(2026, 11, 21, 13, 59, tzinfo=UTC)
    assert actor_for(account, session.id, last_minute).has(Office.HANDLER, VILLAGE)
    midnight = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    with pytest.raises(SessionEnded, match="office_ended"):
        actor_for(account, session.id, midnight)


def test_a_session_of_another_account_or_too_old_is_none(world: World) -> None:
    account = world.account(CLERK)
    session = actions.open_session(account=account, factor=Factor.APP, device=None, address_prefix="", at=NOW)
    with pytest.raises(SessionEnded):
        actor_for(world.account(DIRECTOR), session.id, NOW)
    with pytest.raises(SessionEnded, match="too_long"):
        actor_for(account, session.id, NOW + timedelta(hours=12, seconds=1))
    actions.close_session(session_id=session.id, because="logged_out", at=NOW)
    with pytest.raises(SessionEnded, match="closed"):
        actor_for(account, session.id, NOW)


def test_the_database_stops_what_a_race_lets_through(world: World) -> None:
    """Two acts that each saw no other: the second insert meets the constraint."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(
            person=world.person(KEEPER), organization_id=VILLAGE, office=Office.SECOND_APPROVER.value,
            nature="appointed", standing="regular", valid_from=ELECTED, basis="director",
            basis_document="x", appointed_by=world.person(DIRECTOR), county_code=COUNTY, recorded_at=NOW,
        )  # fmt: skip


def test_officials_of_a_village_in_the_order_of_the_table(world: World) -> None:
    assert [(one.office.value, one.name) for one in officials(VILLAGE, TODAY)] == [
        ("handler", CLERK),
        ("director", DIRECTOR),
        ("committee_member", DEPUTY),
        ("custodian", KEEPER),
        ("party_organization", SECRETARY),
    ]
    assert officials(VILLAGE, ELECTED - timedelta(days=1)) == ()


@pytest.mark.parametrize(
    ("who", "sees"),
    [(CLERK, "village"), (OFFICER, "village"), (LEAD1, "village"), (NEWCOMER, "nothing")],
)
def test_visible_to(world: World, who: str, sees: str) -> None:
    seen = visible_to(world.act(who)).filter(organization_id=VILLAGE)
    assert seen.exists() is (sees == "village")
    if who == CLERK:
        assert not visible_to(world.act(who)).filter(organization_id=TOWNSHIP).exists()


def test_a_neighbouring_township_sees_nothing(world: World) -> None:
    world.appoint(NEWCOMER, Office.TOWNSHIP, OTHER_TOWNSHIP, LEAD1, BY_DOCUMENT)
    assert not visible_to(world.act(NEWCOMER)).filter(organization_id=VILLAGE).exists()


def test_set_up_happens_once(world: World) -> None:
    with pytest.raises(Refused) as caught:
        actions.set_up_administrators(organization_id=ADMINISTRATION, people={}, document="又一次", at=NOW)
    assert refused(caught) == ["set_up_already"]


def test_fewer_than_three_administrators_set_nothing_up(world: World) -> None:
    two = {
        Office.SYSTEM_ADMINISTRATOR: world.person(CLERK).id,
        Office.SECURITY_ADMINISTRATOR: world.person(DIRECTOR).id,
    }
    with pytest.raises(Refused) as caught:
        actions.set_up_administrators(organization_id=LEAD, people=two, document="任命书", at=NOW)
    assert refused(caught) == ["three_administrators_needed"]
    assert not Appointment.objects.filter(organization_id=LEAD, administers=1).exists()


@pytest.mark.clause("H3.2.2a")
def test_an_office_dated_back_vouches_for_nothing_that_went_before(world: World) -> None:
    """It begins on its day; a moment that has passed knows it from the hour it was recorded."""
    term = world.terms[f"{CLERK} handler"]
    held = Held(Office.HANDLER, VILLAGE)
    assert term.valid_from < TODAY and held in offices_of(term.person_id, term.valid_from)
    assert held in offices_then(term.person_id, term.recorded_at)
    assert held not in offices_then(term.person_id, term.recorded_at - timedelta(seconds=1))
