"""Did the meeting agree? Counts, not law.

Neither document names a quorum or a majority, and of the law only the title is known here. So
whoever confirms enters both with the article they rest on; the rule only checks that the numbers
agree with each other and that the vote passed by them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.deliberation.kinds import MeetingKind
from zhengyin.deliberation.policy.matter import refusals_of_the_matter
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class ConveneFacts:
    """A meeting about to be called."""

    matter: str
    place: str
    names: frozenset[str] = frozenset()
    unprintable: tuple[str, ...] = ()
    running: bool = False  # another one of the same subject without a result
    over: tuple[Refusal, ...] = ()  # the committee was abolished or merged


@dataclass(frozen=True, slots=True)
class Votes:
    """What the minutes say. Counts are persons; who was present need not have voted."""

    held_on: date
    presided_by: str
    eligible: int
    present: int
    votes_for: int
    votes_against: int
    abstentions: int
    conclusion: str
    minutes: str
    party_studied_on: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """By what the result is measured, as the confirming person entered it."""

    quorum: int
    majority: int
    article: str


_PIECES = {"presided_by": "主持人", "eligible": "应到人数", "present": "实到人数", "conclusion": "结论",
           "minutes": "会议记录"}  # fmt: skip
_MEASURES = {"quorum": "最低到会人数", "majority": "通过所需票数", "article": "议事规则条款"}


def refusals_to_convene(facts: ConveneFacts, planned_on: date, today: date) -> Iterator[Refusal]:
    """Yield why it is not called like this."""
    yield from facts.over
    yield from refusals_of_the_matter(facts.matter, facts.names)
    if not facts.place.strip():
        yield Refusal("meeting_place_missing")
    for character in facts.unprintable:
        yield Refusal("notice_words_unprintable", character)
    if planned_on < today:
        yield Refusal("meeting_called_for_the_past", clause="O2.1d")
    if facts.running:
        yield Refusal("meeting_running_already")


def refusals_to_record_votes(
    votes: Votes, kind: MeetingKind, *, convened_on: date, party_first: bool, today: date
) -> Iterator[Refusal]:
    """Yield what the minutes leave out or what does not add up (O2.1d)."""
    yield from _missing(votes, _PIECES)
    if votes.held_on > today:
        yield Refusal("meeting_lies_ahead", clause="O2.1d")
    if votes.held_on < convened_on:
        yield Refusal("meeting_before_convened", clause="O2.1d")
    counts = (votes.votes_for, votes.votes_against, votes.abstentions)
    if min(counts) < 0 or sum(counts) > votes.present or votes.present > votes.eligible:
        yield Refusal("meeting_counts_wrong", clause="O2.1d")
    if party_first and kind.by_law and votes.party_studied_on is None:
        yield Refusal("party_study_missing")
    if votes.party_studied_on is not None and votes.party_studied_on > votes.held_on:
        yield Refusal("party_study_after_meeting")


def refusals_to_confirm_meeting(
    votes: Votes, measure: Measure, *, recorded_by: UUID, person: UUID
) -> Iterator[Refusal]:
    """Yield why the meeting did not agree, or why this person may not say so (H3.2.2b, O2.1d)."""
    missing = tuple(_missing(measure, _MEASURES))
    yield from missing
    if not missing and votes.present < measure.quorum:
        yield Refusal("deliberation_without_quorum", clause="O2.1d")
    if not missing and (votes.votes_for < measure.majority or votes.votes_for <= votes.votes_against):
        yield Refusal("deliberation_vote_short", clause="H3.2.2b")
    if person == recorded_by:
        yield Refusal("recorder_may_not_confirm")


def _missing(pieces: Votes | Measure, labels: dict[str, str]) -> Iterator[Refusal]:
    for name, label in labels.items():
        piece = getattr(pieces, name)
        if not (piece.strip() if isinstance(piece, str) else piece > 0):
            yield Refusal("meeting_piece_missing", label, "O2.1d")
