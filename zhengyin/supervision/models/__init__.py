"""Tables of this room: who checked a month, letters of access with their scope, looks."""

from zhengyin.supervision.models.letter import AccessLetter, Look
from zhengyin.supervision.models.monthly import CheckedBook, MonthlyCheck

__all__ = ["AccessLetter", "CheckedBook", "Look", "MonthlyCheck"]
