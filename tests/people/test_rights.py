"""What the application's role may do to the rows the audit leans on."""

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.people.conftest import CLERK, DIRECTOR, NOW, World
from tests.people.test_log_in import clerk, reset
from zhengyin.people import actions
from zhengyin.people.models import Account
from zhengyin.people.policy.factors import Factor
from zhengyin.people.queries import actor_for

__all__ = ["clerk"]
FORBIDDEN = [
    "DELETE FROM people_session",
    "UPDATE people_session SET opened_at = opened_at - interval '1 day'",
    "UPDATE people_session SET person_id = person_id",
    "DELETE FROM people_reset",
    "UPDATE people_reset SET reset_at = reset_at - interval '1 day'",
    "UPDATE people_reset SET reset_by_id = reset_by_id",
    "DELETE FROM people_person",
    "UPDATE people_person SET name = '别名'",
    "UPDATE people_person SET identity_index = identity_index",
    "UPDATE people_person SET created_at = created_at",
    "DELETE FROM people_account",
    "UPDATE people_account SET person_id = person_id",
    "DELETE FROM people_device",
    "DELETE FROM people_codesheet",
    "UPDATE people_sheetcode SET digest = ''",
    "DELETE FROM people_appointment",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('people', '9999', now())",
    "UPDATE django_migrations SET name = name",
    "DELETE FROM django_migrations",
    "DELETE FROM regions_county",
    "DELETE FROM regions_committee",
    "DELETE FROM regions_organization",
]


def execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_evidence_is_not_rewritten(db: None, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        execute(statement)


def test_what_the_acts_write_they_may_write(world: World, clerk: Account) -> None:
    """Near misses: the same tables, by the columns the application closes and confirms."""
    session = actions.open_session(account=clerk, factor=Factor.APP, device=None, address_prefix="", at=NOW)
    assert actor_for(clerk, session.id, NOW).name == CLERK
    reset(world, clerk, DIRECTOR)
    for statement in (
        "UPDATE people_session SET closed_at = opened_at, closed_because = 'logged_out', ends_on = NULL",
        "UPDATE people_reset SET seen_at = reset_at",
        "UPDATE people_account SET last_login = created_at, is_active = false",
        "UPDATE people_person SET phone_encrypted = '', phone_tail = ''",
        "SELECT 1 FROM people_person FOR UPDATE",
        "SELECT name FROM django_migrations",
    ):
        execute(statement)
