"""待办: groups by urgency, each row with its deadline in words and its next act."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from zhengyin.certificates.queries.worklists import Slice, Urgency, WorkPage, WorkRow
from zhengyin.certificates.workflow import State
from zhengyin.people.queries import Official
from zhengyin.web.committee.case import deadline_words
from zhengyin.web.committee.waiting import waiting
from zhengyin.web.place import Link
from zhengyin.web.search import FIND, found_by

GROUPS = {
    Urgency.OVERDUE: "已经超期",
    Urgency.TODAY: "今天要办好",
    Urgency.IN_TIME: "还有时间",
    Urgency.UNTIMED: "不计时",
    Urgency.WITH_OTHERS: "等别人办",
}
SLICES = {
    Slice.ALL: "全部",
    Slice.OVERDUE: "已超期",
    Slice.TODAY: "今天到期",
    Slice.WITH_OTHERS: "等别人办",
    Slice.ONLINE: "网上预约",
}
ACTS = {
    State.APPLIED: "收下",
    State.ACCEPTED: "开始核实",
    State.RETURNED: "再核实",
    State.VERIFYING: "接着核实",
    State.SEALED: "记交付",
}
STEPS = {
    State.APPLIED: "等收下",
    State.ACCEPTED: "刚收下",
    State.RETURNED: "负责人退回，要再核实",
    State.VERIFYING: "核实中",
    State.SEALED: "已盖章，等来取",
}
TO_PRINT = "已登记，等打印、盖章"
URGENT = (Urgency.OVERDUE, Urgency.TODAY)


@dataclass(frozen=True, slots=True)
class TodoRow:
    """One case of the list."""

    href: str
    who: str
    title: str
    unit: str
    deadline: str
    urgent: bool
    step: str
    act: str
    first: bool


@dataclass(frozen=True, slots=True)
class TodoGroup:
    """Cases of one urgency."""

    words: str
    rows: tuple[TodoRow, ...]


@dataclass(frozen=True, slots=True)
class TodoPage:
    """The list; `empty` says what to do when there is nothing."""

    groups: tuple[TodoGroup, ...]
    tabs: tuple[tuple[Link, int], ...]
    text: str
    part: str
    page: int
    pages: int
    before: str
    after: str
    new: str
    empty: str


def todo_page(
    organization_id: UUID, found: WorkPage, part: Slice, text: str, officials: Sequence[Official]
) -> TodoPage:
    """Put the rows into groups."""
    here = reverse("handler-todo", args=[organization_id])
    rows = groupby(found.rows, key=lambda row: row.urgency)
    first = found.rows[0].id if found.rows else None
    groups = tuple(
        TodoGroup(GROUPS[urgency], tuple(_row(organization_id, row, first, officials) for row in some))
        for urgency, some in rows
    )
    return TodoPage(
        groups=groups,
        tabs=tuple(
            (Link(words, address(here, one, text), current=one is part), found.counts[one])
            for one, words in SLICES.items()
        ),
        text=text,
        part=part.value if part is not Slice.ALL else "",
        page=found.page,
        pages=found.pages,
        before=address(here, part, text, found.page - 1) if found.page > 1 else "",
        after=address(here, part, text, found.page + 1) if found.page < found.pages else "",
        new=reverse("handler-new", args=[organization_id]),
        empty="没有找到。换个名字或者编号再找。" if text else "这里现在没有要办的事。",
    )


def address(here: str, part: Slice, text: str, page: int = 1) -> str:
    """The list's address; what is not chosen is left out."""
    said = [("part", part.value if part is not Slice.ALL else ""), (FIND, found_by({"q": text})),
            ("page", str(page) if page > 1 else "")]  # fmt: skip
    query = urlencode([one for one in said if one[1]])
    return f"{here}?{query}" if query else here


def _row(organization_id: UUID, row: WorkRow, first: UUID | None, officials: Sequence[Official]) -> TodoRow:
    return TodoRow(
        href=reverse("handler-case", args=[organization_id, row.id]),
        who=row.who,
        title=row.title,
        unit=row.demanding_unit,
        deadline=deadline_words(row.days_left, late=row.overdue, locked=row.locked) or "不计时",
        urgent=row.urgency in URGENT,
        step=TO_PRINT
        if row.unprinted
        else STEPS.get(row.state) or waiting(row.state, officials, row.stepped_aside, row.locked),
        act=ACTS.get(row.state, ""),
        first=row.id == first,
    )
