"""Figures of items and demanding units: what they count, for whom, and that they name nobody."""

import io
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from tests.web.desk import GACHA, Officer
from tests.web.deskcast import HUINING, PINGTOUCHUAN, lead, officer, queries_of
from tests.web.handler.test_refuse import ASKED
from tests.web.handler.test_refuse import SAID as DEMAND
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of


def city(world: World) -> Officer:
    return Officer(world, "od.city", organization_id("city:150600000000"))


def sums(page: BeautifulSoup) -> dict[str, str]:
    return {one.dt.text: one.dd.text for one in page.select(".sums > div")}


def table(page: BeautifulSoup, caption: str) -> dict[str, list[str]]:
    found = next(one for one in page.select("table") if one.caption.text == caption)
    return {row.td.text: [cell.text for cell in row.select("td")[1:]] for row in found.select("tbody tr")}


def refused(world: World) -> None:
    walk = huining(world).apply()
    walk.handler.post("handler-refuse", walk.case, ground="not_true", why="早就搬走了", where="去现住的社区")


def needless(world: World) -> None:
    handler = huining(world).handler
    handler.post("handler-refuse-demand", case_id=str(uuid4()), **ASKED, **DEMAND)


@pytest.mark.clause("O1c")
def test_what_became_of_every_case_by_item_unit_month_and_ground(desks: World) -> None:
    huining(desks).sealed()
    huining(desks).apply()
    refused(desks)
    needless(desks)
    page = lead(desks).get("oversight-figures")
    assert sums(page) == {
        "申请": "4件", "不用开，已告知办法": "1件", "没能开，已告知": "1件", "开了": "1件", "还在办": "1件",
        "作废、更正": "0件", "补登": "0件", "据实出具": "0件", "清单外出具": "0件",
    }  # fmt: skip
    first, second = table(page, "按事项").values()
    assert (first, second) == (["3", "0", "1", "1", "1", "0", "0"], ["1", "1", "0", "0", "0", "0", "0"])
    (months,) = table(page, "按月份").values()
    assert months == ["4", "1", "1", "1", "1", "0", "0"]
    assert table(page, "不予出具的原因") == {"核实下来不属实": ["1"], "按清单不该开": ["1"]}
    assert "1件" in page.select_one("svg.bars")["aria-label"]


def test_they_name_no_person_and_no_village(desks: World) -> None:
    huining(desks).sealed()
    for who in (lead(desks), officer(desks)):
        page = who.get("oversight-figures")
        for personal in ("马桂花", "李家湾", "马秀兰", "第一名", "排名第"):
            assert personal not in page.main.text


def test_days_and_place_narrow_them(desks: World) -> None:
    walk, who, today = huining(desks).sealed(), lead(desks), day_of(now())
    yesterday = today - timedelta(days=1)
    assert sums(who.get("oversight-figures", query=f"?from={today}&until={today}"))["申请"] == "1件"
    assert sums(who.get("oversight-figures", query=f"?from={yesterday}&until={yesterday}"))["申请"] == "0件"
    assert sums(who.get("oversight-figures", query=f"?place={PINGTOUCHUAN}"))["申请"] == "1件"
    other = organization_id("township:620422100000")
    assert sums(who.get("oversight-figures", query=f"?place={other}"))["申请"] == "0件"
    assert sums(who.get("oversight-figures", query="?place=x&from=y&until=9999-12-31"))["申请"] == "1件"
    assert walk.row.county_code == "620422000000"


def test_days_the_wrong_way_round_are_said_at_the_field_and_count_nothing(desks: World) -> None:
    huining(desks).sealed()
    who, today = lead(desks), day_of(now())
    yesterday = today - timedelta(days=1)
    page = who.get("oversight-figures", query=f"?from={today}&until={yesterday}")
    assert page.select_one("#days-wrong") and not page.select(".sums, table.figures")
    assert page.select_one("#from")["aria-describedby"] == "days-wrong"
    assert [page.select_one(f"#{name}")["value"] for name in ("from", "until")] == [
        str(today), str(yesterday),
    ]  # fmt: skip
    right = who.get("oversight-figures", query=f"?from={yesterday}&until={today}")
    assert not right.select("#days-wrong") and sums(right)["申请"] == "1件"


def test_each_seat_counts_its_own(desks: World) -> None:
    huining(desks).sealed()
    ordos(desks).apply()
    neighbour = Officer(desks, "hn.hs.officer", organization_id("township:620422100000"))
    for who, cases in (
        (lead(desks), "1件"),
        (officer(desks), "1件"),
        (neighbour, "0件"),
        (city(desks), "1件"),
    ):
        assert sums(who.get("oversight-figures"))["申请"] == cases
    assert (
        sums(city(desks).get("oversight-figures", query=f"?place={HUINING}"))["申请"] == "1件"
    )  # no place of its
    assert sums(city(desks).get("oversight-figures", query="?place=620422000000"))["申请"] == "1件"


@pytest.mark.parametrize(
    "end",
    [
        lambda one: one.void_unstamped(),
        lambda one: one.deliver().void(),
        lambda one: one.deliver().correct().accept().start().check().verify().approve().seal(),
    ],
)
def test_a_paper_that_no_longer_holds_is_counted_apart(desks: World, end: Callable[[Walk], object]) -> None:
    """Void, stamped or not, or corrected; the one that took its place holds."""
    end(huining(desks).sealed())
    shown = sums(lead(desks).get("oversight-figures"))
    assert (shown["作废、更正"], int(shown["申请"][0]) - int(shown["开了"][0])) == ("1件", 1)


def test_an_empty_period_says_what_will_fill_it(desks: World) -> None:
    assert "收下第一件，这里就有数" in lead(desks).get("oversight-figures").text
    assert "收下第一件" in city(desks).get("oversight-figures").text


def test_the_table_holds_everything_that_is_counted(desks: World) -> None:
    huining(desks).sealed()
    refused(desks)
    who = lead(desks)
    answer = who.client.get(who.url("oversight-figures-table"))
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    head, *rows = sheet.iter_rows(values_only=True)
    assert head[-3:] == ("结果", "为什么不开", "件数")
    assert sorted(row[-3:] for row in rows) == [("开了", None, 1), ("没能开", "核实下来不属实", 1)]
    assert "马桂花" not in str(rows)


def test_much_to_count_asks_no_more_than_little(desks: World) -> None:
    who = lead(desks)
    who.get("oversight-figures")
    little = queries_of(who, who.url("oversight-figures"))
    huining(desks).sealed()
    refused(desks)
    assert queries_of(who, who.url("oversight-figures")) == little


@pytest.mark.parametrize("name", ["hn.ljw.director", "hn.system", "od.lead", "hn.auditor"])
def test_nobody_else_counts(desks: World, name: str) -> None:
    client, who = Officer(desks, name, GACHA).client, lead(desks)
    for page in ("oversight-figures", "oversight-figures-table"):
        assert client.get(who.url(page)).status_code == 403
