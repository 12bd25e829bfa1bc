"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.consultation.actions.answering import answer
from zhengyin.consultation.actions.closing import close, publish, weigh
from zhengyin.consultation.actions.demo import load_demo_consultation
from zhengyin.consultation.actions.drafting import Typed, change, draft, enclose, leave_out
from zhengyin.consultation.actions.sending import cancel, send
from zhengyin.consultation.actions.taking import take_up

__all__ = [
    "Typed",
    "answer",
    "cancel",
    "change",
    "close",
    "draft",
    "enclose",
    "leave_out",
    "load_demo_consultation",
    "publish",
    "send",
    "take_up",
    "weigh",
]
