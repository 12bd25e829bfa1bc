"""提醒我: chosen, refused at the field with what was typed, an address confirmed by a code."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.http import HttpResponse

from tests.web.desk import Officer, text_of
from tests.web.deskcast import director
from tests.world import World
from zhengyin.reminders.models import Choice

HERE = "/account/reminders/"
ADDRESS = "li.guodong@example.cn"


@pytest.fixture
def who(desks: World, settings: LazySettings, tmp_path: Path) -> Officer:
    settings.FILES_DIR = tmp_path / "files"
    return director(desks)


def page(who: Officer) -> BeautifulSoup:
    return BeautifulSoup(who.client.get(HERE).content, "lxml")


def post(who: Officer, address: str = "", status: int = 302, **said: str) -> HttpResponse:
    answer: HttpResponse = who.client.post(HERE + address, said)
    assert answer.status_code == status, text_of(answer)
    return answer


def test_the_account_leads_there(who: Officer) -> None:
    assert BeautifulSoup(who.client.get("/account/").content, "lxml").select_one(f"a[href='{HERE}']")


def test_nothing_is_chosen_until_it_is(who: Officer) -> None:
    assert page(who).select_one("input[name=way][checked]")["value"] == "none"
    post(who, way="sms")
    after = page(who)
    assert after.select_one("input[name=way][checked]")["value"] == "sms"
    assert "提醒开着" in after.text


def test_e_mail_is_offered_after_its_address_was_confirmed(who: Officer, tmp_path: Path) -> None:
    assert page(who).select_one("input[value=email]") is None
    post(who, "email/", email=ADDRESS)
    asked = page(who)
    assert "l***@example.cn" in asked.text and ADDRESS not in asked.text
    code = (tmp_path / "email-demonstration.txt").read_text().partition("验证码")[2][:6]
    post(who, "email/code/", code=code)
    assert Choice.objects.get().way == "email"
    assert page(who).select_one("input[name=way][checked]")["value"] == "email"


@pytest.mark.parametrize("address, said, words", [
    ("email/", {"email": "li.guodong"}, "邮箱地址不对"),
    ("email/code/", {"code": "123456"}, "请重新发一个"),
])  # fmt: skip
def test_what_is_wrong_stands_at_its_field_with_what_was_typed(
    who: Officer, address: str, said: dict[str, str], words: str
) -> None:
    answer = BeautifulSoup(post(who, address, 409, **said).content, "lxml")
    assert words in answer.select_one(".wrong").text
    if address == "email/":
        assert answer.select_one("input[name=email]")["value"] == said["email"]


def test_the_second_code_within_a_minute_is_refused(who: Officer) -> None:
    post(who, "email/", email=ADDRESS)
    answer = post(who, "email/", 409, email=ADDRESS)
    assert "一分钟后可以再发" in answer.content.decode()


def test_where_nothing_is_set_up_nothing_is_offered(
    who: Officer, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhengyin.people.senders.is_demonstration", lambda: False)
    settings.SMS_SENDER = settings.EMAIL_HOST = ""
    bare = page(who)
    assert "这里还没有接短信和邮件" in bare.text
    assert not bare.select("input[name=way], input[name=email]")
    post(who, way="sms", status=422)


def test_looking_at_an_act_leads_to_the_page(who: Officer) -> None:
    for address in ("email/", "email/code/"):
        assert who.client.get(HERE + address).headers["Location"] == HERE


def test_strangers_log_in_first(client, desks: World) -> None:  # type: ignore[no-untyped-def]
    assert client.get(HERE).status_code == 302
