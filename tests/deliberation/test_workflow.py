"""The three tables, whole: every state, every act, every office; what is not listed is refused."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from tests.cells import answers, listed
from zhengyin.deliberation.workflow import (
    MEETING,
    NOTICE,
    OBJECTION,
    MeetingAct,
    MeetingState,
    NoticeAct,
    NoticeState,
    ObjectionAct,
    ObjectionState,
)
from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Workflow

H, D, S = Office.HANDLER, Office.DIRECTOR, Office.SUPERVISION_COMMITTEE
N, O, M = NoticeState, ObjectionState, MeetingState  # noqa: E741
ROWS: dict[str, list[tuple[StrEnum | None, StrEnum, tuple[Office, ...], StrEnum]]] = {
    "notice": [
        (None, NoticeAct.POST, (H,), N.RUNNING),
        (N.RUNNING, NoticeAct.EXTEND, (H, D), N.RUNNING),
        (N.PASSED, NoticeAct.EXTEND, (H, D), N.RUNNING),
        (N.PASSED, NoticeAct.REOPEN, (H, D, S), N.RUNNING),
        (N.RUNNING, NoticeAct.CONFIRM, (D,), N.PASSED),
        (N.RUNNING, NoticeAct.FAIL, (D,), N.FAILED),
        (N.RUNNING, NoticeAct.STOP, (H, D), N.STOPPED),
    ],
    "objection": [
        (None, ObjectionAct.RECORD, (H, D, S), O.OPEN),
        (O.OPEN, ObjectionAct.ANSWER, (H, D), O.ANSWERED),
    ],
    "meeting": [
        (None, MeetingAct.CONVENE, (H,), M.CONVENED),
        (M.CONVENED, MeetingAct.RECORD_VOTES, (H,), M.VOTED),
        (M.VOTED, MeetingAct.RECORD_VOTES, (H,), M.VOTED),
        (M.VOTED, MeetingAct.CONFIRM, (D,), M.PASSED),
        (M.VOTED, MeetingAct.FAIL, (D,), M.FAILED),
        (M.CONVENED, MeetingAct.STOP, (H, D), M.STOPPED),
    ],
}
ALLOWED = {
    name: {(before, act, office): after for before, act, by, after in rows for office in by}
    for name, rows in ROWS.items()
}
TABLES: tuple[tuple[Workflow[Any, Any], type[StrEnum]], ...] = (
    (NOTICE, NoticeAct), (OBJECTION, ObjectionAct), (MEETING, MeetingAct),
)  # fmt: skip


def rows() -> Iterator[tuple[Workflow[Any, Any], StrEnum | None, StrEnum]]:
    for table, acts in TABLES:
        for state, act in product((None, *table.states), acts):
            yield table, state, act


@pytest.mark.clause("H3.2.2b", "O2.1d")
@pytest.mark.parametrize("table, state, act", list(rows()))
def test_only_the_listed_cells_lead_on(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    assert answers(table, state, act) == listed(ALLOWED[table.name], state, act)


@pytest.mark.parametrize("table", [table for table, _ in TABLES], ids=lambda table: table.name)
def test_a_table_has_no_faults(table: Workflow[Any, Any]) -> None:
    assert table.faults() == []
