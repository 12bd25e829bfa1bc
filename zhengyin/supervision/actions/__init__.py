"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.supervision.actions.end_letter import end_letter
from zhengyin.supervision.actions.look import look
from zhengyin.supervision.actions.reconcile_day import reconcile_day
from zhengyin.supervision.actions.record_letter import record_letter
from zhengyin.supervision.actions.sign_month import sign_month

__all__ = ["end_letter", "look", "reconcile_day", "record_letter", "sign_month"]
