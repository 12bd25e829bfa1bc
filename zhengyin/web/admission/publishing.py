"""公布: what the joint meeting approved, by the document that decides it."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.admission import actions
from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.workflow import ProposalState
from zhengyin.catalogue.policy.change import Decided
from zhengyin.documents import files
from zhengyin.documents.uploads import Checked
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.admission.forms import PublishForm
from zhengyin.web.admission.pages import seat
from zhengyin.web.admission.views import TAB
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
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
    items = [(str(row.pk), in_words(row)) for row in rows]
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


def in_words(row: Proposal) -> str:
    """What is published, with the day it is to stop."""
    stop = f"，{row.stop_on.year}年{row.stop_on.month}月{row.stop_on.day}日起停止" if row.stop_on else ""
    return f"{Kind(row.kind).words}：{row.item_name}{stop}"


@transaction.atomic
def publish_as(request: Request, organization_id: UUID, form: PublishForm) -> None:
    """Keep the scan and publish: both or neither. Raises Refused."""
    said, county = form.cleaned_data, seat(organization_id).county_code
    photo: Checked | None = said["scan"]
    kept = photo and files.put(
        data=photo.data, content_type=photo.content_type, purpose="list.decision", owner=organization_id,
        county_code=county, at=request.at,
    )  # fmt: skip
    actions.publish(
        county_code=county, proposals=[UUID(one) for one in said["items"]],
        decided=Decided(**{name: said[name] for name in PIECES}), scan_id=kept.pk if kept else None,
        actor=request.actor, at=request.at,
    )  # fmt: skip
