"""The tables of this room."""

from zhengyin.deliberation.models.meeting import Meeting
from zhengyin.deliberation.models.notice import Notice
from zhengyin.deliberation.models.objection import Objection

__all__ = ["Meeting", "Notice", "Objection"]
