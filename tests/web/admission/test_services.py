"""公共服务事项 at the banner's desk and on the public page; 会宁 has no form for them."""

import pytest
from django.test import Client

from tests.web.admission.test_pages import answer_all, serving, today
from tests.web.bad import admission as sent
from tests.web.desk import GACHA, Officer, text_of
from tests.web.deskcast import OTOG, lead
from tests.web.workuse.test_pages import photo
from tests.world import World
from zhengyin.admission.models import JointMeeting, Proposal
from zhengyin.catalogue.queries import entry, search
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

PAGE = "/c/150623103203/services"


def banner(desks: World) -> Officer:
    return Officer(desks, "od.lead", OTOG)


def published(desks: World) -> Proposal:
    who = banner(desks)
    who.post("admission-new", "service", **serving())
    row = Proposal.objects.latest("drafted_at")
    who.post("admission-submit", row.pk, paper=photo(), received_on=today())
    who.post("admission-accept", row.pk)
    who.post("admission-consult", row.pk, due_on=sent.later(10))
    answer_all(row)
    who.post("admission-sum-up", row.pk, summary="都没有意见")
    who.post("joint-call", **sent.agenda(row))
    meeting = JointMeeting.objects.get()
    page = who.get("joint-meeting", meeting.pk)
    said = {str(one["name"]): "yes" for one in page.select("input[name^=came_]")}
    said |= {f"item_{row.pk}": "approve", "held_on": today(), "presided_by": "高明远"}
    who.post("joint-hold", meeting.pk, **said, minutes=photo())
    decided = {name: one for name, one in sent.decided().items() if name != "valid_until"}
    who.post("admission-publish", **decided, items=[str(row.pk)])
    row.refresh_from_db()
    return row


@pytest.mark.clause("O3.2b")
def test_a_service_is_admitted_read_by_all_and_issued_by_nobody(desks: World) -> None:
    assert "还没有公布过" in text_of(Client().get(PAGE))
    row, day = published(desks), day_of(now())
    shown = text_of(Client().get(PAGE))
    assert "独居老人走访" in shown and "部门没有人手在嘎查" in shown and "示例老年人关爱办法" in shown
    assert PAGE in Client().get("/c/150623103203/versions").content.decode()
    assert entry(GACHA, row.item_code, day) is None
    assert "独居老人走访" not in {one.name for one in search(GACHA, "独居老人走访", day).candidates}
    assert Client().get(f"/c/150623103203/guides/{row.item_code}").status_code == 404
    who = banner(desks)
    paper = who.client.get(who.url("admission-form", row.pk))
    assert paper.status_code == 200 and paper["Content-Type"] == "application/pdf"
    ways = who.get("admission-new", "service-exit").text
    assert "独居老人走访" in ways
    said = {"item_code": row.item_code, "stop_on": sent.later(30), "said_exit_reason": "由专员接手"}
    who.post("admission-new", "service-exit", **serving(), **said, said_instead="专员走访")
    assert Proposal.objects.latest("drafted_at").item_name == "独居老人走访"


def test_where_the_pack_has_no_form_there_is_no_way(desks: World) -> None:
    """Near miss: the banner's desk has it."""
    assert "公共服务事项准入" not in lead(desks).get("admissions").text
    lead(desks).get("admission-new", "service", status=404)
    assert "公共服务事项准入" in banner(desks).get("admissions").text
    assert "社区公共服务事项准入申报表" not in text_of(Client().get("/c/620422115203/services"))


def test_a_draft_says_what_it_lacks(desks: World) -> None:
    who = banner(desks)
    who.post("admission-new", "service", **serving(what="", basis_1=""))
    row = Proposal.objects.latest("drafted_at")
    page = who.get("admission", row.pk).text
    assert "还没有填全" in page and "是哪一种" in page
    refused = who.post("admission-submit", row.pk, status=409, paper=photo(), received_on=today())
    assert "“是哪一种”还没有填" in text_of(refused)
    who.post("admission-change", row.pk, **serving())
    assert "还没有填全" not in who.get("admission", row.pk).text
