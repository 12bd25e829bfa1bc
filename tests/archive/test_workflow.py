"""The table of the year's end, cell by cell: what it allows is listed here by hand, all else is refused."""

import itertools

import pytest

from tests.cells import answers, listed
from zhengyin.archive.words import WORDS
from zhengyin.archive.workflow import YEAR_END, YearAct, YearState
from zhengyin.people.offices import Office

S, A, O = YearState, YearAct, Office  # noqa: E741 - the table reads better
ALLOWED: dict[tuple[YearState | None, YearAct, Office], YearState] = {
    (None, A.PREPARE, O.CUSTODIAN): S.PREPARED,
    (S.PREPARED, A.SIGN, O.SUPERVISION_COMMITTEE): S.SIGNED,
    (S.PREPARED, A.RETURN, O.SUPERVISION_COMMITTEE): S.RETURNED,
    (S.SIGNED, A.RETURN, O.DIRECTOR): S.RETURNED,
    (S.RETURNED, A.PREPARE_AGAIN, O.CUSTODIAN): S.PREPARED,
    (S.SIGNED, A.CLOSE, O.DIRECTOR): S.CLOSED,
    (S.CLOSED, A.PACK, O.CUSTODIAN): S.PACKED,
    (S.PACKED, A.RECEIVE, O.TOWNSHIP): S.RECEIVED,
}


@pytest.mark.parametrize("state, act", list(itertools.product((None, *S), A)))
def test_every_cell(state: YearState | None, act: YearAct) -> None:
    assert answers(YEAR_END, state, act) == listed(ALLOWED, state, act)


def test_the_table_is_whole_and_has_its_words() -> None:
    assert YEAR_END.faults() == []
    assert all(WORDS[one.value] for one in (*S, *A))
    assert YEAR_END.replay(
        [step.line for step in YEAR_END.steps if step.act not in (A.RETURN, A.PREPARE_AGAIN)]
    ) is (S.RECEIVED)
