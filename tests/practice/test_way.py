"""From a real desk to practice: for those who practise, where there is one, and nothing else is opened."""

import re

import pytest
from django.test import Client, override_settings

from tests.practice.conftest import KEY, PINGTOUCHUAN
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import lead, officer
from tests.web.walking import huining
from tests.world import World
from zhengyin.ledger.models import Entry
from zhengyin.people.actions import open_practice_account
from zhengyin.people.models import Account
from zhengyin.practice.queries import township_id
from zhengyin.practice.ticket import Ticket, read
from zhengyin.regions import actions as regions
from zhengyin.regions.lines import BY_COMMAND
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused

BACK = "http://testserver/desk"
THERE = {"PRACTICE_URL": "https://lx.example", "PRACTICE_KEY": KEY}


def slip_on(who: Officer) -> Ticket | None:
    href = str(who.get("practice-way").select_one("a.btn-primary")["href"])
    found = re.fullmatch(r"https://lx\.example/practice/entrance\?slip=(\S+)", href)
    assert found
    return read(found[1])


def test_the_foot_of_a_desk_leads_to_a_slip_for_its_township(desks: World) -> None:
    walk = huining(desks)
    with override_settings(**THERE):
        for who in (walk.handler, walk.director, walk.custodian):
            assert who.get("practice-way").select_one(".foot a[href$='/practice']").text == "练习"
            assert slip_on(who) == Ticket(PINGTOUCHUAN, may_renew=False, back=BACK)
        assert slip_on(officer(desks)) == Ticket(PINGTOUCHUAN, may_renew=True, back=BACK)


def test_where_nobody_practises_there_is_no_way(desks: World) -> None:
    handler = huining(desks).handler
    assert not handler.get("handler-todo").select(".foot a[href$='/practice']")
    handler.get("practice-way", status=404)


@override_settings(**THERE)
def test_other_offices_and_other_villages_have_no_way(desks: World) -> None:
    assert not lead(desks).get("county-home").select(".foot a[href$='/practice']")
    lead(desks).get("practice-way", status=403)
    handler = huining(desks).handler
    handler.at = GACHA
    handler.get("practice-way", status=403)
    assert Client().get(f"/d/{LIJIAWAN}/practice").status_code == 302


@pytest.mark.parametrize("address", ["/practice/", "/practice/entrance", "/practice/village"])
@override_settings(**THERE)
def test_the_real_process_has_no_page_of_practice(desks: World, address: str) -> None:
    assert Client().get(address).status_code == 404
    assert Client().post(address).status_code == 404


def test_outside_a_practice_database_there_is_no_such_village_and_no_such_account(desks: World) -> None:
    before = (Entry.objects.count(), Account.objects.count())
    township = township_id(PINGTOUCHUAN)
    with pytest.raises(Refused, match="not_a_practice"):
        regions.add_practice_village(township_id=township, signature=BY_COMMAND, at=now())
    person = Account.objects.get(username="hn.ljw.clerk").person
    with pytest.raises(Refused, match="practice_account_outside_practice"):
        open_practice_account(
            person_id=person.pk, username="lx", password="x" * 12, app_secret=b"x" * 20,
            organization_id=township, at=now(),
        )  # fmt: skip
    assert (Entry.objects.count(), Account.objects.count()) == before
