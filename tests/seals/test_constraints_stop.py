"""A stop and the state of its seal agree, tried by raw SQL as the application's role."""

import pytest
from django.db import connection

from tests.seals.cast import LIJIAWAN, Cast
from tests.seals.test_constraints import refuses, taken_back
from tests.seals.test_life import lose, restore, stop
from zhengyin.seals.models import Seal

pytestmark = pytest.mark.clause("H3.2.1b")
INSERT = (
    "INSERT INTO seals_stop (id, seal_id, reason, since, stopped_at) "
    "VALUES (gen_random_uuid(), %s, 'seal_lost', now() - interval '1 day', now())"
)
NOW = "SET CONSTRAINTS ALL IMMEDIATE"


def test_no_seal_goes_on_with_an_open_stop(cast: Cast) -> None:
    seal = cast.issued()
    refuses("seals_stopped_for_a_reason", f"{INSERT}; {NOW}", seal.pk)


def test_the_stop_is_written_first_and_the_state_after_it(cast: Cast) -> None:
    """The near miss."""
    seal = cast.issued()
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [seal.pk])
        cursor.execute(f"UPDATE seals_seal SET state = 'stopped' WHERE id = %s; {NOW}", [seal.pk])
    assert Seal.objects.get(pk=seal.pk).state == "stopped"


def test_no_seal_stands_still_when_its_stop_has_ended(cast: Cast) -> None:
    seal = lose(cast, cast.issued())
    end = "UPDATE seals_stop SET ended_at = stopped_at WHERE seal_id = %s"
    refuses("seals_stopped_for_a_reason", f"{end}; {NOW}", seal.pk)


def test_what_is_restored_agrees(cast: Cast) -> None:
    """The near miss."""
    restore(cast, stop(cast, cast.issued()))
    with connection.cursor() as cursor:
        cursor.execute(NOW)


@pytest.mark.parametrize("stopped", [True, False])
def test_nobody_has_a_seal_in_hand_beside_an_open_stop(cast: Cast, stopped: bool) -> None:
    custody = cast.kept()
    with taken_back() as cursor:
        if stopped:
            cursor.execute(INSERT, [custody.seal_id])
        asked = (LIJIAWAN, custody.person_id, custody.recorded_at)
        cursor.execute("SELECT seals_in_hand(%s, %s, %s)", asked)
        assert cursor.fetchone() == (not stopped,)
