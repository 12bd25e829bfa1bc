"""What waits for a unit that is asked about a draft."""

from datetime import datetime
from uuid import UUID

from zhengyin.consultation.queries import asked_of
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.shared.days import day_of


def to_answer(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Drafts this unit was sent and has returned nothing to; late from the day after the last."""
    due = sorted(
        row.consultation.due_on
        for row in asked_of(organization_id).select_related("consultation")
        if row.consultation.due_on
    )
    today = day_of(at)
    late = sum(day < today for day in due)
    return Waits(len(due), late=late, left=(due[0] - today).days if due and not late else None)
