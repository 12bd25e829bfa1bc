"""What pages and papers show: frozen, personal words read from the lines and from nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.deliberation.kinds import (
    HANDLING_LABELS,
    HEARD_LABELS,
    MEETING_LABELS,
    Handling,
    Heard,
    MeetingKind,
)
from zhengyin.deliberation.lines import ANSWERED, OBJECTED
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.deliberation.workflow import MeetingState, NoticeState, ObjectionState
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.days import day_of
from zhengyin.shared.masking import mask_name

ERASED = "（已依法删除）"
UNNAMED = "不愿留名"
CLOSED_WITH_REASON = (
    "notice.extended", "notice.failed", "notice.stopped", "meeting.failed", "meeting.stopped",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ObjectionShown:
    """One objection; the name masked, the words as taken down."""

    id: UUID
    open: bool
    name: str
    words: str
    heard: str
    heard_at: datetime
    recorded_by: str
    handling: str
    answer: str
    answered_by: str


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """One notice. `over`: its last day has passed."""

    id: UUID
    state: NoticeState
    number: str
    matter: str
    place: str
    from_on: date
    until_on: date
    days: int
    over: bool
    party_studied_on: date | None
    rule: str
    rule_standing: str
    posted_by: str
    posted_by_id: UUID
    closed_by: str
    closed_at: datetime | None
    reason: str
    objections: tuple[ObjectionShown, ...]

    @property
    def unanswered(self) -> int:
        """How many objections wait."""
        return sum(one.open for one in self.objections)


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """One meeting; counts are None before it was held."""

    id: UUID
    state: MeetingState
    kind: str
    kind_code: MeetingKind
    matter: str
    place: str
    planned_on: date
    rule: str
    rule_standing: str
    law: str
    convened_by: str
    held_on: date | None
    presided_by: str
    eligible: int | None
    present: int | None
    votes_for: int | None
    votes_against: int | None
    abstentions: int | None
    conclusion: str
    minutes: str
    party_studied_on: date | None
    recorded_by: str
    quorum: int | None
    majority: int | None
    article: str
    closed_by: str
    closed_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class RunningNotice:
    """What everybody may read."""

    number: str
    matter: str
    place: str
    from_on: date
    until_on: date


def running_notices(organization_id: UUID, at: datetime) -> tuple[RunningNotice, ...]:
    """The notices that hang on this committee's wall today, the one that ends first on top."""
    today = day_of(at)
    rows = Notice.objects.filter(
        organization_id=organization_id,
        state=NoticeState.RUNNING.value,
        until_on__gte=today,
        from_on__lte=today,
    )
    return tuple(
        RunningNotice(row.number, row.matter, row.place, row.from_on, row.until_on)
        for row in rows.order_by("until_on", "id")
    )


def notices_of(subject: UUID, at: datetime) -> tuple[NoticeShown, ...]:
    """Every notice about a subject, newest first."""
    rows = Notice.objects.filter(subject=subject).select_related("posted_by", "closed_by")
    return tuple(notice_shown(row, at) for row in rows.order_by("-posted_at", "id"))


def notice_shown(row: Notice, at: datetime) -> NoticeShown:
    """One notice as pages and its paper show it."""
    objections = row.objections.select_related("recorded_by", "answered_by").order_by("heard_at", "id")
    return NoticeShown(
        id=row.id,
        state=NoticeState(row.state),
        number=row.number,
        matter=row.matter,
        place=row.place,
        from_on=row.from_on,
        until_on=row.until_on,
        days=(row.until_on - row.from_on).days + 1,
        over=day_of(at) > row.until_on,
        party_studied_on=row.party_studied_on,
        rule=row.rule,
        rule_standing=row.rule_standing,
        posted_by=row.posted_by.name,
        posted_by_id=row.posted_by_id,
        closed_by=row.closed_by.name if row.closed_by else "",
        closed_at=row.closed_at,
        reason=_reason(row.id),
        objections=tuple(_objection(one) for one in objections),
    )


def meetings_of(subject: UUID) -> tuple[MeetingShown, ...]:
    """Every meeting about a subject, newest first."""
    rows = Meeting.objects.filter(subject=subject).select_related("convened_by", "recorded_by", "closed_by")
    return tuple(meeting_shown(row) for row in rows.order_by("-convened_at", "id"))


def meeting_shown(row: Meeting) -> MeetingShown:
    """One meeting as pages and its paper show it."""
    return MeetingShown(
        id=row.id,
        state=MeetingState(row.state),
        kind=MEETING_LABELS[MeetingKind(row.kind)],
        kind_code=MeetingKind(row.kind),
        matter=row.matter,
        place=row.place,
        planned_on=row.planned_on,
        rule=row.rule,
        rule_standing=row.rule_standing,
        law=row.law,
        convened_by=row.convened_by.name,
        held_on=row.held_on,
        presided_by=row.presided_by,
        eligible=row.eligible,
        present=row.present,
        votes_for=row.votes_for,
        votes_against=row.votes_against,
        abstentions=row.abstentions,
        conclusion=row.conclusion,
        minutes=row.minutes,
        party_studied_on=row.party_studied_on,
        recorded_by=row.recorded_by.name if row.recorded_by else "",
        quorum=row.quorum,
        majority=row.majority,
        article=row.article,
        closed_by=row.closed_by.name if row.closed_by else "",
        closed_at=row.closed_at,
        reason=_reason(row.id),
    )


def _objection(row: Objection) -> ObjectionShown:
    lines = registers.lines_of(row.id)
    name = _personal(lines, OBJECTED, "name")
    return ObjectionShown(
        id=row.id,
        open=row.state == ObjectionState.OPEN,
        name=name if name == ERASED else mask_name(name) if name else UNNAMED,
        words=_personal(lines, OBJECTED, "words"),
        heard=HEARD_LABELS[Heard(row.heard)],
        heard_at=row.heard_at,
        recorded_by=row.recorded_by.name,
        handling=HANDLING_LABELS[Handling(row.handling)] if row.handling else "",
        answer=_personal(lines, ANSWERED, "answer"),
        answered_by=row.answered_by.name if row.answered_by else "",
    )


def _personal(lines: Iterable[RegisterLine], kind: str, key: str) -> str:
    for line in lines:
        if line.kind == kind:
            return ERASED if line.personal is None else line.personal[key]
    return ""


def _reason(subject: UUID) -> str:
    """Why it was last extended, ended or said to have failed."""
    told = [line for line in registers.lines_of(subject) if line.kind in CLOSED_WITH_REASON]
    return _personal(told[-1:], told[-1].kind, "reason") if told else ""
