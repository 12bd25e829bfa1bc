"""A refusal is found again: by year, whole name and matter; another village's is not there."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from tests.certificates.cast import LIJIAWAN
from tests.web.desk import Officer
from tests.web.deskcast import queries_of
from tests.web.handler.test_refuse import ASKED, SAID
from tests.web.walking import Walk, huining
from tests.world import World


@pytest.fixture
def walk(desks: World) -> Walk:
    """Two were told no; the second walk's case."""
    walk = huining(desks)
    for name in ("赵小军", "马桂花"):
        walk.case = uuid4()
        walk.handler.post("handler-refuse-demand", **{**ASKED, **SAID, "name": name}, case_id=str(walk.case))
    return walk


def found(officer: Officer, **said: str) -> list[str]:
    """The names on the page that a search leads to."""
    answer = officer.client.post(officer.url("committee-notices"), said)
    page = BeautifulSoup(officer.client.get(answer.headers["Location"]).content, "html.parser")
    return [row.select("td")[2].text for row in page.select("tbody tr")]


@pytest.mark.clause("H3.1d", "O2.1e")
@pytest.mark.parametrize("said, names", [
    ({}, ["马*", "赵*"]), ({"name": "赵小军"}, ["赵*"]), ({"name": "赵小"}, []),
    ({"matter": "婚姻"}, ["马*", "赵*"]), ({"matter": "居住"}, []), ({"name": "马桂花", "year": "2020"}, []),
])  # fmt: skip
def test_it_is_found_and_leads_to_its_case(walk: Walk, said: dict[str, str], names: list[str]) -> None:
    assert found(walk.handler, **said) == names


def test_from_the_list_to_the_paper(walk: Walk) -> None:
    assert "告知单" in walk.handler.get("committee-register").text
    page = walk.handler.get("committee-notices")
    row = page.select("tbody tr")[0]
    assert "马桂花" not in page.text and "按清单不该开" in row.text
    assert row.select_one("a")["href"] == walk.handler.url("handler-case", walk.case)
    assert "打印告知单" in walk.handler.get("handler-case", walk.case).text


def test_many_ask_no_more_than_few(walk: Walk) -> None:
    walk.handler.get("committee-notices")
    few = queries_of(walk.handler, walk.handler.url("committee-notices"))
    for _ in range(3):
        walk.handler.post("handler-refuse-demand", **{**ASKED, **SAID}, case_id=str(uuid4()))
    assert queries_of(walk.handler, walk.handler.url("committee-notices")) == few


@pytest.mark.parametrize("name", ["od.hrgt.clerk", "hn.ptc.clerk", "hn.pt.officer"])
def test_nobody_elses(walk: Walk, name: str) -> None:
    Officer(walk.world, name, LIJIAWAN).get("committee-notices", status=403)
