"""发件箱: counts, masks, words; again by the system administrator alone."""

from uuid import UUID

import pytest

from tests.reminders.values import DIRECTOR, says_yes
from tests.web.desk import Officer
from tests.web.deskcast import ADMINISTRATION, nothing_written, queries_of
from tests.web.walking import huining
from tests.world import World
from zhengyin.outbox import actions as outbox
from zhengyin.outbox.models import Message
from zhengyin.people.models import Account
from zhengyin.people.queries import phone_of
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.reminders.actions import put_reminders


def system(world: World) -> Officer:
    return Officer(world, "hn.system", ADMINISTRATION)


@pytest.fixture
def failed(desks: World) -> Message:
    huining(desks).verified()
    says_yes(DIRECTOR)
    assert put_reminders(at=now(), early=True) == 1
    outbox.send_next(senders={}, at=now())
    return Message.objects.get()


def test_an_empty_outbox_says_when_something_comes(desks: World) -> None:
    page = system(desks).get("administrator-outbox")
    assert "没有等着发的" in page.text and "短信可以发" in page.text


def test_the_number_is_masked_and_no_text_is_shown(desks: World, failed: Message) -> None:
    page = system(desks).get("administrator-outbox")
    phone = phone_of(Account.objects.get(username=DIRECTOR).person)
    assert f"{phone[:3]}****{phone[-4:]}" in page.text and phone not in page.text
    assert "没有设置好" in page.text and "等您签批" not in page.text
    assert [one.dd.text for one in page.select(".sums > div")] == ["0条", "0条", "1条"]


def test_again_puts_it_back(desks: World, failed: Message) -> None:
    who = system(desks)
    who.post("administrator-again", failed.pk)
    failed.refresh_from_db()
    assert failed.state == "message_waiting"
    assert not who.get("administrator-outbox").select("form[action$='/again']")
    with nothing_written():
        who.post("administrator-again", failed.pk, status=409)


@pytest.mark.parametrize("username", ["hn.security", "hn.audit"])
def test_the_other_two_do_not_open_it(desks: World, failed: Message, username: str) -> None:
    who = Officer(desks, username, ADMINISTRATION)
    who.get("administrator-outbox", status=403)
    who.post("administrator-again", failed.pk, status=403)


def test_another_county_s_is_not_found(desks: World, failed: Message) -> None:
    who = Officer(desks, "od.system", organization_id("administration:150623000000"))
    assert "****" not in who.get("administrator-outbox").text
    who.post("administrator-again", failed.pk, status=404)
    who.post("administrator-again", UUID(int=1), status=404)


def test_the_audit_administrator_reads_the_line(desks: World, failed: Message) -> None:
    system(desks).post("administrator-again", failed.pk)
    who = Officer(desks, "hn.audit", ADMINISTRATION)
    page = who.get("administrator-book", ADMINISTRATION, query="?book=settings")
    assert "再发一次提醒" in page.text and "方式：短信" in page.text


def test_few_and_many_ask_the_same(desks: World, failed: Message) -> None:
    who = system(desks)
    address = who.url("administrator-outbox")
    who.client.get(address)
    few = queries_of(who, address)
    for number in range(5):
        envelope = outbox.Envelope(
            f"k{number}", outbox.Channel.SMS, "1", "****", "有1件", failed.about, failed.county_code
        )
        outbox.put(envelope=envelope, until=failed.until, at=now())
    assert queries_of(who, address) == few <= 12
