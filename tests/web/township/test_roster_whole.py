"""换届名单 of a whole township: every committee, right rows and wrong ones, as CSV and as a workbook."""

import io
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from tests.web.desk import Officer
from tests.web.deskcast import HUISHI, identity, officer, today
from tests.web.township.test_roster import going_on, going_on_once, handed_in, row, table
from tests.world import World
from zhengyin.documents.workbook import workbook
from zhengyin.people.models import Appointment
from zhengyin.regions.models import Committee
from zhengyin.seals.roster import HEADINGS

DIGITS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
RESULT = "2026年换届选举结果"


def sheet(*rows: tuple[str, ...]) -> io.BytesIO:
    out = io.BytesIO(b"".join(workbook("换届名单", [(one, 24) for one in HEADINGS], rows)))
    out.name = "名单.xlsx"
    return out


def said_of(page: BeautifulSoup) -> dict[str, str]:
    """How each village went, as the file writes it."""
    rows = [[cell.get_text(" ", strip=True) for cell in one.select("td")] for one in page.select("tbody tr")]
    names = [one.get_text(strip=True) for one in page.select("tbody tr .fw-semibold")]
    return {name: f"{one[1]}：{one[2]}" for name, one in zip(names, rows, strict=True)}


def looked_at(who: Officer, file: io.BytesIO) -> BeautifulSoup:
    page = handed_in(who, table=file)
    while page.select("form[data-go-on]"):
        page = going_on_once(who, page)
    return page


def rows_of_huishi(villages: list[Committee]) -> list[tuple[str, ...]]:
    """A director each, and what goes wrong in real files."""
    names = [one.short_name for one in villages]
    rows = [row(name, "主任", n, f"王五{DIGITS[n]}") for n, name in enumerate(names)]
    return [
        *rows,
        (villages[2].code, "监督委员会成员", "马改名", identity(55), "", today(), RESULT),
        (names[3], "监督委员会成员", "王五丁", identity(3), "", today(), RESULT),
        (names[5], "监督委员会成员", "马别名", identity(7), "", today(), RESULT),
        (names[6], "监督委员会成员", "马少数", "123", "", today(), RESULT),
        (villages[8].code, "主任", "马多人", identity(41), "", today(), RESULT),
        (names[9], "印章保管人", "马保管", identity(42), "", today(), ""),
        (names[10], "书记", "马书记", identity(43), "", today(), ""),
        ("没有的村", "主任", "马无村", identity(44), "", today(), RESULT),
    ]


WRONG = {
    3: "一个人只能写一个职务",
    5: "同一个身份证号码写了不同的姓名",
    6: "第26行：身份证号码是18位，现在是3位",
    7: "同一个身份证号码写了不同的姓名",
    8: "“主任”写了不止一个人：第10行王五壬、第27行马多人",
    10: "第29行：职务只能写",
}


@pytest.mark.clause("H3.2.4e")
@pytest.mark.parametrize("made", [sheet, table], ids=["workbook", "csv"])
def test_a_whole_township_is_looked_at_row_by_row_and_the_right_ones_entered(
    desks: World, made: Callable[..., io.BytesIO]
) -> None:
    who = Officer(desks, "hn.hs.officer", HUISHI)
    villages = list(Committee.objects.filter(township_id=who.at, issuer=True).order_by("code"))
    page = looked_at(who, made(*rows_of_huishi(villages)))
    said = said_of(page)
    assert len(said) == len(villages) + 1  # a village by name and by code is one
    for place, village in enumerate(villages):
        words = said[village.short_name]
        assert (WRONG[place] in words) if place in WRONG else words.startswith("可以办"), words
    assert "没有这个村（社区）" in said["没有的村"]
    assert "登记监督委员会成员马改名" in said[villages[2].short_name]
    assert "还没有启用的印章" in said[villages[9].short_name]
    after = said_of(going_on(who, page))
    done = [one for one in villages if after[one.short_name].startswith("登记好了")]
    assert len(done) == len(villages) - len(WRONG)  # what was looked at and right is entered, all of it
    fresh = Appointment.objects.filter(office="director", person__name__startswith="王五", valid_until=None)
    assert fresh.count() == len(done)


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_can_approve_takes_over_no_seal_and_of_the_party_secretary_it_is_said(desks: World) -> None:
    who = officer(desks)
    named = (
        ("王桂芳", "620422198011070007"),
        ("赵永红", "620422196702160002"),
    )
    said = [
        said_of(looked_at(who, table(("李家湾村", "印章保管人", name, number, "", today(), ""))))
        for name, number in named
    ]
    assert "能签批" in said[0]["李家湾村"] and said[0]["李家湾村"].startswith("办不了")
    assert "是党组织书记" in said[1]["李家湾村"] and said[1]["李家湾村"].startswith("可以办")
