"""Put once, tried until it goes, never twice after it went."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.outbox.values import AT, COUNTY, MIDNIGHT, PERSON, TEXT, Provider, envelope, minutes, put
from zhengyin.outbox import actions, queries
from zhengyin.outbox.models import Message
from zhengyin.outbox.policy import KEPT, MOST, NOT_SET_UP, TOO_LATE, Channel, MessageState
from zhengyin.shared.refusal import Refused


@pytest.mark.django_db
def test_the_same_is_queued_once() -> None:
    put("day")
    assert actions.put(envelope=envelope("day", text="别的话"), until=MIDNIGHT, at=minutes(5)) is False
    assert Message.objects.get().text == TEXT
    assert queries.queued({"day", "another"}) == {"day"}


@pytest.mark.django_db
def test_what_the_act_takes_back_is_not_queued() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        put()
        raise RuntimeError("the act failed")
    assert not Message.objects.exists()


@pytest.mark.django_db
def test_the_address_cannot_be_read_off_the_table() -> None:
    row = put()
    assert b"13800001234" not in bytes(row.to_encrypted)
    assert actions.address_of(row) == "13800001234"


@pytest.mark.django_db
def test_it_fails_twice_and_then_goes() -> None:
    put()
    provider = Provider(refuses=2)
    senders = {Channel.SMS: provider}
    assert actions.send_next(senders=senders, at=AT)
    assert not actions.send_next(senders=senders, at=minutes(4)), "not before five minutes are over"
    row = Message.objects.get()
    assert (row.attempts, row.next_at, row.error) == (1, minutes(5), "连不上发送的服务器，或者中途断了")
    assert actions.send_next(senders=senders, at=minutes(5))
    assert not actions.send_next(senders=senders, at=minutes(14))
    assert actions.send_next(senders=senders, at=minutes(15))
    row.refresh_from_db()
    assert provider.sent == [("13800001234", TEXT)]
    assert (row.state, row.attempts, row.error, row.ended_at) == (
        MessageState.SENT, 3, "", minutes(15),
    )  # fmt: skip


@pytest.mark.django_db
def test_what_was_sent_is_never_sent_again_and_its_address_is_gone() -> None:
    row = put()
    provider = Provider()
    assert actions.send_next(senders={Channel.SMS: provider}, at=AT)
    for later in (AT, minutes(5), MIDNIGHT + timedelta(days=1)):
        assert not actions.send_next(senders={Channel.SMS: provider}, at=later)
    with pytest.raises(Refused):
        actions.send_again(message_id=row.pk, at=minutes(1))
    assert not actions.put(envelope=envelope(), until=MIDNIGHT, at=minutes(2))
    row.refresh_from_db()
    assert (len(provider.sent), actions.address_of(row), row.to_masked) == (1, "", "138****1234")


@pytest.mark.django_db
def test_after_six_tries_it_is_given_up_and_may_be_sent_again() -> None:
    row, at = put(), AT
    provider = Provider(refuses=MOST)
    while actions.send_next(senders={Channel.SMS: provider}, at=at):
        row.refresh_from_db()
        at = row.next_at
    assert (provider.asked, row.state, row.attempts) == (MOST, MessageState.FAILED, MOST)
    actions.send_again(message_id=row.pk, at=at)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.ended_at) == (MessageState.WAITING, 0, None)
    assert actions.send_next(senders={Channel.SMS: provider}, at=at)
    assert len(provider.sent) == 1


@pytest.mark.django_db
def test_what_nobody_wants_to_know_any_more_is_not_sent() -> None:
    row, provider = put(), Provider()
    assert actions.send_next(senders={Channel.SMS: provider}, at=MIDNIGHT)
    row.refresh_from_db()
    assert (provider.asked, row.state, row.error) == (0, MessageState.FAILED, TOO_LATE)


@pytest.mark.django_db
def test_a_second_before_midnight_it_is() -> None:
    put()
    provider = Provider()
    assert actions.send_next(senders={Channel.SMS: provider}, at=MIDNIGHT - timedelta(seconds=1))
    assert len(provider.sent) == 1


@pytest.mark.django_db
def test_a_way_that_is_not_set_up_fails_at_once_and_is_seen() -> None:
    row = put(channel=Channel.EMAIL)
    assert actions.send_next(senders={Channel.SMS: Provider()}, at=AT)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.error) == (MessageState.FAILED, 0, NOT_SET_UP)


@pytest.mark.django_db
def test_one_that_fails_stops_no_other() -> None:
    put("bad", at=minutes(-5))
    put("good", to="13800005678")
    provider = Provider(refuses=1, error=KeyError("13800001234"))
    while actions.send_next(senders={Channel.SMS: provider}, at=AT):
        pass
    assert [to for to, _ in provider.sent] == ["13800005678"]


@pytest.mark.django_db
def test_the_administrator_sees_masks_and_words() -> None:
    put("failed", channel=Channel.EMAIL)
    put("other", county_code="150623000000")
    sent = put("sent", at=minutes(-5))
    senders = {Channel.SMS: Provider()}
    assert actions.send_next(senders=senders, at=minutes(-1))
    sent.refresh_from_db()
    assert sent.state == MessageState.SENT
    while actions.send_next(senders={}, at=AT):
        pass
    page = queries.outbox_of(COUNTY, AT)
    assert page.counts == {MessageState.WAITING: 0, MessageState.SENT: 1, MessageState.FAILED: 1}
    (row,) = page.rows
    assert (row.to_masked, row.error, row.may_be_sent_again) == ("138****1234", NOT_SET_UP, True)
    assert not queries.outbox_of(COUNTY, MIDNIGHT).rows[0].may_be_sent_again


@pytest.mark.django_db
def test_what_is_over_is_swept_after_thirty_days() -> None:
    put("sent")
    assert actions.send_next(senders={Channel.SMS: Provider()}, at=AT)
    put("waits")
    assert actions.sweep(at=AT + KEPT) == 0
    assert actions.sweep(at=AT + KEPT + timedelta(seconds=1)) == 1
    assert [row.key for row in Message.objects.all()] == ["waits"]


def test_two_senders_never_take_the_same(fresh_database: str) -> None:
    """While one holds a message at the provider's door, the other passes it over."""
    for number in range(6):
        put(f"m{number}", to=f"1380000000{number}")
    both, provider = threading.Barrier(2, timeout=20), Provider()

    class Slow:
        def send(self, *, to: str, text: str) -> None:
            both.wait()
            provider.send(to=to, text=text)

    def run() -> int:
        try:
            return sum(
                1 for _ in iter(lambda: actions.send_next(senders={Channel.SMS: Slow()}, at=AT), False)
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        tried = list(pool.map(lambda _: run(), range(2)))
    assert sum(tried) == 6
    assert sorted(to for to, _ in provider.sent) == [f"1380000000{number}" for number in range(6)]
    assert not Message.objects.exclude(state=MessageState.SENT.value).exists()


def test_two_who_put_the_same_at_once_queue_it_once(fresh_database: str) -> None:
    both = threading.Barrier(8, timeout=20)

    def run(_: int) -> bool:
        try:
            both.wait()
            return actions.put(envelope=envelope(), until=MIDNIGHT, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(run, range(8))) == 1
    assert Message.objects.get().about == PERSON


def test_a_crash_after_the_provider_s_yes_sends_twice_at_worst(fresh_database: str) -> None:
    """What was sent and not yet marked goes again: better twice than never."""
    put()
    provider = Provider()
    with pytest.raises(SystemExit), transaction.atomic():
        assert actions.send_next(senders={Channel.SMS: provider}, at=AT)
        raise SystemExit("the power went")
    assert actions.send_next(senders={Channel.SMS: provider}, at=minutes(5))
    assert not actions.send_next(senders={Channel.SMS: provider}, at=minutes(10))
    assert len(provider.sent) == 2
