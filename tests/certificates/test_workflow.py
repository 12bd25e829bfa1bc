"""The table, cell by cell: what it allows is listed here by hand, everything else is refused."""

import itertools

import pytest

from tests.cells import answers, listed
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import CERTIFICATE, LETTER, Act, LetterAct, LetterState, State
from zhengyin.people.offices import Office

S, A, O = State, Act, Office  # noqa: E741 - the table reads better
WITHDRAWN_FROM = (
    S.APPLIED, S.TO_COMPLETE, S.ACCEPTED, S.VERIFYING, S.VERIFIED, S.RETURNED, S.AWAITING_SECOND,
)  # fmt: skip
ALLOWED: dict[tuple[State | None, Act, Office], State] = {
    (None, A.APPLY, O.RESIDENT): S.APPLIED,
    (None, A.APPLY, O.HANDLER): S.APPLIED,
    (None, A.APPLY_AGAIN, O.HANDLER): S.APPLIED,
    (S.APPLIED, A.ASK_TO_COMPLETE, O.HANDLER): S.TO_COMPLETE,
    (S.TO_COMPLETE, A.COMPLETE, O.RESIDENT): S.APPLIED,
    (S.TO_COMPLETE, A.COMPLETE, O.HANDLER): S.APPLIED,
    (S.APPLIED, A.REFUSE, O.HANDLER): S.REFUSED,
    (S.TO_COMPLETE, A.REFUSE, O.HANDLER): S.REFUSED,
    (S.VERIFYING, A.REFUSE, O.HANDLER): S.REFUSED,
    (S.VERIFIED, A.RECUSE, O.DIRECTOR): S.VERIFIED,
    (S.AWAITING_SECOND, A.RECUSE, O.SECOND_APPROVER): S.AWAITING_SECOND,
    (S.APPROVED, A.RECUSE, O.CUSTODIAN): S.APPROVED,
    (S.VERIFIED, A.DECLINE, O.DIRECTOR): S.REFUSED,
    (S.AWAITING_SECOND, A.DECLINE, O.SECOND_APPROVER): S.REFUSED,
    (S.APPLIED, A.ACCEPT, O.HANDLER): S.ACCEPTED,
    (S.ACCEPTED, A.START_VERIFYING, O.HANDLER): S.VERIFYING,
    (S.RETURNED, A.START_VERIFYING, O.HANDLER): S.VERIFYING,
    (S.VERIFYING, A.RECORD_CHECKS, O.HANDLER): S.VERIFYING,
    (S.VERIFYING, A.VERIFY, O.HANDLER): S.VERIFIED,
    (S.VERIFIED, A.APPROVE, O.DIRECTOR): S.APPROVED,
    (S.VERIFIED, A.APPROVE_FIRST, O.DIRECTOR): S.AWAITING_SECOND,
    (S.AWAITING_SECOND, A.COUNTERSIGN, O.SECOND_APPROVER): S.APPROVED,
    (S.VERIFIED, A.RETURN, O.DIRECTOR): S.RETURNED,
    (S.AWAITING_SECOND, A.RETURN, O.SECOND_APPROVER): S.RETURNED,
    (S.APPROVED, A.TAKE_BACK, O.DIRECTOR): S.RETURNED,
    (S.APPROVED, A.TAKE_BACK, O.CUSTODIAN): S.RETURNED,
    (S.APPROVED, A.SEAL, O.CUSTODIAN): S.SEALED,
    **{(S.SEALED, act, who): S.SEALED for act in (A.PRINT, A.REPRINT) for who in (O.HANDLER, O.CUSTODIAN)},
    (None, A.RECORD_LATE, O.CUSTODIAN): S.SEALED,
    (S.SEALED, A.DELIVER, O.HANDLER): S.DELIVERED,
    (S.SEALED, A.VOID_UNSTAMPED, O.CUSTODIAN): S.VOIDED,
    (S.SEALED, A.VOID, O.DIRECTOR): S.VOIDED,
    (S.DELIVERED, A.VOID, O.DIRECTOR): S.VOIDED,
    (S.SEALED, A.CORRECT, O.CUSTODIAN): S.CORRECTED,
    (S.DELIVERED, A.CORRECT, O.CUSTODIAN): S.CORRECTED,
    (S.SEALED, A.BEGIN_CORRECTION, O.HANDLER): S.SEALED,
    (S.DELIVERED, A.BEGIN_CORRECTION, O.HANDLER): S.DELIVERED,
    (S.SEALED, A.REISSUE, O.HANDLER): S.SEALED,
    (S.DELIVERED, A.REISSUE, O.HANDLER): S.DELIVERED,
    **{(state, A.RECORD_MANDATE, O.HANDLER): state for state in (*WITHDRAWN_FROM, S.APPROVED, S.SEALED)},
    **{(state, A.WITHDRAW, O.RESIDENT): S.WITHDRAWN for state in WITHDRAWN_FROM},
    **{(state, A.WITHDRAW, O.HANDLER): S.WITHDRAWN for state in WITHDRAWN_FROM},
}  # fmt: skip
WITH_THE_HANDLER = (S.APPLIED, S.TO_COMPLETE, S.ACCEPTED, S.VERIFYING, S.RETURNED)
ALLOWED |= {
    (state, act, O.HANDLER): state
    for state in WITH_THE_HANDLER
    for act in (A.RECORD_MATERIALS, A.REMOVE_ATTACHMENT, A.PHOTOGRAPH)
}
ALLOWED |= {(state, A.ATTACH, O.RESIDENT): state for state in (S.APPLIED, S.TO_COMPLETE)}
ROWS = list(itertools.product((None, *State), Act))


def test_the_table_has_no_faults() -> None:
    assert CERTIFICATE.faults() == []


@pytest.mark.clause("H3.2.2a", "H3.2.3a", "O2.3a")
@pytest.mark.parametrize("state, act", ROWS)
def test_every_cell(state: State | None, act: Act) -> None:
    """先审核、后用印: only the custodian seals, and only what was approved; no other cell leads there."""
    assert answers(CERTIFICATE, state, act) == listed(ALLOWED, state, act)


def test_no_township_or_county_office_ever_moves_a_certificate() -> None:
    movers = {office for step in CERTIFICATE.steps for office in step.by}
    assert movers == {O.RESIDENT, O.HANDLER, O.DIRECTOR, O.SECOND_APPROVER, O.CUSTODIAN}


def test_every_state_and_act_has_its_words() -> None:
    assert {*State, *Act} <= set(WORDS)
    assert {f"resident.{state}" for state in State} <= set(WORDS)


L, LA = LetterState, LetterAct
OF_LETTERS: dict[tuple[LetterState | None, LetterAct, Office], LetterState] = {
    (None, LA.DRAFT, O.HANDLER): L.DRAFTED,
    (L.DRAFTED, LA.DRAFT, O.HANDLER): L.DRAFTED,
    (L.RETURNED, LA.DRAFT, O.HANDLER): L.DRAFTED,
    (L.DRAFTED, LA.RETURN, O.DIRECTOR): L.RETURNED,
    (L.DRAFTED, LA.APPROVE, O.DIRECTOR): L.APPROVED,
    (L.APPROVED, LA.SEND, O.HANDLER): L.SENT,
    (L.APPROVED, LA.TAKE_BACK, O.DIRECTOR): L.RETURNED,
    (L.SENT, LA.RECORD_BASIS, O.HANDLER): L.BASIS_GIVEN,
    (L.SENT, LA.RECORD_DROPPED, O.HANDLER): L.DEMAND_DROPPED,
    (L.SENT, LA.RECORD_SILENCE, O.HANDLER): L.UNANSWERED,
    (L.UNANSWERED, LA.RECORD_BASIS, O.HANDLER): L.BASIS_GIVEN,
    (L.UNANSWERED, LA.RECORD_DROPPED, O.HANDLER): L.DEMAND_DROPPED,
}


@pytest.mark.parametrize("state, act", list(itertools.product((None, *L), LA)))
def test_every_cell_of_the_letter(state: LetterState | None, act: LetterAct) -> None:
    assert answers(LETTER, state, act) == listed(OF_LETTERS, state, act)


def test_the_letter_has_no_faults_and_its_words() -> None:
    assert LETTER.faults() == []
    assert {*L, *LA} <= set(WORDS)
