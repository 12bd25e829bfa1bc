"""What other rooms ask: may it go on?"""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from zhengyin.deliberation.kinds import MeetingKind
from zhengyin.deliberation.models import Meeting, Notice
from zhengyin.deliberation.policy.outcome import NOTHING, Held, MeetingHeld, NoticeHeld, Outcome, outcome_of
from zhengyin.deliberation.workflow import MeetingState, NoticeState, ObjectionState
from zhengyin.regions.queries import settings_for
from zhengyin.shared.days import day_of

OPEN = Count("objections", filter=Q(objections__state=ObjectionState.OPEN.value))


def outcome_for(subject_id: UUID, at: datetime) -> Outcome:
    """Whether what was held about a subject lets it pass at `at`, and in words why (H3.2.2b, O2.1d)."""
    notices = list(Notice.objects.filter(subject=subject_id).annotate(open=OPEN).order_by("posted_at", "id"))
    meetings = list(Meeting.objects.filter(subject=subject_id).order_by("convened_at", "id"))
    counties = [row.county_code for row in notices] + [row.county_code for row in meetings]
    if not counties:
        return NOTHING
    held: list[Held] = [
        NoticeHeld(NoticeState(row.state), row.until_on, row.open, row.closed_at) for row in notices
    ]
    held += [MeetingHeld(MeetingState(row.state), MeetingKind(row.kind), row.closed_at) for row in meetings]
    return outcome_of(held, settings_for(counties[0]).rules.deliberation_by, day_of(at))
