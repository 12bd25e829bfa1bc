"""The life of a seal, of its custody, its handover and of a signing certificate: one table each. Pure."""

from zhengyin.seals.workflow.custody import CUSTODY, CustodyAct, CustodyState
from zhengyin.seals.workflow.handover import HANDOVER, HandoverAct, HandoverState
from zhengyin.seals.workflow.seal import SEAL, SealAct, SealState
from zhengyin.seals.workflow.signing import SIGNING, CertificateAct, CertificateState

__all__ = [
    "CUSTODY",
    "HANDOVER",
    "SEAL",
    "SIGNING",
    "CertificateAct",
    "CertificateState",
    "CustodyAct",
    "CustodyState",
    "HandoverAct",
    "HandoverState",
    "SealAct",
    "SealState",
]
