"""给要证明的单位: the whole list with what serves instead, and how many gave way."""

import pytest

from tests.web.conftest import GACHA, LIJIAWAN, Visitor
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.published import published
from zhengyin.publication.pages import shown
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

COUNTIES = {LIJIAWAN: "620422000000", GACHA: "150623000000"}


@pytest.mark.parametrize("code, county", COUNTIES.items())
def test_every_item_that_is_not_to_be_demanded_stands_with_what_serves_instead(
    visitor: Visitor, code: str, county: str
) -> None:
    page = visitor.get(f"/units/{county}")
    told = published(county, day_of(now())).entries
    refused = [one.name for one in told if shown(one, EntryKind.PROHIBITED)]
    assert [one.text for one in page.select("main details summary")] == refused and len(refused) >= 20
    assert all(one.select("li") for one in page.select("main details"))
    issued = [one.name for one in told if shown(one, EntryKind.ISSUABLE)]
    assert [one.text for one in page.select("aside li")] == issued
    assert "还没有发出过告知函" in page.text
    assert f"/units/{county}" in [link["href"] for link in visitor.get(f"/c/{code}").select(".foot a")]


def test_a_place_that_is_no_county_of_ours_has_none(visitor: Visitor) -> None:
    for code in ("620423000000", "620422115000", LIJIAWAN):
        assert visitor.raw(f"/units/{code}").status_code == 404
