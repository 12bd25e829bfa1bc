"""按月核对 over the pages: what waits stands first, the signature, who may, what a double click does."""

import pytest
from bs4 import BeautifulSoup

from tests.documents.reading import pages_of
from tests.supervision.conftest import past, past_database
from tests.supervision.days import compared
from tests.supervision.past import COUNT, months
from tests.web.desk import GACHA, LIJIAWAN, Officer, text_of
from tests.web.deskcast import queries_of
from tests.world import World
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of, in_words
from zhengyin.supervision.models import MonthlyCheck

__all__ = ["past", "past_database"]


@pytest.fixture
def supervisor(past: World) -> Officer:
    return Officer(past, "hn.ljw.supervisor", LIJIAWAN)


def sign(who: Officer, month: str, status: int = 302, **said: str) -> BeautifulSoup:
    return BeautifulSoup(who.post("supervision-sign", month, status=status, **said).content, "lxml")


def test_the_reminder_is_the_members_home(supervisor: Officer) -> None:
    older, last = months(now())
    assert supervisor.client.get("/desk").headers["Location"] == supervisor.url("supervision-months")
    page = supervisor.get("supervision-months")
    waiting = page.select_one(".same.care")
    assert [link.text for link in waiting.select("a")] == [older.words, last.words]
    for ranking in ("名", "分", "第一"):
        assert f"得{ranking}" not in page.text


@pytest.mark.clause("O2.3a")
def test_a_month_is_signed_and_says_who_and_when(supervisor: Officer) -> None:
    older, last = months(now())
    page = supervisor.get("supervision-month", older.key)
    assert "中间没有空号" in page.text and "据实出具" in page.text and "清单外出具" in page.text
    assert len(page.select("tbody tr")) == 50
    sign(supervisor, older.key, note="第3号是哪家单位？")
    sign(supervisor, older.key, note="又点了一次")
    check = MonthlyCheck.objects.get(organization_id=LIJIAWAN)
    assert len(registers.lines_of(check.pk)) == 1
    page = supervisor.get("supervision-month", older.key)
    assert check.person.name in page.text and "第3号是哪家单位？" in page.text
    assert not page.select("form[action$='/signature']")
    home = supervisor.get("supervision-months")
    assert [link.text for link in home.select(".same.care a")] == [last.words]
    director = Officer(supervisor.world, "hn.ljw.director", LIJIAWAN)
    assert "第3号是哪家单位？" in director.get("supervision-month", older.key).text


@pytest.mark.clause("H3.2.3a")
def test_days_that_did_not_agree_stand_above_the_signature(supervisor: Officer) -> None:
    older, last = months(now())
    assert not supervisor.get("supervision-month", last.key).select("#differing")
    row = compared(ago=(day_of(now()) - last.first).days)
    page = supervisor.get("supervision-month", last.key)
    box = page.select_one("#differing")
    assert box and in_words(row.day) in box.text and "没有写差在哪里" in box.text
    assert page.text.index("下班核对对不上的") < page.text.index("核对过了，签名")
    assert not supervisor.get("supervision-month", older.key).select("#differing")
    sign(supervisor, last.key)
    assert "按月核对时看过了" in supervisor.get("supervision-month", last.key).select_one("#differing").text


def test_all_lines_of_the_month_are_turned_through(supervisor: Officer) -> None:
    older, last = months(now())
    seen = []
    for month in (last, older):
        query = ""
        while True:
            page = supervisor.get("supervision-month", month.key, query=query)
            seen += [row.td.text for row in page.select("tbody tr")]
            further = page.select_one("a[rel=next]")
            if further is None:
                break
            query = "?" + str(further["href"]).split("?")[1]
    assert seen == [f"{no}号" for no in range(COUNT, 0, -1)]


def test_names_are_masked(supervisor: Officer) -> None:
    older, _ = months(now())
    names = [
        row.select("td")[2].text for row in supervisor.get("supervision-month", older.key).select("tbody tr")
    ]
    assert names and all(name.endswith("*") and len(name) == 2 for name in names)


def test_what_is_too_long_is_said_and_kept(supervisor: Officer) -> None:
    older, _ = months(now())
    page = sign(supervisor, older.key, status=422, note="问" * 201)
    assert "问" * 201 in page.select_one("textarea").text
    assert not MonthlyCheck.objects.exists()


def test_this_month_says_that_it_is_too_early(supervisor: Officer) -> None:
    _, last = months(now())
    this = last.next.key
    assert "下个月1日起" in supervisor.get("supervision-month", this).text
    assert "还没有过完" in sign(supervisor, this, status=409).text
    assert not MonthlyCheck.objects.exists()


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "x", "0001-01", "20261", "2099-01", "2026-1"])
def test_what_is_no_month_is_not_found(supervisor: Officer, month: str) -> None:
    supervisor.get("supervision-month", month, status=404)


@pytest.mark.parametrize("who", ["clerk", "director", "custodian", "deputy"])
def test_others_of_the_committee_read_and_do_not_sign(supervisor: Officer, who: str) -> None:
    older, _ = months(now())
    other = Officer(supervisor.world, f"hn.ljw.{who}", LIJIAWAN)
    assert not other.get("supervision-month", older.key).select("form[action$='/signature']")
    sign(other, older.key, status=403)
    assert not MonthlyCheck.objects.exists()


def test_a_neighbour_neither_reads_nor_signs(supervisor: Officer) -> None:
    older, _ = months(now())
    for name, at in (
        ("hn.ptc.supervisor", LIJIAWAN),
        ("od.hrgt.supervisor", GACHA),
        ("hn.pt.officer", LIJIAWAN),
    ):
        stranger = Officer(supervisor.world, name, at)
        stranger.at = LIJIAWAN
        stranger.get("supervision-months", status=403)
        sign(stranger, older.key, status=403)


def test_the_volume_prints_who_checked(supervisor: Officer) -> None:
    older, _ = months(now())
    sign(supervisor, older.key)
    answer = supervisor.client.get(
        supervisor.url("committee-volume") + f"?year={older.year}&from={older.first}"
    )
    assert answer.status_code == 200, text_of(answer)
    assert "监督委员会核对：第1号至第60号" in "".join(pages_of(answer.content))


def test_pages_ask_the_same_for_few_lines_and_many(supervisor: Officer) -> None:
    older, last = months(now())
    supervisor.get("supervision-months")
    assert queries_of(supervisor, supervisor.url("supervision-months")) <= 15
    assert queries_of(supervisor, supervisor.url("supervision-month", older.key)) == queries_of(
        supervisor, supervisor.url("supervision-month", last.key)
    )
