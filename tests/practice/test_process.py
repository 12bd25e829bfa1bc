"""The practice process: nobody finds it, everybody is told what its papers are, all works inside."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.test import Client, override_settings

from tests.documents.reading import text_of, without_spaces
from tests.practice.conftest import PINGTOUCHUAN, PROCESS, Shown
from tests.web.desk import Officer
from tests.web.walking import Walk
from zhengyin.certificates.models import Certificate
from zhengyin.practice.actions import open_village
from zhengyin.practice.secrets import code_of
from zhengyin.practice.ticket import Ticket, issue
from zhengyin.registers.queries import now

TICKET = Ticket(PINGTOUCHUAN, may_renew=False)


def entered(ticket: Ticket = TICKET) -> Client:
    client = Client()
    answer = client.post("/practice/entrance", {"slip": issue(ticket)})
    assert answer["Location"] == "/practice/"
    return client


def soup(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.content, "lxml")


@pytest.mark.parametrize("address", [
    "/", "/c/620422115299", "/c/620422115203", "/track/", "/account/login/", "/practice/", "/desk",
])  # fmt: skip
def test_without_a_slip_nothing_is_found(practice: None, address: str) -> None:
    open_village(township=PINGTOUCHUAN, at=now())
    assert Client().get(address).status_code == 404


def test_the_first_page_says_where_the_way_in_is(practice: None) -> None:
    answer = Client().get("/")
    assert answer.status_code == 404 and "请回到真的工作台" in answer.content.decode()
    assert "请回到真的工作台" not in Client().get("/desk").content.decode()


@pytest.mark.parametrize("slip", ["", "forged", "WyI2MjA0MjIxMTUwMDAiLHRydWVd:x:y"])
def test_a_slip_that_is_none_opens_nothing(practice: None, slip: str) -> None:
    client = Client()
    answer = client.post("/practice/entrance", {"slip": slip})
    assert answer.status_code == 403 and "从工作台进" in answer.content.decode()
    assert client.get("/practice/").status_code == 404


def test_a_slip_of_no_township_opens_nothing(practice: None) -> None:
    answer = Client().post("/practice/entrance", {"slip": issue(Ticket("990000000000", may_renew=True))})
    assert answer.status_code == 403


def test_a_link_leads_back_to_the_real_desk(practice: None) -> None:
    client = entered(replace(TICKET, back="https://zy.example/desk"))
    assert (
        soup(client, "/practice/").select_one("a[href='https://zy.example/desk']").text
        == "不练了，回真的工作台"
    )
    assert "回真的工作台" not in soup(entered(), "/practice/").text


def test_the_entrance_is_a_button_and_writes_only_when_pressed(practice: None) -> None:
    page = soup(Client(), f"/practice/entrance?slip={issue(TICKET)}")
    assert page.select_one(".main form button").text == "开始练习"
    assert page.select_one(".demo b").text == "练习"


def test_the_shown_log_in_opens_the_desk_and_every_page_says_practice(practice: None) -> None:
    client = entered()
    rows = [[cell.text for cell in row.select("td")] for row in soup(client, "/practice/").select("tbody tr")]
    offices, username, password, code, _ = next(row for row in rows if row[0] == "经办人")
    assert code == code_of(username, now())
    link = soup(client, "/practice/").select_one(f"a[href$='?username={username}']")
    assert link["target"] == "_blank"
    assert soup(client, link["href"]).select_one("[name=username]")["value"] == username
    client.post("/account/login/", {"username": username, "password": password})
    client.post("/account/login/code/", {"code": code_of(username, now())})
    page = soup(client, client.get("/desk")["Location"])
    assert page.select_one(".demo b").text == "练习"
    assert "练习村" in page.select_one(".brand").text and offices in page.select_one(".me").text
    assert "示例" not in page.select_one(".demo").text


def test_its_cookies_do_not_touch_the_real_desk_on_the_same_host(practice: None) -> None:
    client = entered()
    client.cookies["sessionid"] = "of-the-real-desk"
    client.get("/account/login/")
    assert client.cookies["sessionid"].value == "of-the-real-desk"
    assert all(name.startswith("lx-") for name in client.cookies if name != "sessionid")


def test_only_the_township_begins_afresh(practice: None) -> None:
    client = entered()
    assert "重新开始" not in soup(client, "/practice/").text
    assert client.post("/practice/village").status_code == 404
    township = entered(Ticket(PINGTOUCHUAN, may_renew=True))
    assert "重新开始" in soup(township, "/practice/").text
    township.post("/practice/village")
    assert "练习二村" in soup(township, "/practice/").h1.text


def walked() -> Walk:
    village = open_village(township=PINGTOUCHUAN, at=now())
    walk = Walk(Shown(), village.pk, "lx")  # type: ignore[arg-type]
    seats = {"handler": "jingban", "director": "zhuren", "custodian": "baoguan"}
    for desk, key in seats.items():
        client = entered()
        walk.__dict__[desk] = Officer(Shown(), f"lx{village.code}.{key}", village.pk, InPractice(client))  # type: ignore[arg-type]
    return walk


class InPractice:
    """A browser whose jar has the names of practice; a test's log-in sets the ordinary ones."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def __getattr__(self, name: str) -> object:
        for known in ("sessionid", "seen"):
            if known in self.client.cookies:
                self.client.cookies[f"lx-{known}"] = self.client.cookies[known].value
        return getattr(self.client, name)


def test_a_paper_is_sealed_as_a_real_one_and_says_that_it_is_none(practice: None) -> None:
    walk = walked().approved()
    draft = walk.director.client.get(walk.director.url("committee-draft", walk.case))
    assert "练习无效" in without_spaces(text_of(draft.content))
    walk.seal()
    row = Certificate.objects.get(pk=walk.case)
    assert row.number.startswith("平头川镇练习村证字")
    walk.custodian.post("committee-print", walk.case)
    paper = walk.custodian.client.get(walk.custodian.url("committee-paper", walk.case)).content
    text = without_spaces(text_of(paper))
    assert "练习无效" in text and "示例" not in text
    page = walk.handler.get("handler-case", walk.case)
    assert "练习　无效" in page.select_one("svg.not-yet").text
    walk.deliver()


@pytest.mark.parametrize("address", ["/v/ABCDEFGHJKLMNPQRSTUVWXYZ23", "/V/X", "/v/code?code=7KQ4M2XD9PTA",
                                     "/v", "/v/", "/v/file", "/checkpoints"])  # fmt: skip
def test_whoever_checks_a_paper_is_told(practice: None, address: str) -> None:
    for client in (Client(), entered()):
        page = soup(client, address)
        assert page.h1.text == "这是练习件，无效"


def test_pointed_at_another_database_it_serves_nothing(db: None) -> None:
    with override_settings(**PROCESS):
        assert Client().get("/practice/entrance").status_code == 503
