"""公示和议事 at the desks, in both places: the card, the acts, the prints, the village's page."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.deliberation import cast as held
from tests.documents.reading import text_of, without_spaces
from tests.web.copying import copies_of
from tests.web.desk import Officer
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import now

QUESTION = {"item": "ISS-XY-01", "unit": "government", "unit_name": "平头川镇人民政府", "tie": "registered",
            "public": "yes", "public_reason": "要占村里的公用地"}  # fmt: skip
TYPED = {"f_subject_name": "马桂花", "f_subject_sex": "女", "f_subject_identity": "62042219680512002X",
         "f_household": "李家湾村三社", "f_ledger_year": "2025", "purpose": "申请宅基地", "copies": "1",
         "phone": "13800000117", "applicant": "self"}  # fmt: skip
CHECKS = {"person-method": "document_seen", "person-informant": "身份证原件", "person-result": "true",
          "none-method": "ledger", "none-informant": "2025年宅基地台账", "none-result": "true"}  # fmt: skip
CODES = {"hn.ljw": "620422115203", "od.hrgt": "150623103203"}
MATTER = "三社一户申请宅基地，占用村里的公用地"


def touching(walk: Walk) -> Walk:
    """Taken in at the counter, public interest touched, all verified."""
    walk.handler.post("handler-register", **QUESTION, **TYPED, case_id=str(walk.case))
    walk.handler.post("handler-accept", walk.case, identity_method="document", ties=["registered"])
    walk.start()
    walk.handler.post("handler-checks", walk.case, **CHECKS)
    return walk.verify()


@pytest.fixture
def hn(desks: World) -> Walk:
    return touching(huining(desks))


@pytest.fixture
def od(desks: World) -> Walk:
    return touching(ordos(desks))


def notice_words(**changed: str) -> dict[str, str]:
    today = held.today()
    return {"matter": MATTER, "place": "村务公开栏", "from_on": today.isoformat(),
            "until_on": (today + timedelta(days=6)).isoformat(), **changed}  # fmt: skip


def meeting_words(kind: str = "villagers_representatives") -> dict[str, str]:
    return {"kind": kind, "matter": MATTER, "place": "会议室", "planned_on": held.today().isoformat()}


VOTES = {"presided_by": "李国栋", "eligible": "31", "present": "27", "votes_for": "20", "votes_against": "4",
         "abstentions": "3", "conclusion": "同意出具", "minutes": "第3次会议记录（示例）"}  # fmt: skip
MEASURE = {"quorum": "21", "majority": "14", "article": "议事规则第九条（示例）"}


def voted(walk: Walk, **changed: str) -> UUID:
    walk.handler.post("deliberation-convene", walk.case, **meeting_words())
    meeting = Meeting.objects.get(subject=walk.case)
    day = held.today().isoformat()
    said = {"held_on": day, "party_studied_on": day, **VOTES, **changed}
    walk.handler.post("deliberation-votes", walk.case, meeting.pk, **said)
    return meeting.pk


@pytest.mark.clause("O2.1d")
def test_in_ordos_the_approval_is_locked_says_why_and_a_vote_opens_it(od: Walk) -> None:
    page = od.director.get("director-case", od.case)
    assert "这件事涉及公共利益" in page.select_one(".actbar .cannot").text
    card = page.select_one("#deliberation")
    assert "还没有公示，也没有开会表决" in card.text
    assert card.a["href"] == od.director.url("deliberation-case", od.case)
    answer = od.director.agree("director-approve", od.case, kin="no", status=409)
    assert "议事协商、讨论同意" in answer.content.decode()
    meeting = voted(od)
    assert "表决结果等主任确认" in od.handler.get("handler-case", od.case).select_one("#deliberation").text
    page = od.director.get("deliberation-case", od.case)
    assert "条款待核" in page.text
    od.director.post("deliberation-confirm-meeting", od.case, meeting, **MEASURE)
    assert (
        "村民代表会议表决通过" in od.director.get("director-case", od.case).select_one("#deliberation").text
    )
    assert od.approve().row.state == "approved"


@pytest.mark.clause("H3.2.2b")
def test_in_huining_the_seal_is_locked_says_why_and_a_notice_opens_it(hn: Walk) -> None:
    hn.approve()
    page = hn.custodian.get("custodian-seal", hn.case)
    assert "公示结束或者表决通过以后才能盖章" in page.select_one("#why").text
    assert "还没有公示" in page.select_one("#deliberation").text
    notice = held.ran_out(hn.case)
    assert "等主任确认结果" in hn.custodian.get("custodian-seal", hn.case).select_one("#deliberation").text
    hn.director.post("deliberation-confirm-notice", hn.case, notice.pk)
    page = hn.custodian.get("custodian-seal", hn.case)
    assert page.select_one("#why") is None
    assert page.select_one("[name=code]")


@pytest.mark.clause("H3.2.2b")
def test_a_notice_over_the_desks(hn: Walk) -> None:
    hn.handler.post("deliberation-post", hn.case, **notice_words())
    assert "终止公示" in hn.handler.get("deliberation-case", hn.case).text
    notice = Notice.objects.get(subject=hn.case)
    supervisor = Officer(hn.world, "hn.ljw.supervisor", hn.at)
    said = {"words": "那块地是大家走的路", "name": "马志明", "heard": "spoken", "heard_at": heard_at()}
    supervisor.post("deliberation-hear", hn.case, notice.pk, **said)
    page = hn.handler.get("deliberation-case", hn.case)
    assert "终止公示" not in page.text  # somebody objected
    answer = hn.handler.post("deliberation-stop-notice", hn.case, notice.pk, reason="不公示了", status=409)
    assert "有1条异议，不能终止" in answer.content.decode()
    assert "马*" in page.text
    assert "马志明" not in page.text
    objection = Objection.objects.get(notice=notice)
    hn.handler.post("deliberation-answer", hn.case, objection.pk, handling="followed", answer="路往北让三米")
    page = hn.director.get("deliberation-case", hn.case)
    assert "第二天才能确认" in page.text
    assert "路往北让三米" in page.text
    answer = hn.director.post("deliberation-confirm-notice", hn.case, notice.pk, status=409)
    assert "第二天才能确认" in answer.content.decode()
    later = (notice.until_on + timedelta(days=3)).isoformat()
    hn.handler.post("deliberation-extend", hn.case, notice.pk, until_on=later, reason="有人没有看到")
    assert "10天" in hn.handler.get("deliberation-case", hn.case).text
    hn.director.post("deliberation-fail-notice", hn.case, notice.pk, reason="多数人反对")
    assert "多数人反对" in hn.handler.get("deliberation-case", hn.case).text


def heard_at() -> str:
    from zhengyin.shared.days import SHANGHAI

    return now().astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")


@pytest.mark.parametrize(
    "changed, status, words",
    [
        ({"matter": ""}, 422, "公示什么事还没有填"),
        ({"until_on": "明天"}, 422, "日期写成"),
        ({"until_on": "2020-01-01"}, 409, "公示至少要7天"),
        ({"matter": "马桂花申请宅基地"}, 409, "只写事，不写人名"),
        ({"place": "墙" * 101}, 422, "100"),
        ({"matter": "<b>三社</b>联系13800000117"}, 409, "不要写“13800000117”"),
    ],
)
def test_what_is_wrong_with_a_notice_is_said_and_nothing_is_written(
    hn: Walk, changed: dict[str, str], status: int, words: str
) -> None:
    before = Entry.objects.count()
    answer = hn.handler.post("deliberation-post", hn.case, status=status, **notice_words(**changed))
    assert words in answer.content.decode()
    assert "<b>三社" not in answer.content.decode()
    assert Entry.objects.count() == before


def test_a_vote_that_fell_short_is_not_confirmed_and_keeps_what_was_typed(hn: Walk) -> None:
    meeting = voted(hn, votes_for="10", votes_against="14")
    answer = hn.director.post("deliberation-confirm-meeting", hn.case, meeting, status=409, **MEASURE)
    assert "没有达到通过所需的票数" in answer.content.decode()
    assert 'value="议事规则第九条（示例）"' in answer.content.decode()
    hn.director.post("deliberation-fail-meeting", hn.case, meeting, reason="票数不够")
    assert Meeting.objects.get(pk=meeting).state == "meeting_failed"


def test_the_wrong_office_the_wrong_village_and_another_case(hn: Walk, desks: World) -> None:
    notice = held.post(hn.case)
    meeting = held.convene(hn.case)
    assert hn.custodian.post("deliberation-post", hn.case, status=403, **notice_words())
    assert hn.handler.post("deliberation-confirm-notice", hn.case, notice.pk, status=403)
    assert hn.handler.post("deliberation-confirm-meeting", hn.case, meeting.pk, status=403)
    other = ordos(desks)
    other.director.get("deliberation-case", hn.case, status=404)
    other.director.post("deliberation-confirm-notice", hn.case, notice.pk, status=404)
    second = huining(desks).apply()
    hn.director.post("deliberation-confirm-notice", second.case, notice.pk, status=404)
    hn.director.get("deliberation-notice-paper", second.case, notice.pk, status=404)
    hn.handler.post("deliberation-votes", second.case, meeting.pk, status=404)
    hn.handler.post("deliberation-answer", hn.case, uuid4(), status=404)


def test_where_nothing_is_touched_there_is_no_card_and_nothing_to_open(desks: World) -> None:
    walk = huining(desks).apply()
    assert walk.handler.get("handler-case", walk.case).select_one("#deliberation") is None
    assert "不用公示，也不用开会" in walk.handler.get("deliberation-case", walk.case).text
    walk.handler.post("deliberation-post", walk.case, status=404, **notice_words())
    walk.handler.post("deliberation-convene", walk.case, status=404, **meeting_words())


@pytest.mark.clause("H3.2.2b")
def test_the_papers(hn: Walk) -> None:
    notice, meeting = held.post(hn.case), held.convene(hn.case)
    printed = hn.handler.client.get(hn.handler.url("deliberation-notice-paper", hn.case, notice.pk))
    words = without_spaces(text_of(printed.content))
    for said in (notice.number, MATTER, "村务公开栏", "示例", "（7天）", "有意见找谁", "监督委员会"):
        assert without_spaces(said) in words
    blank = hn.handler.client.get(hn.handler.url("deliberation-minutes", hn.case, meeting.pk))
    assert "由主持的负责人确认结果时填写" in without_spaces(text_of(blank.content))
    held.agree(held.count(meeting))
    filled = hn.handler.client.get(hn.handler.url("deliberation-minutes", hn.case, meeting.pk))
    assert "到会不少于21人，同意不少于14票" in without_spaces(text_of(filled.content))


@pytest.mark.clause("H3.2.2b", "O3.3a")
@pytest.mark.parametrize("village", ["hn.ljw", "od.hrgt"])
def test_the_village_shows_what_hangs_and_how_to_object(desks: World, village: str) -> None:
    page = Client().get(f"/c/{CODES[village]}")
    assert "正在公示" not in page.content.decode()
    held.post(village=village)
    held.ran_out(village=village)
    said = Client().get(f"/c/{CODES[village]}").content.decode()
    assert said.count(MATTER) == 1
    assert "村务公开栏" in said
    assert "有意见就提" in said
    assert "马桂花" not in said


APART = "议事中，时间另算"


@pytest.mark.clause("O2.1d")
def test_while_the_approval_is_locked_lists_bar_and_clock_say_so(od: Walk) -> None:
    Certificate.objects.filter(pk=od.case).update(accepted_at=now() - timedelta(days=30))
    case = od.handler.get("handler-case", od.case)
    assert "等议事" in case.select_one(".actbar").text and APART in case.select_one(".tools").text
    todo = od.handler.get("handler-todo").text
    assert "等议事" in todo and APART in todo and "等巴特尔签批" not in todo and "已经超期" not in todo
    listed = od.director.get("director-list")
    assert "等您定的，" not in listed.h1.text and "等议事的，通过以后再签批" in listed.text
    assert APART in listed.text and APART in od.director.get("director-case", od.case).text
    od.director.post("deliberation-confirm-meeting", od.case, voted(od), **MEASURE)
    listed = od.director.get("director-list")
    assert "等您定的，1件" in listed.h1.text and "等议事的" not in listed.text
    assert "还剩" in listed.text and "等巴特尔签批" in od.handler.get("handler-todo").text


@pytest.mark.clause("H3.2.2b")
def test_while_the_seal_is_locked_the_director_is_waited_for_first(hn: Walk) -> None:
    assert "等李国栋签批" in hn.handler.get("handler-case", hn.case).select_one(".actbar").text
    assert APART in hn.handler.get("handler-todo").text
    hn.approve()
    assert "等议事" in hn.handler.get("handler-case", hn.case).select_one(".actbar").text
    seals = hn.custodian.get("custodian-list")
    assert "等议事的，通过以后再盖" in seals.text and "要盖的章，" not in seals.h1.text


def test_a_list_asks_for_all_deliberations_at_once(od: Walk) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            od.handler.get("handler-todo")
            od.director.get("director-list")
        return len(found)

    asked()  # logs both in
    before = asked()
    copies_of(od.row, 5)
    assert asked() == before
