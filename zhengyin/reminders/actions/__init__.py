"""The only code that changes this room's tables."""

from zhengyin.reminders.actions.again import send_again
from zhengyin.reminders.actions.choose import choose
from zhengyin.reminders.actions.email import confirm_email, send_email_code, sweep_codes
from zhengyin.reminders.actions.put import put_reminders

__all__ = ["choose", "confirm_email", "put_reminders", "send_again", "send_email_code", "sweep_codes"]
