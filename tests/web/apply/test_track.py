"""查进度: by code and tail, in a resident's words; withdrawn by the resident."""

import io
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client

from tests.certificates import cast
from tests.web.apply.test_apply import heading, said, sent, walked
from tests.web.walking import photo
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.models import Attachment, Certificate
from zhengyin.registers.queries import lines_of, now
from zhengyin.verification.limits import NOT_TRACKED, Kind
from zhengyin.verification.models import Seen
from zhengyin.verification.queries import prefix_index


@pytest.fixture
def code(demo_world: World) -> str:
    return heading(sent(walked()))


def track(code: str, tail: str) -> HttpResponse:
    answer: Any = Client().post("/track/", {"code": code, "tail": tail})
    return answer


def case_in(answer: HttpResponse) -> str:
    found = BeautifulSoup(answer.content, "lxml").select_one("input[name=case]")
    assert isinstance(found, Tag)
    return str(found["value"])


def test_wrong_tails_lock_the_code(code: str) -> None:
    for _ in range(5):
        assert "没有查到" in said(track(code, "9999"))
    locked = track(code, "1234")
    assert locked.status_code == 409 and "没有查到" in said(locked)


def test_unknown_wrong_and_locked_read_alike(code: str) -> None:
    wrong, unknown = track(code, "9999"), track("A" * 10, "9999")
    assert wrong.content.replace(code.encode(), b"A" * 10) == unknown.content


@pytest.mark.parametrize("tail", ["", "12", "abcd"])
def test_a_tail_is_four_digits(demo_world: World, tail: str) -> None:
    answer = track("ABCDEFGHJK", tail)
    assert answer.status_code == 200 and "电话" in said(answer)


def test_the_resident_withdraws(code: str) -> None:
    case = case_in(track(code, "1234"))
    unsaid = Client().post("/track/withdrawal", {"case": case})
    assert unsaid.status_code == 200 and "还没有选" in said(unsaid)
    done = Client().post("/track/withdrawal", {"case": case, "reason": "不用办了"})
    assert heading(done) == "已经撤回"
    row = Certificate.objects.get()
    assert row.state == "withdrawn"
    assert [line.kind for line in lines_of(row.id)][-1] == "certificate.withdrawn"
    assert Client().post("/track/withdrawal", {"case": case, "reason": "不用办了"}).status_code == 409


def test_what_became_of_the_paper_and_what_to_do_now(demo_world: World) -> None:
    """Void: why, and to bring back what is still there. Corrected: the new number."""
    clerk, custodian = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.custodian")
    void, old = (
        actions.apply(organization_id=cast.LIJIAWAN, application=cast.application(), actor=clerk, at=now())
        for _ in range(2)
    )
    for done in (void, old):
        cast.seal(cast.approve(done.certificate_id), custodian)
    cast.void(void.certificate_id, cast.officer("hn.ljw.director"), note="李得福来说的")
    new = cast.approve(cast.begin_correction(old.certificate_id, clerk))
    number = cast.seal(new, custodian).number
    answer = track(void.tracking_code, "0999")
    assert heading(answer) == "这张证明作废了"
    assert (
        "内容写错了" in said(answer) and "交回村（居）委会" in said(answer) and "李得福" not in said(answer)
    )
    answer = track(old.tracking_code, "0999")
    assert heading(answer) == "已经更正，用新的那张" and number in said(answer)
    cast.void(new, cast.officer("hn.ljw.director"))
    answer = track(old.tracking_code, "0999")
    assert heading(answer) == "这张证明作废了" and f"{number}（也已经作废）" in said(answer)
    assert "重新申请" in said(answer) and "换新的那张" not in said(answer)


def test_a_withdrawal_without_its_page_does_nothing(code: str) -> None:
    answer = Client().post(
        "/track/withdrawal", {"case": str(Certificate.objects.get().id), "reason": "不用办了"}
    )
    assert "再查一次" in said(answer)
    assert Certificate.objects.get().state == "applied"


def test_wrong_tries_of_a_prefix_are_limited(code: str) -> None:
    for _ in range(NOT_TRACKED.most):
        Seen.objects.create(kind=Kind.NOT_TRACKED, prefix=prefix_index("127.0.0.1"), seen_at=now())
    assert "先停10分钟" in said(track(code, "1234"))


def test_the_resident_sends_a_picture_ahead(code: str) -> None:
    page = track(code, "1234")
    asked = BeautifulSoup(page.content, "lxml").select_one("select[name=material] option")
    assert isinstance(asked, Tag) and "来的时候带上" in said(page)
    sending = {"case": case_in(page), "material": str(asked["value"])}
    nothing = Client().post("/track/materials", sending)
    assert "还没有拍，也没有选照片" in said(nothing)
    broken = io.BytesIO(b"MZ no picture")
    broken.name = "card.jpg"
    assert "只收 JPG、PNG 照片和 PDF" in said(Client().post("/track/materials", {**sending, "shot": broken}))
    odd = Client().post("/track/materials", {**sending, "material": "存折", "shot": photo()})
    assert "存折" in said(odd) and not Attachment.objects.exists()
    done = Client().post("/track/materials", {**sending, "shot": photo()})
    assert "已经传了1张" in said(done)
    assert Attachment.objects.get().added_by is None
    made_up = Client().post("/track/materials", {**sending, "case": "x", "shot": photo()})
    assert "放得太久" in said(made_up)
