"""The register to take along: volumes in print, a table for Excel; masked, whole, for its readers alone."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from tests.documents.reading import pages_of, text_of, without_spaces
from tests.web.committee.test_register import enter
from tests.web.desk import Officer
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.queries import book, volumes
from zhengyin.certificates.queries.volumes import Period, printable
from zhengyin.documents.typesetting import typeset
from zhengyin.registers.queries import now
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.web.search import found_by

PAGES = ("committee-volumes", "committee-volume", "committee-table")


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def table(who: Officer, query: str = "") -> list[tuple[object, ...]]:
    answer = who.client.get(f"{who.url('committee-table')}?{query}")
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    assert sheet.title.startswith("示例")
    return list(sheet.iter_rows(values_only=True))


def volume(who: Officer, query: str = "") -> bytes:
    answer = who.client.get(f"{who.url('committee-volume')}?{query}")
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    return bytes(answer.content)


@pytest.mark.clause("H3.2.3c")
def test_the_table_has_the_columns_of_the_law_masked(walk: Walk) -> None:
    walk.sealed().deliver()
    head, row = table(walk.director)
    said = dict(zip(head, row, strict=True))
    assert (said["登记号"], said["份数"], said["枚数"]) == (1, 2, 2)
    assert said["姓名"] == "马*" and said["联系电话"] == "138****0117"
    assert said["需要单位"] == "会宁县安居房屋租赁公司" and said["村（居）民签字确认"] == "本人领取，签收单"
    assert said["备注"] == f"{day_of(now()).month}月{day_of(now()).day}日交付（本人领取）"
    assert all(title in head for title in ("用印的时间", "用途", "份数", "枚数", "签批人员", "经办人员"))
    assert "马桂花" not in str(row) and "002X" not in str(row)


@pytest.mark.clause("H3.2.3c")
def test_table_and_print_say_what_no_longer_holds(walk: Walk) -> None:
    walk.sealed().void()
    head, row = table(walk.director)
    said = dict(zip(head, row, strict=True))
    assert str(said["备注"]).startswith("作废（已收回）：共2份；内容写错了，")
    assert len(table(walk.director, "gone=1")) == 2 and len(table(walk.director, "gone=1&year=2020")) == 1
    printed = without_spaces(text_of(volume(walk.director)))
    assert "作废（已收回）" in printed and "共2份；内容写错了" in printed


def test_the_table_holds_all_the_filters_leave(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(walk, 12, handler="马秀兰")
    enter(walk, 2, handler="=cmd()")
    monkeypatch.setattr(book, "AT_ONCE", 5)
    rows = table(walk.handler)
    assert [row[0] for row in rows[1:]] == list(range(1, 15))
    handlers = rows[0].index("经办人员")
    only = table(walk.handler, f"find={found_by({'handler': '=cmd'})}")
    assert [row[handlers] for row in only[1:]] == ["=cmd()", "=cmd()"]
    assert len(table(walk.handler, "year=2020")) == 1


def test_a_period_is_printed_in_volumes_without_leaving_a_line_out(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(walk, 25, demanding_unit="县医院")
    monkeypatch.setattr(volumes.volumes, "__defaults__", (10,))
    page = walk.custodian.get("committee-volumes")
    links = page.select(".index a")
    assert [link.text for link in links] == [
        "第1本　第1号至第10号", "第2本　第11号至第20号", "第3本　第21号至第25号",
    ]  # fmt: skip
    texts = ["".join(pages_of(volume(walk.custodian, str(link["href"]).split("?")[1]))) for link in links]
    assert "第2本，共3本" in texts[1] and all("示例" in text for text in texts)
    met = [no for no in range(1, 26) for text in texts if f"居住证明{no - 1}县医院" in text]
    assert met == list(range(1, 26))
    assert "马桂花" not in "".join(texts) and "马*" in texts[0]
    for part in ("0", "4", "x"):
        query = f"part={part}"
        assert walk.handler.client.get(f"{walk.handler.url('committee-volume')}?{query}").status_code == 404


@pytest.mark.clause("H3.2.3c")
def test_the_printed_line_of_a_real_paper(walk: Walk) -> None:
    walk.sealed()
    today = day_of(now())
    text = without_spaces(text_of(volume(walk.director, f"from={today}&until={today}")))
    for words in ("马*", "138****0117", "2/2", "李国栋", "马秀兰", "张建平", "印章保管人（登记人）", "签阅"):
        assert words in text, words
    empty = walk.director.get("committee-volumes", query="?from=2020-01-01&until=2020-01-31&year=2020")
    assert "2020年1月没有登记" in empty.text


@pytest.mark.parametrize("who", ["clerk", "director", "custodian", "deputy", "supervisor"])
def test_who_reads_the_book_may_take_it_along(walk: Walk, who: str) -> None:
    enter(walk, 1)
    reader = Officer(walk.world, f"hn.ljw.{who}", walk.at)
    assert len(table(reader)) == 2 and volume(reader).startswith(b"%PDF-")


def test_nobody_else_may(walk: Walk, desks: World) -> None:
    enter(walk, 1)
    strangers = [
        Officer(walk.world, name, walk.at) for name in ("hn.ljw.secretary", "hn.pt.officer", "hn.lead")
    ]
    other = ordos(desks).director
    other.at = walk.at
    for stranger in (*strangers, other):
        for page in PAGES:
            assert stranger.client.get(stranger.url(page)).status_code == 403


@pytest.mark.parametrize("first, last, words", [
    (date(2026, 1, 1), date(2026, 12, 31), "2026年"), (date(2026, 2, 1), date(2026, 2, 28), "2026年2月"),
    (date(2026, 1, 1), date(2026, 11, 30), "2026年1月1日至11月30日"),
    (date(2025, 12, 31), date(2026, 1, 1), "2025年12月31日至2026年1月1日"),
])  # fmt: skip
def test_a_period_in_words(first: date, last: date, words: str) -> None:
    assert Period(2026, first, last, since=None).words == words


def test_a_character_the_fonts_lack_never_keeps_a_book_unprinted(walk: Walk) -> None:
    assert printable("开学\ue000]\u202e") == "开学〔U+E000〕]〔U+202E〕"
    enter(walk, 1, purpose="开学\ue000")
    period = Period(now().year, date(now().year, 1, 1), date(now().year, 12, 31), since=None)
    (one,) = volumes.volumes(walk.at, period)
    paper = volumes.volume_paper(walk.at, period, one)
    assert "〔U+E000〕" in text_of(typeset(replace(paper, keeper="张建平"), now()).pdf)


def test_what_was_stamped_the_year_before_opens_the_year_it_was_entered_in(walk: Walk) -> None:
    today, year = day_of(now()), day_of(now()).year
    enter(walk, 1, stamped_at=datetime(year - 1, 12, 31, 15, tzinfo=SHANGHAI), matter="年底盖的")
    enter(walk, 1, matter="今年盖的")
    for query, both in (("", True), (f"from={year}-01-01&until={year}-12-31", True),
                        (f"from={today}", today == date(year, 1, 1))):  # fmt: skip
        address = walk.director.url("committee-volume") + f"?year={year}&{query}"
        printed = without_spaces(text_of(walk.director.client.get(address).content))
        assert "今年盖的" in printed and ("年底盖的" in printed) is both, query
