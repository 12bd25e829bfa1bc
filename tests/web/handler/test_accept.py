"""收下: what an appointment left open is asked here, once, with its reason."""

from dataclasses import replace

import pytest

from tests.certificates.test_public_interest import homestead
from tests.web.walking import Walk, huining, photo
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.asked import Channel
from zhengyin.certificates.models import Material
from zhengyin.certificates.workflow import State
from zhengyin.registers.queries import lines_of, now

SAID = {"identity_method": "document", "ties": ["registered"]}
QUESTION = "涉不涉及公共利益"


@pytest.fixture
def walk(desks: World) -> Walk:
    walk = huining(desks)
    wanted = replace(homestead(), channel=Channel.ONLINE)
    walk.case = actions.apply(
        organization_id=walk.at, application=wanted, actor=None, at=now()
    ).certificate_id
    return walk


@pytest.mark.clause("O2.1d")
def test_the_question_stands_on_the_page_and_must_be_answered(walk: Walk) -> None:
    assert QUESTION in walk.handler.get("handler-case", walk.case).text
    answer = walk.handler.post("handler-accept", walk.case, status=422, **SAID)
    assert "这件事涉不涉及公共利益或者多数村（居）民的切身利益？（还没有选）" in answer.content.decode()
    answer = walk.handler.post("handler-accept", walk.case, status=422, **SAID, public_interest="yes")
    assert "请写明为什么涉及公共利益" in answer.content.decode()
    assert walk.row.state == State.APPLIED
    walk.handler.post("handler-accept", walk.case, **SAID, public_interest="no")
    assert walk.row.state == State.ACCEPTED


@pytest.mark.clause("O2.1d")
def test_why_it_touches_everybody_is_written_down(walk: Walk) -> None:
    walk.handler.post(
        "handler-accept", walk.case, **SAID, public_interest="yes", public_interest_reason="占公用地"
    )
    assert walk.row.lock == "seal"


def test_an_item_that_settles_it_does_not_ask(desks: World) -> None:
    other = huining(desks).apply()
    assert QUESTION not in other.handler.get("handler-case", other.case).text


def test_the_ties_a_booking_named_stand_beside_boxes_that_are_empty(walk: Walk) -> None:
    page = walk.handler.get("handler-case", walk.case)
    assert "预约时说的：户籍在本村（社区）" in page.text
    assert not page.select("#accept input[name=ties][checked]")


def test_everything_missing_is_named_at_once(desks: World) -> None:
    walk = huining(desks).apply()
    answer = walk.handler.post("handler-accept", walk.case, status=422).content.decode()
    assert "怎样核对的身份（还没有选）" in answer
    assert "申请人和本村（社区）的关系还没有确认" in answer
    answer = walk.handler.post("handler-accept", walk.case, status=422, identity_method="known")
    assert "写谁认识" in answer.content.decode() and "关系还没有确认" in answer.content.decode()


TAKEN = {"identity_method": "document", "ties": ["resident"]}


def test_what_was_ticked_of_the_materials_is_written_down_with_it(desks: World) -> None:
    walk = huining(desks).apply()
    form = walk.handler.get("handler-case", walk.case).select_one("form#accept")
    assert form is not None and form["enctype"] == "multipart/form-data"
    assert form.select_one("input[name=m0-became]") is not None
    walk.handler.post("handler-accept", walk.case, **TAKEN, **{"m0-became": "seen", "m1-shot": photo()})
    assert walk.row.state == State.ACCEPTED
    assert [one.became for one in Material.objects.filter(certificate=walk.case)] == ["seen", ""]
    kinds = [line.kind for line in lines_of(walk.case)]
    assert kinds[-2:] == ["certificate.materials", "certificate.accepted"]


def test_refused_neither_is_written_and_both_are_kept(desks: World) -> None:
    walk = huining(desks).apply(proxy_name="李建国")
    said = {**TAKEN, "m0-became": "seen", "m1-became": "not_needed", "m0-shot": photo()}
    answer = walk.handler.post("handler-accept", walk.case, status=409, **said).content.decode()
    assert "“李建国”还没有委托书" in answer and "照片还没有存下，请再拍、再选一次" in answer
    assert 'value="seen" class="form-check-input" id="id_m0-became_1" checked' in answer
    assert not Material.objects.filter(certificate=walk.case).exists()
    answer = walk.handler.post("handler-accept", walk.case, status=422, **{"m0-became": "seen"})
    assert 'id="id_m0-became_1" checked' in answer.content.decode()


def test_materials_alone_keep_what_was_ticked_beside_them(desks: World) -> None:
    walk = huining(desks).apply()
    said = {"identity_method": "known", "identity_note": "三社社长张有福", "ties": ["tenant"]}
    answer = walk.handler.post("handler-materials", walk.case, status=200, **said, **{"m0-became": "seen"})
    page = answer.content.decode()
    assert (
        "三社社长张有福" in page and 'value="tenant" class="form-check-input" id="id_ties_4" checked' in page
    )
    assert Material.objects.get(certificate=walk.case).became == "seen"
    assert walk.row.state == State.APPLIED
