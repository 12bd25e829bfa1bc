"""Did the representatives' meeting decide on this custodian? Counts, not law.

The documents name the meeting and no quorum or majority, so whoever presided enters both with the
article they rest on; the rule only checks that the numbers agree with each other and that the
vote passed by them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.shared.refusal import Refusal

MEETING = "代表会议"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Nomination by party organization and committee, and the meeting's vote on it.

    `meeting` is the name it bears there (村民代表会议, 居民代表会议, 嘎查村民代表会议).
    Counts are persons; `quorum` is the least number present, `majority` the least number of
    votes in favour. None, 0 and an empty text mean that the piece is missing.
    """

    meeting: str
    party_nominated_on: date | None
    committee_nominated_on: date | None
    held_on: date | None
    presided_by: str
    eligible: int
    present: int
    votes_for: int
    votes_against: int
    abstentions: int
    quorum: int
    majority: int
    article: str
    minutes: str
    minutes_scan: UUID | None = None  # pictures, as stored
    attendance_scan: UUID | None = None  # 签到表


_PIECES = {
    "meeting": "会议名称",
    "party_nominated_on": "党组织提名日期",
    "committee_nominated_on": "村（居）民委员会提名日期",
    "held_on": "会议日期",
    "presided_by": "主持人",
    "eligible": "应到人数",
    "present": "实到人数",
    "quorum": "最低到会人数",
    "majority": "通过所需票数",
    "article": "议事规则条款",
    "minutes": "会议记录",
}


def refusals_to_resolution(resolution: Resolution, since: date, day: date) -> Iterator[Refusal]:
    """Every piece that is missing, and every reason why the meeting did not decide."""
    for name, label in _PIECES.items():
        if not _there(getattr(resolution, name)):
            yield Refusal("resolution_piece_missing", label, clause="O2.3b")
    if resolution.meeting.strip() and MEETING not in resolution.meeting:
        yield Refusal("meeting_of_another_kind", resolution.meeting, clause="O2.3b")
    yield from _days(resolution, since, day)
    yield from _counts(resolution)


def _there(piece: object) -> bool:
    return bool(piece.strip()) if isinstance(piece, str) else bool(piece)


def _days(resolution: Resolution, since: date, day: date) -> Iterator[Refusal]:
    held_on = resolution.held_on
    if held_on is None:
        return
    if held_on > min(since, day):
        yield Refusal("meeting_after_custody", clause="O2.3b")
    nominated = (resolution.party_nominated_on, resolution.committee_nominated_on)
    if any(on is not None and on > held_on for on in nominated):
        yield Refusal("nominated_after_meeting", clause="O2.3b")


def _counts(resolution: Resolution) -> Iterator[Refusal]:
    votes = (resolution.votes_for, resolution.votes_against, resolution.abstentions)
    if not (resolution.eligible and resolution.present and resolution.quorum and resolution.majority):
        return
    if min(votes) < 0 or sum(votes) != resolution.present or resolution.present > resolution.eligible:
        yield Refusal("votes_do_not_add_up", clause="O2.3b")
    if resolution.present < resolution.quorum:
        yield Refusal("meeting_without_quorum", clause="O2.3b")
    if resolution.votes_for < resolution.majority or resolution.votes_for <= resolution.votes_against:
        yield Refusal("vote_did_not_pass", clause="O2.3b")
