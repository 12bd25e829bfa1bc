"""A consultation of the city, and how units answer it."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from tests.admission.cast import AT, TODAY
from tests.seals.cast import Cast
from zhengyin.admission.kinds import Way
from zhengyin.consultation import actions
from zhengyin.consultation.actions import Typed
from zhengyin.consultation.facts import Row, Said
from zhengyin.consultation.kinds import Stance
from zhengyin.consultation.models import Addressee, Consultation, ListedItem, Opinion
from zhengyin.consultation.queries.facts import items_that_count, opinions_that_count, units_to_ask
from zhengyin.documents import files
from zhengyin.people.actor import Actor
from zhengyin.regions.models import Organization
from zhengyin.regions.names import organization_id

CITY = organization_id("city:150600000000")
OTOG = organization_id("county_lead:150623000000")
HUINING = organization_id("county_lead:620422000000")
DUE_ON, DUE_TIME = TODAY + timedelta(days=6), time(16)
TEXT = """为规范证明工作，提出如下意见。
一、主要目标
今年全面梳理。
二、规范证明事项
（一）明确证明事项。各旗区要制定清单。
（二）规范证明程序。要以办事指南的形式公布。"""
TYPED = Typed("关于规范出具证明工作的意见（示例）", TEXT, "乌兰（示例）", "0477-0000327")
OTHERS = ("市公安局（示例）", "市司法局（示例）")
LATER = AT + timedelta(days=7)
NONE = Said(answered_by="张主任", stance=Stance.NONE)
OPINION = Said(answered_by="张主任", stance=Stance.GIVEN, opinions=((3, "写明由谁制定"), (0, "分两步走")))
ITEMS = Said(
    answered_by="张主任",
    listing=Stance.GIVEN,
    items=(
        Row("同住情况说明", "《示例办法》第八条", "办理示例补贴", "protection"),
        Row("另一项情况说明"),
    ),
)
LIAISON = Said(answered_by="张主任", liaison=("李联络", "0477-0000555"))


def drafted(cast: Cast, who: str = "od_city", body: UUID = CITY, typed: Typed = TYPED) -> Consultation:
    return actions.draft(body_id=body, typed=typed, actor=cast.actor(who), at=AT)


def sent(cast: Cast, who: str = "od_city", body: UUID = CITY, **changed: Any) -> Consultation:
    row = drafted(cast, who, body)
    said = {
        "bodies": list(units_to_ask(Organization.objects.get(pk=body))), "others": OTHERS, "due_on": DUE_ON,
        "due_time": DUE_TIME, "at": AT, **changed,
    }  # fmt: skip
    return actions.send(consultation_id=row.pk, actor=cast.actor(who), **said)


def unit(row: Consultation, name: str = "市公安局（示例）") -> Addressee:
    return Addressee.objects.get(consultation=row, name=name)


def answer(
    row: Consultation, said: Said = NONE, name: str = "市公安局（示例）", at: datetime = AT, **changed: Any
) -> Addressee:
    """By its link."""
    given = {"way": Way.LINK, "actor": None, **changed}
    return actions.answer(addressee_id=unit(row, name).pk, said=said, at=at, **given)


def scan(owner: UUID = CITY, data: bytes = b"%PDF-answer") -> UUID:
    kept = files.put(
        data=data, content_type="application/pdf", purpose="consultation.answer", owner=owner,
        county_code="150600000000", at=AT,
    )  # fmt: skip
    return kept.pk


def on_paper(cast: Cast, row: Consultation, said: Said, answered_on: date, at: datetime = LATER) -> Addressee:
    from dataclasses import replace

    return answer(
        row, replace(said, answered_on=answered_on), at=at, way=Way.PAPER, actor=cast.actor("od_city"),
        scan_id=scan(row.body_id),
    )  # fmt: skip


def closed(cast: Cast, row: Consultation, who: str = "od_city") -> Consultation:
    return actions.close(consultation_id=row.pk, actor=cast.actor(who), at=LATER)


def weighed(
    cast: Cast, row: Consultation, who: str = "od_city", taken_up: bool = True
) -> tuple[Opinion, ...]:
    return tuple(
        actions.weigh(opinion_id=one.pk, taken_up=taken_up, because="写进去", actor=cast.actor(who), at=LATER)
        for one in opinions_that_count(row.pk)
    )


def published(cast: Cast, row: Consultation, who: str = "od_city") -> Consultation:
    return actions.publish(consultation_id=row.pk, actor=cast.actor(who), at=LATER)


def items(row: Consultation) -> tuple[ListedItem, ...]:
    return tuple(items_that_count(row.pk))


def take_up(item: ListedItem, actor: Actor, lead: UUID = OTOG, at: datetime = LATER) -> Any:
    return actions.take_up(item_id=item.pk, lead_id=lead, actor=actor, at=at)
