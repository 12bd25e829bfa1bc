"""Tables: who checked a month or a day, letters of access and looks; inspections, findings, feedbacks,
violations."""

from zhengyin.supervision.models.day import DayCheck
from zhengyin.supervision.models.inspection import AnswerPhoto, Feedback, Finding, Inspection
from zhengyin.supervision.models.letter import AccessLetter, LetterEnd, Look
from zhengyin.supervision.models.monthly import CheckedBook, MonthlyCheck
from zhengyin.supervision.models.violation import Handled, Violation

__all__ = [
    "AccessLetter",
    "AnswerPhoto",
    "CheckedBook",
    "DayCheck",
    "Feedback",
    "Finding",
    "Handled",
    "Inspection",
    "LetterEnd",
    "Look",
    "MonthlyCheck",
    "Violation",
]
