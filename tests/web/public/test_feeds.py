"""The lists for other programs: the bytes of the export, and what the pages show."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from tests.web.conftest import GACHA, LIJIAWAN, Visitor
from tests.web.public.test_pages import words
from zhengyin.catalogue.published import published
from zhengyin.publication import pages
from zhengyin.publication.folder import export
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

COUNTIES = {LIJIAWAN: "620422000000", GACHA: "150623000000"}
KINDS = {"lists.json": "application/json", "lists.csv": "text/csv", "feed.atom": "application/atom+xml"}
VILLAGES = pytest.mark.parametrize("code", [LIJIAWAN, GACHA])


@VILLAGES
def test_the_bytes_are_those_of_the_export(visitor: Visitor, code: str, tmp_path: Path) -> None:
    export(published(COUNTIES[code], day_of(now())), tmp_path / "lists")
    for name, kind in KINDS.items():
        answer = visitor.raw(f"/c/{code}/{name}")
        assert (answer.status_code, answer["Content-Type"]) == (200, f"{kind}; charset=utf-8")
        assert answer.content == (tmp_path / "lists" / name).read_bytes(), name


@VILLAGES
@pytest.mark.parametrize("which, section", [("prohibited", pages.prohibited), ("issuable", pages.issuable)])
def test_the_export_lists_what_the_page_lists(
    visitor: Visitor, code: str, which: str, section: object
) -> None:
    """The same headings, items, order and answers."""
    shown = visitor.get(f"/c/{code}/{which}")
    there = [
        (part.h2.get_text(strip=True), [(li.a.get_text(), li.select_one(".state").get_text(strip=True))
                                        for li in part.select(".index li")])
        for part in shown.select("main section")
    ]  # fmt: skip
    found = section(published(COUNTIES[code], day_of(now())))  # type: ignore[operator]
    assert [(one.title, [(line.name, line.mark) for line in one.lines]) for one in found] == there and there


@VILLAGES
def test_an_answer_says_in_both_what_to_do(visitor: Visitor, code: str) -> None:
    dataset = json.loads(visitor.raw(f"/c/{code}/lists.json").content)["dataset"]
    for entry in dataset["entries"]:
        if entry["kind"]["code"] == "prohibited":
            page = visitor.get(f"/c/{code}/answer?item={entry['code']}")
            assert page.h1.get_text() == entry["answer"]["headline"]
            assert [step.get_text() for step in page.select(".ways h3")] == [
                way["who"] for way in entry["ways"]
            ]
            assert all(basis in words(page) for basis in entry["answer"]["bases"])


@VILLAGES
def test_the_guide_says_in_both_the_same(visitor: Visitor, code: str) -> None:
    dataset = json.loads(visitor.raw(f"/c/{code}/lists.json").content)["dataset"]
    guides = [one for one in dataset["entries"] if one["guide"] and one["answer"]["issued"]]
    assert guides
    for entry in guides:
        page = visitor.get(f"/c/{code}/guides/{entry['code']}")
        assert [dt.get_text() for dt in page.select("dl.guide dt")] == [
            one["title"] for one in entry["guide"]["headings"]
        ]
        texts = [text for one in entry["guide"]["headings"] for text in one["texts"]]
        assert all(" ".join(text.split()) in words(page) for text in texts), entry["code"]


@VILLAGES
def test_versions_and_feed_are_those_of_the_page(visitor: Visitor, code: str) -> None:
    feed = etree.fromstring(visitor.raw(f"/c/{code}/feed.atom").content)
    titles = [one.text for one in feed.findall("{*}entry/{*}title")]
    page = visitor.get(f"/c/{code}/versions")
    shown = [
        f"【示例】{part.h2.get_text(strip=True)}第1版"
        for part in page.select("main section")
        for _ in part.select("li")
    ]
    assert sorted(titles) == sorted(shown)


def test_the_table_opens(visitor: Visitor) -> None:
    text = visitor.raw(f"/c/{LIJIAWAN}/lists.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) > 50 and len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("name", KINDS)
def test_who_has_it_already_is_told_so(visitor: Visitor, name: str) -> None:
    path = f"/c/{LIJIAWAN}/{name}"
    first = visitor.raw(path)
    assert first["ETag"] and "max-age=300" in first["Cache-Control"]
    again = visitor.client.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert visitor.client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert visitor.client.post(path).status_code == 405
    assert visitor.raw(f"/c/999999999999/{name}").status_code == 404


@pytest.mark.parametrize("page, names", [("versions", tuple(KINDS)), ("issuable", ("lists.csv",))])
def test_the_pages_lead_there(visitor: Visitor, page: str, names: tuple[str, ...]) -> None:
    shown = visitor.get(f"/c/{LIJIAWAN}/{page}")
    for name in names:
        assert shown.find("a", href=f"/c/{LIJIAWAN}/{name}"), name


@pytest.mark.parametrize("name", KINDS)
def test_the_database_is_asked_little(visitor: Visitor, name: str) -> None:
    visitor.get(f"/c/{LIJIAWAN}/versions")
    with CaptureQueriesContext(connection) as asked:
        visitor.client.get(f"/c/{LIJIAWAN}/{name}")
    assert len(asked) <= 13, [one["sql"][:100] for one in asked]
