"""Facts for the rules of this room; the act reads them again under the row's lock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.deliberation.models import Meeting, Notice
from zhengyin.deliberation.models.meeting import WAITING
from zhengyin.deliberation.policy.meeting import ConveneFacts, Votes
from zhengyin.deliberation.policy.notice import NoticeFacts, PostFacts
from zhengyin.deliberation.workflow import NoticeState, ObjectionState
from zhengyin.documents import fonts
from zhengyin.regions import queries as regions
from zhengyin.regions.names import CommitteeKind


@dataclass(frozen=True, slots=True)
class Ground:
    """The pack's rule and its standing, the law whose articles count, whether the party studies first."""

    rule: str
    standing: str
    law: str
    party_first: bool
    notice_days: int


def ground_for(organization_id: UUID) -> Ground:
    """What a deliberation in this committee rests on today."""
    card = regions.committee(organization_id)
    settings = regions.settings_for(card.county_code)
    rule, standing = settings.source_of("public_interest_locks")
    village = card.kind is CommitteeKind.VILLAGE
    key = "law_of_villages" if village else "law_of_communities"
    title = settings.rules.law_of_villages if village else settings.rules.law_of_communities
    return Ground(
        rule=rule,
        standing=standing,
        law=f"《{title}》（{settings.source_of(key)[1]}）",
        party_first=settings.rules.party_studies_first,
        notice_days=settings.numbers.notice_days,
    )


def facts_for_post(
    organization_id: UUID,
    subject: UUID,
    *,
    matter: str,
    place: str,
    from_on: date,
    until_on: date,
    names: Iterable[str],
    party_studied_on: date | None = None,
) -> PostFacts:
    """A notice about to be put up."""
    running = Notice.objects.filter(subject=subject, state=NoticeState.RUNNING.value)
    return PostFacts(
        matter=matter,
        place=place,
        from_on=from_on,
        until_on=until_on,
        shortest_days=ground_for(organization_id).notice_days,
        names=frozenset(names),
        unprintable=fonts.uncovered_in([matter, place]),
        running=running.exists(),
        over=regions.reasons_of_the_end(organization_id),
        party_studied_on=party_studied_on,
    )


def facts_for_notice(notice: Notice) -> NoticeFacts:
    """A notice as it stands."""
    states = list(notice.objections.values_list("state", flat=True))
    unanswered = states.count(ObjectionState.OPEN.value)
    return NoticeFacts(notice.until_on, notice.posted_by_id, unanswered, len(states))


def facts_for_convene(
    organization_id: UUID, subject: UUID, *, matter: str, place: str, names: Iterable[str]
) -> ConveneFacts:
    """A meeting about to be called."""
    waiting = Meeting.objects.filter(subject=subject, state__in=WAITING)
    return ConveneFacts(
        matter,
        place,
        frozenset(names),
        fonts.uncovered_in([matter, place]),
        waiting.exists(),
        regions.reasons_of_the_end(organization_id),
    )


def votes_of(meeting: Meeting) -> Votes:
    """What the minutes of a counted meeting say."""
    assert meeting.held_on is not None
    return Votes(
        held_on=meeting.held_on,
        presided_by=meeting.presided_by,
        eligible=meeting.eligible or 0,
        present=meeting.present or 0,
        votes_for=meeting.votes_for or 0,
        votes_against=meeting.votes_against or 0,
        abstentions=meeting.abstentions or 0,
        conclusion=meeting.conclusion,
        minutes=meeting.minutes,
        party_studied_on=meeting.party_studied_on,
    )
