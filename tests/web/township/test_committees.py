"""The township's list: what is missing first, narrowed in the address, the same number of questions."""

import pytest

from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import HUISHI, PINGTOUCHUAN, officer, queries_of, village
from tests.world import World
from zhengyin.regions.models import Committee


def test_what_lacks_most_stands_first_and_what_lacks_nothing_last(desks: World) -> None:
    page = officer(desks).get("township-home")
    rows = [row.text for row in page.select("tbody tr")]
    assert len(rows) == Committee.objects.filter(township_id=PINGTOUCHUAN, issuer=True).count()
    assert "全称没确认" in rows[0]
    assert "齐了" in rows[-1]
    assert any("李家湾" in row and "齐了" in row for row in rows[-2:])


def test_the_choice_stands_in_the_address(desks: World) -> None:
    who = officer(desks)
    narrowed = who.get("township-home", query="?lacking=director")
    assert all("没有主任" in row.text for row in narrowed.select("tbody tr"))
    assert len(who.get("township-home", query="?lacking=nonsense").select("tbody tr")) > 2


def test_many_committees_ask_no_more_than_few(desks: World) -> None:
    who = officer(desks)
    address = who.url("township-home")
    few = queries_of(who, address)
    crowd = Committee.objects.exclude(township_id=PINGTOUCHUAN).filter(county_code="620422000000")
    moved = crowd.filter(pk__in=[row.pk for row in crowd.order_by("code")[:30]]).update(
        township_id=PINGTOUCHUAN
    )
    assert moved == 30
    assert queries_of(who, address) == few


def test_one_committee_shows_everything_it_lacks(desks: World) -> None:
    page = officer(desks).get("township-committee", village().pk)
    for words in ("还没有确认", "没有填", "还没有登记过任职", "先确认全称"):
        assert words in page.text


def test_one_that_is_ready_shows_seal_custodian_and_certificate(desks: World) -> None:
    page = officer(desks).get("township-committee", LIJIAWAN)
    for words in ("会宁县平头川镇李家湾村村民委员会", "启用", "村委会办公室保险柜", "证书序列号尾号"):
        assert words in page.text


@pytest.mark.parametrize("page", ["township-committee", "township-name"])
def test_a_neighbours_committee_is_not_found(desks: World, page: str) -> None:
    neighbour = Officer(desks, "hn.hs.officer", HUISHI)
    assert neighbour.client.get(neighbour.url(page, LIJIAWAN)).status_code == 404


def test_the_desk_is_the_townships_alone(desks: World) -> None:
    for who in ("hn.ljw.director", "hn.lead", "hn.hs.officer", "hn.system"):
        client = Officer(desks, who, PINGTOUCHUAN).client
        assert client.get(officer(desks).url("township-home")).status_code == 403
