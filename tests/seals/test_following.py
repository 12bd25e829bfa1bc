"""One office for several seals; what ends with a seal."""

from dataclasses import replace as with_other
from datetime import date

import pytest

from tests.seals.cast import AT, ENTRUSTMENT, LIJIAWAN, TODAY, Cast, kinds_of, last_line, later, refused
from tests.seals.test_handover import begin
from tests.seals.test_life import collect, issue, lose, replace, stop
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Office
from zhengyin.regions.names import Ending
from zhengyin.seals import actions
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Custody, Seal
from zhengyin.seals.workflow import CustodyState, HandoverState


def offices(cast: Cast, key: str = "ljw_custodian") -> list[Appointment]:
    """Every term this person has or had as custodian of 李家湾."""
    return list(Appointment.objects.filter(
        person=cast.person(key), organization_id=LIJIAWAN, office=Office.CUSTODIAN
    ).order_by("valid_from", "id"))  # fmt: skip


def entrust(cast: Cast, seal: Seal, key: str = "ljw_custodian", since: date = TODAY) -> Custody:
    return actions.appoint_custodian(
        seal_id=seal.pk, person_id=cast.person(key).pk, ground=with_other(ENTRUSTMENT, entrusted_on=TODAY),
        place="保险柜", since=since, actor=cast.actor("ljw_director"), at=AT,
    )  # fmt: skip


def special(cast: Cast) -> Seal:
    return issue(cast, replace(cast, reason="", kind=SealKind.SPECIAL, purpose="档案专用章"))


def end(cast: Cast, custody: Custody) -> Custody:
    return actions.end_custody(
        custody_id=custody.pk, on=TODAY, reason="换人", actor=cast.actor("ljw_director"), at=AT
    )


@pytest.mark.clause("H3.2.1b", "H3.2.4a")
def test_the_same_custodian_keeps_the_seal_given_out_after_a_loss(cast: Cast) -> None:
    first = cast.kept()
    lose(cast, first.seal)
    new = issue(cast, replace(cast, reason=""))
    first.refresh_from_db()
    assert (first.state, first.valid_until) == (CustodyState.CLOSED, TODAY)
    assert kinds_of(first.pk)[-1] == "custody.ended"
    second = entrust(cast, new)
    assert second.appointment_id == first.appointment_id
    assert [one.valid_until for one in offices(cast)] == [None]


@pytest.mark.clause("H3.2.4a")
def test_one_person_keeps_an_official_and_a_special_seal_by_one_office(cast: Cast) -> None:
    official, other = cast.kept(), entrust(cast, special(cast))
    assert other.appointment_id == official.appointment_id
    end(cast, official)
    assert [one.valid_until for one in offices(cast)] == [None], "still needed for the other"
    end(cast, other)
    assert [one.valid_until for one in offices(cast)] == [TODAY]


def test_an_office_that_ends_before_the_custody_would_is_not_rested_on(cast: Cast) -> None:
    """The near miss: an acting custodian's office has its hard end, and is no regular one."""
    seal = cast.kept().seal
    actions.appoint_acting_custodian(
        seal_id=seal.pk, actor=cast.actor("ljw_director"), at=AT, wanted=actions.Wanted(
            person_id=cast.person("ljw_clerk").pk, ground=with_other(ENTRUSTMENT, entrusted_on=TODAY),
            place="保险柜", since=TODAY, until=later(20).date(), gone="住院",
        ),
    )  # fmt: skip
    other = special(cast)
    with refused("office_already_held"):
        entrust(cast, other, "ljw_clerk")


@pytest.mark.clause("H3.2.1c")
def test_who_keeps_nothing_any_more_leaves_the_office_when_another_is_appointed(cast: Cast) -> None:
    custody = cast.kept()
    new = replace(cast)
    collect(cast, custody.seal)
    custody.refresh_from_db()
    assert (custody.state, last_line(custody.pk).columns["reason"]) == (CustodyState.CLOSED, "印章已收缴")
    issue(cast, new)
    assert [one.valid_until for one in offices(cast)] == [None], "the next seal is mostly given to the same"
    entrust(cast, new, "ljw_clerk")
    assert [one.valid_until for one in offices(cast)] == [TODAY]
    assert [one.valid_until for one in offices(cast, "ljw_clerk")] == [None]


@pytest.mark.clause("H3.2.4e")
def test_the_handover_of_a_seal_that_is_gone_lapses(cast: Cast) -> None:
    row = begin(cast, cast.kept().seal)
    lose(cast, row.seal)
    row.refresh_from_db()
    assert (row.state, row.close_reason) == (HandoverState.CANCELLED, "印章报失停用，没有可移交的了")
    assert last_line(row.pk).columns["reason"] == row.close_reason


@pytest.mark.clause("H3.2.4e")
def test_in_a_dispute_it_stays_open_until_the_seal_is_collected(cast: Cast) -> None:
    row = begin(cast, cast.kept().seal)
    stop(cast, row.seal)
    row.refresh_from_db()
    assert row.state == HandoverState.OPEN, "the seal may come back into use"
    collect(cast, row.seal)
    row.refresh_from_db()
    assert (row.state, row.close_reason) == (HandoverState.CANCELLED, "印章已收缴")


@pytest.mark.clause("H3.2.1d")
def test_with_its_committee_the_handover_ends_and_the_seal_is_kept_until_it_is_collected(cast: Cast) -> None:
    row = begin(cast, cast.kept().seal)
    actions.end_committee(
        organization_id=LIJIAWAN, how=Ending.ABOLISHED, ended_on=TODAY, into_id=None,
        document="会政发〔2026〕12号", actor=cast.actor("pt_officer"), at=AT,
    )  # fmt: skip
    row.refresh_from_db()
    assert row.state == HandoverState.CANCELLED and row.custody.state == CustodyState.KEPT
    collect(cast, row.seal)
    assert Custody.objects.get(pk=row.custody_id).state == CustodyState.CLOSED


def test_a_custody_agreed_for_tomorrow_ends_before_it_begins(cast: Cast) -> None:
    """The last day of a custody never lies before its first."""
    tomorrow = later(1).date()
    old = cast.issued()
    custody = entrust(cast, old, since=tomorrow)
    replace(cast)
    collect(cast, old)
    custody.refresh_from_db()
    assert (custody.valid_from, custody.valid_until) == (tomorrow, tomorrow)
