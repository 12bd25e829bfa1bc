"""Name, counter, seal, certificate, people: works · wrong office · other township · nothing on refusal."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from stdnum.cn import uscc

from tests.web.desk import GACHA, LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUISHI, PINGTOUCHUAN, identity, nothing_written, officer, today, village
from tests.web.township.test_seals import on_the_sheet
from tests.web.walking import photo
from tests.world import World
from zhengyin.documents import files
from zhengyin.people.models import Account, Appointment
from zhengyin.regions.models import Committee, Organization
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.seals.queries import seal_of
from zhengyin.shared.days import day_of

CODE = "54620422MEB000001"
USCC = CODE + uscc.calc_check_digit(CODE)
COUNTER = {"telephone": "0943-3210009", "hours": "周一至周五", "duty": "王五（文书）", "address": "二社"}
ELECTED = {
    "since": "2026-01-05",
    "standing": "regular",
    "document": "换届选举结果",
    "elected_on": "2026-01-05",
}


def named(who: Officer) -> Committee:
    row = village()
    who.post(
        "township-name", row.pk, legal_name=f"平头川镇{row.short_name}村民委员会", uscc=USCC, photo=photo()
    )
    row.refresh_from_db()
    return row


def issued(who: Officer) -> Seal:
    row = named(who)
    who.post("township-order-seal", row.pk)
    seal = Seal.objects.get(committee=row)
    who.post("township-issue-seal", row.pk, seal.pk, made_on=today(), issued_on=today(), received_by="王五")
    seal.refresh_from_db()
    return seal


@pytest.mark.clause("H3.2.1a")
def test_the_name_comes_from_the_certificate_and_its_photograph_is_kept(desks: World) -> None:
    row = named(officer(desks))
    assert row.uscc == USCC
    assert row.certificate_file is not None
    assert files.get(row.certificate_file).startswith(b"\xff\xd8")
    assert lines_of(row.pk)[-1].kind == "committee.name_confirmed"


def test_a_wrong_code_is_refused_above_the_form_and_what_was_typed_stays(desks: World) -> None:
    who, row = officer(desks), village()
    with nothing_written():
        answer = who.post(
            "township-name", row.pk, status=409, legal_name="三道湾村", uscc="54X", photo=photo()
        )
    shown = answer.content.decode()
    assert "不是法定全称" in shown
    assert "统一社会信用代码“54X”不对" in shown
    assert 'value="三道湾村"' in shown
    assert "请重新选择文件：slip.jpg" in shown


def test_a_file_that_is_no_picture_is_told_at_the_field(desks: World) -> None:
    who, row, wrong = officer(desks), village(), photo()
    wrong.write(b"<html>")
    wrong.seek(0)
    with nothing_written():
        answer = who.post("township-name", row.pk, status=200, legal_name="甲", uscc=USCC, photo=wrong)
    assert "请拍照或截屏后上传" in answer.content.decode()


def test_the_counter_is_published(desks: World) -> None:
    who, row = officer(desks), village()
    assert who.client.post(who.url("offices-counter", row.pk), COUNTER).status_code == 302
    assert Organization.objects.get(pk=row.pk).duty == "王五（文书）"
    with nothing_written():
        answer = who.post("offices-counter", row.pk, status=409, **{**COUNTER, "telephone": ""})
    assert "请填办公电话" in answer.content.decode()
    assert "王五（文书）" in answer.content.decode()


def test_the_township_enters_its_own_telephone(desks: World) -> None:
    who = officer(desks)
    who.post("offices-counter", PINGTOUCHUAN, **COUNTER)
    assert Organization.objects.get(pk=PINGTOUCHUAN).telephone == COUNTER["telephone"]


@pytest.mark.clause("H3.2.1a")
def test_a_seal_is_ordered_and_issued_with_its_certificate(desks: World) -> None:
    seal = issued(officer(desks))
    assert (seal.state, seal.received_by) == ("in_use", "王五")
    assert SigningCertificate.objects.filter(committee_id=seal.committee_id, revoked_at=None).count() == 1
    page = officer(desks).get("township-committee", seal.committee_id)
    assert "证书序列号尾号" in page.text


def test_the_impression_is_kept_with_the_seal(desks: World) -> None:
    who = officer(desks)
    row = named(who)
    who.post("township-order-seal", row.pk)
    seal = Seal.objects.get(committee=row)
    paper = {"made_on": today(), "issued_on": today(), "received_by": "王五", "impression": on_the_sheet()}
    who.post("township-issue-seal", row.pk, seal.pk, **paper)
    seal.refresh_from_db()
    assert seal.impression is not None and seal.impression.purpose == "seal.impression"


def test_a_seal_is_not_ordered_twice(desks: World) -> None:
    who = officer(desks)
    row = named(who)
    who.post("township-order-seal", row.pk)
    with nothing_written():
        answer = who.post("township-order-seal", row.pk, status=409)
    assert "已经有一枚" in text_of(answer)


def test_days_out_of_order_issue_nothing(desks: World) -> None:
    who = officer(desks)
    row = named(who)
    who.post("township-order-seal", row.pk)
    seal = Seal.objects.get(committee=row)
    wrong = {"made_on": today(), "issued_on": "2026-01-01", "received_by": "王五"}
    with nothing_written():
        answer = who.post("township-issue-seal", row.pk, seal.pk, status=409, **wrong)
    assert "刻制在前，颁发在后" in answer.content.decode()
    assert 'value="王五"' in answer.content.decode()


def test_a_certificate_is_revoked_with_a_reason_and_issued_again(desks: World) -> None:
    who = officer(desks)
    old = SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None)
    with nothing_written():
        who.post("township-revoke", LIJIAWAN, old.pk, status=422, reason="")
        who.post("township-certify", LIJIAWAN, status=409)
    who.post("township-revoke", LIJIAWAN, old.pk, reason="换发")
    assert "没有可用的" in who.get("township-committee", LIJIAWAN).text
    who.post("township-certify", LIJIAWAN)
    assert SigningCertificate.objects.filter(committee_id=LIJIAWAN, revoked_at=None).count() == 1


def test_a_certificate_soon_over_is_replaced_before_nobody_can_seal(desks: World) -> None:
    who = officer(desks)
    assert "换发校验证书" not in who.get("township-committee", LIJIAWAN).text
    old = soon_over(LIJIAWAN)
    assert "换发校验证书" in who.get("township-committee", LIJIAWAN).text
    who.post("township-certify", LIJIAWAN)
    new = SigningCertificate.objects.get(committee_id=LIJIAWAN, revoked_at=None)
    assert new.valid_until > old.valid_until
    assert "换发校验证书" not in who.get("township-committee", LIJIAWAN).text


def soon_over(committee: UUID) -> SigningCertificate:
    """Put one that ends in thirty days in the place of the committee's."""
    row = SigningCertificate.objects.get(committee_id=committee, revoked_at=None)
    at = now()
    SigningCertificate.objects.filter(pk=row.pk).update(revoked_at=at)
    row.pk, row.serial, row.valid_from, row.valid_until = uuid4(), "30", at, at + timedelta(days=30)
    row.save(force_insert=True)
    return row


@pytest.mark.clause("H1a")
def test_the_township_appoints_from_the_recorded_election(desks: World) -> None:
    who, row = officer(desks), village()
    who.post("offices-appoint", row.pk, "director", person="", name="王五一", identity=identity(1), **ELECTED)
    who.post("offices-appoint", row.pk, "committee_member", name="赵六", identity=identity(2), **ELECTED)
    held = Appointment.objects.filter(organization_id=row.pk).order_by("office")
    assert [(one.office, one.basis) for one in held] == [
        ("committee_member", "election"),
        ("director", "election"),
    ]
    person = held[0].person_id
    who.post("offices-appoint", row.pk, "supervision_committee", person=str(person), **ELECTED)  # typed once
    assert Appointment.objects.filter(person_id=person).count() == 2


def test_a_second_director_is_refused_and_nobody_is_entered(desks: World) -> None:
    who = officer(desks)
    with nothing_written():
        answer = who.post(
            "offices-appoint",
            LIJIAWAN,
            "director",
            status=409,
            name="王五一",
            identity=identity(3),
            **ELECTED,
        )
    assert "已经有人担任" in answer.content.decode()
    assert 'value="王五一"' in answer.content.decode()


def test_another_telephone_is_refused_at_its_field(desks: World) -> None:
    who, row = officer(desks), village()
    known = {"name": "王五一", "identity": identity(5), "phone": "13800001111"}
    who.post("offices-appoint", row.pk, "director", **known, **ELECTED)
    again = {**known, "phone": "13800002222"}
    person = str(Appointment.objects.get(organization_id=row.pk).person_id)
    chosen = {"person": person, "phone": "13800002222"}
    for said, status in ((again, 409), (chosen, 200)):  # the rule refuses; the form itself
        with nothing_written():
            answer = who.post("offices-appoint", row.pk, "committee_member", status=status, **said, **ELECTED)
        page = answer.content.decode()
        assert 'id="id_phone-wrong"' in page
        assert "“给别人重置登录”里换" in page
    who.post("offices-appoint", row.pk, "committee_member", **known, **ELECTED)
    assert Appointment.objects.filter(person_id=person).count() == 2


def test_a_new_person_needs_name_and_number(desks: World) -> None:
    answer = officer(desks).post("offices-appoint", LIJIAWAN, "committee_member", status=200, **ELECTED)
    assert "姓名还没有填" in answer.content.decode()
    assert "身份证号码还没有填" in answer.content.decode()


def test_what_a_township_does_not_give_has_no_address(desks: World) -> None:
    who = officer(desks)
    for way in ("handler", "custodian", "second_approver", "township", "nonsense"):
        assert who.client.get(who.url("offices-appoint", LIJIAWAN, way)).status_code == 404


def test_an_office_is_ended_with_a_reason_from_today_on(desks: World) -> None:
    who = officer(desks)
    term = Appointment.objects.get(organization_id=LIJIAWAN, office="supervision_committee")
    with nothing_written():
        answer = who.post("offices-end", LIJIAWAN, term.pk, status=409, on="2026-02-01", reason="辞职")
        assert "离任日期不能早于今天" in answer.content.decode()
        who.post("offices-end", LIJIAWAN, term.pk, status=200, on=today(), reason="")
    who.post("offices-end", LIJIAWAN, term.pk, on=today(), reason="辞职")
    term.refresh_from_db()
    assert (term.valid_until, term.end_reason) == (day_of(now()), "辞职")


def test_custody_is_not_ended_past_the_seal(desks: World) -> None:
    who = officer(desks)
    kept = seal_of(LIJIAWAN, day_of(now()))
    term = Appointment.objects.get(organization_id=LIJIAWAN, office="custodian")
    assert kept is not None and kept.custodian
    with nothing_written():
        answer = who.post("offices-end", LIJIAWAN, term.pk, status=409, on=today(), reason="调离")
    assert "请到“印章”页结束保管" in answer.content.decode()


def test_an_account_is_opened_on_a_paper_shown_once(desks: World) -> None:
    who, row = officer(desks), village()
    who.post("offices-appoint", row.pk, "director", name="王五一", identity=identity(4), **ELECTED)
    person = Appointment.objects.get(organization_id=row.pk).person_id
    form = who.get("offices-account", row.pk, person)
    assert form.select_one("#id_username")["value"] == "wangwuyi"
    answer = who.post("offices-account", row.pk, person, status=200, username="wangwuyi")
    assert answer["Cache-Control"] == "no-store"
    account = Account.objects.get(username="wangwuyi")
    assert account.must_change_password
    assert answer.content.decode().count("<li>") >= 40
    with nothing_written():
        who.post("offices-account", row.pk, person, status=409, username="wangwuyi")
    with nothing_written():
        who.post("offices-close-account", row.pk, person, status=200, reason="")
    who.post("offices-close-account", row.pk, person, reason="离任")
    account.refresh_from_db()
    assert not account.is_active


ACTS = ("township-name", "offices-counter", "township-order-seal", "township-certify")


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("committee", [LIJIAWAN, GACHA])
def test_another_township_finds_nothing(desks: World, act: str, committee: UUID) -> None:
    neighbour = Officer(desks, "hn.hs.officer", HUISHI)
    with nothing_written():
        assert neighbour.post(act, committee, status=404)


@pytest.mark.parametrize(
    "username", ["hn.ljw.clerk", "hn.ljw.director", "hn.lead", "hn.hs.officer", "hn.system"]
)
def test_no_other_office_acts_at_this_desk(desks: World, username: str) -> None:
    client, who = Officer(desks, username, PINGTOUCHUAN).client, officer(desks)
    with nothing_written():
        for act in ACTS:
            assert client.post(who.url(act, LIJIAWAN)).status_code == 403
        assert client.post(who.url("offices-appoint", LIJIAWAN, "director")).status_code == 403
