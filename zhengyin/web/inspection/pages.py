"""What the pages of an inspection show."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.forms import Form
from django.urls import reverse

from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.supervision.models import Feedback, Finding, Inspection
from zhengyin.supervision.queries.inspections import Part
from zhengyin.supervision.topics import TOPIC_LABELS, Topic
from zhengyin.supervision.workflow import (
    FINDING,
    INSPECTION,
    FindingAct,
    FindingState,
    InspectionAct,
    InspectionState,
)
from zhengyin.web.inspection.forms import AnswerForm, FeedbackForm, FindingForm, VisitedForm, WordsForm
from zhengyin.web.place import Link
from zhengyin.web.request import Request

READING = (
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.SUPERVISION_COMMITTEE, Office.TOWNSHIP, Office.COUNTY_LEAD,
)  # fmt: skip
WRONGS_READING = (Office.DIRECTOR, Office.SUPERVISION_COMMITTEE, Office.TOWNSHIP, Office.COUNTY_LEAD)
PARTS: dict[Part, str] = {
    Part.OPEN: "没办结的", Part.OVERDUE: "整改超期的", Part.CLOSED: "办结的", Part.ALL: "全部",
}  # fmt: skip
SHAPES: dict[InspectionState, str] = {
    InspectionState.PLANNED: "wait", InspectionState.RECTIFYING: "half", InspectionState.CLOSED: "ok",
    InspectionState.CANCELLED: "none",
}  # fmt: skip
OF_FINDINGS: dict[FindingState, str] = {
    FindingState.OPEN: "wait", FindingState.ANSWERED: "half", FindingState.SETTLED: "ok",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bound:
    """The form that was sent and did not do: of which act, about what, and why."""

    act: str = ""
    about: UUID | None = None
    form: Form | None = None
    reasons: tuple[str, ...] = ()

    def or_new(self, act: str, about: UUID, fresh: Form) -> Form:
        """The form as it was sent, else an empty one."""
        mine = self.form if self.act == act and self.about == about else None
        return fresh if mine is None else mine

    def opened(self, act: str, about: UUID) -> bool:
        """Whether it is this form that did not do."""
        return self.form is not None and self.act == act and self.about == about


NOTHING_SENT = Bound()


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One finding with the acts this seat may do about it, and their forms."""

    row: Finding
    topic: str
    shape: str
    late_days: int
    photos: tuple[UUID, ...]
    feedback: Feedback | None
    acts: frozenset[str]
    forms: dict[str, Form]
    sent: str  # the act whose form did not do


@dataclass(frozen=True, slots=True)
class InspectionPage:
    """One inspection, from the seat of whoever looks."""

    row: Inspection
    committee: str
    township: str
    shape: str
    topics: str
    findings: tuple[FindingShown, ...]
    acts: frozenset[str]
    forms: dict[str, Form]
    sent: str
    reason: str
    reasons: tuple[str, ...] = ()
    wrong: Form | None = field(default=None)


def ways(request: Request, organization_id: UUID, current: str) -> tuple[Link, ...]:
    """From one list to the other: 检查, 反馈, 违规."""
    held = request.actor.offices_at(organization_id)
    lists = [("检查", "inspections"), ("反馈", "feedbacks")]
    lists += [("违规", "violations")] if held & set(WRONGS_READING) else []
    return tuple(
        Link(words, reverse(name, args=[organization_id]), current=name == current) for words, name in lists
    )


def inspection_page(
    request: Request, organization_id: UUID, row: Inspection, bound: Bound, *, reason: str
) -> InspectionPage:
    """Everything about one inspection; the same statements for one finding and for many."""
    offices, today = request.actor.offices_at(organization_id), day_of(request.at)
    found = list(row.findings.prefetch_related("photos").order_by("no"))
    feedbacks = {one.finding_id: one for one in Feedback.objects.filter(finding__in=found)}
    acts = frozenset(act.value for act in INSPECTION.possible(InspectionState(row.state), offices))
    return InspectionPage(
        row=row,
        committee=row.organization.committee.short_name,
        township=row.township.name,
        shape=SHAPES[InspectionState(row.state)],
        topics="、".join(TOPIC_LABELS[Topic(one)] for one in row.topics),
        findings=tuple(
            _shown(one, feedbacks.get(one.pk), bound, offices=offices, today=today) for one in found
        ),
        acts=acts | ({FindingAct.RECORD.value} if InspectionAct.NOTIFY.value in acts else frozenset()),
        forms=_forms(row, bound, today),
        sent=bound.act if bound.about == row.pk else "",
        reason=reason,
        reasons=bound.reasons,
        wrong=bound.form,
    )


def _forms(row: Inspection, bound: Bound, today: date) -> dict[str, Form]:
    fresh: Iterable[tuple[str, Form]] = (
        ("record", FindingForm(about=row.pk, initial={"topic": row.topics[0]})),
        ("notify", VisitedForm(about="notify", initial={"inspected_on": today})),
        ("clean", VisitedForm(about="clean", initial={"inspected_on": today})),
        ("cancel", WordsForm(about="cancel", label="为什么取消")),
    )
    return {act: bound.or_new(act, row.pk, form) for act, form in fresh}


def _shown(
    row: Finding, feedback: Feedback | None, bound: Bound, *, offices: frozenset[Office], today: date
) -> FindingShown:
    state, inspection = FindingState(row.state), row.inspection
    notified = inspection.state == InspectionState.RECTIFYING
    acts = {act.value for act in FINDING.possible(state, offices)} if notified else set()
    above = inspection.state != InspectionState.PLANNED and feedback is None and Office.TOWNSHIP in offices
    acts |= {"send_feedback"} if above else set()
    waits = feedback is not None and feedback.state == "feedback_sent" and Office.COUNTY_LEAD in offices
    acts |= {"answer_feedback"} if waits else set()
    fresh: Iterable[tuple[str, Form]] = (
        ("answer", AnswerForm(about=row.pk)),
        ("return", WordsForm(about=f"return-{row.pk}", label="还有什么没有改好")),
        ("settle", WordsForm(about=f"settle-{row.pk}", label="说明（对方答复了的可以不填）")),
        ("feedback", FeedbackForm(about=row.pk)),
        ("reply", WordsForm(about=f"reply-{row.pk}", label="答复")),
    )
    late = (today - row.due_on).days if state is FindingState.OPEN else 0
    return FindingShown(
        row=row, topic=TOPIC_LABELS[Topic(row.topic)], shape=OF_FINDINGS[state], late_days=max(late, 0),
        photos=tuple(one.pk for one in row.photos.all()), feedback=feedback, acts=frozenset(acts),
        forms={act: bound.or_new(act, row.pk, form) for act, form in fresh},
        sent=bound.act if bound.about == row.pk else "",
    )  # fmt: skip
