"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.supervision.actions.sign_month import sign_month

__all__ = ["sign_month"]
