"""The register on a screen: the law's columns, masked, readable for the committee and nobody else."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.desk import Officer
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.lines import KINDS
from zhengyin.certificates.lines.names import REGISTER, REGISTERED
from zhengyin.registers import actions as registers
from zhengyin.registers import lines
from zhengyin.registers.lines import Remark, Signature, kind_of
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def enter(walk: Walk, count: int, *, stamped_at: datetime | None = None, **said: str) -> None:
    """Lines of this year's book as the act of sealing writes them, without the papers."""
    columns = {kind.name: [key for key, _ in kind.columns] for kind in KINDS}
    for number in range(count):
        subject, at = uuid4(), stamped_at or now()
        shared = {"owner": walk.at, "county_code": "620422000000", "subject": subject, "happened_at": at,
                  "text_digest": "0" * 64}  # fmt: skip
        registers.write(
            kind="certificate.approved", signature=Signature(uuid4(), "李国栋", "director", None),
            columns=dict.fromkeys(columns["certificate.approved"], ""), **shared,
        )  # fmt: skip
        registers.write(
            kind=REGISTERED, signature=Signature(uuid4(), "张建平", "custodian", None),
            columns={**dict.fromkeys(columns[REGISTERED], ""), "matter": f"居住证明{number}", **said},
            personal={"name": "马桂花", "phone": "13800000117", "identity": ""},
            held=registers.hold(owner=walk.at, book=REGISTER, year=day_of(now()).year), **shared,
        )  # fmt: skip


def test_an_empty_book_says_so(walk: Walk) -> None:
    assert "这一年还没有登记" in walk.handler.get("committee-register").text


@pytest.mark.clause("H3.2.3c")
def test_the_columns_of_the_law_masked(walk: Walk) -> None:
    walk.sealed()
    page = walk.director.get("committee-register")
    titles = [cell.text for cell in page.select("thead th")]
    for column in ("用印的时间", "需要单位", "用途", "联系电话", "份数", "签批人员", "经办人员"):
        assert column in titles
    row = page.select_one("tbody tr").text
    assert all(
        word in row
        for word in ("1号", "马*", "138****0117", "居住证明", "李国栋", "马秀兰", "张建平", "等签收")
    )
    assert "马桂花" not in page.text
    assert "62042219680512002X" not in str(page)
    walk.deliver()
    assert "本人领取，签收单" in walk.director.get("committee-register").text


@pytest.mark.parametrize("who", ["clerk", "director", "custodian", "deputy", "supervisor"])
def test_everybody_of_the_committee_reads_it(walk: Walk, who: str) -> None:
    Officer(walk.world, f"hn.ljw.{who}", walk.at).get("committee-register")


def test_nobody_else_does(walk: Walk, desks: World) -> None:
    for stranger in ("hn.ljw.secretary", "hn.pt.officer", "hn.lead", "hn.system", "hn.ptc.clerk"):
        Officer(walk.world, stranger, walk.at).get("committee-register", status=403)
    other = ordos(desks).director
    other.get("committee-register")
    other.at = walk.at
    other.get("committee-register", status=403)


def shown(walk: Walk, query: str) -> list[str]:
    """The numbers on the page at this address."""
    rows = walk.handler.get("committee-register", query=f"?{query}").select("tbody tr")
    return [row.td.text for row in rows]


def test_what_is_chosen_stands_in_the_address(walk: Walk) -> None:
    enter(walk, 3, demanding_unit="会宁县农行", handler="马秀兰")
    enter(walk, 1, demanding_unit="县医院", handler="李文斌", matter="收养情况")
    today, tomorrow = day_of(now()), day_of(now()) + timedelta(days=1)
    for query, numbers in (
        ("", ["4号", "3号", "2号", "1号"]), ("matter=居住", ["3号", "2号", "1号"]), ("matter=证明2", ["3号"]),
        ("demanding_unit=医院", ["4号"]), ("handler=秀兰&matter=1", ["2号"]),
        ("handler=秀兰&matter=收养", []),
        ("name=马桂花&handler=李", ["4号"]), ("name=马桂", []), ("late=1", []), ("matter=%25", []),
        (f"from={today}&until={today}", ["4号", "3号", "2号", "1号"]), (f"from={tomorrow}", []),
        (f"until={today - timedelta(days=1)}", []),
        (f"year={today.year}&matter=", ["4号", "3号", "2号", "1号"]),
    ):  # fmt: skip
        assert shown(walk, query) == numbers, query
    assert "符合条件的共3件" in walk.handler.get("committee-register", query="?demanding_unit=农行").text
    assert "这一年还没有登记" in walk.handler.get("committee-register", query="?year=2020").text


@pytest.mark.parametrize("query", [
    "from=x&until=9999-12-31", "from=0001-01-01", "year=zz&before=x&matter=%00", "after=-1",
    "after=999999999", "before=0&after=0", "name=%00", "late=%00", "until=2026-02-30",
])  # fmt: skip
def test_what_makes_no_sense_counts_as_not_said(walk: Walk, query: str) -> None:
    enter(walk, 1)
    assert shown(walk, query) in (["1号"], [])


def test_days_the_wrong_way_round_are_said_at_the_field(walk: Walk) -> None:
    enter(walk, 1)
    page = walk.handler.get("committee-register", query="?from=2026-12-31&until=2026-01-01")
    assert page.select_one("#from")["aria-describedby"] == "days-wrong" and page.select_one("#days-wrong")
    assert (page.select_one("#from")["value"], page.select_one("#until")["value"]) == (
        "2026-12-31", "2026-01-01",
    )  # fmt: skip
    assert "前后颠倒" in page.text and not page.select("tbody tr")
    assert not walk.handler.get("committee-register", query="?from=2026-01-01&until=2026-01-01").select(
        "#days-wrong"
    )


def test_the_pages_turn_both_ways(walk: Walk) -> None:
    enter(walk, 120, handler="马秀兰")
    address, seen = "handler=马", []
    while address:
        page = walk.handler.get("committee-register", query=f"?{address}")
        seen += [row.td.text for row in page.select("tbody tr")]
        older = page.select_one("a[rel=next]")
        address = str(older["href"]).split("?")[1] if older else ""
    assert seen == [f"{no}号" for no in range(120, 0, -1)]
    newer = page.select_one("a[rel=prev]")
    back = walk.handler.get("committee-register", query="?" + str(newer["href"]).split("?")[1])
    assert [row.td.text for row in back.select("tbody tr")] == [f"{no}号" for no in range(70, 20, -1)]
    newest = back.select_one("a[rel=prev]")
    first = walk.handler.get("committee-register", query="?" + str(newest["href"]).split("?")[1])
    assert first.select_one("tbody td").text == "120号" and not first.select("a[rel=prev]")


def test_the_remarks_of_a_paper_that_is_void_or_late(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the kinds of other acts will say them: here the hand-over stands in for an act that voids."""
    walk.sealed().deliver()
    assert "交付" in walk.director.get("committee-register").select_one("td.rem").text
    kind = kind_of("certificate.delivered")
    voiding = replace(kind, remark=Remark("{how}，{day}收回", mark="作废", void=True))
    monkeypatch.setitem(lines._declared, kind.name, voiding)
    row = walk.director.get("committee-register").select_one("tbody tr")
    assert row["class"] == ["gone"] and row.select_one("td.rem .is-void").text.strip() == "作废"
    assert "本人领取，" in row.select_one("td.rem").text


def test_fifty_lines_cost_what_five_cost(walk: Walk) -> None:
    enter(walk, 5)
    walk.handler.get("committee-register")  # the settings of the place are kept from now on
    with CaptureQueriesContext(connection) as few:
        walk.handler.get("committee-register")
    enter(walk, 55)
    with CaptureQueriesContext(connection) as many:
        page = walk.handler.get("committee-register")
    assert len(page.select("tbody tr")) == 50
    assert len(many) == len(few)
    older = page.select_one("a[rel=next]")
    rest = walk.handler.get("committee-register", query="?" + str(older["href"]).split("?")[1])
    assert len(rest.select("tbody tr")) == 10


def test_an_erased_line_says_what_is_left(walk: Walk) -> None:
    enter(walk, 2)
    registers.erase_personal(
        owner=walk.at, county_code="620422000000", book="certificates", year=now().year, no=1,
        reason="本人申请", signature=Signature(uuid4(), "李国栋", "director", None), happened_at=now(),
    )  # fmt: skip
    newest, oldest = [row.text for row in walk.director.get("committee-register").select("tbody tr")]
    assert "马*" in newest and "案卷" not in newest
    assert "马*" not in oldest and "本簿的个人信息已删除，案卷里的还在" in oldest
