"""The life of a seal, of its custody and of a signing certificate: one table each. Pure."""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.seals import lines
from zhengyin.shared.workflow import Step, Workflow


class SealState(StrEnum):
    """Where a seal stands in its life."""

    ENGRAVING = "engraving"
    IN_USE = "in_use"
    STOPPED = "stopped"


class SealAct(StrEnum):
    """What is done to a seal."""

    ORDER = "order_seal"
    ISSUE = "issue_seal"
    REPORT_LOSS = "report_loss"


class CustodyState(StrEnum):
    """Whether a custody is still to be answered for; a closed one has its last day."""

    KEPT = "kept"
    CLOSED = "closed"


class CustodyAct(StrEnum):
    """What is done about the custody of a seal."""

    ENTRUST = "entrust_custodian"
    DECIDE = "decide_custodian"
    END = "end_custody"


class CertificateState(StrEnum):
    """Whether a signing certificate may still sign."""

    VALID = "valid"
    REVOKED = "revoked"


class CertificateAct(StrEnum):
    """What is done about a signing certificate."""

    ISSUE = "issue_signing_certificate"
    REVOKE = "revoke_signing_certificate"


_TOWNSHIP = (Office.TOWNSHIP.value,)
_DIRECTOR = (Office.DIRECTOR.value,)
_NOMINATING = (Office.DIRECTOR.value, Office.PARTY_ORGANIZATION.value)
_WHO_MISSES_IT = (Office.DIRECTOR.value, Office.CUSTODIAN.value)

SEAL: Workflow[SealState, SealAct] = Workflow(
    name="seal",
    states=SealState,
    steps=(
        Step(None, SealAct.ORDER, SealState.ENGRAVING, _TOWNSHIP, lines.ORDERED),
        Step(SealState.ENGRAVING, SealAct.ISSUE, SealState.IN_USE, _TOWNSHIP, lines.ISSUED),
        Step(SealState.IN_USE, SealAct.REPORT_LOSS, SealState.STOPPED, _WHO_MISSES_IT, lines.LOST),
    ),
    ends=frozenset({SealState.STOPPED}),
)

CUSTODY: Workflow[CustodyState, CustodyAct] = Workflow(
    name="custody",
    states=CustodyState,
    steps=(
        Step(None, CustodyAct.ENTRUST, CustodyState.KEPT, _DIRECTOR, lines.ENTRUSTED),
        Step(None, CustodyAct.DECIDE, CustodyState.KEPT, _NOMINATING, lines.DECIDED),
        Step(CustodyState.KEPT, CustodyAct.END, CustodyState.CLOSED, _NOMINATING, lines.CUSTODY_ENDED),
    ),
    ends=frozenset({CustodyState.CLOSED}),
)

SIGNING: Workflow[CertificateState, CertificateAct] = Workflow(
    name="signing_certificate",
    states=CertificateState,
    steps=(
        Step(None, CertificateAct.ISSUE, CertificateState.VALID, _TOWNSHIP, lines.CERTIFICATE_ISSUED),
        Step(
            CertificateState.VALID,
            CertificateAct.REVOKE,
            CertificateState.REVOKED,
            _TOWNSHIP,
            lines.CERTIFICATE_REVOKED,
        ),
    ),
    ends=frozenset({CertificateState.REVOKED}),
)
