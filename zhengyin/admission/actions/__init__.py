"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.admission.actions.consulting import Said, answer, consult, sum_up, weigh
from zhengyin.admission.actions.joint import Minutes, call_joint, cancel_joint, hold_joint
from zhengyin.admission.actions.proposal import (
    Typed,
    accept,
    change,
    draft,
    file,
    refuse,
    return_,
    submit,
    withdraw,
)
from zhengyin.admission.actions.publishing import publish, publish_emergency, ways_instead

__all__ = [
    "Minutes",
    "Said",
    "Typed",
    "accept",
    "answer",
    "call_joint",
    "cancel_joint",
    "change",
    "consult",
    "draft",
    "file",
    "hold_joint",
    "publish",
    "publish_emergency",
    "refuse",
    "return_",
    "submit",
    "sum_up",
    "ways_instead",
    "weigh",
    "withdraw",
]
