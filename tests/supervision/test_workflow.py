"""The four tables of this room, whole: every state, act and office; what is not listed is refused."""

from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.shared.workflow import Workflow
from zhengyin.supervision.workflow import (
    FEEDBACK,
    FINDING,
    INSPECTION,
    VIOLATION,
    FeedbackAct,
    FeedbackState,
    FindingAct,
    FindingState,
    InspectionAct,
    InspectionState,
    ViolationAct,
    ViolationState,
)

T, D, C = Office.TOWNSHIP, Office.DIRECTOR, Office.COUNTY_LEAD
I, F, V, B = InspectionState, FindingState, ViolationState, FeedbackState  # noqa: E741
ROWS: dict[str, list[tuple[StrEnum | None, StrEnum, tuple[Office, ...], StrEnum]]] = {
    "inspection": [
        (None, InspectionAct.PLAN, (T,), I.PLANNED),
        (I.PLANNED, InspectionAct.CLEAN, (T,), I.CLOSED),
        (I.PLANNED, InspectionAct.NOTIFY, (T,), I.RECTIFYING),
        (I.PLANNED, InspectionAct.CANCEL, (T,), I.CANCELLED),
        (I.RECTIFYING, InspectionAct.CLOSE, (T,), I.CLOSED),
    ],
    "finding": [
        (None, FindingAct.RECORD, (T,), F.OPEN),
        (F.OPEN, FindingAct.ANSWER, (D,), F.ANSWERED),
        (F.ANSWERED, FindingAct.RETURN, (T,), F.OPEN),
        (F.ANSWERED, FindingAct.SETTLE, (T,), F.SETTLED),
        (F.OPEN, FindingAct.SETTLE, (T,), F.SETTLED),
    ],
    "feedback": [
        (None, FeedbackAct.SEND, (T,), B.SENT),
        (B.SENT, FeedbackAct.ANSWER, (C,), B.ANSWERED),
    ],
    "violation": [
        (None, ViolationAct.RECORD, (T, C), V.RECORDED),
        (V.RECORDED, ViolationAct.HEAR, (T, C), V.HEARD),
        (V.HEARD, ViolationAct.HEAR, (T, C), V.HEARD),
        (V.HEARD, ViolationAct.HANDLE, (T, C), V.HANDLED),
        (V.HANDLED, ViolationAct.HANDLE, (T, C), V.HANDLED),
        (V.HANDLED, ViolationAct.CLOSE, (T, C), V.CLOSED),
        (V.HEARD, ViolationAct.DISMISS, (T, C), V.DISMISSED),
    ],
}  # fmt: skip
TABLES: tuple[tuple[Workflow[Any, Any], type[StrEnum]], ...] = (
    (INSPECTION, InspectionAct), (FINDING, FindingAct), (FEEDBACK, FeedbackAct), (VIOLATION, ViolationAct),
)  # fmt: skip


@pytest.mark.parametrize("table, acts", TABLES, ids=lambda one: getattr(one, "name", ""))
def test_a_table_has_no_faults(table: Workflow[Any, Any], acts: type[StrEnum]) -> None:
    assert table.faults() == []


@pytest.mark.clause("H4.2b", "O2.3d")
@pytest.mark.parametrize("table, acts", TABLES, ids=lambda one: getattr(one, "name", ""))
def test_every_cell(table: Workflow[Any, Any], acts: type[StrEnum]) -> None:
    allowed = {(before, act, office): after
               for before, act, by, after in ROWS[table.name] for office in by}  # fmt: skip
    for cell in product((None, *table.states), acts, Office):
        if cell in allowed:
            assert table.step(cell[0], cell[1], {cell[2]}).after == allowed[cell]
        else:
            with pytest.raises(Refused):
                table.step(cell[0], cell[1], {cell[2]})
