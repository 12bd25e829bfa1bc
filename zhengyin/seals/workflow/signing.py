"""The life of a signing certificate: one table. Pure."""

from enum import StrEnum

from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.seals.lines import signing as lines
from zhengyin.shared.workflow import Step, Workflow


class CertificateState(StrEnum):
    """Whether a signing certificate may still sign."""

    VALID = "valid"
    REVOKED = "revoked"


class CertificateAct(StrEnum):
    """What is done about a signing certificate. A lost key is reported like a lost seal."""

    ISSUE = "issue_signing_certificate"
    REVOKE = "revoke_signing_certificate"
    REPORT_KEY_LOSS = "report_key_loss"
    END_WITH_COMMITTEE = "end_certificate_with_committee"


_TOWNSHIP = (Office.TOWNSHIP.value,)
_ABOVE = (Office.TOWNSHIP.value, Office.COUNTY_LEAD.value)  # who may record that a committee ended
# As of a seal (docs/decisions/0039), and the township, which issues it.
_WHO_MISSES_IT = tuple(office.value for office in (*IN_COMMITTEE, Office.TOWNSHIP))
_S, _A = CertificateState, CertificateAct

SIGNING: Workflow[CertificateState, CertificateAct] = Workflow(
    name="signing_certificate",
    states=CertificateState,
    steps=(
        Step(None, _A.ISSUE, _S.VALID, _TOWNSHIP, lines.CERTIFICATE_ISSUED),
        Step(_S.VALID, _A.REVOKE, _S.REVOKED, _TOWNSHIP, lines.CERTIFICATE_REVOKED),
        Step(_S.VALID, _A.REPORT_KEY_LOSS, _S.REVOKED, _WHO_MISSES_IT, lines.KEY_LOST),
        Step(_S.VALID, _A.END_WITH_COMMITTEE, _S.REVOKED, _ABOVE, lines.CERTIFICATE_REVOKED),
    ),
    ends=frozenset({_S.REVOKED}),
)
