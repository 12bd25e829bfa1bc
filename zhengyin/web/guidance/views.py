"""The list of questions, asking one, and whom to ask about each item."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.guidance import actions
from zhengyin.guidance.queries import items_of
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.guidance.forms import AskForm, ContactForm
from zhengyin.web.guidance.pages import READING, contacted, list_page, seat
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

TAB = "enquiries"


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def enquiries(request: Request, organization_id: UUID) -> HttpResponse:
    """What was asked and answered in the county."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": list_page(request, organization_id),
    }  # fmt: skip
    return render(request, "guidance/list.html", here)


@door(*IN_COMMITTEE, at="organization_id")
@require_http_methods(["GET", "POST"])
def ask(request: Request, organization_id: UUID) -> HttpResponse:
    """提问."""
    items = items_of(seat(organization_id).county_code, day_of(request.at))
    posted = request.method == "POST"
    form = AskForm(
        request.POST if posted else None, items=items, initial={"item": request.GET.get("item", "")}
    )
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            row = actions.ask(
                committee_id=organization_id, item_code=form.cleaned_data["item"],
                words=form.cleaned_data["words"], actor=request.actor, at=request.at,
            )  # fmt: skip
            return redirect("enquiry", organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"desk": desk_for(request, organization_id, current=TAB), "form": form, "reasons": reasons}
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "guidance/ask.html", here, status=status)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def contacts(request: Request, organization_id: UUID) -> HttpResponse:
    """联系部门, item by item."""
    county, today = seat(organization_id).county_code, day_of(request.at)
    posted = request.method == "POST"
    form = ContactForm(request.POST if posted else None, items=items_of(county, today))
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        said = form.cleaned_data
        try:
            actions.set_contact(
                county_code=county, item_code=said["item"], department=said["department"],
                telephone=said["telephone"], actor=request.actor, at=request.at,
            )  # fmt: skip
            return redirect("enquiry-contacts", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "form": form, "reasons": reasons,
        "rows": contacted(county, today),
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "guidance/contacts.html", here, status=status)
