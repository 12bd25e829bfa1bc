"""The three tables, whole: every state, every act, every office; what is not listed is refused."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from tests.cells import answers, listed
from tests.mutation import rules
from zhengyin.cleanup.actions.reviews import BY_LINK
from zhengyin.cleanup.lines import KINDS
from zhengyin.cleanup.words import WORDS
from zhengyin.cleanup.workflow import (
    REVIEW,
    ROUND,
    TASK,
    ReviewAct,
    ReviewState,
    RoundAct,
    RoundState,
    TaskAct,
    TaskState,
)
from zhengyin.cli.places import CHECKOUT
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.shared.workflow import Workflow

L, D, T = Office.COUNTY_LEAD, Office.DEPARTMENT, Office.TOWNSHIP
R, A = ReviewState, ReviewAct
ROWS: dict[str, list[tuple[StrEnum | None, StrEnum, tuple[Office, ...], StrEnum]]] = {
    "round": [
        (None, RoundAct.OPEN, (L,), RoundState.OPEN),
        (RoundState.OPEN, RoundAct.CLOSE, (L,), RoundState.CLOSED),
        (RoundState.OPEN, RoundAct.CANCEL, (L,), RoundState.CANCELLED),
    ],
    "review": [
        (None, A.LIST, (L,), R.OPEN),
        (R.OPEN, A.ASSIGN, (L,), R.OPEN),
        (R.OPEN, A.ANSWER, (D, T, L), R.ANSWERED),
        (R.OPEN, A.SETTLE, (L,), R.ANSWERED),
        (R.ANSWERED, A.RETURN, (L,), R.OPEN),
        (R.ANSWERED, A.KEEP, (L,), R.KEPT),
        (R.ANSWERED, A.CHANGE, (L,), R.CHANGED),
        (R.ANSWERED, A.END, (L,), R.ENDED),
    ],
    "plan_task": [
        (None, TaskAct.ADD, (L,), TaskState.OPEN),
        (TaskState.OPEN, TaskAct.NOTE, (L,), TaskState.OPEN),
        (TaskState.OPEN, TaskAct.FINISH, (L,), TaskState.DONE),
        (TaskState.OPEN, TaskAct.DROP, (L,), TaskState.DROPPED),
    ],
}
ALLOWED = {
    name: {(before, act, office): after for before, act, by, after in rows for office in by}
    for name, rows in ROWS.items()
}
TABLES: tuple[tuple[Workflow[Any, Any], type[StrEnum]], ...] = (
    (ROUND, RoundAct), (REVIEW, ReviewAct), (TASK, TaskAct),
)  # fmt: skip


def rows() -> Iterator[tuple[Workflow[Any, Any], StrEnum | None, StrEnum]]:
    for table, acts in TABLES:
        for state, act in product((None, *table.states), acts):
            yield table, state, act


@pytest.mark.clause("H2.1b", "O1a", "O3.1b")
@pytest.mark.parametrize("table, state, act", list(rows()))
def test_only_the_listed_cells_lead_on(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    assert answers(table, state, act) == listed(ALLOWED[table.name], state, act)


@pytest.mark.parametrize("table, state, act", list(rows()))
def test_whoever_holds_a_link_answers_and_does_nothing_else(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    if (state, act) == (R.OPEN, A.ANSWER):
        assert table.step(state, act, {BY_LINK}).after is R.ANSWERED
    else:
        with pytest.raises(Refused):
            table.step(state, act, {BY_LINK})


@pytest.mark.parametrize("table", [table for table, _ in TABLES], ids=lambda table: table.name)
def test_a_table_has_no_faults(table: Workflow[Any, Any]) -> None:
    assert table.faults() == []


@pytest.mark.parametrize("table, acts", TABLES, ids=lambda one: getattr(one, "name", ""))
def test_every_state_and_act_has_words_and_every_step_its_line(
    table: Workflow[Any, Any], acts: type[StrEnum]
) -> None:
    assert [code for code in (*table.states, *acts) if not WORDS.get(code)] == []
    assert {step.line for step in table.steps} <= {kind.name for kind in KINDS}
    assert {step.act for step in table.steps} == set(acts)


def test_every_reason_has_a_sentence() -> None:
    calls = [
        call
        for source in (CHECKOUT / "zhengyin/cleanup/policy").glob("*.py")
        for call in rules.refusals_in(rules.tree_of(source))
    ]
    codes = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    assert len(codes) > 20
    assert [code for code in sorted(map(str, codes)) if not WORDS.get(code, "").endswith("。")] == []
