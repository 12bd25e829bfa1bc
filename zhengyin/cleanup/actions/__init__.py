"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.cleanup.actions.closing import cancel_round, close_round
from zhengyin.cleanup.actions.plans import add_task, drop_task, finish_task, make_plan, note_task
from zhengyin.cleanup.actions.reviews import Said, answer, assign, send_back, settle
from zhengyin.cleanup.actions.rounds import open_round

__all__ = [
    "Said",
    "add_task",
    "answer",
    "assign",
    "cancel_round",
    "close_round",
    "drop_task",
    "finish_task",
    "make_plan",
    "note_task",
    "open_round",
    "send_back",
    "settle",
]
