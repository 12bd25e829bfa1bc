"""How often a page asks the database; what a load changes is seen by the very next look."""

import pytest

from tests.web.deskcast import queries_of
from tests.web.walking import huining
from tests.world import World
from zhengyin.regions.models import County


@pytest.mark.parametrize("who, page, most", [
    ("director", "director-case", 30), ("handler", "handler-case", 21), ("director", "director-list", 35),
    ("handler", "handler-todo", 23),
])  # fmt: skip
def test_a_page_of_a_desk_asks_little(desks: World, who: str, page: str, most: int) -> None:
    walk = huining(desks).verified()
    officer = getattr(walk, who)
    address = officer.url(page, walk.case) if page.endswith("-case") else officer.url(page)
    officer.client.get(address)
    assert queries_of(officer, address) <= most


def test_the_counter_asks_little(desks: World) -> None:
    handler = huining(desks).handler
    handler.get("handler-new")
    assert queries_of(handler, handler.url("handler-new")) <= 13


def test_what_a_load_changes_stands_on_the_next_page(desks: World) -> None:
    handler = huining(desks).handler
    handler.get("handler-todo")
    county = County.objects.get(code="620422000000")
    lead = next(line for line in county.settings["telephones"] if line["kind"] == "lead")
    lead["number"] = "0943-7654321"
    county.save()
    assert "0943-7654321" in handler.get("handler-todo").text
