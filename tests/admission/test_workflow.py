"""The three tables, whole: every state, every act, every office; what is not listed is refused."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from tests.cells import answers, listed
from tests.mutation import rules
from zhengyin.admission.actions.consulting import BY_LINK
from zhengyin.admission.lines import KINDS
from zhengyin.admission.words import WORDS
from zhengyin.admission.workflow import (
    JOINT,
    PROPOSAL,
    QUESTION,
    JointAct,
    JointState,
    ProposalAct,
    ProposalState,
    QuestionAct,
    QuestionState,
)
from zhengyin.catalogue.words import WORDS as OF_LISTS
from zhengyin.cli.places import CHECKOUT
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.shared.workflow import Workflow

L, D, T = Office.COUNTY_LEAD, Office.DEPARTMENT, Office.TOWNSHIP
P, A, Q, J = ProposalState, ProposalAct, QuestionState, JointState
ROWS: dict[str, list[tuple[StrEnum | None, StrEnum, tuple[Office, ...], StrEnum]]] = {
    "proposal": [
        (None, A.DRAFT, (D, L), P.DRAFT),
        (P.DRAFT, A.CHANGE, (D, L), P.DRAFT),
        (P.DRAFT, A.SUBMIT, (D, L), P.SUBMITTED),
        (P.SUBMITTED, A.RETURN, (L,), P.DRAFT),
        (P.SUBMITTED, A.REFUSE, (L,), P.REFUSED),
        (P.SUBMITTED, A.ACCEPT, (L,), P.ACCEPTED),
        (P.SUBMITTED, A.FILE, (L,), P.FILED),
        (P.ACCEPTED, A.CONSULT, (L,), P.CONSULTING),
        (P.CONSULTING, A.SUM_UP, (L,), P.MEETING),
        (P.MEETING, A.APPROVE, (L,), P.APPROVED),
        (P.MEETING, A.REJECT, (L,), P.REJECTED),
        (P.MEETING, A.DEFER, (L,), P.MEETING),
        (P.APPROVED, A.PUBLISH, (L,), P.PUBLISHED),
        (P.DRAFT, A.WITHDRAW, (D, L), P.WITHDRAWN),
        (P.SUBMITTED, A.WITHDRAW, (D, L), P.WITHDRAWN),
        (P.ACCEPTED, A.WITHDRAW, (D, L), P.WITHDRAWN),
        (P.CONSULTING, A.WITHDRAW, (D, L), P.WITHDRAWN),
        (P.MEETING, A.WITHDRAW, (D, L), P.WITHDRAWN),
        (P.APPROVED, A.WITHDRAW, (D, L), P.WITHDRAWN),
    ],
    "question": [
        (None, QuestionAct.ASK, (L,), Q.ASKED),
        (Q.ASKED, QuestionAct.ANSWER, (D, T, L), Q.ANSWERED),
        (Q.ANSWERED, QuestionAct.WEIGH, (L,), Q.WEIGHED),
    ],
    "joint": [
        (None, JointAct.CALL, (L,), J.CALLED),
        (J.CALLED, JointAct.HOLD, (L,), J.HELD),
        (J.CALLED, JointAct.CANCEL, (L,), J.CANCELLED),
    ],
}
ALLOWED = {
    name: {(before, act, office): after for before, act, by, after in rows for office in by}
    for name, rows in ROWS.items()
}
TABLES: tuple[tuple[Workflow[Any, Any], type[StrEnum]], ...] = (
    (PROPOSAL, ProposalAct), (QUESTION, QuestionAct), (JOINT, JointAct),
)  # fmt: skip


def rows() -> Iterator[tuple[Workflow[Any, Any], StrEnum | None, StrEnum]]:
    for table, acts in TABLES:
        for state, act in product((None, *table.states), acts):
            yield table, state, act


@pytest.mark.clause("H2.2a", "H2.2b", "H2.2c", "H2.2d", "H2.2e")
@pytest.mark.parametrize("table, state, act", list(rows()))
def test_only_the_listed_cells_lead_on(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    assert answers(table, state, act) == listed(ALLOWED[table.name], state, act)


@pytest.mark.parametrize("table, state, act", list(rows()))
def test_whoever_holds_a_link_answers_once_and_does_nothing_else(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    if (state, act) == (Q.ASKED, QuestionAct.ANSWER):
        assert table.step(state, act, {BY_LINK}).after is Q.ANSWERED
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


@pytest.mark.parametrize(
    "rules_in, words", [("admission/policy", WORDS), ("catalogue/policy/change.py", OF_LISTS)]
)
def test_every_reason_has_a_sentence(rules_in: str, words: dict[str, str]) -> None:
    path = CHECKOUT / "zhengyin" / rules_in
    calls = [
        call
        for source in ([path] if path.is_file() else path.glob("*.py"))
        for call in rules.refusals_in(rules.tree_of(source))
    ]
    codes = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    assert len(codes) > 10 and len(calls) >= len(codes)
    assert [
        code for code in sorted(map(str, codes)) if not words.get(code, "").endswith(("。", "{about}"))
    ] == []
