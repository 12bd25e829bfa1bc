"""要盖的章: what waits for the seal is never hidden by what is sealed already; every paper is on a page."""

import pytest

from tests.web.copying import copies_of
from tests.web.walking import Walk, huining
from tests.world import World
from zhengyin.certificates.queries.worklists import PAGE


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def test_a_page_of_sealed_papers_hides_no_approved_one(walk: Walk) -> None:
    """What is sealed runs on no clock, so it would stand before every approved paper in one list."""
    copies_of(walk.sealed().row, PAGE)
    waiting = Walk(walk.world, walk.at, walk.prefix).approved()
    page = walk.custodian.get("custodian-list")
    assert "要盖的章，1件" in page.h1.text
    assert page.select_one("tr.here a.act-link")["href"] == walk.custodian.url("custodian-seal", waiting.case)
    assert f"登记过了，盖好章等来取，{PAGE + 1}件" in page.text
    assert "第1页，共2页" in page.select_one("nav[aria-label='翻页：等来取的']").text
    assert len(page.select("td.act")) == 1 + PAGE
    second = walk.custodian.get("custodian-list", query="?fetched=2")
    assert len(second.select("td.act")) == 2


def test_more_than_a_page_waits_for_the_seal(walk: Walk) -> None:
    copies_of(walk.approved().row, PAGE + 1)
    page = walk.custodian.get("custodian-list")
    assert f"要盖的章，{PAGE + 2}件" in page.h1.text
    assert len(page.select("td.act")) == PAGE
    following = page.select_one("nav[aria-label='翻页：要盖的章'] a[rel=next]")["href"]
    assert len(walk.custodian.get("custodian-list", query=following).select("td.act")) == 2
    walk.custodian.get("custodian-list", query="?page=nonsense&fetched=99999999999999999999")


def test_the_receipt_counts_all_that_still_waits(walk: Walk) -> None:
    copies_of(walk.approved().row, PAGE + 1)
    receipt = walk.seal().custodian.get("custodian-receipt", walk.case)
    assert f"{PAGE + 1}件" in receipt.text
