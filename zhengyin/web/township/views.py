"""The township's desk: its committees and one committee."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.shared.days import day_of
from zhengyin.web.custodian.differing import differing_below
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.above import filed_below, overdue_seals
from zhengyin.web.keeping.gone import gone_below
from zhengyin.web.keeping.handover_forms import OpenForm
from zhengyin.web.request import Request
from zhengyin.web.township.forms import RevokeForm
from zhengyin.web.township.overview import LACKS, overview
from zhengyin.web.township.pages import committee_or_404, committee_page


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def home(request: Request, organization_id: UUID) -> HttpResponse:
    """村（社区）: who lacks what; the choice stands in the address."""
    lacking = request.GET.get("lacking", "")
    own = Organization.objects.get(pk=organization_id)
    here = {
        "desk": desk_for(request, organization_id, current="township-home"),
        "page": overview(organization_id, day_of(request.at), lacking if lacking in LACKS else ""),
        "own": own,
        "gone": gone_below(own, request.at),
        "differs": differing_below(organization_id),
        "out": overdue_seals(request, own),
        "filed": filed_below(request, own),
    }
    return render(request, "township/home.html", here)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def committee(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """One committee."""
    return show(request, organization_id, committee_id)


def show(
    request: Request,
    organization_id: UUID,
    committee_id: UUID,
    *,
    revoke: RevokeForm | None = None,
    opening: OpenForm | None = None,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render one committee as it stands, with why an act was refused."""
    row = committee_or_404(request, organization_id, committee_id)
    here = {
        "desk": desk_for(request, organization_id, current="township-home"),
        "view": committee_page(request, organization_id, row),
        "revoke": revoke or RevokeForm(),
        "opening": opening or OpenForm(initial={"changed_on": day_of(request.at)}),
        "reasons": reasons,
    }
    return render(request, "township/committee.html", here, status=status)
