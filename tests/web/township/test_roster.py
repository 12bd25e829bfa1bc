"""换届名单: handed in, tried, entered; what fails stays listed; sent twice nothing doubles."""

import io
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse

from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import HUISHI, identity, nothing_written, officer, today
from tests.world import World
from zhengyin.documents.tables import rows_of
from zhengyin.people.models import Appointment
from zhengyin.regions.models import Committee
from zhengyin.seals.models import Handover
from zhengyin.seals.roster import HEADINGS

PTC = "620422115201"


def table(*rows: tuple[str, ...]) -> io.BytesIO:
    out = io.BytesIO("\r\n".join(",".join(row) for row in (HEADINGS, *rows)).encode("gb18030"))
    out.name = "roster.csv"
    return out


def row(village: str, post: str, serial: int, name: str = "王五一") -> tuple[str, ...]:
    return (village, post, name, identity(serial), "", today(), "2026年换届选举结果")


def whole() -> io.BytesIO:
    return table(
        row("李家湾村", "主任", 1),
        row("李家湾村", "印章保管人", 2, "王五二"),
        row(PTC, "主任", 3, "王五三"),
        row("没有的村", "主任", 4),
    )


def handed_in(who: Officer, **said: Any) -> BeautifulSoup:
    return soup(who.post("township-roster", status=200, **said))


def soup(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def going_on(who: Officer, page: BeautifulSoup) -> BeautifulSoup:
    """What the page's only form sends; the rest goes on by itself."""
    said = {str(box["name"]): str(box["value"]) for box in page.select("form.card-sheet input[name][value]")}
    said.pop("csrfmiddlewaretoken", None)
    found = soup(who.post("township-roster-go-on", status=200, **said))
    return going_on(who, found) if found.select("form[data-go-on]") else found


@pytest.mark.clause("H3.2.4e")
def test_looked_at_first_then_entered_and_what_fails_stays_listed(desks: World) -> None:
    who = officer(desks)
    with nothing_written():
        page = handed_in(who, table=whole())
    assert "共3个村（社区），检查了3个，1个办不了" in page.text
    assert "没有这个村（社区）" in page.text and "开始移交印章" in page.text
    assert "李家湾村 第2、3行" in " ".join(page.text.split())
    assert page.select("progress") == []  # nothing is under way: no bar stands above what failed
    assert page.select("input[type=file]")  # what failed is mended and handed in from here
    after = going_on(who, page)
    assert "共3个村（社区），登记好2个，1个办不了" in after.text and "拟由王五二接交印章" in after.text
    terms = Appointment.objects.filter(office="director", person__name="王五一", valid_until=None)
    assert terms.get().organization_id == LIJIAWAN
    assert Handover.objects.filter(state="handing_over").count() == 2
    home = who.get("township-home").text
    assert home.count("移交中，还剩") == 2


def test_sent_again_nothing_is_entered_twice(desks: World) -> None:
    who = officer(desks)
    page = handed_in(who, table=whole())
    going_on(who, page)
    with nothing_written():
        assert "已经登记过，没有变化" in going_on(who, page).text
        assert "已经登记过，没有变化" in handed_in(who, table=whole()).text


def test_a_long_roster_goes_on_by_itself(desks: World) -> None:
    who = officer(desks)
    villages = list(Committee.objects.filter(township_id=who.at, issuer=True).order_by("code")[:9])
    rows = [row(one.code, "主任", serial + 10) for serial, one in enumerate(villages)]
    page = handed_in(who, table=table(*rows))
    assert "还有5个" in page.text and page.select("form[data-go-on]") and page.select("progress")
    with nothing_written():
        assert "共9个" in going_on_once(who, page).text


def going_on_once(who: Officer, page: BeautifulSoup) -> BeautifulSoup:
    box = page.select_one("input[name=round]")
    assert box is not None
    return soup(who.post("township-roster-go-on", status=200, round=str(box["value"])))


def test_the_sample_is_a_table_of_the_own_villages(desks: World) -> None:
    who = officer(desks)
    answer = who.client.get(who.url("township-roster-sample"))
    rows = rows_of(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    assert rows[0] == HEADINGS and ("李家湾村", "主任") in {one[:2] for one in rows}
    assert not any(re.search("会师门", one[0]) for one in rows)


@pytest.mark.parametrize(
    "data, words", [(b"\xd0\xcf\x11\xe0\0", "旧的 .xls"), (b"a,b\r\n", "第一行缺这几列")]
)
def test_what_is_no_roster_is_said(desks: World, data: bytes, words: str) -> None:
    file = io.BytesIO(data)
    file.name = "x.csv"
    with nothing_written():
        answer = officer(desks).post("township-roster", status=200, table=file)
    assert words in answer.content.decode()


def test_a_round_of_another_township_or_made_up_opens_nothing(desks: World) -> None:
    page = handed_in(officer(desks), table=whole())
    box = page.select_one("input[name=round]")
    assert box is not None
    stranger = Officer(desks, "hn.hs.officer", HUISHI)
    with nothing_written():
        for words in (str(box["value"]), "x", "不是"):
            stranger.post("township-roster-go-on", status=302, round=words, enter="1")
        assert "没有这个村（社区）" in handed_in(stranger, table=whole()).text


@pytest.mark.clause("H3.2.1d")
def test_a_committee_that_ended_gets_nobody_new_and_stands_in_no_sample(desks: World) -> None:
    who = officer(desks)
    said = {"how": "abolished", "ended_on": today(), "document": "会政发〔2026〕12号"}
    assert "李家湾村" in str(rows_of(sample_of(who)))
    who.post("township-end", LIJIAWAN, **said)
    assert "李家湾村" not in str(rows_of(sample_of(who)))
    with nothing_written():
        page = handed_in(who, table=table(row("李家湾村", "主任", 1), row("李家湾村", "印章保管人", 2)))
        assert "1个办不了" in page.text and "从那天起不再登记任职" in page.text
        form = {"since": today(), "document": "选举结果", "standing": "regular", "elected_on": today(),
                "name": "王五一", "identity": identity(1)}  # fmt: skip
        answer = who.post("offices-appoint", LIJIAWAN, "director", status=409, **form)
        assert "不再登记任职" in answer.content.decode()
        counter = {"telephone": "0943-0000199", "address": "三社", "hours": "8:30–12:00", "duty": "马秀兰"}
        assert "不再更改" in who.post("offices-counter", LIJIAWAN, status=409, **counter).content.decode()
    shown = who.get("township-committee", LIJIAWAN)
    for words in ("证书换了，重新确认", "更改电话和时间"):
        assert words not in shown.text
    assert "不再登记任职" in shown.text and not shown.select("a[href*='/appoint/']")


def sample_of(who: Officer) -> bytes:
    answer = who.client.get(who.url("township-roster-sample"))
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]
