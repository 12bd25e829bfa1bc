"""The tables of this room."""

from zhengyin.admission.models.joint import Attendance, JointItem, JointMeeting
from zhengyin.admission.models.proposal import Proposal
from zhengyin.admission.models.question import Question
from zhengyin.admission.models.service import Service

__all__ = ["Attendance", "JointItem", "JointMeeting", "Proposal", "Question", "Service"]
