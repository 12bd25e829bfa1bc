"""Entries that a department or a township still has to review in a clean-up round."""

from datetime import datetime
from uuid import UUID

from zhengyin.cleanup.models import Review
from zhengyin.cleanup.workflow import ReviewState, RoundState
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.shared.days import day_of


def to_review(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Entries this body has not answered, in a round that is open."""
    rows = Review.objects.filter(
        unit__body_id=organization_id, state=ReviewState.OPEN.value, round__state=RoundState.OPEN.value
    )
    due = list(rows.values_list("round__due_on", flat=True).order_by("pk"))
    return Waits(len(due), late=sum(day < day_of(at) for day in due))
