"""The tables, whole: every state, every act, every office; what is not listed is refused."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from tests.cells import answers, listed
from zhengyin.people.offices import Office
from zhengyin.seals.workflow import (
    CUSTODY,
    FILING,
    HANDOVER,
    SEAL,
    SIGNING,
    TAKE_OUT,
    CertificateAct,
    CertificateState,
    CustodyAct,
    CustodyState,
    FilingAct,
    FilingState,
    HandoverAct,
    HandoverState,
    SealAct,
    SealState,
    TakeOutAct,
    TakeOutState,
)
from zhengyin.shared.workflow import Workflow

IN_COMMITTEE = (
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.PARTY_ORGANIZATION, Office.SUPERVISION_COMMITTEE,
)  # fmt: skip
_T, _A = TakeOutState, TakeOutAct
TAKE_OUTS: dict[tuple[StrEnum | None, StrEnum, Office], StrEnum] = {
    (None, _A.ASK, Office.CUSTODIAN): _T.ASKED,
    (None, _A.ASK, Office.HANDLER): _T.ASKED,
    (_T.ASKED, _A.APPROVE, Office.DIRECTOR): _T.APPROVED,
    (_T.ASKED, _A.DECLINE, Office.DIRECTOR): _T.DECLINED,
    (_T.ASKED, _A.WITHDRAW, Office.CUSTODIAN): _T.WITHDRAWN,
    (_T.ASKED, _A.WITHDRAW, Office.HANDLER): _T.WITHDRAWN,
    (_T.APPROVED, _A.WITHDRAW, Office.CUSTODIAN): _T.WITHDRAWN,
    (_T.APPROVED, _A.WITHDRAW, Office.HANDLER): _T.WITHDRAWN,
    (_T.APPROVED, _A.WITHDRAW, Office.DIRECTOR): _T.WITHDRAWN,
    (_T.APPROVED, _A.LEAVE, Office.CUSTODIAN): _T.OUT,
    (_T.OUT, _A.EXTEND, Office.DIRECTOR): _T.OUT,
    (_T.OUT, _A.RETURN, Office.CUSTODIAN): _T.BACK,
    (_T.OUT, _A.RETURN, Office.DIRECTOR): _T.BACK,
    (_T.OUT, _A.RETURN, Office.SUPERVISION_COMMITTEE): _T.BACK,
    (_T.OUT, _A.HAND_IN, Office.TOWNSHIP): _T.BACK,
    (_T.ASKED, _A.END_WITH_SEAL, Office.TOWNSHIP): _T.WITHDRAWN,
    (_T.ASKED, _A.END_WITH_SEAL, Office.COUNTY_LEAD): _T.WITHDRAWN,
    (_T.APPROVED, _A.END_WITH_SEAL, Office.TOWNSHIP): _T.WITHDRAWN,
    (_T.APPROVED, _A.END_WITH_SEAL, Office.COUNTY_LEAD): _T.WITHDRAWN,
    **{(_T.OUT, _A.LOSE, one): _T.LOST for one in (*IN_COMMITTEE, Office.TOWNSHIP)},
}
_F, _B = FilingState, FilingAct
FILINGS: dict[tuple[StrEnum | None, StrEnum, Office], StrEnum] = {
    (None, _B.ACKNOWLEDGE, Office.TOWNSHIP): _F.ACKNOWLEDGED,
    (None, _B.RETURN, Office.TOWNSHIP): _F.RETURNED,
    (_F.RETURNED, _B.ANSWER, Office.DIRECTOR): _F.ANSWERED,
    (_F.RETURNED, _B.ANSWER, Office.CUSTODIAN): _F.ANSWERED,
    (_F.RETURNED, _B.ACKNOWLEDGE, Office.TOWNSHIP): _F.ACKNOWLEDGED,
    (_F.ANSWERED, _B.ACKNOWLEDGE, Office.TOWNSHIP): _F.ACKNOWLEDGED,
    (_F.ANSWERED, _B.RETURN, Office.TOWNSHIP): _F.RETURNED,
}
NOMINATING = (Office.DIRECTOR, Office.PARTY_ORGANIZATION)
BEGINNING = (*NOMINATING, Office.TOWNSHIP)
COUNTING = (*NOMINATING, Office.CUSTODIAN)
ABOVE = (Office.TOWNSHIP, Office.COUNTY_LEAD)
ALLOWED: dict[str, dict[tuple[StrEnum | None, StrEnum, Office], StrEnum]] = {
    "seal": {
        (None, SealAct.ORDER, Office.TOWNSHIP): SealState.ENGRAVING,
        (None, SealAct.REPLACE, Office.TOWNSHIP): SealState.ENGRAVING,
        (None, SealAct.REISSUE, Office.TOWNSHIP): SealState.ENGRAVING,
        (SealState.ENGRAVING, SealAct.RECORD_IMPRESSION, Office.TOWNSHIP): SealState.ENGRAVING,
        (SealState.ENGRAVING, SealAct.ISSUE, Office.TOWNSHIP): SealState.IN_USE,
        (SealState.ENGRAVING, SealAct.CALL_OFF, Office.TOWNSHIP): SealState.CALLED_OFF,
        (SealState.IN_USE, SealAct.RECORD_IMPRESSION, Office.TOWNSHIP): SealState.IN_USE,
        (SealState.IN_USE, SealAct.STOP, Office.TOWNSHIP): SealState.STOPPED,
        (SealState.IN_USE, SealAct.COLLECT, Office.TOWNSHIP): SealState.COLLECTED,
        (SealState.STOPPED, SealAct.RESTORE, Office.TOWNSHIP): SealState.IN_USE,
        (SealState.STOPPED, SealAct.COLLECT, Office.TOWNSHIP): SealState.COLLECTED,
        (SealState.COLLECTED, SealAct.DESTROY, Office.TOWNSHIP): SealState.DESTROYED,
        **{(SealState.IN_USE, SealAct.REPORT_LOSS, one): SealState.STOPPED for one in IN_COMMITTEE},
        **{(SealState.STOPPED, SealAct.REPORT_LOSS, one): SealState.STOPPED for one in IN_COMMITTEE},
        (SealState.IN_USE, SealAct.DECLARE_VOID, Office.TOWNSHIP): SealState.STOPPED,
        (SealState.STOPPED, SealAct.DECLARE_VOID, Office.TOWNSHIP): SealState.STOPPED,
        **{(SealState.ENGRAVING, SealAct.END_WITH_COMMITTEE, one): SealState.CALLED_OFF for one in ABOVE},
        **{(SealState.IN_USE, SealAct.END_WITH_COMMITTEE, one): SealState.STOPPED for one in ABOVE},
    },
    "custody": {
        (None, CustodyAct.ENTRUST, Office.DIRECTOR): CustodyState.KEPT,
        (None, CustodyAct.DECIDE, Office.DIRECTOR): CustodyState.KEPT,
        (None, CustodyAct.DECIDE, Office.PARTY_ORGANIZATION): CustodyState.KEPT,
        (CustodyState.KEPT, CustodyAct.END, Office.DIRECTOR): CustodyState.CLOSED,
        (CustodyState.KEPT, CustodyAct.END, Office.PARTY_ORGANIZATION): CustodyState.CLOSED,
        (CustodyState.KEPT, CustodyAct.MOVE, Office.DIRECTOR): CustodyState.KEPT,
        (CustodyState.KEPT, CustodyAct.MOVE, Office.CUSTODIAN): CustodyState.KEPT,
        (CustodyState.KEPT, CustodyAct.END_WITH_SEAL, Office.TOWNSHIP): CustodyState.CLOSED,
        (None, CustodyAct.ACT, Office.DIRECTOR): CustodyState.KEPT,
        (None, CustodyAct.ACT, Office.PARTY_ORGANIZATION): CustodyState.KEPT,
    },
    "handover": {
        **{(None, HandoverAct.OPEN, office): HandoverState.OPEN for office in BEGINNING},
        **{(HandoverState.OPEN, HandoverAct.NAME, office): HandoverState.OPEN for office in BEGINNING},
        **{(HandoverState.OPEN, HandoverAct.LIST, office): HandoverState.OPEN for office in COUNTING},
        **{
            (HandoverState.OPEN, HandoverAct.COMPLETE, office): HandoverState.COMPLETED
            for office in NOMINATING
        },
        **{
            (HandoverState.OPEN, HandoverAct.REAPPOINT, office): HandoverState.REAPPOINTED
            for office in NOMINATING
        },
        **{(HandoverState.OPEN, HandoverAct.CANCEL, office): HandoverState.CANCELLED for office in BEGINNING},
        **{
            (HandoverState.OPEN, HandoverAct.LAPSE, office): HandoverState.LAPSED
            for office in (*IN_COMMITTEE, *ABOVE)
        },
    },
    "signing_certificate": {
        (None, CertificateAct.ISSUE, Office.TOWNSHIP): CertificateState.VALID,
        (CertificateState.VALID, CertificateAct.REVOKE, Office.TOWNSHIP): CertificateState.REVOKED,
        **{
            (CertificateState.VALID, CertificateAct.END_WITH_COMMITTEE, one): CertificateState.REVOKED
            for one in ABOVE
        },
        (CertificateState.VALID, CertificateAct.REPORT_KEY_LOSS, Office.TOWNSHIP): CertificateState.REVOKED,
        **{
            (CertificateState.VALID, CertificateAct.REPORT_KEY_LOSS, one): CertificateState.REVOKED
            for one in IN_COMMITTEE
        },
    },
    "take_out": TAKE_OUTS,
    "filing": FILINGS,
}
TABLES: tuple[tuple[Workflow[Any, Any], type[StrEnum]], ...] = (
    (SEAL, SealAct),
    (CUSTODY, CustodyAct),
    (HANDOVER, HandoverAct),
    (SIGNING, CertificateAct),
    (TAKE_OUT, TakeOutAct),
    (FILING, FilingAct),
)


def rows() -> Iterator[tuple[Workflow[Any, Any], StrEnum | None, StrEnum]]:
    for table, acts in TABLES:
        for state, act in product((None, *table.states), acts):
            yield table, state, act


@pytest.mark.clause("H3.2.1a", "H3.2.4a", "H3.2.4b", "O2.3b")
@pytest.mark.parametrize("table, state, act", list(rows()))
def test_only_the_listed_cells_lead_on(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum
) -> None:
    assert answers(table, state, act) == listed(ALLOWED[table.name], state, act)


@pytest.mark.parametrize("table", [table for table, _ in TABLES], ids=lambda table: table.name)
def test_a_table_has_no_faults(table: Workflow[Any, Any]) -> None:
    assert table.faults() == []


def test_a_life_is_what_its_lines_fold_to() -> None:
    assert SEAL.replay(["seal.ordered", "seal.issued", "seal.lost"]) is SealState.STOPPED
    found = ["seal.reissue_ordered", "seal.impression_recorded", "seal.issued", "seal.lost", "seal.restored"]
    assert SEAL.replay([*found, "seal.stopped", "seal.collected", "seal.destroyed"]) is SealState.DESTROYED
    stolen = ["seal.ordered", "seal.issued", "seal.stopped", "seal.lost", "seal.collected"]
    assert SEAL.replay(stolen) is SealState.COLLECTED
    assert CUSTODY.replay(["custody.decided", "custody.ended"]) is CustodyState.CLOSED
    with pytest.raises(ValueError):
        SEAL.replay(["seal.ordered", "seal.lost"])
