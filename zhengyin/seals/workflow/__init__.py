"""The life of a seal, of its custody and of a signing certificate: one table each. Pure."""

from zhengyin.seals.workflow.custody import CUSTODY, CustodyAct, CustodyState
from zhengyin.seals.workflow.seal import SEAL, SealAct, SealState
from zhengyin.seals.workflow.signing import SIGNING, CertificateAct, CertificateState

__all__ = [
    "CUSTODY",
    "SEAL",
    "SIGNING",
    "CertificateAct",
    "CertificateState",
    "CustodyAct",
    "CustodyState",
    "SealAct",
    "SealState",
]
