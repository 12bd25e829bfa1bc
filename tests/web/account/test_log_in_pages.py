"""The log-in as people do it: two steps, a shared computer, somebody who has forgotten."""

import base64
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.signing import TimestampSigner
from django.test import Client
from django_otp.oath import TOTP

from tests.people.conftest import CLERK, DIRECTOR, OFFICER, PASSWORD, VILLAGE, World, places, world
from zhengyin.people import actions
from zhengyin.people.actions.codesheet import new_sheet
from zhengyin.people.models import Account, Session
from zhengyin.people.policy.reset import Reset
from zhengyin.registers import queries as registers
from zhengyin.web.account import idle
from zhengyin.web.actors import SESSION

__all__ = ["places", "world"]
LOGIN, CODE, DESK, SWITCH, HOME = (
    "/account/login/", "/account/login/code/", "/desk", "/account/switch/", "/account/",
)  # fmt: skip
PIN = "258036"


@pytest.fixture
def clerk(world: World) -> Account:
    return world.account(CLERK, "clerk")


def code_of(secret: str, steps: int = 0) -> str:
    totp = TOTP(base64.b32decode(secret))
    totp.time = registers.now().timestamp() + 30 * steps
    return f"{totp.token():06d}"


def step_one(client: Client, username: str = "clerk", password: str = PASSWORD, **more: str):  # type: ignore[no-untyped-def]
    return client.post(LOGIN, {"username": username, "password": password, **more})


def log_in(client: Client, account: Account) -> str:
    codes = new_sheet(account=account, at=registers.now())
    step_one(client, account.username)
    answer = client.post(CODE, {"code": codes[0]})
    assert answer.status_code == 302, answer.content.decode()
    return codes[1]


@pytest.mark.clause("H1a")
def test_two_steps_open_a_session_of_the_person(clerk: Account) -> None:
    client, secret = Client(), actions.enrol_app(account=clerk, at=registers.now())
    assert step_one(client, " Clerk ").headers["Location"] == CODE
    assert client.get(DESK).headers["Location"].startswith(LOGIN)
    answer = client.post(CODE, {"code": code_of(secret)})
    assert answer.headers["Location"] == DESK
    session = Session.objects.get()
    assert (session.person, session.factor, session.address_prefix) == (clerk.person, "app", "127.0.0.0")
    assert client.session[SESSION] == str(session.id)
    assert client.get(HOME).status_code == 200


def test_the_page_asked_for_comes_after_the_log_in_but_nobody_else_s(clerk: Account) -> None:
    for asked, given in ((HOME, HOME), ("https://evil.example/", DESK), ("//evil.example", DESK)):
        client, codes = Client(), new_sheet(account=clerk, at=registers.now())
        step_one(client, next=asked)
        assert client.post(CODE, {"code": codes[0]}).headers["Location"] == given


def test_a_wrong_password_keeps_the_name_and_says_what_to_do(clerk: Account) -> None:
    answer = step_one(Client(), password="wrong")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "登录名或密码不对" in page
    assert 'value="clerk"' in page
    assert "wrong" not in re.findall(r'value="([^"]*)"', page)


def test_an_unknown_name_gets_the_same_answer(clerk: Account) -> None:
    def body(username: str) -> str:
        text = step_one(Client(), username, "wrong").content.decode()
        return re.sub(r"csrfmiddlewaretoken.*?>", "", text).replace(username, "")

    assert body("clerk") == body("nobody")


def test_empty_fields_are_named(places: None) -> None:
    page = Client().post(LOGIN, {}).content.decode()
    assert "登录名还没有填" in page
    assert "密码还没有填" in page


def test_five_wrong_passwords_lock_this_name_from_this_prefix_whatever_the_browser(clerk: Account) -> None:
    for tried in range(5):
        answer = Client(headers={"user-agent": f"browser {tried}"}).post(
            LOGIN, {"username": "clerk", "password": "wrong"}, REMOTE_ADDR=f"10.1.2.{tried}"
        )
    assert answer.status_code == 429
    right = {"username": "clerk", "password": PASSWORD}
    locked = Client().post(LOGIN, right, REMOTE_ADDR="10.1.2.200")
    assert locked.status_code == 429
    assert "15分钟" in locked.content.decode()
    assert 'value="clerk"' in locked.content.decode()
    assert Client().post(LOGIN, right, REMOTE_ADDR="10.1.3.1").status_code == 302


def test_another_name_from_the_same_prefix_is_not_locked(world: World, clerk: Account) -> None:
    world.account(DIRECTOR, "director")
    for _ in range(5):
        step_one(Client(), password="wrong")
    assert step_one(Client(), "director").status_code == 302


def test_a_wrong_code_stays_on_the_page_and_counts(clerk: Account) -> None:
    client, codes = Client(), new_sheet(account=clerk, at=registers.now())
    step_one(client)
    for _ in range(5):
        answer = client.post(CODE, {"code": "00000000"})
        assert answer.status_code == 200
        assert "验证码不对" in answer.content.decode()
    answer = client.post(CODE, {"code": codes[0]})
    assert "连续输错太多" in answer.content.decode()
    assert not Session.objects.exists()


def test_the_page_names_the_number_on_the_sheet(clerk: Account) -> None:
    client, codes = Client(), new_sheet(account=clerk, at=registers.now())
    actions.check_second_factor(account=clerk, code=codes[0], at=registers.now())
    step_one(client)
    assert "第2号" in client.get(CODE).content.decode()


def test_step_two_without_step_one_begins_again(places: None) -> None:
    assert Client().get(CODE).headers["Location"] == LOGIN
    assert Client().post(CODE, {"code": "123456"}).headers["Location"] == LOGIN


def test_it_works_over_https_without_a_referer(clerk: Account) -> None:
    """A browser that hides the Referer must not lock its clerk out; a forged form still fails."""
    client = Client(enforce_csrf_checks=True)
    page = client.get(LOGIN, secure=True).content.decode()
    found = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    form = {"username": "clerk", "password": PASSWORD}
    token = {"csrfmiddlewaretoken": found.group(1)}
    assert client.post(LOGIN, form, secure=True).status_code == 403
    assert client.post(LOGIN, {**form, **token}, secure=True).status_code == 302


def test_logging_out_closes_the_session(clerk: Account) -> None:
    client = Client()
    log_in(client, clerk)
    client.post("/account/logout/")
    assert Session.objects.get().closed_because == "logged_out"
    assert client.get(DESK).headers["Location"].startswith(LOGIN)


def test_half_an_hour_without_a_touch_asks_again_and_looking_wrote_nothing(
    clerk: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    log_in(client, clerk)
    client.cookies[idle.COOKIE] = old_stamp(client.session[SESSION], monkeypatch, idle.LIMIT)
    assert client.get(HOME).headers["Location"].startswith(LOGIN)
    assert Session.objects.get().closed_at is None
    client.cookies[idle.COOKIE] = old_stamp(
        client.session[SESSION], monkeypatch, idle.LIMIT - timedelta(minutes=1)
    )
    assert client.get(HOME).status_code == 200


def old_stamp(session: str, monkeypatch: pytest.MonkeyPatch, ago: timedelta) -> str:
    then = datetime.now(UTC).timestamp() - ago.total_seconds() - 1
    with monkeypatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: then)
        return TimestampSigner(salt="zhengyin.seen").sign(session)


def test_after_idling_the_log_in_opens_a_new_session_and_closes_the_old(clerk: Account) -> None:
    client = Client()
    following = log_in(client, clerk)
    del client.cookies[idle.COOKIE]
    assert client.get(HOME).status_code == 302
    step_one(client)
    client.post(CODE, {"code": following})
    assert client.get(HOME).status_code == 200
    assert Session.objects.filter(closed_at=None).count() == 1


def with_pin(client: Client, account: Account, pin: str = PIN) -> None:
    following = log_in(client, account)
    answer = client.post("/account/pin/", {"device": "值班电脑", "pin": pin, "code": following})
    assert answer.status_code == 302, answer.content.decode()


def test_a_colleague_takes_over_with_a_pin_on_the_registered_computer(world: World, clerk: Account) -> None:
    client, director = Client(), world.account(DIRECTOR, "director")
    with_pin(client, clerk)
    with_pin(client, director, "913274")
    page = client.get(SWITCH).content.decode()
    assert CLERK in page and DIRECTOR in page
    answer = client.post(SWITCH, {"account": str(clerk.id), "pin": PIN})
    assert answer.headers["Location"] == DESK
    assert Session.objects.get(closed_at=None).person == clerk.person
    assert Session.objects.filter(closed_because="another_person").count() == 2
    assert Session.objects.get(closed_at=None).device is not None


def test_a_wrong_pin_keeps_who_sits_there_and_says_how_often(clerk: Account) -> None:
    client = Client()
    with_pin(client, clerk)
    answer = client.post(SWITCH, {"account": str(clerk.id), "pin": "000111"})
    assert "还可以试4次" in answer.content.decode()
    assert client.get(HOME).status_code == 200


def test_elsewhere_the_pin_opens_nothing(clerk: Account) -> None:
    with_pin(Client(), clerk)
    other = Client()
    assert CLERK not in other.get(SWITCH).content.decode()
    answer = other.post(SWITCH, {"account": str(clerk.id), "pin": PIN})
    assert answer.status_code == 200
    other.cookies["device"] = "forged:1:x"
    assert CLERK not in other.get(SWITCH).content.decode()


def test_a_pin_is_not_enough_to_make_another_factor(clerk: Account) -> None:
    client = Client()
    with_pin(client, clerk)
    client.post(SWITCH, {"account": str(clerk.id), "pin": PIN})
    assert client.post("/account/code-sheet/", {"code": PIN}).status_code == 200
    assert client.post("/account/app/", {"code": PIN}).status_code == 200


def test_the_sheet_prints_and_the_app_is_shown_once(clerk: Account) -> None:
    client = Client()
    following = log_in(client, clerk)
    shown = client.post("/account/app/", {"code": following}).content.decode()
    found = re.search(r"<b>([A-Z2-7 ]{39})</b>", shown)
    assert found
    secret = found.group(1).replace(" ", "")
    answer = client.post("/account/code-sheet/", {"code": code_of(secret)})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.clause("O2.3a")
def test_a_reset_is_shown_to_its_owner_and_asks_for_a_new_password(world: World, clerk: Account) -> None:
    now = registers.now()
    codes = new_sheet(account=clerk, at=now)
    handed = actions.reset_login(
        account_id=clerk.id, organization_id=VILLAGE, what=Reset.PASSWORD, reason="忘了密码",
        actor=world.act(OFFICER), at=now,
    )  # fmt: skip
    client = Client()
    step_one(client, password=handed.password)
    assert client.post(CODE, {"code": codes[0]}).headers["Location"] == "/account/login/password/"
    assert client.get(DESK).headers["Location"].startswith(LOGIN)
    mine = "一句只有我知道的长话"
    form = {"old": handed.password, "new": mine, "again": mine}
    assert client.post("/account/login/password/", {**form, "again": "x"}).status_code == 200
    assert client.post("/account/login/password/", form).headers["Location"] == DESK
    page = client.get(HOME).content.decode()
    assert OFFICER in page and "忘了密码" in page
    assert "现在不能签批和盖章" in page
    assert "本人换密码" in page


def test_a_text_message_in_the_demonstration(clerk: Account) -> None:
    client = Client()
    step_one(client)
    answer = client.post("/account/login/text-message/")
    assert clerk.person.phone_tail in answer.content.decode()
    again = client.post("/account/login/text-message/")
    assert again.status_code == 200
    assert "刚刚发过" in again.content.decode()


def test_the_own_password_is_changed_with_the_old_one(clerk: Account) -> None:
    client = Client()
    log_in(client, clerk)
    mine = "一句只有我知道的长话"
    for _ in range(4):
        wrong = client.post("/account/password/", {"old": "x", "new": mine, "again": mine})
        assert 'id="id_old-wrong"' in wrong.content.decode()
        assert "原密码不对" in wrong.content.decode() and wrong.status_code == 409
    assert client.post("/account/password/", {"old": PASSWORD, "new": mine, "again": mine}).status_code == 302
    assert "本人换密码" in client.get(HOME).content.decode()


def test_the_old_password_is_not_tried_without_end(clerk: Account) -> None:
    client, mine = Client(), "一句只有我知道的长话"
    log_in(client, clerk)
    for _ in range(5):
        client.post("/account/password/", {"old": "x", "new": mine, "again": mine})
    shut = client.post("/account/password/", {"old": PASSWORD, "new": mine, "again": mine})
    assert "连续输错太多" in shut.content.decode()
    clerk.refresh_from_db()
    assert clerk.check_password(PASSWORD)
