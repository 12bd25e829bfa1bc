"""Tables of this room: who checked a month, letters of access with their scope and end, looks."""

from zhengyin.supervision.models.letter import AccessLetter, LetterEnd, Look
from zhengyin.supervision.models.monthly import CheckedBook, MonthlyCheck

__all__ = ["AccessLetter", "CheckedBook", "LetterEnd", "Look", "MonthlyCheck"]
