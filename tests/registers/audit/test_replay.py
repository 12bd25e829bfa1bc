"""States fold from lines; what the tables say otherwise is told."""

from enum import StrEnum
from uuid import UUID

import pytest

from tests.ledger.cast import KINDS
from zhengyin.registers import lines
from zhengyin.registers.audit.replay import Fold, Replay, replay_of
from zhengyin.shared.workflow import Step, Workflow


class State(StrEnum):
    APPROVED = "已签批"
    SEALED = "已用印"


class Act(StrEnum):
    APPROVE = "approve"
    SEAL = "seal"


FLOW = Workflow(
    name="test",
    states=State,
    steps=(
        Step(None, Act.APPROVE, State.APPROVED, ("director",), "test.approved"),
        Step(State.APPROVED, Act.SEAL, State.SEALED, ("custodian",), "test.sealed"),
    ),
    ends=frozenset({State.SEALED}),
)
ONE, TWO = UUID(int=1), UUID(int=2)


@pytest.fixture(autouse=True)
def kinds() -> None:
    lines.declare(KINDS)


def fold(*steps: tuple[UUID, str], now: dict[UUID, str]) -> Fold:
    replay: Replay = replay_of("证明", FLOW, now.items, {})
    folded = Fold(replay)
    for subject, kind in steps:
        folded.step(str(subject).encode(), kind.encode(), "《办理流水》", b"1")
    return folded


def test_lines_lead_to_the_states_of_the_tables():
    folded = fold((ONE, "test.approved"), (ONE, "test.sealed"), (TWO, "test.approved"),
                  now={ONE: State.SEALED, TWO: State.APPROVED})  # fmt: skip
    assert (folded.faults, list(folded.compare())) == ([], [])


@pytest.mark.parametrize("now, sentence", [
    ({ONE: "已用印"}, f"证明 {ONE}：按登记应当是“已签批”，系统里现在是“已用印”"),
    ({}, f"证明 {ONE}：登记簿里有，系统里却没有这一件"),
    ({ONE: "已签批", TWO: "已用印"}, f"证明 {TWO}：按登记应当是“没有登记”，系统里现在是“已用印”"),
])  # fmt: skip
def test_what_the_tables_say_otherwise_is_told(now: dict[UUID, str], sentence: str):
    assert list(fold((ONE, "test.approved"), now=now).compare()) == [sentence]


def test_an_impossible_line_is_told_once():
    folded = fold((ONE, "test.sealed"), (ONE, "test.sealed"), now={})
    assert folded.faults == ["《办理流水》第1号：证明在“尚未开始”时不可能有“用印”这一笔"]
