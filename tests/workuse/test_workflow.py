"""The table, whole: every state, every act, every office; what is not listed is refused."""

from itertools import product

import pytest

from tests.cells import answers, listed
from zhengyin.people.offices import Office
from zhengyin.workuse.words import WORDS
from zhengyin.workuse.workflow import WORK_USE, WorkAct, WorkState

H, D, B, C = Office.HANDLER, Office.DIRECTOR, Office.SECOND_APPROVER, Office.CUSTODIAN
S, A = WorkState, WorkAct
ROWS = [
    (None, A.ASK, (H,), S.ASKED),
    (S.RETURNED, A.CHANGE, (H,), S.ASKED),
    (S.ASKED, A.APPROVE, (D,), S.APPROVED),
    (S.ASKED, A.APPROVE_FIRST, (D,), S.AWAITING_SECOND),
    (S.AWAITING_SECOND, A.COUNTERSIGN, (B,), S.APPROVED),
    (S.ASKED, A.RETURN, (D,), S.RETURNED),
    (S.AWAITING_SECOND, A.RETURN, (B,), S.RETURNED),
    (S.APPROVED, A.TAKE_BACK, (D, C), S.RETURNED),
    (S.APPROVED, A.SEAL, (C,), S.SEALED),
    (S.ASKED, A.RECUSE, (D,), S.ASKED),
    (S.AWAITING_SECOND, A.RECUSE, (B,), S.AWAITING_SECOND),
    (S.APPROVED, A.RECUSE, (C,), S.APPROVED),
    (S.SEALED, A.PRINT, (H, C), S.SEALED),
    (S.SEALED, A.ATTACH_SCAN, (H, C), S.SEALED),
    (S.SEALED, A.COUNT_SEALS, (C,), S.SEALED),
    (S.SEALED, A.FILE, (H, C), S.FILED),
    (S.SEALED, A.VOID, (D,), S.VOIDED),
    (S.FILED, A.VOID, (D,), S.VOIDED),
    (S.ASKED, A.WITHDRAW, (H,), S.WITHDRAWN),
    (S.AWAITING_SECOND, A.WITHDRAW, (H,), S.WITHDRAWN),
    (S.RETURNED, A.WITHDRAW, (H,), S.WITHDRAWN),
]
ALLOWED = {(before, act, office): after for before, act, by, after in ROWS for office in by}


@pytest.mark.clause("H3.2.3a", "H3.2.4c")
@pytest.mark.parametrize("state, act", list(product((None, *WorkState), WorkAct)))
def test_only_the_listed_cells_lead_on(state: WorkState | None, act: WorkAct) -> None:
    assert answers(WORK_USE, state, act) == listed(ALLOWED, state, act)


def test_the_table_has_no_faults_and_every_code_its_words() -> None:
    assert WORK_USE.faults() == []
    assert {*WorkState, *WorkAct} <= set(WORDS)
