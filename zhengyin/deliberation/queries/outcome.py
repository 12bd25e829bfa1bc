"""What other rooms ask: may it go on?"""

from collections import defaultdict
from collections.abc import Collection
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
    return outcomes_for([subject_id], at)[subject_id]


def outcomes_for(subjects: Collection[UUID], at: datetime) -> dict[UUID, Outcome]:
    """The same of each of them, in two queries."""
    notices = Notice.objects.filter(subject__in=subjects).annotate(open=OPEN).order_by("posted_at", "id")
    meetings = Meeting.objects.filter(subject__in=subjects).order_by("convened_at", "id")
    held, counties = defaultdict[UUID, list[Held]](list), dict[UUID, str]()
    for row in notices:
        found = NoticeHeld(NoticeState(row.state), row.until_on, row.open, row.closed_at)
        held[row.subject].append(found)
        counties[row.subject] = row.county_code
    for one in meetings:
        held[one.subject].append(MeetingHeld(MeetingState(one.state), MeetingKind(one.kind), one.closed_at))
        counties[one.subject] = one.county_code
    by = {county: settings_for(county).rules.deliberation_by for county in set(counties.values())}
    return {
        subject: outcome_of(held[subject], by[counties[subject]], day_of(at)) if held[subject] else NOTHING
        for subject in subjects
    }
