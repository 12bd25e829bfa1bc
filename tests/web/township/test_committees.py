"""The township's list: what is missing first, narrowed in the address, the same number of questions."""

from datetime import timedelta

import pytest

from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import (
    HUISHI,
    PINGTOUCHUAN,
    lead,
    nothing_written,
    officer,
    queries_of,
    village,
)
from tests.web.keeping.test_gone import lost
from tests.world import World
from zhengyin.regions.models import Committee
from zhengyin.registers.queries import now
from zhengyin.seals.models import Seal
from zhengyin.shared.days import day_of


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


@pytest.mark.clause("H3.2.1b")
def test_a_lost_seal_is_called_lost_not_missing(desks: World) -> None:
    lost()
    rows = officer(desks).get("township-home", query="?lacking=seal").select("tbody tr")
    own, *others = sorted((row.text for row in rows), key=lambda words: "李家湾" not in words)
    assert "印章停用：报失" in own and "没有能用的印章" not in own and "没有保管人" not in own
    assert others and all("没有能用的印章" in words and "没有保管人" in words for words in others)


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


@pytest.mark.clause("H3.2.4e")
def test_a_handover_that_takes_too_long_is_seen_by_township_and_county(desks: World) -> None:
    who, county = officer(desks), lead(desks)
    seal = Seal.objects.get(committee_id=LIJIAWAN, state="in_use")
    since = (day_of(now()) - timedelta(days=40)).isoformat()
    page = who.get("township-committee", LIJIAWAN)
    assert "开始移交" in page.text
    with nothing_written():
        who.post("township-handover", LIJIAWAN, seal.pk, status=422, reason="", changed_on=since)
        who.post(
            "township-handover", LIJIAWAN, seal.pk, status=409, reason="election", changed_on="2020-01-01"
        )
    who.post("township-handover", LIJIAWAN, seal.pk, reason="election", changed_on=since)
    assert "移交超期" in who.get("township-home").text
    assert "超期" in who.get("township-committee", LIJIAWAN).text
    narrowed = who.client.get(who.url("township-home") + "?lacking=handover").content.decode()
    assert "李家湾村" in narrowed and "平头川村" not in narrowed
    seen = county.get("county-home").text
    assert "印章移交超期" in seen and "李家湾村" in seen and "超期" in seen
