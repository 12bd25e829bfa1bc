"""The table of units and their three parts: who is missing, the overdue first, and a text to remind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings

from zhengyin.admission.kinds import Way
from zhengyin.catalogue.kinds import ClassOfUse
from zhengyin.consultation import deadline
from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.models import Addressee, Consultation, ListedItem, Reply
from zhengyin.consultation.queries.facts import items_that_count, latest_replies
from zhengyin.consultation.workflow import ConsultationState
from zhengyin.reminders.queries.copying import ToCopy
from zhengyin.web.consultation.links import link_of

NONE = {Part.OPINIONS: "无意见", Part.ITEMS: "没有要报的"}
ASKED_FOR = {Part.OPINIONS: "意见（无意见也要报）", Part.ITEMS: "证明事项清单", Part.LIAISON: "联络人"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of one unit; `times` says how often it was given, `words` are empty where it is missing."""

    words: str
    late: bool = False
    way: str = ""
    by: str = ""
    day: date | None = None
    times: int = 0


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with what it returned."""

    id: UUID
    name: str
    desk: bool
    cells: tuple[Cell, ...]
    missing: tuple[str, ...]
    overdue: bool
    link: str
    remind: tuple[ToCopy, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A listed item; `proposal_id` is the draft this seat's county made of it."""

    id: UUID
    unit: str
    name: str
    basis: str
    purpose: str
    class_of_use: str
    proposal_id: UUID | None


def units_of(row: Consultation, at: datetime) -> tuple[UnitRow, ...]:
    """Gather them; three statements. While answers come: what is missing first."""
    replies = latest_replies(row.pk).prefetch_related("opinions", "items")
    found = {(one.addressee_id, Part(one.part)): one for one in replies}
    asking = row.state == ConsultationState.ASKING
    over = asking and row.due_on is not None and at >= deadline.over_at(row.due_on, row.due_time)
    rows = [
        _unit(row, unit, {part: found[unit.pk, part] for part in Part if (unit.pk, part) in found}, over)
        for unit in row.addressees.order_by("no")
    ]
    return tuple(sorted(rows, key=lambda one: not one.missing) if asking else rows)


def items_of(row: Consultation, county_code: str) -> tuple[ItemRow, ...]:
    """What the units listed, with what this county made of it."""
    return tuple(_item(one, county_code) for one in items_that_count(row.pk).prefetch_related("taken_up"))


def _item(one: ListedItem, county_code: str) -> ItemRow:
    made = (taken.proposal_id for taken in one.taken_up.all() if taken.county_code == county_code)
    return ItemRow(
        one.pk, one.reply.addressee.name, one.name, one.basis, one.purpose,
        ClassOfUse(one.class_of_use).words if one.class_of_use else "", next(made, None),
    )  # fmt: skip


def _unit(row: Consultation, unit: Addressee, given: dict[Part, Reply], over: bool) -> UnitRow:
    missing, asking = (
        tuple(ASKED_FOR[part] for part in Part if part not in given),
        row.state == ConsultationState.ASKING,
    )
    link = link_of(unit.pk) if asking else ""
    return UnitRow(
        id=unit.pk, name=unit.name, desk=unit.body_id is not None,
        cells=tuple(cell_of(given.get(part)) for part in Part), missing=missing,
        overdue=over and bool(missing), link=link, remind=_remind(row, unit, missing, link) if asking else (),
    )  # fmt: skip


def cell_of(one: Reply | None) -> Cell:
    """What stands of a part."""
    if one is None:
        return Cell("")
    return Cell(_words(one), one.late, Way(one.way).words, one.answered_by, one.answered_on, one.no)


def _words(one: Reply) -> str:
    part = Part(one.part)
    if one.stance == Stance.NONE:
        return NONE[part]
    if part is Part.LIAISON:
        return f"{one.liaison} {one.telephone}"
    return f"{len(one.opinions.all())}条意见" if part is Part.OPINIONS else f"{len(one.items.all())}项"


def _remind(row: Consultation, unit: Addressee, missing: Iterable[str], link: str) -> tuple[ToCopy, ...]:
    """复制提醒文字: what is missing, until when, where to answer without an account."""
    lacking = "、".join(missing)
    if not lacking or row.due_on is None:
        return ()
    text = (
        f"{unit.name}：《{row.title}》还没有收到贵单位的{lacking}。"
        f"期限是{deadline.in_words(row.due_on, row.due_time)}，"
        f"请打开 {settings.PUBLIC_URL}{link} 填报，不用登录。"
    )
    return (ToCopy(str(unit.pk), unit.name, text),)
