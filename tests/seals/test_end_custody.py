"""A custody ends, with the office it rests on."""

from datetime import date, timedelta

import pytest
from django.db import connection

from tests.seals.cast import AT, ENTRUSTMENT, LIJIAWAN, TODAY, Cast, last_line, later, refused
from tests.seals.test_constraints import refuses
from zhengyin.people.actions import appoint, end_appointment
from zhengyin.people.offices import Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.who_appoints import Basis
from zhengyin.seals import actions, queries
from zhengyin.seals.kinds import HandoverReason
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


def by_raw_rows(cast: Cast, seal: Seal, since: date, who: str = "ljw_custodian") -> Custody:
    """A custody past the rules: from a day ahead, as older programs let it be entered; without a handover."""
    office = appoint(
        person_id=cast.person(who).pk,
        organization_id=LIJIAWAN,
        office=Office.CUSTODIAN,
        since=since,
        paper=Paper(Basis.DIRECTOR, "委托书"),
        actor=cast.actor("ljw_director"),
        at=AT,
    )
    return Custody.objects.create(
        seal=seal, person_id=office.person_id, appointment=office, state="kept", mode="entrustment",
        place="柜", valid_from=since, entrusted_on=TODAY, document="委托书", county_code=seal.county_code,
        recorded_at=AT + (timedelta() if since > TODAY else timedelta(hours=1)),
    )  # fmt: skip


def settle() -> None:
    """What the database asks at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.clause("H3.2.4a")
@pytest.mark.parametrize("days", [3, 36525])
def test_by_one_that_was_taken_back_before_it_began_nobody_kept_the_seal(cast: Cast, days: int) -> None:
    """Three days or, by a typo, a hundred years ahead: another gets the seal at once, without a handover."""
    seal, ahead = cast.issued(), TODAY + timedelta(days=days)
    end(cast, by_raw_rows(cast, seal, ahead), on=ahead)
    settle()  # it was entered some other day
    with refused("nobody_hands_over"):
        actions.open_handover(
            seal_id=seal.pk, reason=HandoverReason.CHANGE, changed_on=TODAY,
            actor=cast.actor("ljw_director"), at=AT,
        )  # fmt: skip
    card = queries.seal_of(LIJIAWAN, ahead)
    assert card is not None and card.handover is None
    entrust(cast, seal, "ljw_clerk")
    settle()


def test_one_ended_on_the_day_it_began_was_kept_for_hours(cast: Cast) -> None:
    """The near miss: it passes on by a handover."""
    custody = entrust(cast, cast.issued(), "ljw_custodian")
    end(cast, custody)
    with refused("handover_first"):
        entrust(cast, custody.seal, "ljw_clerk")
    settle()
    by_raw_rows(cast, custody.seal, TODAY, "ljw_clerk")
    refuses("seals_custody_by_handover", "SET CONSTRAINTS ALL IMMEDIATE")
    connection.needs_rollback = True


def test_one_that_has_not_begun_is_taken_back_on_its_first_day(cast: Cast) -> None:
    tomorrow = TODAY + timedelta(days=1)
    custody = by_raw_rows(cast, cast.issued(), tomorrow)
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
