"""Log-ins by raw SQL: a second row like the one there is, with the one change that is allowed beside it."""

import json
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from tests.people.conftest import (
    CLERK,
    DEPUTY,
    DIRECTOR,
    NOW,
    OFFICER,
    World,
    constraint_of,
)
from tests.people.test_log_in import clerk, reset, token
from zhengyin.people import actions
from zhengyin.people.actions.codesheet import new_sheet
from zhengyin.people.models import Account, CodeSheet, Device, DevicePin, SheetCode
from zhengyin.people.policy.factors import Factor

__all__ = ["clerk", "token"]


def again(table: str, key: object, **changes: object) -> None:
    """Insert the row once more, with these columns changed."""
    new = json.dumps(changes, default=str)
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(
            f"INSERT INTO {table} SELECT (jsonb_populate_record(one, %s)).* FROM {table} one WHERE id = %s",
            [new, key],
        )
        assert cursor.rowcount == 1


def refused(constraint: str, table: str, key: object, **changes: object) -> None:
    with pytest.raises(DatabaseError) as caught:
        again(table, key, **changes)
    assert constraint_of(caught.value) == constraint


def test_a_log_in_name_stands_once(clerk: Account) -> None:
    refused("people_account_username_key", "people_account", clerk.pk, id=uuid4())
    again("people_account", clerk.pk, id=uuid4(), username="another")


def test_a_person_has_a_name_and_one_row(world: World) -> None:
    key = world.person(CLERK).pk
    refused("people_person_identity_index_key", "people_person", key, id=uuid4())
    other = {"id": uuid4(), "identity_index": "\\x0102"}
    refused("person_has_a_name", "people_person", key, **other, name="")
    again("people_person", key, **other, name="别人")


def test_a_computer_has_a_secret_of_its_own(clerk: Account, token: str) -> None:
    key = Device.objects.get().pk
    refused("people_device_token_digest_key", "people_device", key, id=uuid4())
    again("people_device", key, id=uuid4(), token_digest="\\x0102")


def test_one_pin_a_computer_and_account(world: World, clerk: Account, token: str) -> None:
    pin = DevicePin.objects.get()
    refused("one_pin_a_device_and_account", "people_devicepin", pin.pk, id=pin.pk + 1000)
    other = world.account(DEPUTY, "deputy")
    again("people_devicepin", pin.pk, id=pin.pk + 1000, account_id=other.pk)


def test_one_sheet_of_codes_is_good(clerk: Account) -> None:
    new_sheet(account=clerk, at=NOW)
    key = CodeSheet.objects.get(account=clerk).pk
    refused("one_live_code_sheet", "people_codesheet", key, id=uuid4())
    again("people_codesheet", key, id=uuid4(), ended_at=NOW)


def test_a_sheet_has_each_place_and_each_code_once(clerk: Account) -> None:
    new_sheet(account=clerk, at=NOW)
    code = SheetCode.objects.filter(sheet__account=clerk).order_by("position")[0]
    places = {"id": code.pk + 1000, "position": 99}
    refused("one_code_a_position", "people_sheetcode", code.pk, id=code.pk + 1000, digest="\\x0102")
    refused("no_code_twice_on_a_sheet", "people_sheetcode", code.pk, **places)
    again("people_sheetcode", code.pk, **places, digest="\\x0102")


@pytest.mark.clause("H1a")
def test_a_reset_takes_three_people(world: World, clerk: Account) -> None:
    reset(world, clerk, DIRECTOR)
    row = clerk.resets.get()
    owner, director, officer = (world.person(name).pk for name in (CLERK, DIRECTOR, OFFICER))
    refused("nobody_resets_himself", "people_reset", row.pk, id=uuid4(), reset_by_id=owner)
    for second in (owner, director):
        refused("a_third_person_confirms_a_reset", "people_reset", row.pk, id=uuid4(), confirmed_by_id=second)
    again("people_reset", row.pk, id=uuid4(), confirmed_by_id=officer)


def test_a_sitting_closes_after_it_opened(clerk: Account) -> None:
    session = actions.open_session(account=clerk, factor=Factor.APP, device=None, address_prefix="", at=NOW)
    change = "UPDATE people_session SET closed_at = opened_at {} WHERE id = %s"

    def close(later: str, key: UUID) -> None:
        with connection.cursor() as cursor, transaction.atomic():
            cursor.execute(change.format(later), [key])

    with pytest.raises(DatabaseError) as caught:
        close("- interval '1 microsecond'", session.pk)
    assert constraint_of(caught.value) == "session_closes_after_it_opened"
    close("", session.pk)
