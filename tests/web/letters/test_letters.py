"""告知函 at the desks: from the case over the director's phone to the unit's answer."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.certificates import cast
from tests.documents.reading import text_of, without_spaces
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN
from tests.web.handler.test_refuse import ASKED, NO, SAID
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.letter import LetterGiven
from zhengyin.certificates.models import Letter
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

PUBLIC = {"item": "", "for": "集体林地权属情况", "unit": "government", "unit_name": "会宁县自然资源局",
          "tie": "registered", "basis": "no"}  # fmt: skip


@pytest.fixture(params=[huining, ordos])
def walk(desks: World, request: pytest.FixtureRequest) -> Walk:
    made: Walk = request.param(desks)
    return made


def refused(walk: Walk) -> Walk:
    walk.handler.post("handler-refuse-demand", **ASKED, **SAID, case_id=str(walk.case))
    return walk


def given(**changed: str) -> dict[str, str]:
    until = (day_of(now()) + timedelta(days=15)).isoformat()
    return {"unit": "中国农业银行会宁县支行", "address": "会师镇", "answer_by": until, **changed}


def drafted(walk: Walk) -> Walk:
    refused(walk).handler.post("letters-draft", walk.case, **given())
    return walk


@pytest.mark.clause("H3.1d", "O2.1e")
def test_from_the_case_to_the_unit_and_back(walk: Walk) -> None:
    refused(walk)
    assert "给单位发告知函" in walk.handler.get("handler-case", walk.case).text
    page = walk.handler.get("letters-case", walk.case)
    assert page.select_one("input[name=unit]")["value"] == ASKED["unit_name"]  # type: ignore[index]
    walk.handler.post("letters-draft", walk.case, **given())
    listed = walk.director.get("director-list")
    assert "等您定的，1件" in listed.text and "中国农业银行会宁县支行" in listed.text
    seen = walk.director.get("letters-case", walk.case).text
    assert "同意发函" in seen and "请在" in seen and "要求出具的依据" in seen
    walk.director.agree("letters-approve", walk.case)
    letter = Letter.objects.get(certificate_id=walk.case)
    assert "函〔2026〕1号" in walk.handler.get("letters-case", walk.case).text
    assert "已签发，等送出" in walk.handler.get("handler-todo").text
    paper = walk.handler.client.get(walk.handler.url("letters-paper", walk.case))
    words = without_spaces(text_of(paper.content))
    assert (
        letter.number in words and "负责人（签名）" in words and paper.headers["Cache-Control"] == "no-store"
    )
    walk.handler.post("letters-send", walk.case, signed="on", how="resident")
    assert "已送出，等答复" in walk.handler.get("handler-case", walk.case).text
    assert "告知函，" not in walk.handler.get("handler-todo").text  # nothing to do until the day
    walk.handler.post("letters-dropped", walk.case, said="不要了")
    assert "对方不再要求" in walk.handler.get("letters-case", walk.case).text


@pytest.mark.clause("O2.1c")
def test_with_the_units_basis_the_demand_is_applied_for_anew(walk: Walk) -> None:
    walk.handler.post("handler-refuse-demand", **PUBLIC, **SAID, case_id=str(walk.case))
    walk.handler.post("letters-draft", walk.case, **given(unit="会宁县自然资源局"))
    walk.director.agree("letters-approve", walk.case)
    walk.handler.post("letters-send", walk.case, signed="on", how="post", post_number="1234567890123")
    walk.handler.post("letters-basis", walk.case, basis="《某办法》第七条", said="回函")
    link = walk.handler.get("letters-case", walk.case).find("a", string="按这个依据重新申请")
    asked = parse_qs(urlsplit(link["href"]).query)  # type: ignore[index, arg-type]
    assert asked == {
        "for": ["集体林地权属情况"], "unit": ["government"], "unit_name": ["会宁县自然资源局"],
        "basis": ["yes"], "basis_words": ["《某办法》第七条"], "tie": ["registered"],
    }  # fmt: skip
    page = walk.handler.get("handler-new", query="?" + urlsplit(link["href"]).query)  # type: ignore[index, arg-type]
    assert "《某办法》第七条" in str(page) and "集体林地权属情况" in page.text


def test_returned_with_a_reason_and_written_anew(walk: Walk) -> None:
    drafted(walk)
    answer = walk.director.post("letters-return", walk.case, status=422, reason="")
    assert "哪里要改还没有填" in answer.content.decode()
    walk.director.post("letters-return", walk.case, reason="地址不全")
    assert "退回修改" in walk.handler.get("handler-todo").text
    assert "地址不全" in walk.handler.get("letters-case", walk.case).text
    walk.handler.post("letters-draft", walk.case, **given(address="会师镇长征南路18号"))
    assert "长征南路18号" in walk.director.get("letters-case", walk.case).text


@pytest.mark.parametrize("changed, words, status", [
    ({"unit": ""}, "发给哪个单位（全称）还没有填", 422), ({"unit": "农行😀"}, "印不出来", 422),
    ({"address": "路" * 81}, "81", 422), ({"answer_by": "2026-02-30"}, "日期写成", 422),
    ({"answer_by": "2020-01-01"}, "请对方答复的日期要在今天以后", 409),
])  # fmt: skip
def test_what_does_not_fit_is_said_and_kept(
    walk: Walk, changed: dict[str, str], words: str, status: int
) -> None:
    refused(walk)
    answer = walk.handler.post("letters-draft", walk.case, status=status, **given(**changed))
    page = answer.content.decode()
    assert words in page and ("会师镇" in page or "address" in changed)
    assert not Letter.objects.exists()


def test_a_letter_drafted_anew_is_not_let_go_unread(walk: Walk) -> None:
    drafted(walk)
    old = Letter.objects.get(certificate_id=walk.case).text_digest
    walk.handler.post("letters-draft", walk.case, **given(unit="中国农业银行白银分行"))
    for stale in (old, ""):
        answer = walk.director.agree("letters-approve", walk.case, status=409, seen=stale)
        page = answer.content.decode()
        assert "您看的时候不是这些内容" in page and "白银分行" in page
    assert Letter.objects.get(certificate_id=walk.case).approved_at is None
    walk.director.agree("letters-approve", walk.case)
    assert Letter.objects.get(certificate_id=walk.case).approved_at


def test_sent_only_when_signed(walk: Walk) -> None:
    drafted(walk).director.agree("letters-approve", walk.case)
    answer = walk.handler.post("letters-send", walk.case, status=409, how="post", post_number="")
    page = answer.content.decode()
    assert "由负责人签名" in page and "请写单号" in page
    early = walk.handler.post("letters-silence", walk.case, status=409).content.decode()
    assert "已经走到别的步骤" in early


def test_the_director_sees_what_no_unit_answered_and_it_is_no_decision(walk: Walk) -> None:
    drafted(walk).director.agree("letters-approve", walk.case)
    walk.handler.post("letters-send", walk.case, signed="on", how="resident")
    assert "农业银行" not in walk.director.get("director-list").text  # its day is still to come
    clerk, director = cast.officer(f"{walk.prefix}.clerk"), cast.officer(f"{walk.prefix}.director")
    other, ago = refused(Walk(walk.world, walk.at, walk.prefix)).case, now() - timedelta(days=20)
    overdue = LetterGiven("中国农业银行白银分行", "会师镇", day_of(now()) - timedelta(days=1))
    letter = actions.draft_letter(certificate_id=other, given=overdue, actor=clerk, at=ago)
    actions.approve_letter(certificate_id=other, seen=letter.text_digest, actor=director, at=ago)
    actions.send_letter(
        certificate_id=other, how="resident", post_number="", note="", signed=True, actor=clerk, at=ago
    )
    page = walk.director.get("director-list")
    assert "对方过期没有答复" in page.text and "白银分行" in page.text and "会宁县支行" not in page.text
    assert page.h1.text == "等您定的"


def test_let_go_it_is_taken_back_and_let_go_anew(walk: Walk) -> None:
    drafted(walk).director.agree("letters-approve", walk.case)
    assert "收回这封函" not in walk.handler.get("letters-case", walk.case).text
    walk.handler.post("letters-take-back", walk.case, status=403, reason="日期过了")
    answer = walk.director.post("letters-take-back", walk.case, status=422, reason="")
    assert "哪里要改还没有填" in answer.content.decode()
    walk.director.post("letters-take-back", walk.case, reason="日期要往后放")
    page = walk.handler.get("letters-case", walk.case).text
    assert "日期要往后放" in page and "签发以后编号" in page and "收回告知函" in page
    walk.handler.get("letters-paper", walk.case, status=404)
    walk.handler.post("letters-draft", walk.case, **given(address="会师镇长征南路18号"))
    walk.director.agree("letters-approve", walk.case)
    assert "函〔2026〕2号" in walk.handler.get("letters-case", walk.case).text


def test_past_its_day_the_page_says_who_helps(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    drafted(walk).director.agree("letters-approve", walk.case)
    monkeypatch.setattr(
        "zhengyin.certificates.queries.letters.day_of", lambda at: day_of(at + timedelta(days=15))
    )
    page = walk.handler.get("letters-case", walk.case)
    assert "请主任收回这封函" in page.text and page.select_one("form[action$=sending]") is None
    answer = walk.handler.post("letters-send", walk.case, status=409, signed="on", how="resident")
    assert "请主任收回这封函" in answer.content.decode()


def test_no_letter_about_a_case_that_goes_on(walk: Walk) -> None:
    walk.apply()
    walk.handler.get("letters-case", walk.case, status=404)
    walk.handler.post("letters-draft", walk.case, status=404, **given())
    assert "给单位的告知函" not in walk.handler.get("handler-case", walk.case).text
    walk.handler.post("handler-refuse", walk.case, **NO)
    walk.director.agree("letters-approve", walk.case, status=404)  # none was drafted
    walk.handler.get("letters-paper", walk.case, status=404)


def test_another_village_sees_nothing(desks: World) -> None:
    walk = drafted(huining(desks))
    stranger = Officer(desks, "hn.ptc.clerk", LIJIAWAN)
    assert stranger.client.get(stranger.url("letters-case", walk.case)).status_code == 403
    own = Officer(desks, "hn.pt.officer", PINGTOUCHUAN)
    assert own.client.get(own.url("letters-case", walk.case)).status_code == 403
    deputy = Officer(desks, "hn.ljw.deputy", LIJIAWAN)
    assert "同意发函" not in deputy.get("letters-case", walk.case).text
    deputy.agree("letters-approve", walk.case, status=403)
