"""The decision: the question is asked each time, and every reason against stands on the page."""

import pytest
from bs4 import BeautifulSoup

from tests.web.desk import Officer
from tests.web.handler.test_mandate import given
from tests.web.handler.test_refuse import NO
from tests.web.walking import Walk, huining
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import lines_of


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).verified()


@pytest.mark.parametrize(
    "said, words",
    [
        ({}, "请先回答：是不是您的近亲属。"),
        ({"kin": "maybe"}, "请先回答"),
    ],
)
def test_without_the_answer_nothing_is_approved(walk: Walk, said: dict[str, str], words: str) -> None:
    before = Entry.objects.count()
    answer = walk.director.agree("director-approve", walk.case, status=409, **said)
    assert words in answer.content.decode()
    assert 'href="#id_kin_0"' in answer.content.decode()
    assert (walk.row.state, Entry.objects.count()) == ("verified", before)


def test_a_near_relative_steps_aside_for_good(walk: Walk) -> None:
    """The answer is written down; the same person's 不是 on the next visit does not undo it."""
    walk.director.agree("director-approve", walk.case, kin="yes")
    line = lines_of(walk.case)[-1]
    assert (line.kind, line.person_name) == ("certificate.recused", "李国栋")
    page = walk.director.get("director-case", walk.case)
    assert "已经回避" in page.text
    assert [form["id"] for form in page.select(".judge form")] == ["decide"]  # neither 退回 nor 不同意
    assert not page.select("a[href='#send-back']")
    for name, said in (("director-return", {"reason": "写错了"}), ("director-decline", NO)):
        answer = walk.director.post(name, walk.case, status=409, **said)
        assert "已经回避" in answer.content.decode()
    walk.director.agree("director-approve", walk.case, status=409, kin="no")
    walk.director.agree("director-approve", walk.case, kin="yes")
    assert walk.row.state == "verified"
    assert [one.kind for one in lines_of(walk.case)].count("certificate.recused") == 1


def test_the_director_sees_who_asks_before_swearing_to_be_no_relative(desks: World) -> None:
    walk = huining(desks)
    walk.apply(applicant="other", applicant_name="李得福", relation="丈夫", proxy_name="李建国")
    walk.handler.post("handler-mandate", walk.case, **given(kept="original", photo=""))
    walk.accept().start().check().verify()
    who = walk.director.get("director-case", walk.case).select_one("#who").text
    for said in ("李得福", "丈夫", "李建国", "看证件", "常住"):
        assert said in who, said


def test_the_question_stands_last_before_the_buttons_and_a_return_has_one_name(walk: Walk) -> None:
    page = walk.director.get("director-case", walk.case)
    forms = [form["id"] for form in page.select(".judge form")]
    assert forms[-1] == "decide"
    assert {one.text for one in page.select("a[href='#send-back'], #send-back h2, #send-back button")} == {
        "退回核实"
    }


@pytest.mark.clause("H3.2.4c")
def test_the_own_case_is_greyed_with_its_reason(desks: World) -> None:
    walk = huining(desks)
    walk.apply(applicant="other", applicant_name="李国栋").accept().start().check().verify()
    page = walk.director.get("director-case", walk.case)
    assert "这件事和您本人有关" in page.select_one(".actbar .cannot").text
    assert not page.select("#send-back, #decline")
    answer = walk.director.agree("director-approve", walk.case, status=409, kin="no")
    assert "请由别人签批" in answer.content.decode()


def test_a_return_needs_its_reason_and_is_shown_to_the_handler(walk: Walk) -> None:
    answer = walk.director.post("director-return", walk.case, status=409, reason="  ")
    assert "请写明原因" in answer.content.decode()
    walk.director.post("director-return", walk.case, reason="住址写错了")
    assert "住址写错了" in walk.handler.get("handler-case", walk.case).text
    assert "负责人退回" in walk.handler.get("handler-todo").text
    walk.start().verify()
    page = walk.director.get("director-case", walk.case)
    assert "住址写错了" in page.text


def test_after_the_approval_the_next_one_is_offered(walk: Walk) -> None:
    other = Walk(walk.world, walk.at, walk.prefix).verified()
    walk.approve()
    page = walk.director.get("director-case", walk.case)
    assert "等张建平盖章" in page.text
    assert str(other.case) in page.select_one(".judge a.btn-primary")["href"]
    listed = walk.director.get("director-list")
    assert "等您定的，1件" in listed.h1.text
    assert "已签批，还没盖章" in listed.text


def test_taken_back_it_waits_for_the_handler_again(walk: Walk) -> None:
    walk.approve()
    walk.director.post("director-take-back", walk.case, reason="份数写错了")
    row = walk.row
    assert (row.state, row.approved_digest, bytes(row.frozen_encrypted)) == ("returned", "", b"")


@pytest.mark.clause("H3.2.2a")
def test_a_page_left_open_approves_nothing_that_was_changed_since(walk: Walk) -> None:
    """The old tab gets the new text with the reason; from there it is approved."""
    old = walk.director.get("director-case", walk.case).select_one("input[name=seen]")["value"]
    walk.director.post("director-return", walk.case, reason="门牌号不对")
    Certificate.objects.filter(pk=walk.case).update(copies=3)
    walk.start().verify()
    before = Entry.objects.count()
    for stale in ({"seen": old}, {"seen": ""}):
        answer = walk.director.agree("director-approve", walk.case, status=409, kin="no", **stale)
        assert "您看的时候不是这些内容" in answer.content.decode() and "3份" in answer.content.decode()
    assert (walk.row.state, Entry.objects.count()) == ("verified", before)
    new = BeautifulSoup(answer.content, "lxml").select_one("input[name=seen]")["value"]
    walk.director.agree("director-approve", walk.case, kin="no", seen=new)
    assert walk.row.state == "approved"


@pytest.mark.clause("H3.1c")
def test_the_second_approver_decides_on_the_same_page(walk: Walk) -> None:
    Certificate.objects.filter(pk=walk.case).update(needs_second=True)
    walk.director.agree("director-approve", walk.case, kin="no")
    assert walk.row.state == "awaiting_second"
    assert "等王桂芳复核签批" in walk.director.get("director-case", walk.case).text
    walk.director.agree("director-countersign", walk.case, kin="no", status=403)
    second = Officer(walk.world, "hn.ljw.deputy", walk.at)
    assert "马桂花" in second.get("director-list").text
    page = second.get("director-case", walk.case)
    assert page.select_one(".actbar button").text == "复核同意"
    second.agree("director-countersign", walk.case, status=409)
    second.agree("director-countersign", walk.case, kin="no")
    assert walk.row.state == "approved"


def test_who_handled_it_does_not_approve_it(desks: World) -> None:
    """平头川: three officials. The director is not the handler, the custodian is."""
    from zhengyin.regions.names import OrganizationKind, key_of, organization_id

    at = organization_id(key_of(OrganizationKind.COMMITTEE, "620422115201"))
    walk = Walk(desks, at, "hn.ptc").verified().approve()
    walk.__dict__["custodian"] = walk.handler  # the clerk keeps the seal too
    walk.seal().deliver()
    assert walk.row.number.startswith("平头川镇平头川村证字")
    tabs = [tab.text for tab in walk.handler.get("handler-todo").select(".head nav a")]
    assert tabs[:5] == ["待办", "新申请", "盖章", "工作用印", "登记簿"]


def test_the_list_costs_the_same_however_long(walk: Walk) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.web.copying import copies_of

    copies_of(walk.row, 4)
    walk.director.get("director-list")  # the settings of the place are kept from now on
    with CaptureQueriesContext(connection) as few:
        walk.director.get("director-list")
    copies_of(walk.row, 45)
    with CaptureQueriesContext(connection) as many:
        page = walk.director.get("director-list")
    assert len(page.select("td.act")) == 50
    assert len(many) == len(few)
