"""The people of one organization, and the ways on."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.people.offices import ADMINISTRATORS, Office
from zhengyin.regions.models import Committee, Organization
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.offices.ground import APPOINTING, back_to, ground_or_404, seated_at
from zhengyin.web.offices.pages import directing_term, offices_page
from zhengyin.web.request import Request


@door(*APPOINTING, at="organization_id")
def page(request: Request, organization_id: UUID, at_id: UUID) -> HttpResponse:
    """任职 of an organization below; where it has a page of its own, that one."""
    ground = ground_or_404(request, organization_id, at_id)
    if organization_id == at_id or ground.organization.kind == "committee":
        return redirect(back_to(organization_id, at_id, ground.organization))
    here = {
        "desk": desk_for(request, organization_id),
        "page": offices_page(request, ground),
        "at": ground.organization,
        "counter": ground.organization.kind == "township",
    }
    return render(request, "offices/page.html", here)


@door(Office.DIRECTOR, at="organization_id")
def own_people(request: Request, organization_id: UUID) -> HttpResponse:
    """人员: the director's own committee."""
    ground = ground_or_404(request, organization_id, organization_id)
    own = directing_term(seated_at(request, organization_id), request.actor.person_id)
    people = offices_page(request, ground)
    here = {
        "desk": desk_for(request, organization_id, current="director-people"),
        "page": people,
        "at": ground.organization,
        "may_lend": own is not None and not people.over,
        "code": Committee.objects.get(pk=organization_id).code,
    }
    return render(request, "offices/people.html", here)


@door(*sorted(ADMINISTRATORS), at="organization_id")
def administered(request: Request, organization_id: UUID) -> HttpResponse:
    """任职 the administrators give: the lead body's officers, and one another."""
    ground = ground_or_404(request, organization_id, organization_id)
    code = ground.organization.county_code
    wanted = {f"county_lead:{code}", f"city:{code[:4]}00000000"}
    leads = Organization.objects.filter(key__in=wanted).select_related("division").order_by("-kind")
    parts = [(one, offices_page(request, ground_or_404(request, organization_id, one.pk))) for one in leads]
    here = {
        "desk": desk_for(request, organization_id, current="administrator-offices"),
        "own": offices_page(request, ground),
        "parts": parts,
    }
    return render(request, "offices/administered.html", here)
