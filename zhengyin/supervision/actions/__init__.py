"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.supervision.actions.end_letter import end_letter
from zhengyin.supervision.actions.feedback import answer_feedback, send_feedback
from zhengyin.supervision.actions.finding import (
    answer_finding,
    record_finding,
    return_finding,
    settle_finding,
)
from zhengyin.supervision.actions.inspection import (
    cancel_inspection,
    notify_rectification,
    plan_inspections,
    record_nothing_found,
)
from zhengyin.supervision.actions.look import look
from zhengyin.supervision.actions.reconcile_day import reconcile_day
from zhengyin.supervision.actions.record_letter import record_letter
from zhengyin.supervision.actions.sign_month import sign_month
from zhengyin.supervision.actions.violation import (
    close_violation,
    dismiss_violation,
    handle_violation,
    hear_violation,
    record_violation,
)

__all__ = [
    "answer_feedback",
    "answer_finding",
    "cancel_inspection",
    "close_violation",
    "dismiss_violation",
    "end_letter",
    "handle_violation",
    "hear_violation",
    "look",
    "notify_rectification",
    "plan_inspections",
    "reconcile_day",
    "record_finding",
    "record_letter",
    "record_nothing_found",
    "record_violation",
    "return_finding",
    "send_feedback",
    "settle_finding",
    "sign_month",
]
