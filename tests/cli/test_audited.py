"""When a log-in was over, for the audit: at the earliest of what can end it."""

from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localtime

from tests.people.conftest import CLERK, NOW, World, places, world
from zhengyin.cli.audited import sessions
from zhengyin.people import actions
from zhengyin.people.policy.factors import Factor
from zhengyin.registers.audit.reviews import Session

__all__ = ["places", "world"]
HALF_A_DAY = timedelta(hours=12)


@pytest.fixture
def sitting(world: World) -> None:
    actions.open_session(
        account=world.account(CLERK), factor=Factor.APP, device=None, address_prefix="", at=NOW
    )


def only() -> Session:
    (one,) = sessions()
    return one


def test_a_log_in_nobody_closed_was_over_after_twelve_hours(sitting: None) -> None:
    assert only().ended_at == NOW + HALF_A_DAY


def test_a_log_in_closed_before_ended_then(sitting: None) -> None:
    actions.close_session(session_id=only().id, because="logged_out", at=NOW + timedelta(hours=2))
    assert only().ended_at == NOW + timedelta(hours=2)


def test_closed_the_next_day_it_was_over_long_before(sitting: None) -> None:
    actions.close_session(session_id=only().id, because="logged_out", at=NOW + timedelta(days=1))
    assert only().ended_at == NOW + HALF_A_DAY


def test_an_office_that_ends_at_midnight_ends_it(world: World) -> None:
    evening = NOW.replace(hour=12)  # 20:00 in Shanghai
    term = world.terms[f"{CLERK} handler"]
    tomorrow = localtime(evening).date() + timedelta(days=1)
    actions.open_session(
        account=world.account(CLERK), factor=Factor.APP, device=None, address_prefix="", at=evening
    )
    actions.end_appointment(
        appointment_id=term.id, on=tomorrow, reason="离任", actor=world.act("李国栋", evening), at=evening
    )
    midnight = datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=localtime(evening).tzinfo)
    assert only().ended_at == midnight
