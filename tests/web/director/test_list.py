"""等您定的: the number is that of all pages, and what waits for others hides nothing."""

import pytest

from tests.web.copying import copies_of
from tests.web.walking import Walk, huining
from tests.world import World
from zhengyin.certificates.queries.worklists import PAGE


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def test_a_page_of_approved_papers_hides_none_that_waits(walk: Walk) -> None:
    """The approved ones are older, so they stood first in one list of both."""
    copies_of(walk.approved().row, PAGE)
    waiting = Walk(walk.world, walk.at, walk.prefix).verified()
    page = walk.director.get("director-list")
    assert "等您定的，1件" in page.h1.text
    assert page.select_one("tr.here a.act-link")["href"] == walk.director.url("director-case", waiting.case)
    assert f"已签批，还没盖章，{PAGE + 1}件" in page.text
    assert len(page.select("td.act")) == 1 + PAGE
    assert len(walk.director.get("director-list", query="?approved=2").select("td.act")) == 2


def test_more_than_a_page_waits_for_the_director(walk: Walk) -> None:
    copies_of(walk.verified().row, PAGE + 1)
    page = walk.director.get("director-list")
    assert f"等您定的，{PAGE + 2}件" in page.h1.text
    assert len(page.select("td.act")) == PAGE
    following = page.select_one("nav[aria-label='翻页：等您定的'] a[rel=next]")["href"]
    assert len(walk.director.get("director-list", query=following).select("td.act")) == 2
    walk.director.get("director-list", query="?page=nonsense&approved=99999999999999999999")


def test_after_a_decision_all_that_is_left_is_counted(walk: Walk) -> None:
    copies_of(walk.verified().row, PAGE + 1)
    assert f"还有{PAGE + 1}件" in walk.approve().director.get("director-case", walk.case).text


@pytest.mark.clause("H3.2.2a")
def test_who_steps_aside_is_waited_for_no_longer(walk: Walk) -> None:
    """Everybody is told what is to be done instead; nothing points to the person who may not."""
    other = Walk(walk.world, walk.at, walk.prefix).verified()
    walk.verified().director.agree("director-approve", walk.case, kin="yes")
    page = walk.director.get("director-list")
    assert "等您定的，1件" in page.h1.text and "您回避了的，由别人定" in page.text
    instead = "李国栋回避了，请主任在“人员”里委托别人签批"
    assert instead in page.text
    assert not page.select(f"input[value='{walk.case}']")
    assert instead in walk.handler.get("handler-todo").text
    assert instead in walk.handler.get("handler-case", walk.case).text
    assert "等李国栋签批" in walk.handler.get("handler-case", other.case).text
