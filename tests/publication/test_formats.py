"""The same dataset as table and feed: safe to open, sound by its standard, stable."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from lxml import etree

from tests.catalogue.cast import LISTS, RULES
from zhengyin.catalogue.dataset import Dataset, Facts, dataset_of
from zhengyin.catalogue.entries import SECTIONS
from zhengyin.catalogue.kinds import Level, Standing
from zhengyin.catalogue.versions import DecisionShown, VersionShown
from zhengyin.publication.feed import as_atom
from zhengyin.publication.table import as_csv
from zhengyin.shared.cells import plain

AT = datetime(2026, 11, 20, 2, 0, 5, tzinfo=timezone.utc)
DAY = date(2026, 11, 20)
DECISION = DecisionShown(
    "会民发〔2026〕8号",
    "关于调整清单的通知",
    "会宁县民政局",
    "张三",
    "司法股",
    DAY,
    "备字1号",
    DAY,
    DAY,
    None,
)
FIRST = VersionShown(
    UUID(int=7), "own", "会宁县决定的清单", "", "", Level.COUNTY, Standing.IN_FORCE, 1, DAY, "", "a" * 64,
    AT, 2, 0,
)  # fmt: skip
SECOND = replace(
    FIRST, id=UUID(int=8), no=2, takes_effect_on=date(2026, 12, 1), recorded_at=AT + timedelta(hours=1),
    decision=DECISION,
)  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"


def dataset(*versions: VersionShown, demonstration: bool = True) -> Dataset:
    return dataset_of(Facts("会宁县", LISTS["huining"], RULES["huining"], versions, {}, demonstration))


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def feed(*versions: VersionShown, demonstration: bool = True) -> etree._Element:
    return etree.fromstring(as_atom(dataset(*versions, demonstration=demonstration)))


def test_the_table_has_a_row_an_entry() -> None:
    said = dataset()
    found = rows(as_csv(said))
    assert [row["代码"] for row in found] == [one.code for one in said.entries]
    item = next(row for row in found if row["代码"] == "ISS-ZQ-01")
    assert item["答复"] == "一般可以开" and item["有效几天"] == "90" and item["示例"] == "示例"
    assert all(item[section] for section in SECTIONS) and "{residence}" in item["证明上的句子"]
    refused = next(row for row in found if row["代码"] == "PROH-02")
    assert "0943-5904063" in refused["您可以这样办"] and "民发〔2020〕20号" in refused["依据"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(begins: str) -> None:
    lists = LISTS["huining"]
    evil = f"{begins}HYPERLINK(1)"
    listed = {
        code: replace(
            one, entry=one.entry.model_copy(update={"name": evil, "aliases": (evil,), "note": evil})
        )
        for code, one in lists.listed.items()
    }
    said = dataset_of(Facts(evil, replace(lists, listed=listed), RULES["huining"], (), {}, True))
    cells = [cell for row in rows(as_csv(said)) for cell in row.values()]
    assert f"'{evil}" in cells
    assert not [
        cell
        for cell in cells
        if cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"))
    ]


def test_what_is_no_formula_stays_as_it_is() -> None:
    assert plain("收入证明（1+1）") == "收入证明（1+1）" and plain("") == "" and plain("=1") == "'=1"


def test_the_feed_has_what_the_standard_asks_for() -> None:
    found = feed(FIRST, SECOND)
    assert found.tag == f"{ATOM}feed" and found.findtext(f"{ATOM}title") == "【示例】会宁县证明清单的更新"
    assert (
        found.findtext(f"{ATOM}id").startswith("urn:uuid:")
        and found.find(f"{ATOM}author/{ATOM}name") is not None
    )
    assert found.findtext(f"{ATOM}updated") == "2026-11-20T03:00:05Z"
    entries = found.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}id") for one in entries] == [SECOND.id.urn, FIRST.id.urn]
    assert [one.findtext(f"{ATOM}updated") for one in entries] == [
        "2026-11-20T03:00:05Z",
        "2026-11-20T02:00:05Z",
    ]
    content = entries[0].find(f"{ATOM}content")
    assert (
        content.get("type") == "text"
        and "新立2条，止0条" in content.text
        and "会民发〔2026〕8号" in content.text
    )
    assert entries[0].findtext(f"{ATOM}author/{ATOM}name") == "会宁县民政局"


def test_links_lead_to_what_lies_beside_and_nowhere_else() -> None:
    links = {(one.get("rel"), one.get("href")) for one in feed(FIRST).iter(f"{ATOM}link")}
    assert links == {("self", "feed.atom"), ("related", "lists.json"), ("related", "lists.csv")}


def test_a_feed_says_example_only_where_it_is_one() -> None:
    assert "示例" in etree.tostring(feed(FIRST), encoding="unicode")
    real = feed(FIRST, demonstration=False)
    assert real.find(f"{ATOM}subtitle") is None and "示例" not in real.findtext(f"{ATOM}title")


def test_an_id_stays_when_more_comes() -> None:
    one, two = feed(FIRST), feed(FIRST, SECOND)
    assert one.findtext(f"{ATOM}id") == two.findtext(f"{ATOM}id")
    assert one.findtext(f"{ATOM}entry/{ATOM}id") in [each.text for each in two.iter(f"{ATOM}id")]
    assert as_atom(dataset(SECOND, FIRST)) == as_atom(dataset(FIRST, SECOND))


def test_nothing_published_yet_is_a_feed_all_the_same() -> None:
    empty = feed()
    assert empty.findall(f"{ATOM}entry") == [] and empty.findtext(f"{ATOM}updated").startswith(
        "2026-11-20T16:00"
    )
    assert LISTS["huining"].day == date(2026, 11, 21)  # its midnight in China


def test_what_xml_may_not_hold_is_left_out() -> None:
    found = feed(replace(FIRST, title="甲<&>\x0b乙\ufffe"))
    assert found.findtext(f"{ATOM}entry/{ATOM}title") == "【示例】甲<&>乙第1版"
