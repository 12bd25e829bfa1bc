"""Tables of this room: who checked a month, letters of access with their scope and end, looks,
the custodian's comparison at the end of a day."""

from zhengyin.supervision.models.day import DayCheck
from zhengyin.supervision.models.letter import AccessLetter, LetterEnd, Look
from zhengyin.supervision.models.monthly import CheckedBook, MonthlyCheck

__all__ = ["AccessLetter", "CheckedBook", "DayCheck", "LetterEnd", "Look", "MonthlyCheck"]
