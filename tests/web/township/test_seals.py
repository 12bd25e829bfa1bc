"""A seal's life at the township's desk and on the committee's page: works · who · nothing on refusal."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from PIL import Image, ImageDraw

from tests.documents.reading import text_of as text_in
from tests.documents.reading import without_spaces
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
from zhengyin.archive.models import EndedRegisters
from zhengyin.documents.pdfpages import pages_seen
from zhengyin.people.models import Appointment
from zhengyin.regions.models import Committee
from zhengyin.regions.queries import committee
from zhengyin.registers.queries import now
from zhengyin.seals.models import Impression, Seal, SigningCertificate
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import SHANGHAI, day_of

CODE = "620422115203"


def seal() -> Seal:
    return Seal.objects.get(committee_id=LIJIAWAN, state="in_use")


def seal_official() -> Seal:
    return Seal.objects.get(committee_id=LIJIAWAN, state="in_use", kind="official")


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
    assert "印章领取单" in text_in(receipt.content) and not pictured(receipt.content)
    who.post(
        "township-collect-seal", LIJIAWAN, old.pk, collected_on=today(), handed_in_by="李国栋", paper=photo()
    )
    link = who.get("township-seal", LIJIAWAN, old.pk).find("a", string="看签字的纸")
    assert link is not None and who.client.get(str(link["href"])).status_code == 200
    nothing = who.url("township-signed-paper", LIJIAWAN, old.pk, 2026, 999)
    assert who.client.get(nothing).status_code == 404
    issue(who, new, receipt=photo(), impression=on_the_sheet())
    new.refresh_from_db()
    assert new.receipt is not None and new.impression is not None
    assert "量得约42" in who.get("township-seal", LIJIAWAN, new.pk).text
    kept = Impression.objects.get(seal=new)
    answer = who.client.get(who.url("township-impression", LIJIAWAN, new.pk, kept.pk))
    assert answer["Content-Type"] == "image/png"
    destroyed = {"destroyed_on": today(), "place": "镇政府", "how": "锯断", "first_witness": "赵大有"}
    with nothing_written():
        again = who.post(
            "township-destroy-seal", LIJIAWAN, old.pk, status=409, **destroyed, second_witness="赵大有",
            record=photo(),
        )  # fmt: skip
    assert "请重新选择文件：slip.jpg" in text_of(again)  # by name: no browser fills it in again
    who.post("township-destroy-seal", LIJIAWAN, old.pk, **destroyed, second_witness="钱进", record=photo())
    old.refresh_from_db()
    assert old.state == SealState.DESTROYED


@pytest.mark.clause("H3.2.1d")
def test_before_whom_a_seal_was_destroyed_stands_on_its_pages_and_its_print(desks: World) -> None:
    """Near miss: before it, the print leaves the lines empty and no page names anybody."""
    who, old = officer(desks), lose(desks)
    before = without_spaces(text_in(paper_of(who, old)))
    assert "见证人" in before and "赵大有" not in before
    who.post("township-collect-seal", LIJIAWAN, old.pk, collected_on=today(), handed_in_by="李国栋")
    assert "见证人赵大有、钱进" not in director(desks).get("committee-seal").text
    said = {"destroyed_on": today(), "place": "镇政府", "how": "锯断"}
    who.post("township-destroy-seal", LIJIAWAN, old.pk, **said, first_witness="赵大有", second_witness="钱进")
    page = who.get("township-seal", LIJIAWAN, old.pk)
    assert "镇政府，锯断；见证人赵大有、钱进" in page.text and "交印人李国栋" in page.text
    assert page.select_one(f"a[href='{who.url('township-return-paper', LIJIAWAN, old.pk)}']")
    after = without_spaces(text_in(paper_of(who, old)))
    assert "赵大有、钱进" in after and "交印人李国栋" in after and "锯断" in after
    assert "见证人赵大有、钱进" in director(desks).get("committee-seal").text


def paper_of(who: Officer, one: Seal) -> bytes:
    return bytes(who.client.get(who.url("township-return-paper", LIJIAWAN, one.pk)).content)


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
    said = {"anyway": "on", "anyway_reason": "采集纸用完了"}
    who.post("township-record-impression", LIJIAWAN, old.pk, taken=photo(), **said)
    assert "没有找到黑框" in who.get("township-seal", LIJIAWAN, old.pk).text
    sheet = who.client.get(who.url("township-impression-sheet", LIJIAWAN, old.pk))
    assert "90毫米" in text_in(sheet.content)


@pytest.mark.parametrize("address, named", [
    ("township-record-impression", "taken"), ("township-issue-seal", "impression"),
])  # fmt: skip
def test_any_picture_is_no_impression(desks: World, address: str, named: str) -> None:
    """It is said and asked once more. Near misses: an impression on the sheet, and a tick with its reason."""
    who = officer(desks)
    new = order(who, reason="磨损", diameter_mm="42")
    days = {"made_on": today(), "issued_on": today(), "received_by": "李国栋"}
    said = {} if named == "taken" else days
    if named == "impression":
        who.post("township-collect-seal", LIJIAWAN, seal().pk, collected_on=today(), handed_in_by="李国栋")
    assert "仍然留存" not in who.get(address, LIJIAWAN, new.pk).text
    for tick in ({}, {"anyway": "on"}, {"anyway_reason": "采集纸用完了"}):
        with nothing_written():
            found = who.post(address, LIJIAWAN, new.pk, status=409, **said, **tick, **{named: photo()})
        assert "量不出印模" in text_of(found) and "照片上没有量出印模，仍然留存" in text_of(found)
    why = {"anyway": "on", "anyway_reason": "采集纸用完了"}
    who.post(address, LIJIAWAN, new.pk, **said, **why, **{named: photo()})
    page = who.get("township-seal", LIJIAWAN, new.pk)
    assert "采集纸用完了" in page.text and page.find("a", string="看印模") is not None
    history = page.select("ol a")
    assert {one.text for one in history} == {"看印模"}


def test_an_impression_on_the_sheet_needs_no_reason(desks: World) -> None:
    who, one = officer(desks), seal()
    who.post("township-record-impression", LIJIAWAN, one.pk, taken=on_the_sheet())
    assert "仍然留存" not in who.get("township-seal", LIJIAWAN, one.pk).text


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
    kept_only = "用专用章盖了什么，这套系统不能登记"
    here = director(desks).get("committee-seal").text
    assert "档案专用章" in here and kept_only in here
    assert kept_only in who.get("township-seal", LIJIAWAN, new.pk).text
    assert kept_only not in who.get("township-seal", LIJIAWAN, seal_official().pk).text
    page = director(desks).get("keeping-handover")
    assert [one.text for one in page.select("nav[aria-label='哪一枚印章'] [aria-current]")] != ["档案专用章"]
    page = director(desks).get("keeping-handover", query=f"?seal={new.pk}")
    assert [one.text for one in page.select("nav[aria-label='哪一枚印章'] [aria-current]")] == ["档案专用章"]
    two = director(desks).get("keeping-missing").select("main a.btn-seal")
    assert [link["href"] for link in two] == [
        director(desks).url("keeping-loss", one) for one in (seal_official().pk, new.pk)
    ]
    assert who.get("township-seals", LIJIAWAN).text.count("启用") == 2


@pytest.mark.clause("H3.2.1b", "H3.2.1d")
@pytest.mark.parametrize("ended", [False, True], ids=["in dispute", "its committee ended"])
def test_a_seal_that_stands_still_is_reported_lost_and_told(desks: World, ended: bool) -> None:
    who, boss, one = officer(desks), director(desks), seal()
    if ended:
        said = {"how": "abolished", "ended_on": today(), "document": "会政发〔2026〕12号"}
        who.post("township-end", LIJIAWAN, **said)
    else:
        who.post("township-stop-seal", LIJIAWAN, one.pk, reason="两届都说归自己")
    page = boss.get("committee-seal")
    assert page.select_one(f"main a[href='{boss.url('keeping-loss', one.pk)}']")
    assert "印章不见了，报失" in page.text
    assert boss.client.get(boss.url("keeping-missing")).headers["Location"] == boss.url(
        "keeping-loss", one.pk
    )
    assert "已经停用，不见了也要报" in boss.get("keeping-loss", one.pk).text
    boss.post("keeping-loss", one.pk, lost_at=minutes_ago(60), circumstances="柜子被撬")
    page = boss.get("committee-seal")
    assert "不再补发" in page.text if ended else "补发由" in page.text
    assert "印章不见了，报失" not in page.text and page.select_one("#gone")
    assert "印章停用公告" in who.client.get(f"/c/{CODE}").content.decode()
    assert who.client.get(who.url("township-loss-notice", LIJIAWAN, one.pk)).status_code == 200
    assert "撤并了还没收缴" not in who.get("seal-inventory").text
    assert "报失，没有找到" in who.get("seal-inventory").text
    who.post("township-restore-seal", LIJIAWAN, one.pk, status=409 if ended else 302, reason="找到了")
    if ended:
        who.post("township-collect-seal", LIJIAWAN, one.pk, collected_on=today(), handed_in_by="李国栋")


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
    foot = BeautifulSoup(public, "lxml").select_one("footer").text
    gone, there = committee(LIJIAWAN), committee(into.pk)
    assert gone.telephone not in foot and there.telephone in foot
    assert f"已并入{there.short_name}" in foot and f"已并入{gone.short_name}" not in foot
    asked = who.client.get(f"/c/{CODE}/ask", {"q": "居住证明"}, follow=True).content.decode()
    heart = BeautifulSoup(asked, "lxml").main.text
    assert "已经撤并" in heart and "可以开" not in heart
    assert "（已撤并）" in who.client.get("/", {"q": "李家湾"}).content.decode()
    for page in ("handler-todo", "handler-new"):
        shown = waiting.handler.get(page)
        assert "来办事的请到" in shown.text and not shown.select(
            "main .btn-primary, main form[method='get'] .btn"
        )
    assert not SigningCertificate.objects.filter(committee_id=LIJIAWAN, revoked_at=None).exists()
    shown = walk.custodian.client.get(walk.custodian.url("custodian-seal", walk.case))
    assert "还不能盖章" in text_of(shown)
    with nothing_written():
        refused = waiting.director.agree("director-approve", waiting.case, status=409, kin="no")
        assert "不再受理" in text_of(refused)
        said = {**QUESTION, **TYPED, "case_id": str(uuid4()), "again": "yes"}
        assert "不再受理" in text_of(waiting.handler.post("handler-register", status=409, **said))
        told = waiting.handler.get("work-new").select_one(".wrong")  # before anything is typed
        assert told is not None and "不再受理" in told.text
    stopped = Seal.objects.get(committee_id=LIJIAWAN)
    assert stopped.state == SealState.STOPPED
    assert "撤并" in director(desks).get("committee-seal").text
    assert "关闭登记簿" in who.get("township-committee", LIJIAWAN).text
    who.post("township-close-registers", LIJIAWAN)
    page = who.get("township-committee", LIJIAWAN).text
    closed = EndedRegisters.objects.get(organization_id=LIJIAWAN)
    assert f"由{closed.closed_by.name}关闭" in page
    assert "登记簿已关闭" in page and "关闭登记簿，" not in page
    with nothing_written():
        who.post("township-close-registers", LIJIAWAN, status=409)
    boss, term = director(desks), Appointment.objects.get(organization_id=LIJIAWAN, office="custodian")
    with nothing_written():
        boss.post("offices-end", LIJIAWAN, term.pk, status=409, on=today(), reason="撤并")
    who.post("township-collect-seal", LIJIAWAN, stopped.pk, collected_on=today(), handed_in_by="李国栋")
    term.refresh_from_db()
    assert term.valid_until is None  # slips and registers first; then it ends as any office does
    boss.post("offices-end", LIJIAWAN, term.pk, on=today(), reason="撤并")
    term.refresh_from_db()
    assert term.valid_until == day_of(now())


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


def pictured(pdf: bytes) -> bool:
    (page,) = pages_seen(pdf)
    return page.pictured > 0


def test_the_picture_of_the_second_script_is_shown_to_whoever_looks_at_the_seal(desks: World) -> None:
    who = officer(desks)
    without = seal()
    assert who.client.get(who.url("township-second-script", LIJIAWAN, without.pk)).status_code == 404
    new = order(who, kind="special", purpose="档案专用章", second_script=photo())
    printed = who.client.get(who.url("township-receipt", LIJIAWAN, new.pk)).content
    assert "照下面的图样刻" in text_in(printed) and pictured(printed)
    page = who.get("township-seal", LIJIAWAN, new.pk)
    assert "第二种文字照图样" in page.text
    href = who.url("township-second-script", LIJIAWAN, new.pk)
    assert page.select_one(f"a[href='{href}']")
    answer = who.client.get(href)
    assert answer.status_code == 200 and answer["Content-Type"].startswith("image/")


def test_what_it_is_merged_into_stands_by_township_the_own_first(desks: World) -> None:
    groups = officer(desks).get("township-end", LIJIAWAN).select("select[name=into] optgroup")
    names = [str(one["label"]) for one in groups]
    assert names[0] == "平头川镇" and len(names) > 1 and len(set(names)) == len(names)
    for group in groups:
        offered = [one.text for one in group.select("option")]
        assert offered and all(one.startswith(str(group["label"])) for one in offered)
    everybody = [one.text for group in groups for one in group.select("option")]
    assert "平头川镇平头川村民委员会" in everybody
    assert "平头川镇李家湾村民委员会" not in everybody, "not into itself"


@pytest.mark.parametrize("demonstration", [True, False])
def test_what_may_stay_empty_in_demonstration_alone_says_so(
    desks: World, monkeypatch: pytest.MonkeyPatch, demonstration: bool
) -> None:
    monkeypatch.setattr("zhengyin.regions.queries.is_demonstration", lambda: demonstration)
    who = officer(desks)
    page = who.get("township-issue-seal", LIJIAWAN, order(who, reason="磨损").pk).text
    assert ("示例库可以不传" in page) is demonstration and ("示例库可以不填" in page) is demonstration
