"""征求意见 that waits for a body's answer, and what waits for the lead body."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from zhengyin.admission.models import Proposal, Question
from zhengyin.admission.workflow import ProposalState, QuestionState
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.shared.days import day_of


def to_answer(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Questions this township or department has not answered."""
    rows = Question.objects.filter(
        body_id=organization_id, state=QuestionState.ASKED, proposal__state=ProposalState.CONSULTING
    )
    return due_by(rows.values_list("due_on", flat=True).order_by("due_on"), day_of(at))


def to_receive(lead_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Proposals handed in."""
    return Waits(Proposal.objects.filter(lead_id=lead_id, state=ProposalState.SUBMITTED).count())


def to_sum_up(lead_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Consultations whose last day is over."""
    rows = Proposal.objects.filter(lead_id=lead_id, state=ProposalState.CONSULTING, due_on__lt=day_of(at))
    return Waits(rows.count())


def due_by(days: Iterable[date], today: date) -> Waits:
    """How many there are, how many past their last day, how long until the nearest."""
    due = sorted(days)
    late = sum(day < today for day in due)
    return Waits(len(due), late=late, left=(due[0] - today).days if due and not late else None)
