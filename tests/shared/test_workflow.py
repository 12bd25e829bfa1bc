"""The engine: a table's own faults, the guard, the fold."""

from enum import StrEnum

import pytest

from zhengyin.shared.refusal import Refused
from zhengyin.shared.workflow import Step, Workflow


class S(StrEnum):
    OPEN = "open"
    DONE = "done"


class A(StrEnum):
    BEGIN = "begin"
    END = "end"


BEGIN = Step(None, A.BEGIN, S.OPEN, ("clerk",), "begun")
END = Step(S.OPEN, A.END, S.DONE, ("head", "deputy"), "ended")


def table(*steps: Step[S, A], ends: frozenset[S] = frozenset({S.DONE})) -> Workflow[S, A]:
    return Workflow("thing", S, steps, ends)


def test_a_sound_table_has_no_faults() -> None:
    assert table(BEGIN, END).faults() == []


@pytest.mark.parametrize(
    "workflow, fault",
    [
        (table(BEGIN), "unreached: done"),
        (table(BEGIN), "dead end: open"),
        (table(BEGIN, END, END), "twice: open end by head"),
        (
            table(BEGIN, END, Step(S.DONE, A.BEGIN, S.OPEN, ("clerk",), "again")),
            "end that goes on: done begin",
        ),
        (table(BEGIN, END, ends=frozenset()), "dead end: done"),
    ],
)
def test_a_fault_is_named(workflow: Workflow[S, A], fault: str) -> None:
    assert fault in workflow.faults()


@pytest.mark.parametrize(
    "state, act, offices, code",
    [
        (None, A.END, {"head"}, "wrong_state"),
        (S.DONE, A.END, {"head"}, "wrong_state"),
        (S.OPEN, A.END, {"clerk"}, "wrong_office"),
        (S.OPEN, A.END, set(), "wrong_office"),
    ],
)
def test_the_guard_refuses(state: S | None, act: A, offices: set[str], code: str) -> None:
    with pytest.raises(Refused) as refused:
        table(BEGIN, END).step(state, act, offices)
    assert [refusal.code for refusal in refused.value.refusals] == [code]


def test_the_guard_returns_the_row() -> None:
    assert table(BEGIN, END).step(S.OPEN, A.END, {"deputy"}) is END
    assert table(BEGIN, END).possible(S.OPEN, {"head"}) == (A.END,)
    assert table(BEGIN, END).possible(S.OPEN, {"clerk"}) == ()


def test_lines_fold_into_the_state() -> None:
    assert table(BEGIN, END).replay(["begun", "ended"]) is S.DONE
    assert table(BEGIN, END).replay([]) is None
    with pytest.raises(ValueError, match="ended cannot follow None"):
        table(BEGIN, END).replay(["ended"])
