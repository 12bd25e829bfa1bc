"""Somebody above resets a log-in, a third person confirms; strangers find nothing."""

import re

import pytest
from django.test import Client

from tests.people.conftest import CLERK, DIRECTOR, KEEPER, OFFICER, OFFICER2, World, places, world
from tests.web.account.test_log_in_pages import log_in
from zhengyin.people.models import Account, Reset
from zhengyin.people.queries import blocked_from_approving, phone_of
from zhengyin.registers import queries as registers

__all__ = ["places", "world"]
OTHERS = "/account/others/"


def seated(world: World, name: str, username: str) -> Client:
    client = Client()
    log_in(client, world.account(name, username))
    return client


def address(account: Account) -> str:
    return f"/account/others/{account.id}/reset/"


@pytest.fixture
def keeper(world: World) -> Account:
    return world.account(KEEPER, "keeper")


def test_the_township_resets_and_another_officer_confirms(world: World, keeper: Account) -> None:
    officer, second = seated(world, OFFICER, "officer"), seated(world, OFFICER2, "officer.two")
    assert KEEPER in officer.get(OTHERS, {"q": "张"}).content.decode()
    page = officer.post(address(keeper), {"what": "password", "reason": "忘了"}).content.decode()
    found = re.search(r'class="no">(\w+)<', page)
    assert found
    keeper.refresh_from_db()
    assert keeper.check_password(found.group(1))
    assert blocked_from_approving(keeper.person_id, registers.now())
    confirmation = f"/account/resets/{Reset.objects.get().id}/confirmation/"
    assert officer.post(confirmation).status_code == 409
    assert "等第三个人确认" in second.get(OTHERS).content.decode()
    assert second.post(confirmation).status_code == 302
    assert not blocked_from_approving(keeper.person_id, registers.now())


@pytest.mark.clause("H3.2.4c")
def test_a_director_is_refused_the_custodian_with_the_reason(world: World, keeper: Account) -> None:
    director = seated(world, DIRECTOR, "director")
    answer = director.post(address(keeper), {"what": "password", "reason": "忘了"})
    assert answer.status_code == 409
    assert "签批的人不能重置保管人的登录" in answer.content.decode()
    assert not Reset.objects.exists()


def test_a_new_second_factor_comes_as_a_sheet(world: World, keeper: Account) -> None:
    officer = seated(world, OFFICER, "officer")
    answer = officer.post(address(keeper), {"what": "second_factor", "reason": "手机丢了"})
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "no-store"


def test_a_telephone_is_changed_where_log_ins_are_reset(world: World, keeper: Account) -> None:
    officer, at = seated(world, OFFICER, "officer"), f"/account/others/{keeper.id}/phone/"
    assert at in officer.get(address(keeper)).content.decode()
    assert f"尾号{keeper.person.phone_tail}" in officer.get(at).content.decode()
    wrong = officer.post(at, {"phone": "139", "reason": "换了号"}).content.decode()
    assert 'id="id_phone-wrong"' in wrong and 'value="139"' in wrong
    assert "原因还没有填" in officer.post(at, {"phone": "13911112222"}).content.decode()
    assert not Reset.objects.exists()
    page = officer.post(at, {"phone": "13911112222", "reason": "换了号"}).content.decode()
    assert "尾号2222" in page
    keeper.refresh_from_db()
    assert phone_of(keeper.person) == "13911112222"
    assert blocked_from_approving(keeper.person_id, registers.now())
    assert "收验证码的手机号" in seated(world, OFFICER2, "officer.two").get(OTHERS).content.decode()
    home = Client()
    log_in(home, keeper)
    assert f"{OFFICER}重置了收验证码的手机号" in home.get("/account/").content.decode()


def test_whoever_may_not_reset_changes_no_telephone(world: World, keeper: Account) -> None:
    said = {"phone": "13911112222", "reason": "换了号"}
    for name, username, status in ((CLERK, "clerk", 403), (DIRECTOR, "director", 409)):
        answer = seated(world, name, username).post(f"/account/others/{keeper.id}/phone/", said)
        assert answer.status_code == status
    officer = world.account(OFFICER, "officer")
    director = Client()
    log_in(director, Account.objects.get(username="director"))
    assert director.post(f"/account/others/{officer.id}/phone/", said).status_code == 404
    assert not Reset.objects.exists()


def test_nothing_is_reset_without_what_and_why(world: World, keeper: Account) -> None:
    officer = seated(world, OFFICER, "officer")
    page = officer.post(address(keeper), {}).content.decode()
    assert "重置什么（还没有选）" in page
    assert "原因还没有填" in page


def test_a_handler_finds_the_page_shut_and_a_director_no_neighbour(world: World) -> None:
    assert seated(world, CLERK, "clerk").get(OTHERS).status_code == 403
    officer = world.account(OFFICER, "officer")
    assert seated(world, DIRECTOR, "director").get(address(officer)).status_code == 404
