"""One person keeps several seals: one office, one handover, one list, three signatures."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.seals.cast import (
    AT,
    ENTRUSTMENT,
    ISSUED_ON,
    LIJIAWAN,
    SINCE,
    TODAY,
    Cast,
    kinds_of,
    last_line,
    later,
    refused,
)
from tests.seals.test_constraints import refuses
from tests.seals.test_handover import PAPER, act, begin, complete, count, to
from tests.seals.test_life import lose
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Office
from zhengyin.seals import actions
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Custody, Handover
from zhengyin.seals.queries.cards import cards_by_seal
from zhengyin.seals.queries.handovers import number_of, together
from zhengyin.seals.workflow import HANDOVER


def special(cast: Cast, person: str = "ljw_custodian", since: date = SINCE) -> Custody:
    """李家湾's seal for archives, kept by `person`."""
    officer = cast.actor("pt_officer")
    seal = actions.order_seal(
        organization_id=LIJIAWAN, kind=SealKind.SPECIAL, purpose="档案专用章", actor=officer, at=AT
    )
    actions.issue_seal(
        seal_id=seal.pk, made_on=ISSUED_ON, issued_on=ISSUED_ON, received_by="李国栋", actor=officer, at=AT
    )
    return actions.appoint_custodian(
        seal_id=seal.pk,
        person_id=cast.person(person).pk,
        ground=ENTRUSTMENT,
        place="档案室",
        since=since,
        actor=cast.actor("ljw_director"),
        at=AT,
    )


def both(cast: Cast) -> tuple[Custody, Custody]:
    return cast.kept(), special(cast)


def offices() -> list[Appointment]:
    return list(
        Appointment.objects.filter(organization_id=LIJIAWAN, office=Office.CUSTODIAN).order_by("valid_from")
    )


@pytest.mark.clause("H3.2.4a")
def test_one_office_suffices_for_several_seals(cast: Cast) -> None:
    first, second = both(cast)
    assert first.appointment_id == second.appointment_id and len(offices()) == 1


def test_an_office_that_began_later_does_not_carry_it(cast: Cast) -> None:
    """The near miss: the office must cover the whole custody."""
    seal = cast.issued()
    special(cast, since=TODAY)
    with refused("office_already_held"):
        actions.appoint_custodian(
            seal_id=seal.pk, person_id=cast.person("ljw_custodian").pk, ground=ENTRUSTMENT, place="柜",
            since=SINCE, actor=cast.actor("ljw_director"), at=AT,
        )  # fmt: skip


@pytest.mark.clause("H3.2.4e")
def test_all_of_them_pass_on_with_one_set_of_signatures(cast: Cast) -> None:
    first, second = both(cast)
    row = begin(cast, first.seal)
    rows = list(together(row))
    assert [one.seal for one in rows] == [first.seal, second.seal]
    assert {number_of(one) for one in rows} == {"平头川镇李家湾村印交〔2026〕1号"}
    count(cast, row)
    complete(cast, row)
    for one in together(row):
        assert one.state == "handed_over" and one.scan_id and one.received_by_id
        assert HANDOVER.replay(kinds_of(one.pk)) == one.state
        assert last_line(one.pk).columns["received_by"] == "马秀兰"
    old, new = offices()
    assert old.valid_until == TODAY and new.valid_until is None
    kept = Custody.objects.filter(state="kept").order_by("id")
    assert {(one.person_id, one.appointment_id) for one in kept} == {(cast.person("ljw_clerk").pk, new.pk)}
    assert len(kept) == 2


def test_what_another_person_keeps_stays_with_them(cast: Cast) -> None:
    first, other = cast.kept(), special(cast, "ljw_clerk")
    row = begin(cast, first.seal)
    assert [one.seal_id for one in together(row)] == [first.seal_id]
    other.refresh_from_db()
    assert other.state == "kept"


def test_a_lost_one_leaves_the_handover_and_the_other_goes_on(cast: Cast) -> None:
    first, second = both(cast)
    row = begin(cast, first.seal)
    lose(cast, first.seal)
    states = {one.seal_id: one.state for one in together(row)}
    assert states == {first.seal_id: "broken_off", second.seal_id: "handing_over"}
    rest = Handover.objects.get(state="handing_over")
    count(cast, rest)
    assert complete(cast, rest).seal_id == second.seal_id


def test_the_successor_and_the_end_stand_with_every_seal(cast: Cast) -> None:
    first, _ = both(cast)
    row = begin(cast, first.seal)
    director = cast.actor("ljw_director")
    actions.name_successor(handover_id=row.pk, person_id=cast.person("ljw_clerk").pk, actor=director, at=AT)
    actions.cancel_handover(handover_id=row.pk, reason="开错了", actor=director, at=AT)
    assert {(one.successor_id, one.state) for one in together(row)} == {
        (cast.person("ljw_clerk").pk, "called_off")
    }


def test_the_same_custodian_stays_with_all(cast: Cast) -> None:
    first, _ = both(cast)
    row = begin(cast, first.seal)
    actions.reappoint_custodian(
        handover_id=row.pk, wanted=to(cast, "ljw_custodian"), actor=cast.actor("ljw_director"), at=AT
    )
    assert {one.state for one in together(row)} == {"reappointed"}
    assert Custody.objects.filter(state="kept").count() == 2


def test_an_acting_custodian_keeps_them_all(cast: Cast) -> None:
    first, _ = both(cast)
    wanted = replace(to(cast, until=later(20).date()), ground=PAPER, gone="住院")
    actions.appoint_acting_custodian(
        seal_id=first.seal_id, wanted=wanted, actor=cast.actor("ljw_director"), at=AT
    )
    kept = Custody.objects.filter(state="kept").order_by("id")
    assert {one.person.name for one in kept} == {"马秀兰"} and len(kept) == 2


def test_the_database_holds_the_rows_of_a_number_together(cast: Cast) -> None:
    first, second = both(cast)
    row = begin(cast, first.seal)
    assert Handover.objects.filter(no=row.no).count() == 2
    refuses(
        "seals_handover_is_one",
        "SET CONSTRAINTS ALL IMMEDIATE; UPDATE seals_handover SET state = 'called_off', closed_at = now()"
        " WHERE seal_id = %s",
        second.seal_id,
    )


@pytest.mark.clause("H3.2.4a")
def test_the_keeper_of_one_seal_acts_for_the_keeper_of_another(cast: Cast) -> None:
    """The acting ends by itself with its office; then the other seal is his in the ordinary way, or not."""
    official, archives = cast.kept(), special(cast, "ljw_clerk")
    acting = act(cast, official.seal, until=TODAY + timedelta(days=5))
    assert [one.nature for one in offices()] == ["appointed", "appointed", "acting"]
    shown = cards_by_seal([official.seal, archives.seal], TODAY)
    assert [(one.custodian, one.acting) for one in shown.values()] == [("马秀兰", True), ("马秀兰", False)]
    after = cards_by_seal([official.seal, archives.seal], TODAY + timedelta(days=5))
    assert [one.custodian for one in after.values()] == ["", "马秀兰"]
    row = Handover.objects.get(seal=official.seal)
    custody = complete(cast, count(cast, row, "ljw_clerk"))
    acting.refresh_from_db()
    assert (acting.state, custody.appointment_id) == ("closed", archives.appointment_id)
