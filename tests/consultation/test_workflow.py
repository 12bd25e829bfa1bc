"""The four tables, whole: every state, every act, every office; what is not listed is refused."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from tests.cells import answers, listed
from tests.mutation import rules
from zhengyin.cli.places import CHECKOUT
from zhengyin.consultation.actions.answering import BY_LINK
from zhengyin.consultation.lines import KINDS
from zhengyin.consultation.words import WORDS
from zhengyin.consultation.workflow import (
    ADDRESSEE,
    CONSULTATION,
    ITEM,
    OPINION,
    AddresseeAct,
    AddresseeState,
    ConsultationAct,
    ConsultationState,
    ItemAct,
    ItemState,
    OpinionAct,
    OpinionState,
)
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.shared.workflow import Workflow

CITY, LEAD = Office.CITY, Office.COUNTY_LEAD
BODY, ASKED = (CITY, LEAD), (CITY, LEAD, Office.TOWNSHIP, Office.DEPARTMENT)
C, A = ConsultationState, ConsultationAct
U, O, I = AddresseeState, OpinionState, ItemState  # noqa: E741
ROWS: dict[str, list[tuple[StrEnum | None, StrEnum, tuple[Office, ...], StrEnum]]] = {
    "consultation": [
        (None, A.DRAFT, BODY, C.DRAFT),
        (C.DRAFT, A.CHANGE, BODY, C.DRAFT),
        (C.DRAFT, A.ENCLOSE, BODY, C.DRAFT),
        (C.DRAFT, A.LEAVE_OUT, BODY, C.DRAFT),
        (C.DRAFT, A.SEND, BODY, C.ASKING),
        (C.ASKING, A.CLOSE, BODY, C.WEIGHING),
        (C.WEIGHING, A.PUBLISH, BODY, C.PUBLISHED),
        (C.DRAFT, A.CANCEL, BODY, C.CANCELLED),
        (C.ASKING, A.CANCEL, BODY, C.CANCELLED),
        (C.WEIGHING, A.CANCEL, BODY, C.CANCELLED),
    ],
    "addressee": [
        (None, AddresseeAct.ASK, BODY, U.ASKED),
        (U.ASKED, AddresseeAct.ANSWER, ASKED, U.ANSWERED),
        (U.ANSWERED, AddresseeAct.ANSWER, ASKED, U.ANSWERED),
    ],
    "clause_opinion": [
        (None, OpinionAct.GIVE, ASKED, O.GIVEN),
        (O.GIVEN, OpinionAct.WEIGH, BODY, O.WEIGHED),
        (O.WEIGHED, OpinionAct.WEIGH, BODY, O.WEIGHED),
    ],
    "listed_item": [
        (None, ItemAct.LIST, ASKED, I.LISTED),
        (I.LISTED, ItemAct.TAKE_UP, (LEAD,), I.TAKEN_UP),
    ],
}
ALLOWED = {
    name: {(before, act, office): after for before, act, by, after in rows for office in by}
    for name, rows in ROWS.items()
}
TABLES: tuple[tuple[Workflow[Any, Any], type[StrEnum]], ...] = (
    (CONSULTATION, ConsultationAct), (ADDRESSEE, AddresseeAct), (OPINION, OpinionAct), (ITEM, ItemAct),
)  # fmt: skip
BY_A_LINK = {
    (U.ASKED, AddresseeAct.ANSWER), (U.ANSWERED, AddresseeAct.ANSWER), (None, OpinionAct.GIVE),
    (None, ItemAct.LIST),
}  # fmt: skip


def rows() -> Iterator[tuple[Workflow[Any, Any], StrEnum | None, StrEnum]]:
    for table, acts in TABLES:
        for state, act in product((None, *table.states), acts):
            yield table, state, act


@pytest.mark.clause("O0a", "O0b")
@pytest.mark.parametrize("table, state, act", list(rows()))
def test_only_the_listed_cells_lead_on(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    assert answers(table, state, act) == listed(ALLOWED[table.name], state, act)


@pytest.mark.parametrize("table, state, act", list(rows()))
def test_whoever_holds_a_link_answers_and_does_nothing_else(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    if (state, act) in BY_A_LINK:
        assert table.step(state, act, {BY_LINK})
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
    sources = (CHECKOUT / "zhengyin/consultation/policy").glob("*.py")
    calls = [call for source in sources for call in rules.refusals_in(rules.tree_of(source))]
    codes = {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}
    assert len(codes) > 20 and len(calls) >= len(codes)
    assert [code for code in sorted(codes) if not WORDS.get(code, "").endswith(("。", "{about}"))] == []
