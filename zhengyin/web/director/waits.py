"""What else waits for the director: votes and notices to confirm, 整改 to answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min
from django.urls import reverse

from zhengyin.deliberation.models import Meeting, Notice
from zhengyin.deliberation.workflow import MeetingState, NoticeState
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of, in_words
from zhengyin.supervision.models import Inspection
from zhengyin.supervision.workflow import FindingState, InspectionState
from zhengyin.web.request import Request


@dataclass(frozen=True, slots=True)
class Waiting:
    """One matter: what is to be done, and where."""

    words: str
    href: str


def waits_of(request: Request, organization_id: UUID) -> tuple[Waiting, ...]:
    """Everything of the kind, whatever is due first in front; nothing for whoever is not the director."""
    if not request.actor.has(Office.DIRECTOR, organization_id):
        return ()
    found = (
        _findings(organization_id, request.at),
        _votes(organization_id),
        _notices(organization_id, request.at),
    )
    return tuple(one for rows in found for one in rows)


def _findings(organization_id: UUID, at: datetime) -> Iterator[Waiting]:
    open_ones = Inspection.objects.filter(
        organization_id=organization_id, state=InspectionState.RECTIFYING, findings__state=FindingState.OPEN
    )
    rows = open_ones.annotate(many=Count("findings"), first=Min("findings__due_on")).order_by("first", "id")
    for row in rows:
        late = "，已经超期" if row.first < day_of(at) else ""
        words = f"检查提出的{row.many}个问题等您整改、答复，{in_words(row.first)}前{late}"
        yield Waiting(words, reverse("inspection", args=[organization_id, row.pk]))


def _votes(organization_id: UUID) -> Iterator[Waiting]:
    rows = Meeting.objects.filter(organization_id=organization_id, state=MeetingState.VOTED)
    for row in rows.order_by("held_on", "id"):
        yield Waiting(f"表决结果等您确认：{row.matter}", _deliberation(organization_id, row.subject))


def _notices(organization_id: UUID, at: datetime) -> Iterator[Waiting]:
    rows = Notice.objects.filter(
        organization_id=organization_id, state=NoticeState.RUNNING, until_on__lt=day_of(at)
    )
    for row in rows.order_by("until_on", "id"):
        yield Waiting(f"公示期满，结果等您确认：{row.matter}", _deliberation(organization_id, row.subject))


def _deliberation(organization_id: UUID, subject: UUID) -> str:
    return reverse("deliberation-case", args=[organization_id, subject])
