"""撤并, recorded by the county's desk: a township itself may have been merged away."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.archive import actions as archive
from zhengyin.archive.queries.ended import closed_among
from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee, Organization
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.township.ending import others, record
from zhengyin.web.township.sealforms import CommitteeEndForm
from zhengyin.web.words import sentences


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET"])
def committees(request: Request, organization_id: UUID) -> HttpResponse:
    """The committees of the county: those that stand by township, those that ended with their day."""
    return listed(request, organization_id)


def listed(
    request: Request, organization_id: UUID, *, reasons: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    """Render them, with why an act was refused."""
    own = Organization.objects.get(pk=organization_id)
    rows = Committee.objects.filter(county_code=own.county_code, issuer=True).select_related(
        "township", "merged_into"
    )
    standing = rows.filter(ended_on=None).order_by("code")
    ended = rows.exclude(ended_on=None).order_by("-ended_on", "code")
    here = {
        "desk": desk_for(request, organization_id, current="county-home"),
        "standing": list(standing),
        "ended": list(ended),
        "closed": closed_among([row.pk for row in ended]),
        "reasons": reasons,
    }
    return render(request, "county/endings.html", here, status=status)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_POST
def close_registers(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """关闭登记簿 of a committee that ended, where its township cannot."""
    own = Organization.objects.get(pk=organization_id)
    get_object_or_404(Committee, pk=committee_id, county_code=own.county_code, issuer=True)
    try:
        archive.close_registers(organization_id=committee_id, actor=request.actor, at=request.at)
    except Refused as refused:
        return listed(request, organization_id, reasons=sentences(refused.refusals), status=409)
    return redirect("county-endings", organization_id)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def end(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """登记撤并, with the paper that approved it."""
    own = Organization.objects.get(pk=organization_id)
    rows = Committee.objects.filter(county_code=own.county_code, issuer=True)
    committee = get_object_or_404(rows, pk=committee_id)
    form = CommitteeEndForm(typed(request), others(committee), initial={"ended_on": day_of(request.at)})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            record(request, committee_id, form)
            return redirect("county-endings", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    desk = desk_for(request, organization_id, current="county-home")
    here = {"desk": desk, "committee": committee, "form": form, "reasons": reasons}
    return render(request, "county/end.html", here, status=409 if reasons else 200)
