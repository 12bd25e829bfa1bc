"""What the database refuses, tried by raw SQL as the application's role."""

from datetime import timedelta

import pytest

from tests.certificates.attempts import execute, refuses
from tests.reminders.values import DIRECTOR, person, says_yes
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.reminders.models import EmailCode
from zhengyin.reminders.policy.choice import TRIES

pytestmark = pytest.mark.usefixtures("world")


def code(**changed: object) -> EmailCode:
    at = now()
    values: dict[str, object] = {
        "person": person(DIRECTOR), "email_encrypted": b"x", "email_masked": "l***@example.cn",
        "digest": b"d", "sent_at": at, "expires_at": at + timedelta(minutes=10), **changed,
    }  # fmt: skip
    return EmailCode.objects.create(**values)


def test_a_choice_is_a_known_way_with_an_address(world: World) -> None:
    says_yes(DIRECTOR)
    refuses("choice_known_way", "UPDATE reminders_choice SET way = 'pigeon'")
    refuses("choice_email_has_an_address", "UPDATE reminders_choice SET way = 'email'")
    execute("UPDATE reminders_choice SET way = 'email', email_masked = 'l***@example.cn'")
    refuses("permission denied", "DELETE FROM reminders_choice")
    refuses("permission denied", "TRUNCATE reminders_choice")


def test_a_code_is_used_once_and_tries_are_counted(world: World) -> None:
    row = code()
    refuses("email_code_few_tries", f"UPDATE reminders_emailcode SET tries = {TRIES + 1}")
    execute(f"UPDATE reminders_emailcode SET tries = {TRIES}")
    refuses("reminders_code_once", "UPDATE reminders_emailcode SET tries = 0")
    execute("UPDATE reminders_emailcode SET used_at = now()")
    refuses("reminders_code_once", "UPDATE reminders_emailcode SET used_at = NULL")
    refuses("permission denied", "UPDATE reminders_emailcode SET digest = 'e'")
    refuses("permission denied", "UPDATE reminders_emailcode SET email_encrypted = 'e'")
    execute("DELETE FROM reminders_emailcode WHERE id = %s", row.pk)


def test_a_code_lasts() -> None:
    at = now()
    refuses(
        "email_code_lasts",
        "INSERT INTO reminders_emailcode (id, person_id, email_encrypted, email_masked, digest, sent_at,"
        " expires_at, tries) VALUES (gen_random_uuid(), %s, 'x', 'x', 'x', %s, %s, 0)",
        person(DIRECTOR).pk, at, at,
    )  # fmt: skip
    code(sent_at=at, expires_at=at + timedelta(seconds=1))
