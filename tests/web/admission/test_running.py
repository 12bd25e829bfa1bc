"""An item ends while applications run: approved in time they are finished, else who waits is told the way."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from tests.admission.cast import DECIDED, HUINING, scan
from tests.certificates import cast
from tests.web.desk import text_of
from tests.web.walking import ITEM, Walk, huining
from tests.world import World
from zhengyin.admission.queries.facts import adjustable
from zhengyin.catalogue.deciding import decide_lists
from zhengyin.catalogue.ending import stops
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.policy.change import Change
from zhengyin.certificates.queries.tracking import tracked
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.web.apply.tracking import SALT

WAY = {"who": "会宁县公安局", "do": "带身份证到派出所办理", "confidence": "source"}


def end(ahead: int) -> None:
    """Decided today, ended from that many days on, with the way instead."""
    today = day_of(now())
    decided = replace(
        DECIDED, reviewed_on=today, issued_on=today, takes_effect_on=today + timedelta(days=ahead)
    )
    way = Entry.model_validate(
        {
            "code": "RT-TC-01",
            "kind": "route",
            "name": "居（租）住证明",
            "routes": [WAY],
            "confidence": "source",
        }
    )
    decide_lists(
        county_code=HUINING, decided=decided, change=Change((way,), (ITEM,)), scan_id=scan(),
        actor=cast.officer("hn.lead"), at=now(),
    )  # fmt: skip


def tracking_page(walk: Walk) -> str:
    sealed = signing.dumps(walk.case.hex, salt=SALT)
    return text_of(Client().post(reverse("track-withdrawal"), {"case": sealed}))


@pytest.mark.clause("H2.1c", "H3.1d")
def test_both_sides_are_told_the_day_and_the_way_and_what_is_approved_in_time_is_finished(
    desks: World,
) -> None:
    walk = huining(desks).verified()
    assert "起停止" not in walk.handler.get("handler-case", walk.case).text
    assert "停止办理" not in tracking_page(walk)
    end(ahead=3)
    told = walk.handler.get("handler-case", walk.case).text
    assert "起停止" in told and "那天起不再签批" in told and "会宁县公安局：带身份证到派出所办理" in told
    seen = tracking_page(walk)
    assert "这一项快要停止办理" in seen and "带身份证到派出所办理" in seen
    walk.approve()
    assert "停止办理" not in tracking_page(walk)  # it will be finished
    walk.seal().deliver()
    assert walk.row.number


def test_who_was_not_approved_in_time_is_told_and_not_approved(desks: World) -> None:
    walk = huining(desks).verified()
    end(ahead=0)
    told = walk.handler.get("handler-case", walk.case).text
    assert "请出告知单" in told and "带身份证到派出所办理" in told
    assert "这一项已经停止办理" in tracking_page(walk)
    walk.director.agree("director-approve", walk.case, kin="no", status=409)
    case = tracked(walk.case, now())
    assert case.stops is not None and case.stops.over and case.stops.on == day_of(now())


def test_what_is_changed_does_not_end(desks: World) -> None:
    """Near miss of an end: another text under the same code begins that day."""
    today = day_of(now())
    decided = replace(DECIDED, reviewed_on=today, issued_on=today, takes_effect_on=today + timedelta(days=3))
    changed = Entry.model_validate(adjustable(HUINING, today)[ITEM] | {"valid_days": 7})
    decide_lists(
        county_code=HUINING, decided=decided, change=Change((changed,)), scan_id=scan(),
        actor=cast.officer("hn.lead"), at=now(),
    )  # fmt: skip
    assert stops(HUINING, ITEM, today) is None and stops(HUINING, "", today) is None
    assert stops(HUINING, "ISS-XX-99", today) is None
