"""The life of a seal, of its custody, its handover and of a signing certificate: one table each. Pure."""

from zhengyin.seals.workflow.custody import CUSTODY, CustodyAct, CustodyState
from zhengyin.seals.workflow.filing import FILING, FilingAct, FilingState
from zhengyin.seals.workflow.handover import HANDOVER, HandoverAct, HandoverState
from zhengyin.seals.workflow.seal import SEAL, SealAct, SealState
from zhengyin.seals.workflow.signing import SIGNING, CertificateAct, CertificateState
from zhengyin.seals.workflow.take_out import TAKE_OUT, TakeOutAct, TakeOutState

__all__ = [
    "CUSTODY",
    "FILING",
    "HANDOVER",
    "SEAL",
    "SIGNING",
    "TAKE_OUT",
    "CertificateAct",
    "CertificateState",
    "CustodyAct",
    "CustodyState",
    "FilingAct",
    "FilingState",
    "HandoverAct",
    "HandoverState",
    "SealAct",
    "SealState",
    "TakeOutAct",
    "TakeOutState",
]
