"""When the door is open, the telephone, who is on duty."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.regions.actions import set_counter
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import facts_for_set_counter, full_name
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.offices.forms import CounterForm
from zhengyin.web.offices.ground import back_to
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

KEEPERS = (Office.DIRECTOR, Office.TOWNSHIP, Office.COUNTY_LEAD)
HOME = {
    Office.DIRECTOR: "director-people",
    Office.TOWNSHIP: "township-home",
    Office.COUNTY_LEAD: "county-home",
}


@door(*KEEPERS, at="organization_id")
@require_http_methods(["GET", "POST"])
def counter(request: Request, organization_id: UUID, at_id: UUID) -> HttpResponse:
    """办公电话和时间 of the own organization, or of one directly below."""
    organization = get_object_or_404(Organization, pk=at_id)
    if organization_id not in (at_id, facts_for_set_counter(organization, "").superior_id):
        raise Http404(at_id)
    held = request.actor.offices_at(organization_id)
    office = next(office for office in KEEPERS if office in held)
    names = ("telephone", "hours", "duty", "address")
    form = CounterForm(typed(request), initial={name: getattr(organization, name) for name in names})
    back = reverse(HOME[office], args=[organization_id])
    if at_id != organization_id:
        back = back_to(organization_id, at_id, organization)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            set_counter(
                organization_id=at_id, **form.cleaned_data, signature=request.actor.signature(office),
                signing_for=organization_id, at=request.at,
            )  # fmt: skip
            return redirect(back)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    page = {
        "desk": desk_for(request, organization_id),
        "name": full_name(organization),
        "form": form,
        "back": back,
        "reasons": reasons,
    }
    return render(request, "offices/counter.html", page, status=409 if reasons else 200)
