"""The tables, whole: every state, every act, every office; what is not listed is refused."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from zhengyin.people.offices import Office
from zhengyin.seals.workflow import (
    CUSTODY,
    HANDOVER,
    SEAL,
    SIGNING,
    CertificateAct,
    CertificateState,
    CustodyAct,
    CustodyState,
    HandoverAct,
    HandoverState,
    SealAct,
    SealState,
)
from zhengyin.shared.refusal import Refused
from zhengyin.shared.workflow import Workflow

NOMINATING = (Office.DIRECTOR, Office.PARTY_ORGANIZATION)
BEGINNING = (*NOMINATING, Office.TOWNSHIP)
COUNTING = (*NOMINATING, Office.CUSTODIAN)
ALLOWED: dict[str, dict[tuple[StrEnum | None, StrEnum, Office], StrEnum]] = {
    "seal": {
        (None, SealAct.ORDER, Office.TOWNSHIP): SealState.ENGRAVING,
        (SealState.ENGRAVING, SealAct.ISSUE, Office.TOWNSHIP): SealState.IN_USE,
        (SealState.IN_USE, SealAct.REPORT_LOSS, Office.DIRECTOR): SealState.STOPPED,
        (SealState.IN_USE, SealAct.REPORT_LOSS, Office.CUSTODIAN): SealState.STOPPED,
    },
    "custody": {
        (None, CustodyAct.ENTRUST, Office.DIRECTOR): CustodyState.KEPT,
        (None, CustodyAct.DECIDE, Office.DIRECTOR): CustodyState.KEPT,
        (None, CustodyAct.DECIDE, Office.PARTY_ORGANIZATION): CustodyState.KEPT,
        (CustodyState.KEPT, CustodyAct.END, Office.DIRECTOR): CustodyState.CLOSED,
        (CustodyState.KEPT, CustodyAct.END, Office.PARTY_ORGANIZATION): CustodyState.CLOSED,
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
    },
    "signing_certificate": {
        (None, CertificateAct.ISSUE, Office.TOWNSHIP): CertificateState.VALID,
        (CertificateState.VALID, CertificateAct.REVOKE, Office.TOWNSHIP): CertificateState.REVOKED,
    },
}
TABLES: tuple[tuple[Workflow[Any, Any], type[StrEnum]], ...] = (
    (SEAL, SealAct),
    (CUSTODY, CustodyAct),
    (HANDOVER, HandoverAct),
    (SIGNING, CertificateAct),
)


def cells() -> Iterator[tuple[Workflow[Any, Any], StrEnum | None, StrEnum, Office]]:
    for table, acts in TABLES:
        for state, act, office in product((None, *table.states), acts, Office):
            yield table, state, act, office


@pytest.mark.clause("H3.2.1a", "H3.2.4a", "O2.3b")
@pytest.mark.parametrize("table, state, act, office", list(cells()))
def test_only_the_listed_cells_lead_on(
    table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum, office: Office
) -> None:
    expected = ALLOWED[table.name].get((state, act, office))
    if expected is not None:
        assert table.step(state, act, {office}).after == expected
        return
    with pytest.raises(Refused) as caught:
        table.step(state, act, {office})
    fits = any((s, a) == (state, act) for s, a, _ in ALLOWED[table.name])
    assert [one.code for one in caught.value.refusals] == ["wrong_office" if fits else "wrong_state"]


@pytest.mark.parametrize("table", [table for table, _ in TABLES], ids=lambda table: table.name)
def test_a_table_has_no_faults(table: Workflow[Any, Any]) -> None:
    assert table.faults() == []


def test_a_life_is_what_its_lines_fold_to() -> None:
    assert SEAL.replay(["seal.ordered", "seal.issued", "seal.lost"]) is SealState.STOPPED
    assert CUSTODY.replay(["custody.decided", "custody.ended"]) is CustodyState.CLOSED
    with pytest.raises(ValueError):
        SEAL.replay(["seal.ordered", "seal.lost"])
