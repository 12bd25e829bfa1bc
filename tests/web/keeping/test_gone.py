"""A seal that is gone stands red and first on every home page, with one click to its case."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag

from tests.certificates.cast import officer as acting
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import GACHA, HUISHI, director, lead, officer, queries_of
from tests.world import World
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now
from zhengyin.seals import actions
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.seals.specification import AS_USUAL

HOMES = [
    ("hn.ljw.clerk", "handler-todo"), ("hn.ljw.director", "director-list"),
    ("hn.ljw.custodian", "custodian-list"), ("hn.ljw.deputy", "committee-cases"),
    ("hn.ljw.supervisor", "supervision-months"), ("hn.ljw.secretary", "committee-seal"),
]  # fmt: skip


def lost(by: Actor | None = None) -> Seal:
    (seal,) = Seal.objects.filter(committee_id=LIJIAWAN, state="in_use")
    clerk = by or acting("hn.ljw.clerk")
    actions.report_loss(
        seal_id=seal.pk, lost_at=now() - timedelta(hours=1), circumstances="找不到了", actor=clerk, at=now()
    )
    return seal


def lost_key(key: SigningCertificate) -> None:
    by, at = acting("hn.ljw.clerk"), now()
    actions.report_key_loss(certificate_id=key.pk, lost_at=at, circumstances="电脑被盗", actor=by, at=at)


def alarm(page: BeautifulSoup) -> Tag | None:
    """The red box, where it stands first on the page."""
    first = page.select_one("main .whole > *, main .desk > div > *, main > div > *")
    found = page.select_one("#gone")
    assert found is None or found is first
    return found


@pytest.mark.clause("H3.2.1b")
@pytest.mark.parametrize("username, name", HOMES)
def test_every_desk_of_the_committee_sees_it_first(desks: World, username: str, name: str) -> None:
    who = Officer(desks, username, LIJIAWAN)
    assert alarm(who.get(name)) is None
    lost()
    box = alarm(who.get(name))
    assert (
        box is not None and "报失" in box.text and "停用，不能盖章" in box.text and "还没有找回" in box.text
    )
    assert [link["href"] for link in box.select("a")] == [who.url("committee-seal")]
    assert "（经办人）报失" in who.get("committee-seal").text


@pytest.mark.clause("H3.2.1b")
def test_township_and_county_see_it_first_and_a_neighbour_does_not(desks: World) -> None:
    seal = lost()
    above, county = officer(desks), lead(desks)
    box = alarm(above.get("township-home"))
    assert box is not None and "李家湾村：印章报失" in box.text
    assert box.select_one("a")["href"] == above.url("township-seal", LIJIAWAN, seal.pk)  # type: ignore[index]
    assert "找不到了" in above.get("township-seal", LIJIAWAN, seal.pk).text
    box = alarm(county.get("county-home"))
    assert box is not None and "平头川镇李家湾村：印章报失" in box.text
    page = county.client.get(str(box.select_one("a")["href"]))  # type: ignore[index]
    assert page.status_code == 200 and "李家湾" in page.content.decode()
    assert alarm(Officer(desks, "hn.hs.officer", HUISHI).get("township-home")) is None
    assert alarm(Officer(desks, "od.hrgt.clerk", GACHA).get("handler-todo")) is None


@pytest.mark.clause("H3.2.1b")
@pytest.mark.parametrize("username, name", HOMES)
def test_a_lost_key_is_reported_and_seen_at_every_desk(desks: World, username: str, name: str) -> None:
    who = Officer(desks, username, LIJIAWAN)
    key = SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None)
    assert who.get("committee-seal").select_one(f"a[href='{who.url('keeping-key-loss', key.pk)}']")
    assert "什么时候可能被别人拿到" in who.get("keeping-key-loss", key.pk).text
    lost_key(key)
    box = alarm(who.get(name))
    assert box is not None and "校验证书挂失" in box.text and "签发新的以前不能盖章" in box.text
    assert [link["href"] for link in box.select("a")] == [who.url("committee-seal")]


@pytest.mark.clause("H3.2.1b")
def test_a_lost_key_is_seen_above_and_leads_to_where_another_is_issued(desks: World) -> None:
    lost_key(SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None))
    above, county = officer(desks), lead(desks)
    box = alarm(above.get("township-home"))
    assert box is not None and "李家湾村：校验证书挂失" in box.text
    assert box.select_one("a")["href"] == above.url("township-committee", LIJIAWAN)  # type: ignore[index]
    box = alarm(county.get("county-home"))
    assert box is not None and "平头川镇李家湾村：校验证书挂失" in box.text
    assert county.client.get(str(box.select_one("a")["href"])).status_code == 200  # type: ignore[index]
    assert alarm(Officer(desks, "hn.hs.officer", HUISHI).get("township-home")) is None


@pytest.mark.clause("H3.2.1b")
def test_it_goes_when_the_seal_is_found_or_another_is_issued(desks: World) -> None:
    above, chief = acting("hn.pt.officer"), director(desks)
    seal = lost()
    actions.restore_seal(seal_id=seal.pk, reason="找到了", actor=above, at=now())
    assert alarm(chief.get("director-list")) is None
    lost()
    order = {"kind": SealKind.OFFICIAL, "purpose": "", "specification": AS_USUAL, "reason": ""}
    new = actions.order_seal(organization_id=LIJIAWAN, actor=above, at=now(), **order)  # type: ignore[arg-type]
    box = alarm(chief.get("director-list"))
    assert box is not None and "正在补刻" in box.text
    assert Seal.objects.get(pk=new.pk).state == "engraving"


def test_two_of_one_kind_cost_no_more_than_one(desks: World) -> None:
    chief = director(desks)
    before = queries_of(chief, chief.url("director-list"))
    lost()
    assert queries_of(chief, chief.url("director-list")) <= before + 1
