"""Reading: the one outcome, facts for the rules, what a person may see, pages."""

from zhengyin.deliberation.policy.outcome import Outcome
from zhengyin.deliberation.queries.outcome import outcome_for, outcomes_for
from zhengyin.deliberation.queries.pages import (
    MeetingShown,
    NoticeShown,
    ObjectionShown,
    meetings_of,
    notices_of,
    running_notices,
)
from zhengyin.deliberation.queries.visible import meetings_visible_to, notices_visible_to

__all__ = [
    "MeetingShown",
    "NoticeShown",
    "ObjectionShown",
    "Outcome",
    "meetings_of",
    "meetings_visible_to",
    "notices_of",
    "notices_visible_to",
    "outcome_for",
    "outcomes_for",
    "running_notices",
]
