"""The tables of this room."""

from zhengyin.cleanup.models.plan import PlanTask, WorkPlan
from zhengyin.cleanup.models.round import Review, Round, RoundUnit

__all__ = ["PlanTask", "Review", "Round", "RoundUnit", "WorkPlan"]
