"""再发一次: the system administrator's, a line, only what failed."""

from datetime import timedelta

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line
from tests.certificates.cast import officer
from tests.outbox.values import Provider
from tests.reminders.values import DIRECTOR, says_yes
from tests.web.deskcast import ADMINISTRATION
from tests.world import World
from zhengyin.ledger.models import Entry
from zhengyin.outbox import actions as outbox
from zhengyin.outbox.models import Message
from zhengyin.outbox.policy import Channel, MessageState
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.reminders import actions
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

SYSTEM = "hn.system"


@pytest.fixture
def failed(world: World) -> Message:
    cast.verified()
    says_yes(DIRECTOR)
    assert actions.put_reminders(at=now(), early=True) == 1
    assert outbox.send_next(senders={}, at=now())
    return Message.objects.get()


def again(row: Message, who: str = SYSTEM, later: timedelta = timedelta()) -> None:
    place = organization_id("administration:150623000000") if who.startswith("od") else ADMINISTRATION
    actions.send_again(message_id=row.pk, organization_id=place, actor=officer(who), at=now() + later)


def refused(row: Message, *codes: str, who: str = SYSTEM, later: timedelta = timedelta()) -> None:
    lines = Entry.objects.count()
    with pytest.raises(Refused) as caught:
        again(row, who, later)
    assert [one.code for one in caught.value.refusals] == list(codes)
    assert Entry.objects.count() == lines
    assert Message.objects.get().state == row.state


def test_what_failed_is_sent_again_and_that_is_a_line(failed: Message) -> None:
    again(failed)
    line = last_line(failed.pk)
    assert (line.kind, line.book, line.office) == ("reminders.sent_again", "settings", "system_administrator")
    assert dict(line.columns) == {
        "channel": "短信", "day": day_of(failed.put_at).isoformat(), "error": "这种方式没有设置好，发不了",
    }  # fmt: skip
    provider = Provider()
    assert outbox.send_next(senders={Channel.SMS: provider}, at=now())
    assert len(provider.sent) == 1 and Message.objects.get().state == MessageState.SENT


@pytest.mark.parametrize("who", [DIRECTOR, "hn.security", "od.system"])
def test_nobody_else_does(failed: Message, who: str) -> None:
    refused(failed, "outbox_is_not_yours", who=who)


def test_not_twice(failed: Message) -> None:
    again(failed)
    failed.refresh_from_db()
    refused(failed, "message_has_not_failed")


def test_not_on_another_day(failed: Message) -> None:
    refused(failed, "message_is_of_another_day", later=timedelta(days=1))
