"""联审会议 at the lead body's desk: called with an agenda, its result entered, cancelled."""

from uuid import UUID

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.admission import actions
from zhengyin.admission.actions import Minutes
from zhengyin.admission.kinds import Conclusion
from zhengyin.admission.models import JointItem, JointMeeting, Proposal
from zhengyin.admission.queries import meetings_visible_to
from zhengyin.admission.queries.facts import reviewers, waits
from zhengyin.admission.workflow import JointState, ProposalState
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.admission.item import words_of
from zhengyin.web.admission.pages import PAGE as ROWS
from zhengyin.web.admission.pages import seat
from zhengyin.web.admission.steps import CallForm, HoldForm, WhyForm
from zhengyin.web.admission.views import TAB
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.kept import kept
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

SHAPES = {JointState.CALLED: "wait", JointState.HELD: "ok", JointState.CANCELLED: "none"}
PAGE, NAMED = "joint-meeting", "meeting_id"


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def meetings(request: Request, organization_id: UUID) -> HttpResponse:
    """Every meeting of the county, the newest first, a page at a time."""
    rows = meetings_visible_to(request.actor).filter(lead_id=organization_id)
    total = rows.count()
    pages = max(1, -(-total // ROWS))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    found = rows.order_by("-held_on", "-called_at", "id")[(page - 1) * ROWS : page * ROWS]
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "pages": pages, "page": page,
        "rows": [(row, SHAPES[JointState(row.state)]) for row in found],
        "waiting": waiting_for(organization_id).count(),
    }  # fmt: skip
    return render(request, "admission/meetings.html", here)


def waiting_for(lead_id: UUID) -> QuerySet[Proposal]:
    """The items that wait for a meeting and stand on no agenda."""
    called = JointItem.objects.filter(meeting__state=JointState.CALLED).values("proposal")
    return Proposal.objects.filter(lead_id=lead_id, state=ProposalState.MEETING).exclude(pk__in=called)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def call(request: Request, organization_id: UUID) -> HttpResponse:
    """召集."""
    rows = waiting_for(organization_id).order_by("number")
    items = [(str(row.pk), f"{row.item_name}（{words_of(row)}）") for row in rows]
    form = CallForm(request.POST or None, items=items, initial={"items": [key for key, _ in items]})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.call_joint(
                county_code=seat(organization_id).county_code, title=said["title"], place=said["place"],
                held_on=said["held_on"], proposals=[UUID(one) for one in said["items"]],
                actor=request.actor, at=request.at,
            )  # fmt: skip
            return redirect(PAGE, organization_id, made.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"desk": desk_for(request, organization_id, current=TAB), "form": form, "reasons": reasons}
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "admission/call.html", here, status=status)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def meeting(request: Request, organization_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One meeting."""
    return show(request, organization_id, meeting_or_404(request, organization_id, meeting_id))


def meeting_or_404(request: Request, organization_id: UUID, meeting_id: UUID) -> JointMeeting:
    """One of this very lead body's."""
    return get_object_or_404(meetings_visible_to(request.actor), pk=meeting_id, lead_id=organization_id)


def hold_form(row: JointMeeting, *sent: object, **said: object) -> HoldForm:
    """The questions: every item of the agenda, every joint reviewer."""
    items = [(str(one.proposal_id), one.proposal.item_name) for one in agenda_of(row) if waits(one.proposal)]
    bodies = [(str(body.pk), body.name) for body in reviewers(row.county_code)]
    return HoldForm(*sent, items=items, bodies=bodies, **said)  # type: ignore[arg-type]


def agenda_of(row: JointMeeting) -> list[JointItem]:
    """The items in their order."""
    return list(row.items.select_related("proposal").order_by("no"))


def show(
    request: Request,
    organization_id: UUID,
    row: JointMeeting,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
    **sent: forms.Form,
) -> HttpResponse:
    """Render it as it stands now."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "row": row,
        "shape": SHAPES[JointState(row.state)], "reasons": reasons, "called": row.state == JointState.CALLED,
        "items": [(one, words_of(one.proposal), concluded(one)) for one in agenda_of(row)],
        "attendances": row.attendances.select_related("body").order_by("body__name"),
        "result": hold_form(row, initial={"held_on": row.held_on}), "calling_off": WhyForm(), **sent,
        "sent": tuple(sent.values()),
    }  # fmt: skip
    return render(request, "admission/meeting.html", here, status=status)


def concluded(item: JointItem) -> str:
    """The conclusion in words; of what was withdrawn, that too; empty before the meeting was held."""
    said = Conclusion(item.conclusion).words if item.conclusion else ""
    if item.proposal.state != ProposalState.WITHDRAWN:
        return said
    return f"{said}，后来撤回了" if said else "申请撤回了"


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def hold(request: Request, organization_id: UUID, meeting_id: UUID) -> HttpResponse:
    """登记会议结果."""
    row = meeting_or_404(request, organization_id, meeting_id)
    form = hold_form(row, request.POST, request.FILES)
    if not form.is_valid():
        return show(request, organization_id, row, status=UNFIT, result=form)
    try:
        with transaction.atomic():
            actions.hold_joint(
                meeting_id=row.pk, minutes=minutes_in(request, row, form), actor=request.actor, at=request.at
            )
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, row, reasons=reasons, status=409, result=form)
    return redirect(PAGE, organization_id, meeting_id)


def minutes_in(request: Request, row: JointMeeting, form: HoldForm) -> Minutes:
    """What was entered, its scan kept."""
    said = form.cleaned_data
    return Minutes(
        held_on=said["held_on"],
        presided_by=said["presided_by"],
        scan_id=kept(
            request,
            said["minutes"],
            owner=row.lead_id,
            county_code=row.county_code,
            purpose="admission.minutes",
        ),
        conclusions={
            UUID(key): (Conclusion(said[f"item_{key}"]) if said[f"item_{key}"] else None, said[f"why_{key}"])
            for key in form.items
        },
        present={UUID(key): {"yes": True, "no": False}.get(said[f"came_{key}"]) for key in form.bodies},
        signed_by={UUID(key): said[f"signed_{key}"] for key in form.bodies},
    )


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def cancel(request: Request, organization_id: UUID, meeting_id: UUID) -> HttpResponse:
    """取消会议."""
    row, form = meeting_or_404(request, organization_id, meeting_id), WhyForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, row, status=UNFIT, calling_off=form)
    try:
        actions.cancel_joint(
            meeting_id=row.pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        )
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, row, reasons=reasons, status=409, calling_off=form)
    return redirect(PAGE, organization_id, meeting_id)
