"""The seal: one more proof of who it is, for exactly this paper; the same click twice is one number."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.copying import copies_of
from tests.web.desk import Officer
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate, Grant, GrantedPaper
from zhengyin.ledger.models import Entry


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).approved()


def asked(walk: Walk, status: int, **changed: str) -> str:
    said = {"impressions": "2", "kin": "no", "code": "000000", **changed}
    return walk.custodian.post("custodian-grant", walk.case, status=status, **said).content.decode()


@pytest.mark.parametrize(
    "changed, status, words",
    [
        ({}, 409, "验证码"),
        ({"code": ""}, 422, "验证码还没有填"),
        ({"impressions": ""}, 422, "一共盖几枚章还没有填"),
        ({"impressions": "0"}, 422, "枚数至少1枚"),
        ({"kin": ""}, 409, "请先回答：是不是您的近亲属。"),
        ({"kin": "yes"}, 409, "已经回避"),
    ],
)
def test_without_proof_there_is_no_grant(
    walk: Walk, changed: dict[str, str], status: int, words: str
) -> None:
    assert words in asked(walk, status, **changed)
    assert not Grant.objects.exists()


def test_what_would_be_refused_anyway_spends_no_code(walk: Walk) -> None:
    code = walk.custodian.code()
    asked(walk, 409, kin="", code=code)
    walk.custodian.post("custodian-grant", walk.case, impressions="2", kin="no", code=code)
    assert GrantedPaper.objects.get().certificate_id == walk.case


@pytest.mark.clause("H3.2.4c")
def test_who_stepped_aside_does_not_seal_after_another_answer(walk: Walk) -> None:
    asked(walk, 409, kin="yes")
    assert "已经回避" in asked(walk, 409, kin="no", code=walk.custodian.code())
    assert not Grant.objects.exists()


def test_a_code_is_good_once(walk: Walk) -> None:
    code = walk.custodian.code()
    walk.custodian.post("custodian-grant", walk.case, impressions="2", kin="no", code=code)
    asked(walk, 409, code=code)


def test_the_last_page_says_what_it_will_do(walk: Walk) -> None:
    grant = walk.grant()
    page = walk.custodian.get("custodian-confirm", walk.case, grant, query="?impressions=3&kin=no")
    assert page.select_one(".btn-seal").text == "登记并盖章，2份"
    assert "3枚" in page.text
    walk.custodian.get("custodian-confirm", walk.case, grant, status=404)
    walk.custodian.get("custodian-confirm", walk.case, uuid4(), status=404, query="?impressions=3&kin=no")


@pytest.mark.clause("H3.2.3a")
def test_the_same_click_fifty_times_is_one_number(walk: Walk) -> None:
    grant = walk.grant()
    first = walk.custodian.post("custodian-do-seal", walk.case, grant, impressions="2", kin="no")
    before = Entry.objects.count()
    for _ in range(3):
        again = walk.custodian.post("custodian-do-seal", walk.case, grant, impressions="2", kin="no")
        assert again.headers["Location"] == first.headers["Location"]
    assert Entry.objects.count() == before
    assert "〔2026〕1号" in walk.custodian.get("custodian-receipt", walk.case).h1.text
    page = walk.custodian.client.get(walk.custodian.url("custodian-seal", walk.case))
    assert page.headers["Location"].endswith("/receipt")


def test_the_receipt_says_what_was_printed_and_where_its_line_stands(walk: Walk) -> None:
    who = walk.seal().custodian
    before = who.get("custodian-receipt", walk.case)
    assert "打印过了" not in before.text
    link = before.find("a", string="《为村（居）民出具证明事项登记簿》2026年第1号")
    assert link is not None and walk.row.number in who.client.get(link["href"]).content.decode()
    who.post("committee-print", walk.case)
    after = who.get("custodian-receipt", walk.case).text
    assert f"张建平打印了2份，编号{walk.row.number}" in after


def test_after_two_minutes_the_proof_is_asked_again(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    grant, before = walk.grant(), Entry.objects.count()
    later = Grant.objects.get().expires_at + timedelta(seconds=1)
    monkeypatch.setattr("zhengyin.web.actors.registers.now", lambda: later)
    answer = walk.custodian.post("custodian-do-seal", walk.case, grant, status=409, impressions="2", kin="no")
    assert "验证已超过两分钟" in answer.content.decode()
    assert "验证码" in answer.content.decode()
    assert (walk.row.state, Entry.objects.count()) == ("approved", before)


def test_a_grant_for_another_paper_is_none(walk: Walk) -> None:
    other = Walk(walk.world, walk.at, walk.prefix).approved()
    grant = walk.grant()
    walk.custodian.get("custodian-confirm", other.case, grant, status=404, query="?impressions=2&kin=no")
    answer = walk.custodian.post(
        "custodian-do-seal", other.case, grant, status=409, impressions="2", kin="no"
    )
    assert "盖章前要再验证一次身份" in answer.content.decode()
    assert other.row.state == "approved"


def test_without_the_question_answered_the_seal_stays_where_it_is(walk: Walk) -> None:
    grant = walk.grant()
    walk.custodian.post("custodian-do-seal", walk.case, grant, status=409, impressions="2")
    walk.custodian.post("custodian-do-seal", walk.case, grant, status=422, impressions="", kin="no")
    assert walk.row.state == "approved"


@pytest.mark.clause("H3.2.4c")
def test_neither_director_nor_handler_nor_another_village_seals(walk: Walk, desks: World) -> None:
    grant, other = walk.grant(), ordos(desks)
    for officer in (walk.director, walk.handler):
        officer.post("custodian-do-seal", walk.case, grant, status=403, impressions="2", kin="no")
        officer.post("custodian-grant", walk.case, status=403, impressions="2", kin="no", code="000000")
        officer.get("custodian-list", status=403)
    other.custodian.post("custodian-do-seal", walk.case, grant, status=404, impressions="2", kin="no")
    assert walk.row.state == "approved"


def test_not_before_the_approval(desks: World) -> None:
    walk = huining(desks).verified()
    page = walk.custodian.get("custodian-seal", walk.case)
    assert not page.select("form[action$='/grant']")
    before = Entry.objects.count()
    assert "这件事已经走到别的步骤" in asked(walk, 409, code=walk.custodian.code())
    walk.custodian.post("custodian-do-seal", walk.case, UUID(int=1), status=409, impressions="2", kin="no")
    walk.custodian.get("custodian-receipt", walk.case, status=404)
    walk.custodian.get("committee-paper", walk.case, status=404)
    walk.custodian.get("committee-slip", walk.case, status=404)
    assert (walk.row.state, Entry.objects.count()) == ("verified", before)


def test_the_custodian_sees_that_the_seal_is_with_somebody_else(walk: Walk) -> None:
    page = walk.custodian.get("custodian-list")
    assert "印章由您保管" in page.text
    assert "李国栋" in page.text


@pytest.mark.clause("H3.2.3d")
def test_a_signature_may_be_drawn(walk: Walk) -> None:
    import base64
    import io

    from PIL import Image

    walk.seal()
    said = {"how": "in_person", "recipient": "马桂花"}
    answer = walk.handler.post("handler-deliver", walk.case, status=409, **said)
    assert "还没有领取人的签名" in answer.content.decode()
    broken = "data:image/png;base64,AAAA"
    walk.handler.post("handler-deliver", walk.case, status=422, **said, drawn=broken)
    out = io.BytesIO()
    Image.new("RGB", (600, 220), "white").save(out, "PNG")
    drawn = "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()
    walk.handler.post("handler-deliver", walk.case, **said, drawn=drawn)
    assert "屏幕签名" in walk.handler.get("handler-case", walk.case).text


def test_the_list_costs_the_same_however_long(walk: Walk) -> None:
    copies_of(walk.row, 4)
    walk.custodian.get("custodian-list")  # the settings of the place are kept from now on
    with CaptureQueriesContext(connection) as few:
        walk.custodian.get("custodian-list")
    copies_of(walk.row, 45)
    with CaptureQueriesContext(connection) as many:
        page = walk.custodian.get("custodian-list")
    assert len(page.select("td.act")) == 50
    assert len(many) == len(few)
    assert Certificate.objects.count() == 50


def test_a_member_reads_but_does_not_seal(walk: Walk) -> None:
    member = Officer(walk.world, "hn.ljw.supervisor", walk.at)
    page = member.get("handler-case", walk.case)
    assert not page.select("form[method=post]:not([action*='/account/']):not([action='/large'])")
    member.get("custodian-seal", walk.case, status=403)
