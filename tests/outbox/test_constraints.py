"""What the database refuses, tried by raw SQL as the application's role."""

import pytest

from tests.certificates.attempts import execute, refuses
from tests.outbox.values import AT, MIDNIGHT, PERSON, Provider, put
from zhengyin.outbox import actions
from zhengyin.outbox.models import Message
from zhengyin.outbox.policy import Channel

pytestmark = pytest.mark.django_db
NEW = "00000000-0000-4000-8000-000000000001"
INSERT = """
INSERT INTO outbox_message (id, key, channel, to_encrypted, to_masked, text, about, county_code, state,
                            attempts, put_at, next_at, until, ended_at, error)
VALUES (%s, %s, %s, %s, '', %s, %s, '620422000000', %s, %s, %s, %s, %s, %s, %s)"""


def row(**changed: object) -> list[object]:
    values: dict[str, object] = {
        "id": NEW, "key": "new", "channel": "sms", "to": b"x", "text": "有3件等您签批", "about": PERSON,
        "state": "message_waiting", "attempts": 0, "put_at": AT, "next_at": AT, "until": MIDNIGHT,
        "ended_at": None, "error": "",
    }  # fmt: skip
    return list({**values, **changed}.values())


@pytest.mark.parametrize("constraint, changed", [
    ("message_known_words", {"channel": "pigeon"}),
    ("outbox_message_begins", {"state": "message_sent", "ended_at": AT, "to": b""}),
    ("outbox_message_begins", {"state": "message_failed", "ended_at": AT}),
    ("outbox_message_begins", {"attempts": 1}),
    ("message_ended_fits", {"ended_at": AT}),
    ("message_names_no_number", {"text": "请打13800001234"}),
    ("message_names_no_number", {"text": "1234567"}),
    ("message_names_no_number", {"text": ""}),
    ("message_names_no_number", {"error": "13800001234是空号"}),
    ("outbox_sent_forgets_the_address", {"to": b""}),
    ("outbox_message_key", {"key": "one"}),
])  # fmt: skip
def test_a_message_begins_by_waiting_and_names_no_number(constraint: str, changed: dict[str, object]) -> None:
    put("one")
    refuses(constraint, INSERT, *row(**changed))


@pytest.mark.parametrize(
    "changed", [{}, {"text": "123456件，http://10.0.0.1:65535/desk"}, {"channel": "email"}]
)
def test_the_near_misses_pass(changed: dict[str, object]) -> None:
    execute(INSERT, *row(**changed))


def test_what_was_sent_is_over() -> None:
    message = put()
    refuses("outbox_sent_forgets_the_address",
            "UPDATE outbox_message SET state = 'message_sent', ended_at = now()")  # fmt: skip
    refuses("message_ended_fits", "UPDATE outbox_message SET state = 'message_failed'")
    refuses("message_known_words", "UPDATE outbox_message SET state = 'lost', ended_at = now()")
    refuses("outbox_message_waits", "DELETE FROM outbox_message")
    actions.send_next(senders={Channel.SMS: Provider()}, at=AT)
    refuses("outbox_message_path", "UPDATE outbox_message SET state = 'message_waiting', ended_at = NULL")
    refuses("outbox_message_path", "UPDATE outbox_message SET error = 'x'")
    execute("DELETE FROM outbox_message WHERE id = %s", message.pk)


def test_what_failed_is_only_sent_again() -> None:
    put(channel=Channel.EMAIL)
    actions.send_next(senders={}, at=AT)
    refuses("outbox_message_path", "UPDATE outbox_message SET state = 'message_sent', to_encrypted = ''")
    refuses("outbox_message_path", "UPDATE outbox_message SET error = ''")
    execute("UPDATE outbox_message SET state = 'message_waiting', ended_at = NULL")
    assert Message.objects.get().state == "message_waiting"


@pytest.mark.parametrize("column", ["key", "channel", "text", "about", "until", "put_at", "to_masked"])
def test_what_it_says_stays(column: str) -> None:
    refuses("permission denied", f"UPDATE outbox_message SET {column} = {column}")


def test_nobody_truncates() -> None:
    refuses("permission denied", "TRUNCATE outbox_message")
