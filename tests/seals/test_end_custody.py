"""A custody ends, with the office it rests on."""

from datetime import date, timedelta

import pytest

from tests.seals.cast import AT, ENTRUSTMENT, LIJIAWAN, TODAY, Cast, last_line, later, refused
from zhengyin.people.actions import end_appointment
from zhengyin.people.offices import Office
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Custody, Seal


def entrust(cast: Cast, seal: Seal, person: str, since: date = TODAY) -> Custody:
    """From today on, unless said otherwise."""
    return actions.appoint_custodian(
        seal_id=seal.pk,
        person_id=cast.person(person).pk,
        ground=ENTRUSTMENT,
        place="村委会保险柜",
        since=since,
        actor=cast.actor("ljw_director"),
        at=AT,
    )


def end(
    cast: Cast, custody: Custody, by: str = "ljw_director", on: date = TODAY, reason: str = "换届"
) -> Custody:
    return actions.end_custody(custody_id=custody.pk, on=on, reason=reason, actor=cast.actor(by), at=AT)


def test_an_end_ends_the_office_too(cast: Cast) -> None:
    custody = cast.kept()
    end(cast, custody)
    assert not cast.actor("ljw_custodian").has(Office.CUSTODIAN, LIJIAWAN)
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.in_use and card.custodian_id is None and card.place == ""
    line = last_line(custody.pk)
    assert (line.kind, line.personal) == ("custody.ended", {"reason": "换届"})


@pytest.mark.clause("H3.2.4e")
def test_after_an_end_the_seal_passes_on_by_a_handover_alone(cast: Cast) -> None:
    custody = cast.kept()
    end(cast, custody)
    with refused("handover_first"):
        entrust(cast, custody.seal, "ljw_clerk")


@pytest.mark.parametrize(
    "by, reason",
    [
        ("ljw_custodian", "not_yours_to_end"),
        ("ptc_director", "not_yours_to_end"),
        ("pt_officer", "not_yours_to_end"),
    ],
)
def test_others_do_not_end_it(cast: Cast, by: str, reason: str) -> None:
    custody = cast.kept()
    with refused(reason):
        end(cast, custody, by)


def test_ending_needs_a_reason_and_no_past_day(cast: Cast) -> None:
    custody = cast.kept()
    with refused("past_is_not_taken_back", "reason_missing"):
        end(cast, custody, on=TODAY - timedelta(days=1), reason="")


@pytest.mark.clause("H3.2.4a")
def test_an_end_lies_never_ahead(cast: Cast) -> None:
    custody = cast.kept()
    with refused("custody_ends_today"):
        end(cast, custody, on=TODAY + timedelta(days=1))
    custody.refresh_from_db()
    assert (custody.state, custody.valid_until, custody.ended_at) == ("kept", None, None)
    assert end(cast, custody).ended_at == AT


def test_one_that_has_not_begun_is_taken_back_on_its_first_day(cast: Cast) -> None:
    tomorrow = TODAY + timedelta(days=1)
    custody = entrust(cast, cast.issued(), "ljw_custodian", since=tomorrow)
    with refused("custody_ends_today"):
        end(cast, custody, on=tomorrow + timedelta(days=1))
    assert end(cast, custody, on=tomorrow).valid_until == tomorrow


def test_ending_twice_is_refused(cast: Cast) -> None:
    custody = cast.kept()
    end(cast, custody)
    with refused("custody_ended_already"):
        end(cast, custody)


def test_it_can_end_on_the_day_it_began(cast: Cast) -> None:
    custody = entrust(cast, cast.issued(), "ljw_custodian")
    assert end(cast, custody).valid_until == TODAY


def test_an_office_that_ended_by_itself_ends_the_keeping_and_the_custody_follows(cast: Cast) -> None:
    custody = cast.kept()
    end_appointment(
        appointment_id=custody.appointment_id,
        on=TODAY,
        reason="调离",
        with_custody=True,  # as recorded before people refused it without
        actor=cast.actor("ljw_director"),
        at=AT,
    )
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.custodian_id is None
    tomorrow = later(1)
    ended = actions.end_custody(
        custody_id=custody.pk,
        on=TODAY + timedelta(days=1),
        reason="调离",
        actor=cast.actor("ljw_director", tomorrow),
        at=tomorrow,
    )
    assert ended.valid_until == TODAY
