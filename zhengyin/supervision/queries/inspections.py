"""Inspections: who reads which, what their rules look at, and the list of a seat."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from zhengyin.documents import fonts
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee, Organization
from zhengyin.supervision.models import AnswerPhoto, Feedback, Finding, Inspection
from zhengyin.supervision.policy.inspection import EndFacts, Plan, PlanFacts
from zhengyin.supervision.workflow import FeedbackState, FindingState, InspectionState

PAGE = 50
MOST_TO_DO = (InspectionState.RECTIFYING, InspectionState.PLANNED, InspectionState.CLOSED)
INSPECTED = (  # of a committee; its party organization is not what is inspected
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.SUPERVISION_COMMITTEE,
)  # fmt: skip


class Part(StrEnum):
    """A way to narrow the list."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the inspections; `page` counts from 1."""

    rows: tuple[Inspection, ...]
    counts: dict[Part, int]
    page: int
    pages: int


def below(actor: Actor, organization_id: UUID) -> Q:
    """Rows with county_code, township and organization that this seat of the actor's may read."""
    offices = actor.offices_at(organization_id)
    found = Q(pk__in=[])
    if offices & set(INSPECTED):
        found |= Q(organization_id=organization_id)
    if Office.TOWNSHIP in offices:
        found |= Q(township_id=organization_id)
    if Office.COUNTY_LEAD in offices:
        lead = Organization.objects.filter(pk=organization_id)
        found |= Q(county_code__in=lead.values("county_code"))
    return found


def visible_to(actor: Actor) -> QuerySet[Inspection]:
    """The own committee's, the township's, the county's; nobody sees a neighbour's."""
    own = {held.at for held in actor.holds if held.office in INSPECTED}
    leads = Organization.objects.filter(pk__in=actor.organizations(Office.COUNTY_LEAD))
    return Inspection.objects.filter(
        Q(organization_id__in=own)
        | Q(township_id__in=actor.organizations(Office.TOWNSHIP))
        | Q(county_code__in=leads.values("county_code"))
    )


def inspections_at(actor: Actor, organization_id: UUID) -> QuerySet[Inspection]:
    """What this person reads from this very seat."""
    return Inspection.objects.filter(below(actor, organization_id))


def findings_at(actor: Actor, organization_id: UUID) -> QuerySet[Finding]:
    """The findings of those inspections."""
    return Finding.objects.filter(inspection__in=inspections_at(actor, organization_id))


def photos_at(actor: Actor, organization_id: UUID) -> QuerySet[AnswerPhoto]:
    """The photographs of the answers to those findings."""
    return AnswerPhoto.objects.filter(finding__in=findings_at(actor, organization_id))


def feedbacks_at(actor: Actor, organization_id: UUID) -> QuerySet[Feedback]:
    """What was fed back from those inspections, what waits first."""
    rows = Feedback.objects.filter(finding__in=findings_at(actor, organization_id))
    everything = ("finding__inspection__organization", "finding__inspection__township", "sent_by",
                  "answered_by")  # fmt: skip
    return rows.select_related(*everything).annotate(
        waits=Exists(Feedback.objects.filter(pk=OuterRef("pk"), state=FeedbackState.SENT.value))
    ).order_by("-waits", "-sent_at", "id")  # fmt: skip


def overdue(today: date) -> Q:
    """Inspections of which something should be put right already and is not."""
    late = Finding.objects.filter(
        inspection_id=OuterRef("pk"), state=FindingState.OPEN.value, due_on__lt=today
    )
    return Q(Exists(late), state=InspectionState.RECTIFYING.value)


def listed(rows: QuerySet[Inspection], part: Part, page: int, *, today: date) -> Listed:
    """One page, what is open first; the same few statements for few rows and for many."""
    is_open = Q(state__in=(InspectionState.PLANNED.value, InspectionState.RECTIFYING.value))
    parts = {Part.OPEN: is_open, Part.OVERDUE: overdue(today), Part.CLOSED: ~is_open, Part.ALL: Q()}
    counts = {one: rows.filter(where).count() for one, where in parts.items()}
    pages = max(1, -(-counts[part] // PAGE))
    page = min(max(page, 1), pages)
    unsettled = Count("findings", filter=~Q(findings__state=FindingState.SETTLED.value))
    late = Count("findings", filter=Q(findings__state=FindingState.OPEN.value, findings__due_on__lt=today))
    found = rows.filter(parts[part]).select_related("organization__committee", "township")
    found = found.annotate(
        found=Count("findings"), unsettled=unsettled, late=late,
        ended=Exists(Inspection.objects.filter(pk=OuterRef("pk"), ended_at__isnull=False)),
    ).order_by("ended", "planned_from", "organization__key", "id")  # fmt: skip
    return Listed(tuple(found[(page - 1) * PAGE : page * PAGE]), counts, page, pages)


def inspections_now(committees: Collection[UUID], today: date) -> dict[UUID, Inspection]:
    """Of each the inspection with most to do: to be put right, to be held, else the last closed.

    `late` is annotated: findings past their day.
    """
    late = Count("findings", filter=Q(findings__state=FindingState.OPEN.value, findings__due_on__lt=today))
    rows = Inspection.objects.filter(organization_id__in=committees).annotate(late=late)
    rows = rows.exclude(state=InspectionState.CANCELLED.value).order_by("-planned_from", "id")
    found: dict[UUID, Inspection] = {}
    for row in sorted(rows, key=lambda one: MOST_TO_DO.index(one.state)):
        found.setdefault(row.organization_id, row)
    return found


def facts_for_plan(township_id: UUID, plan: Plan) -> PlanFacts:
    """Everything the rule looks at."""
    here = Committee.objects.filter(pk__in=plan.committees, township_id=township_id, issuer=True)
    inside = set(here.values_list("pk", flat=True))
    names = dict(Committee.objects.filter(pk__in=plan.committees).values_list("pk", "short_name"))
    known = Inspection.objects.filter(
        organization_id__in=inside, title=plan.title.strip(), state=InspectionState.PLANNED.value
    ).values_list("organization_id", flat=True)
    return PlanFacts(
        plan=plan,
        outside=tuple(sorted(names.get(one, "") for one in plan.committees - inside)),
        known=tuple(sorted(names[one] for one in known)),
        unprintable=fonts.uncovered_in([plan.title, *plan.inspectors]),
    )


def facts_for_end(row: Inspection, inspected_on: date) -> EndFacts:
    """An inspection about to be closed at once or notified."""
    return EndFacts(row.findings.count(), row.planned_from, inspected_on)
