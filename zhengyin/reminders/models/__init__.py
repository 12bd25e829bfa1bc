"""Tables of the room: fields and constraints, no rules."""

from zhengyin.reminders.models.choice import Choice
from zhengyin.reminders.models.code import EmailCode

__all__ = ["Choice", "EmailCode"]
