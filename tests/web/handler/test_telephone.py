"""居民打电话来: taken down at once, called back by the number given, identity checked before acceptance."""

from dataclasses import replace

import pytest

from tests.certificates.cast import application
from tests.web.walking import QUESTION, TYPED, Walk, huining
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.asked import Channel
from zhengyin.certificates.models import Certificate
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.refusal import Refused


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def test_how_it_came_stands_in_the_line(walk: Walk) -> None:
    walk.apply(by_telephone="on")
    assert walk.row.channel == "telephone"
    assert lines_of(walk.case)[0].columns["channel"] == "电话"
    assert walk.handler.get("handler-case", walk.case).select_one("#id_identity_method, .choice-pairs")


def test_without_a_number_to_call_back_nothing_is_taken(walk: Walk) -> None:
    before = Entry.objects.count()
    said = {**QUESTION, **TYPED, "case_id": str(walk.case), "by_telephone": "on", "phone": ""}
    page = walk.handler.post("handler-register", status=422, **said).content.decode()
    assert 'id="id_phone-wrong"' in page or "要记下申请人的电话" in page
    assert "马桂花" in page and "checked" in page
    assert (Certificate.objects.count(), Entry.objects.count()) == (0, before)


def test_the_act_refuses_it_too(walk: Walk) -> None:
    wanted = replace(application(), channel=Channel.TELEPHONE)
    silent = replace(wanted, applicant=replace(wanted.applicant, phone=""), certified=())
    with pytest.raises(Refused, match="caller_without_telephone"):
        actions.apply(organization_id=walk.at, application=silent, actor=None, at=now())
    spoken = replace(wanted, applicant=replace(wanted.applicant, phone="13800000117"), certified=())
    actions.apply(organization_id=walk.at, application=spoken, actor=None, at=now())


@pytest.mark.parametrize("method, note, status", [
    ("video", "", 302), ("known", "", 422), ("known", "三社社长张有福", 302), ("", "", 422),
])  # fmt: skip
def test_identity_is_recorded_before_it_is_taken_in(walk: Walk, method: str, note: str, status: int) -> None:
    walk.apply(by_telephone="on")
    page = walk.handler.get("handler-case", walk.case)
    assert "打电话来的：视频里对着证件看人" in page.text
    walk.handler.post(
        "handler-accept",
        walk.case,
        status=status,
        identity_method=method,
        identity_note=note,
        ties=["resident"],
    )
    assert walk.row.state == ("accepted" if status == 302 else "applied")


def test_who_stands_at_the_counter_is_not_told_about_the_telephone(walk: Walk) -> None:
    walk.apply()
    assert walk.row.channel == "counter"
    assert "打电话来的" not in walk.handler.get("handler-case", walk.case).select_one("#accept").text
