"""公布: what the joint meeting approved, by the document that decides it."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.admission import actions
from zhengyin.admission.models import Proposal
from zhengyin.admission.workflow import ProposalState
from zhengyin.catalogue.policy.change import Decided
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of, in_words
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.admission.forms import EmergencyForm
from zhengyin.web.admission.item import words_of
from zhengyin.web.admission.pages import seat
from zhengyin.web.admission.steps import DecisionForm, PublishForm
from zhengyin.web.admission.views import TAB
from zhengyin.web.admission.writing import parts_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.kept import kept
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

PIECES = (
    "number", "title", "issued_by", "signed_by", "reviewed_by", "reviewed_on", "issued_on", "takes_effect_on",
    "valid_until", "filing_number",
)  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def publish(request: Request, organization_id: UUID) -> HttpResponse:
    """The form of the decision; published, the board shows what was."""
    rows = Proposal.objects.filter(lead_id=organization_id, state=ProposalState.APPROVED).order_by("number")
    items = [(str(row.pk), named(row)) for row in rows]
    begins = {"items": [key for key, _ in items], "issued_by": seat(organization_id).name}
    posted = request.method == "POST"
    form = (
        PublishForm(request.POST, request.FILES, items=items)
        if posted
        else PublishForm(items=items, initial=begins)
    )
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            publish_as(request, organization_id, form)
            return redirect("admissions", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "form": form, "reasons": reasons,
        "some": bool(items),
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "admission/publish.html", here, status=status)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def emergency(request: Request, organization_id: UUID) -> HttpResponse:
    """应急事项: the item and its document on one page, published in one act, over by itself."""
    posted, county = request.method == "POST", seat(organization_id)
    item = EmergencyForm(request.POST if posted else None)
    begins = {
        "issued_by": county.name,
        "takes_effect_on": day_of(request.at),
        "issued_on": day_of(request.at),
    }
    form = DecisionForm(request.POST, request.FILES) if posted else DecisionForm(initial=begins)
    reasons: tuple[str, ...] = ()
    if posted and item.is_valid() & form.is_valid():
        try:
            publish_at_once(request, organization_id, item, form)
            return redirect("admissions", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "form": form, "item": item,
        "reasons": reasons, **parts_of(item),
    }  # fmt: skip
    wrong = posted and (item.errors or form.errors)
    return render(
        request, "admission/emergency.html", here, status=409 if reasons else UNFIT if wrong else 200
    )


@transaction.atomic
def publish_at_once(request: Request, organization_id: UUID, item: EmergencyForm, form: DecisionForm) -> None:
    """Keep the scan and publish: both or neither. Raises Refused."""
    county = seat(organization_id).county_code
    actions.publish_emergency(
        county_code=county, entry=item.entry(), decided=decided_in(form),
        scan_id=kept_scan(request, organization_id, form), actor=request.actor, at=request.at,
    )  # fmt: skip


def decided_in(form: DecisionForm) -> Decided:
    """The document as typed."""
    return Decided(**{name: form.cleaned_data[name] for name in PIECES})


def kept_scan(request: Request, organization_id: UUID, form: DecisionForm) -> UUID | None:
    """Store its scan with the lead body's files; None where there is none."""
    return kept(
        request, form.cleaned_data["scan"],
        owner=organization_id, county_code=seat(organization_id).county_code, purpose="list.decision",
    )  # fmt: skip


def named(row: Proposal) -> str:
    """What is published, with the day it is to stop."""
    stop = f"，{in_words(row.stop_on)}起停止" if row.stop_on else ""
    return f"{words_of(row)}：{row.item_name}{stop}"


@transaction.atomic
def publish_as(request: Request, organization_id: UUID, form: PublishForm) -> None:
    """Keep the scan and publish: both or neither. Raises Refused."""
    actions.publish(
        county_code=seat(organization_id).county_code,
        proposals=[UUID(one) for one in form.cleaned_data["items"]],
        decided=decided_in(form),
        scan_id=kept_scan(request, organization_id, form),
        actor=request.actor,
        at=request.at,
    )
