"""Custody in both ways, as recorded acts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.seals.cast import (
    AT,
    ENTRUSTMENT,
    HARIGENTU,
    ISSUED_ON,
    LIJIAWAN,
    RESOLUTION,
    SINCE,
    TODAY,
    Cast,
    last_line,
    later,
    refused,
)
from tests.seals.test_constraints import taken_back
from zhengyin.people.actions import delegate, end_appointment
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Office, Standing
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Custody, Seal


@pytest.fixture
def seal(cast: Cast) -> Seal:
    """李家湾's seal in use, kept by nobody."""
    return cast.issued()


@pytest.fixture
def gacha_seal(cast: Cast) -> Seal:
    """哈日根图's, where the representatives decide."""
    return cast.issued(HARIGENTU, "as_officer")


def entrust(
    cast: Cast, seal: Seal, person: str = "ljw_custodian", by: str = "ljw_director", **change: object
) -> Custody:
    values: dict[str, object] = {
        "ground": ENTRUSTMENT, "place": "村委会保险柜", "since": SINCE, "at": AT, **change,
    }  # fmt: skip
    return actions.appoint_custodian(
        seal_id=seal.pk, person_id=cast.person(person).pk, actor=cast.actor(by), **values
    )  # type: ignore[arg-type]


def decide(
    cast: Cast, seal: Seal, person: str = "hrgt_custodian", by: str = "hrgt_director", **change: object
) -> Custody:
    return entrust(cast, seal, person, by, **{"ground": RESOLUTION, **change})


@pytest.mark.clause("H3.2.4a")
def test_in_huining_the_director_entrusts(cast: Cast, seal: Seal) -> None:
    custody = entrust(cast, seal)
    line = last_line(custody.pk)
    assert (line.kind, line.owner, line.office) == ("custody.entrusted", LIJIAWAN, "director")
    assert line.columns["entrusted_on"] == "2026-03-09" and line.columns["place"] == "村委会保险柜"
    assert cast.actor("ljw_custodian").has(Office.CUSTODIAN, LIJIAWAN)
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.in_custody_of(cast.person("ljw_custodian").pk)


@pytest.mark.clause("O2.3b")
@pytest.mark.parametrize(
    "by, office", [("hrgt_director", "director"), ("hrgt_secretary", "party_organization")]
)
def test_in_ordos_the_meeting_decides(cast: Cast, gacha_seal: Seal, by: str, office: str) -> None:
    custody = decide(cast, gacha_seal, by=by)
    assert custody.resolution is not None and custody.resolution.votes_for == 20
    line = last_line(custody.pk)
    assert (line.kind, line.office) == ("custody.decided", office)
    assert (line.columns["meeting"], line.columns["present"]) == ("嘎查村民代表会议", "27")
    assert cast.actor("hrgt_custodian").has(Office.CUSTODIAN, HARIGENTU)


@pytest.mark.clause("H3.2.4a", "O2.3b")
def test_each_place_has_its_own_way(cast: Cast, seal: Seal, gacha_seal: Seal) -> None:
    with refused("director_entrusts_here"):
        entrust(cast, seal, ground=RESOLUTION)
    with refused("meeting_decides_here"):
        decide(cast, gacha_seal, ground=ENTRUSTMENT)


@pytest.mark.clause("O2.3b")
@pytest.mark.parametrize(
    "change, reason",
    [
        ({"party_nominated_on": None}, "resolution_piece_missing"),
        ({"minutes": ""}, "resolution_piece_missing"),
        ({"article": ""}, "resolution_piece_missing"),
        ({"quorum": 28}, "meeting_without_quorum"),
        ({"majority": 21}, "vote_did_not_pass"),
    ],
)
def test_without_a_whole_and_passed_vote_nobody_keeps_it(
    cast: Cast, gacha_seal: Seal, change: dict[str, object], reason: str
) -> None:
    with refused(reason):
        decide(cast, gacha_seal, ground=replace(RESOLUTION, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "by, reason",
    [
        ("ljw_clerk", "not_yours_to_appoint"),
        ("ptc_director", "not_yours_to_appoint"),  # of the neighbouring village
        ("pt_officer", "not_yours_to_appoint"),  # no township appoints a village's custodian
        ("ljw_secretary", "wrong_office"),  # nominates where the meeting decides, not here
    ],
)
@pytest.mark.clause("H3.2.4a")
def test_nobody_but_the_director_entrusts(cast: Cast, seal: Seal, by: str, reason: str) -> None:
    with refused(reason):
        entrust(cast, seal, by=by)


@pytest.mark.clause("H3.2.4c")
def test_the_director_does_not_entrust_himself(cast: Cast, seal: Seal) -> None:
    with refused("nobody_appoints_himself", "approver_may_not_keep"):
        entrust(cast, seal, "ljw_director")


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_whoever_can_approve_keeps_no_seal(cast: Cast, seal: Seal, gacha_seal: Seal) -> None:
    with refused("approver_may_not_keep"):
        entrust(cast, seal, "ljw_deputy")
    with refused("approver_may_not_keep"):
        decide(cast, gacha_seal, "hrgt_director", by="hrgt_secretary")


@pytest.mark.clause("H3.2.4a", "H4.2b")
@pytest.mark.parametrize("who", ["pt_officer", "hn_lead"])
def test_nobody_of_the_township_or_the_county_keeps_a_villages_seal(cast: Cast, seal: Seal, who: str) -> None:
    with refused("above_does_no_village_work"):
        entrust(cast, seal, who, place="镇政府保险柜")


def lend(cast: Cast, person: str) -> Appointment:
    """The director's office, for five days from today on."""
    office = Appointment.objects.get(organization_id=LIJIAWAN, office=Office.DIRECTOR)
    return delegate(
        appointment_id=office.pk,
        person_id=cast.person(person).pk,
        since=TODAY,
        until=TODAY + timedelta(days=5),
        reason="外出开会",
        actor=cast.actor("ljw_director"),
        at=AT,
    )


@pytest.mark.clause("H3.2.4c")
def test_nor_does_a_delegate_of_the_director(cast: Cast, seal: Seal) -> None:
    lend(cast, "ljw_custodian")
    with refused("approver_may_not_keep"):
        entrust(cast, seal)
    assert entrust(cast, seal, since=TODAY + timedelta(days=5), at=later(5)).state == "kept"


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_was_the_directors_delegate_this_morning_keeps_it_from_tomorrow(cast: Cast, seal: Seal) -> None:
    """Near miss: another person, the same day."""
    loan = lend(cast, "ljw_custodian")
    end_appointment(
        appointment_id=loan.pk, on=TODAY, reason="回来了", actor=cast.actor("ljw_director"), at=AT
    )
    with refused("approver_may_not_keep"):
        entrust(cast, seal, since=TODAY)
    tomorrow = {"since": TODAY + timedelta(days=1), "at": later(1)}
    with taken_back():
        assert entrust(cast, seal, **tomorrow).state == "kept"  # type: ignore[arg-type]
    assert entrust(cast, seal, "ljw_clerk", since=TODAY).state == "kept"


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.REGULAR])
def test_temporary_people_keep_no_seal(cast: Cast, seal: Seal, standing: Standing) -> None:
    with refused("never_approves_nor_keeps"):
        entrust(cast, seal, standing=standing)


def test_the_party_secretary_is_warned_and_the_line_says_so(cast: Cast, seal: Seal) -> None:
    with refused("custodian_is_party_secretary"):
        entrust(cast, seal, "ljw_secretary")
    custody = entrust(cast, seal, "ljw_secretary", party_secretary_confirmed=True)
    assert last_line(custody.pk).columns["caution"] == "保管人是党组织书记，已提示并确认"


def test_a_place_is_needed(cast: Cast, seal: Seal) -> None:
    with refused("place_missing"):
        entrust(cast, seal, place="　")


def test_only_a_seal_in_use_is_given_away(cast: Cast) -> None:
    ordered = cast.ordered()
    with refused("seal_not_in_use"):
        entrust(cast, ordered)


def test_not_before_it_was_issued(cast: Cast, seal: Seal) -> None:
    early = replace(ENTRUSTMENT, entrusted_on=date(2026, 3, 1))
    with refused("custody_before_issue"):
        entrust(cast, seal, ground=early, since=date(2026, 3, 1))
    assert entrust(cast, seal, ground=early, since=ISSUED_ON).valid_from == ISSUED_ON


@pytest.mark.clause("H3.2.4a")
def test_a_typo_in_the_year_is_refused(cast: Cast, seal: Seal) -> None:
    """Else nobody could be appointed until 2126, and no page would name the custody that bars it."""
    with refused("custody_begins_ahead"):
        entrust(cast, seal, since=date(2126, 11, 20))


def test_one_custodian_at_a_time(cast: Cast, seal: Seal) -> None:
    entrust(cast, seal, until=date(2026, 6, 1))
    for since in (date(2026, 5, 31), date(2026, 6, 1)):  # the end of a term begins a handover
        with refused("another_custodian"):
            entrust(cast, seal, "ljw_clerk", since=since)
    days = [date(2026, 5, 31), date(2026, 6, 1)]
    cards = [queries.seal_of(LIJIAWAN, day) for day in days]
    assert [bool(card.handover) for card in cards if card] == [False, True]


def test_twice_is_refused(cast: Cast, seal: Seal) -> None:
    entrust(cast, seal)
    with refused("another_custodian"):
        entrust(cast, seal)
