"""A seal's life at the township's desk and on the committee's page: works · who · nothing on refusal."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from PIL import Image, ImageDraw

from tests.documents.reading import text_of as text_in
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import (
    HUISHI,
    PINGTOUCHUAN,
    director,
    nothing_written,
    officer,
    queries_of,
    today,
    village,
)
from tests.web.director_appointments.test_seal import entrusted
from tests.web.walking import QUESTION, TYPED, huining, photo
from tests.world import World
from zhengyin.people.models import Appointment
from zhengyin.regions.models import Committee
from zhengyin.registers.queries import now
from zhengyin.seals.models import Impression, Seal, SigningCertificate
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import SHANGHAI

CODE = "620422115203"


def seal() -> Seal:
    return Seal.objects.get(committee_id=LIJIAWAN, state="in_use")


def minutes_ago(minutes: int) -> str:
    return (now() - timedelta(minutes=minutes)).astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")


def lose(world: World, minutes: int = 60) -> Seal:
    lost = seal()
    director(world).post("keeping-loss", lost.pk, lost_at=minutes_ago(minutes), circumstances="保险柜被撬")
    return lost


def order(who: Officer, **said: object) -> Seal:
    who.post("township-order-seal", LIJIAWAN, **said)
    return Seal.objects.get(committee_id=LIJIAWAN, state="engraving")


def issue(who: Officer, new: Seal, status: int = 302, **said: object) -> str:
    paper = {"made_on": today(), "issued_on": today(), "received_by": "李国栋", **said}
    return text_of(who.post("township-issue-seal", LIJIAWAN, new.pk, status=status, **paper))


def on_the_sheet() -> io.BytesIO:
    """An impression of 42 mm on our printed frame."""
    page = Image.new("RGB", (1200, 1360), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((240, 320, 960, 1040), outline="black", width=40)
    draw.ellipse((432, 512, 768, 848), outline=(205, 40, 45), width=10)
    out = io.BytesIO()
    page.save(out, "JPEG", quality=90)
    out.seek(0)
    out.name = "印模.jpg"
    return out


@pytest.mark.clause("H3.2.1b")
def test_a_loss_opens_the_reissue_and_is_told_everywhere(desks: World) -> None:
    who = officer(desks)
    sealed = huining(desks).sealed()
    paper = sealed.row.number
    lost = lose(desks)
    assert "补发印章" in who.get("township-committee", LIJIAWAN).text
    assert paper in who.get("township-doubted", LIJIAWAN, lost.pk).text
    assert paper in director(desks).get("keeping-doubted", lost.pk).text
    page = director(desks).get("committee-seal").text
    assert "停用：报失" in page and "打印停用公告" in page
    public = who.client.get(f"/c/{CODE}").content.decode()
    assert "印章停用公告" in public
    for name, parts in (("township-loss-notice", (LIJIAWAN, lost.pk)),):
        answer = who.client.get(who.url(name, *parts))
        assert "停用公告" in text_in(answer.content)
    new = order(who)
    issue(who, new)
    lost.refresh_from_db()
    assert lost.state == SealState.STOPPED  # never handed in, bars nothing
    found = text_of(who.post("township-restore-seal", LIJIAWAN, lost.pk, status=409, reason="找到了"))
    assert "不能恢复" in found
    who.post("township-collect-seal", LIJIAWAN, lost.pk, collected_on=today(), handed_in_by="村民赵四")


def test_a_seal_found_is_restored(desks: World) -> None:
    who, lost = officer(desks), lose(desks)
    with nothing_written():
        who.post("township-restore-seal", LIJIAWAN, lost.pk, status=200, reason="")
    who.post("township-restore-seal", LIJIAWAN, lost.pk, reason="在抽屉里找到了")
    assert seal().pk == lost.pk
    assert "恢复使用" in who.client.get(f"/c/{CODE}").content.decode()


@pytest.mark.clause("H3.2.1c")
def test_a_replacement_is_handed_out_when_the_old_one_is_collected(desks: World) -> None:
    who, old = officer(desks), seal()
    with nothing_written():
        assert "为什么换" in text_of(who.post("township-order-seal", LIJIAWAN, status=409))
    new = order(who, reason="磨损", diameter_mm="42", police_number="6204220001234")
    page = who.get("township-seal", LIJIAWAN, new.pk).text
    assert "旧印章" in page and "还没有收缴" in page  # greyed, with its reason
    with nothing_written():
        assert "还没有收缴" in issue(who, new, 409)
    receipt = who.client.get(who.url("township-receipt", LIJIAWAN, new.pk))
    assert "印章领取单" in text_in(receipt.content)
    who.post(
        "township-collect-seal", LIJIAWAN, old.pk, collected_on=today(), handed_in_by="李国栋", paper=photo()
    )
    issue(who, new, receipt=photo(), impression=on_the_sheet())
    new.refresh_from_db()
    assert new.receipt is not None and new.impression is not None
    assert "量得约42" in who.get("township-seal", LIJIAWAN, new.pk).text
    kept = Impression.objects.get(seal=new)
    answer = who.client.get(who.url("township-impression", LIJIAWAN, new.pk, kept.pk))
    assert answer["Content-Type"] == "image/png"
    destroyed = {"destroyed_on": today(), "place": "镇政府", "how": "锯断", "first_witness": "赵大有"}
    with nothing_written():
        who.post("township-destroy-seal", LIJIAWAN, old.pk, status=409, **destroyed, second_witness="赵大有")
    who.post("township-destroy-seal", LIJIAWAN, old.pk, **destroyed, second_witness="钱进", record=photo())
    old.refresh_from_db()
    assert old.state == SealState.DESTROYED


def test_the_custody_of_the_old_one_ends_as_it_is_collected(desks: World) -> None:
    """Nobody keeps what lies at the township; its keeper is given the new one."""
    who, boss, old = officer(desks), director(desks), seal()
    new = order(who, reason="磨损")
    who.post("township-collect-seal", LIJIAWAN, old.pk, collected_on=today(), handed_in_by="李国栋")
    issue(who, new)
    custody = old.custodies.get()
    assert custody.state == "closed"
    person = str(custody.person_id)
    said = {**entrusted(), "person": person, "name": "", "identity": ""}
    boss.post("keeping-appoint", new.pk, **said)
    assert Appointment.objects.filter(person_id=person, office="custodian", valid_until=None).exists()


def test_a_withheld_seal_is_declared_void_and_the_next_one_opens(desks: World) -> None:
    """拒不交出: the public is told, and nothing waits for it any more."""
    who, old = officer(desks), seal()
    said = {"since": minutes_ago(0), "document": "平政公告〔2026〕3号", "reason": "两次书面催交"}
    with nothing_written():
        who.post("township-void-seal", LIJIAWAN, old.pk, status=409, **{**said, "since": minutes_ago(-9)})
    who.post("township-void-seal", LIJIAWAN, old.pk, **said)
    page = who.get("township-seal", LIJIAWAN, old.pk).text
    assert "拒不交出，公告作废" in page and "平政公告〔2026〕3号" in page and "这枚印章已经公告作废" in page
    notice = who.client.get(who.url("township-loss-notice", LIJIAWAN, old.pk))
    assert "印章作废公告" in text_in(notice.content) and "拒不交出" in text_in(notice.content)
    issue(who, order(who))


def test_a_measure_that_differs_warns(desks: World) -> None:
    who = officer(desks)
    old = seal()
    new = order(who, reason="磨损", diameter_mm="45")
    who.post("township-record-impression", LIJIAWAN, new.pk, taken=on_the_sheet())
    assert "相差超过1毫米" in who.get("township-seal", LIJIAWAN, new.pk).text
    who.post("township-record-impression", LIJIAWAN, old.pk, taken=photo())
    assert "没有找到黑框" in who.get("township-seal", LIJIAWAN, old.pk).text
    sheet = who.client.get(who.url("township-impression-sheet", LIJIAWAN, old.pk))
    assert "90毫米" in text_in(sheet.content)


def test_a_seal_in_use_is_not_taken_away(desks: World) -> None:
    who, one = officer(desks), seal()
    assert "乡镇不能收走" in who.get("township-seal", LIJIAWAN, one.pk).text
    with nothing_written():
        said = {"collected_on": today(), "handed_in_by": "李国栋"}
        who.post("township-collect-seal", LIJIAWAN, one.pk, status=409, **said)


def test_a_special_seal_stands_beside_the_official_one(desks: World) -> None:
    who = officer(desks)
    assert "委托代理" in who.get("township-order-seal", LIJIAWAN).text
    with nothing_written():
        said = {"kind": "special", "purpose": "党支部专用章"}
        assert "别的组织" in text_of(who.post("township-order-seal", LIJIAWAN, status=409, **said))
    new = order(who, kind="special", purpose="档案专用章")
    issue(who, new)
    assert "档案专用章" in director(desks).get("committee-seal").text
    assert who.get("township-seals", LIJIAWAN).text.count("启用") == 2


@pytest.mark.clause("H3.2.1d")
def test_a_merged_committee_does_nothing_more(desks: World) -> None:
    who = officer(desks)
    walk, waiting = huining(desks).approved(), huining(desks).verified()
    into = Committee.objects.get(code="620422115201")
    said = {"how": "merged", "into": str(into.pk), "ended_on": today(), "document": "会政发〔2026〕12号"}
    with nothing_written():
        who.post("township-end", LIJIAWAN, status=409, **{**said, "into": ""})
    who.post("township-end", LIJIAWAN, **said)
    assert "已经撤并" in who.get("township-committee", LIJIAWAN).text
    assert "已撤并" in who.get("township-home").text
    public = who.client.get(f"/c/{CODE}").content.decode()
    assert "已经撤并" in public and "/c/620422115201" in public and "还没有开通" not in public
    assert not SigningCertificate.objects.filter(committee_id=LIJIAWAN, revoked_at=None).exists()
    shown = walk.custodian.client.get(walk.custodian.url("custodian-seal", walk.case))
    assert "还不能盖章" in text_of(shown)
    with nothing_written():
        refused = waiting.director.agree("director-approve", waiting.case, status=409, kin="no")
        assert "不再受理" in text_of(refused)
        said = {**QUESTION, **TYPED, "case_id": str(uuid4()), "again": "yes"}
        assert "不再受理" in text_of(waiting.handler.post("handler-register", status=409, **said))
    stopped = Seal.objects.get(committee_id=LIJIAWAN)
    assert stopped.state == SealState.STOPPED
    assert "撤并" in director(desks).get("committee-seal").text
    who.post("township-collect-seal", LIJIAWAN, stopped.pk, collected_on=today(), handed_in_by="李国栋")


def test_a_lost_key_stops_and_its_papers_are_listed(desks: World) -> None:
    walk = huining(desks).sealed()
    key = SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None)
    boss = director(desks)
    assert boss.get("committee-seal").select_one(f"a[href='{boss.url('keeping-key-loss', key.pk)}']")
    with nothing_written():
        boss.post("keeping-key-loss", key.pk, status=200, lost_at=minutes_ago(1), circumstances="")
    lost_at = key.valid_from.astimezone(SHANGHAI) + timedelta(minutes=1)
    boss.post(
        "keeping-key-loss", key.pk, lost_at=lost_at.strftime("%Y-%m-%dT%H:%M"), circumstances="电脑被盗"
    )
    key.refresh_from_db()
    assert key.revoked_at and key.lost_at
    listed = boss.get("keeping-keys-doubted").text
    assert (walk.row.number in listed) is (walk.row.sealed_at >= key.lost_at)
    with nothing_written():
        officer(desks).post(
            "township-key-loss", LIJIAWAN, key.pk, status=409, lost_at=minutes_ago(0), circumstances="又报"
        )


PAGES = (
    "township-seal", "township-stop-seal", "township-restore-seal", "township-call-off-seal",
    "township-collect-seal", "township-destroy-seal", "township-void-seal",
    "township-record-impression", "township-doubted",
    "township-receipt", "township-impression-sheet", "township-return-paper",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_another_township_finds_nothing(desks: World, name: str) -> None:
    neighbour = Officer(desks, "hn.hs.officer", HUISHI)
    assert neighbour.client.get(neighbour.url(name, LIJIAWAN, seal().pk)).status_code == 404
    own = Officer(desks, "hn.ljw.director", PINGTOUCHUAN)
    assert own.client.get(own.url(name, LIJIAWAN, seal().pk)).status_code == 403


@pytest.mark.parametrize("name, most", [("township-seals", 16), ("township-seal", 24)])
def test_pages_ask_little(desks: World, name: str, most: int) -> None:
    who = officer(desks)
    for purpose in ("档案专用章", "证明专用章"):
        who.post("township-order-seal", LIJIAWAN, kind="special", purpose=purpose)
    parts = (LIJIAWAN,) if name == "township-seals" else (LIJIAWAN, seal().pk)
    address = who.url(name, *parts)
    who.client.get(address)
    assert queries_of(who, address) <= most


def test_the_village_of_nobody_has_no_seal_yet(desks: World) -> None:
    assert "还没有印章" in officer(desks).get("township-seals", village().pk).text
