"""The life of a signing certificate: one table. Pure."""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.seals.lines import signing as lines
from zhengyin.shared.workflow import Step, Workflow


class CertificateState(StrEnum):
    """Whether a signing certificate may still sign."""

    VALID = "valid"
    REVOKED = "revoked"


class CertificateAct(StrEnum):
    """What is done about a signing certificate."""

    ISSUE = "issue_signing_certificate"
    REVOKE = "revoke_signing_certificate"


_TOWNSHIP = (Office.TOWNSHIP.value,)

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
