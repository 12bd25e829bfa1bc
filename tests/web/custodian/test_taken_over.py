"""换人 at the counter: the PIN that opened the desk does not seal as well."""

import pytest
from django.http import HttpResponse

from tests.web.desk import Officer
from tests.web.walking import Walk, huining
from tests.world import World
from zhengyin.certificates.models import Grant
from zhengyin.people.models import Account, Session
from zhengyin.registers.queries import now

PIN = "258036"


@pytest.fixture
def walk(desks: World) -> Walk:
    """The custodian has a PIN on the counter's computer."""
    walk = huining(desks).approved()
    who = walk.custodian
    said = {"device": "便民大厅1号电脑", "pin": PIN, "code": who.code()}
    assert who.client.post("/account/pin/", said).status_code == 302
    return walk


def granted(who: Officer, walk: Walk, code: str) -> HttpResponse:
    return who.client.post(
        who.url("custodian-grant", walk.case), {"impressions": "2", "kin": "no", "code": code}
    )


def test_the_pin_alone_opens_the_desk_and_grants_no_seal(walk: Walk) -> None:
    who, account = walk.custodian, Account.objects.get(username=walk.custodian.username)
    who.client.post("/account/switch/", {"account": str(account.pk), "pin": PIN})
    assert Session.objects.get(person=account.person, closed_at=None).factor == "pin_alone"
    assert "这台电脑的口令" not in who.get("custodian-seal", walk.case).text
    answer = granted(who, walk, PIN)
    assert answer.status_code == 409
    assert "这次是凭口令换人进来的" in answer.content.decode()
    assert not Grant.objects.exists()
    assert granted(who, walk, who.code()).status_code == 302
    assert Grant.objects.get().person_id == account.person_id


def test_after_the_password_the_pin_grants(walk: Walk) -> None:
    who, world = walk.custodian, walk.world
    secrets = world.account(who.username)
    who.client.post("/account/logout/")
    who.client.post("/account/login/", {"username": who.username, "password": secrets["password"]})
    assert who.client.post("/account/login/code/", {"code": PIN}).status_code == 302
    session = Session.objects.get(person__accounts__username=who.username, closed_at=None)
    assert (session.factor, session.opened_at <= now()) == ("pin", True)
    assert "这台电脑的口令" in who.get("custodian-seal", walk.case).text
    assert granted(who, walk, PIN).status_code == 302
