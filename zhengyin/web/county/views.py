"""The county's desk."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.shared.days import day_of
from zhengyin.web.county.pages import county_page
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.above import filed_below, overdue_seals
from zhengyin.web.keeping.gone import gone_below
from zhengyin.web.request import Request


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET"])
def home(request: Request, organization_id: UUID) -> HttpResponse:
    """乡镇和部门."""
    own = Organization.objects.get(pk=organization_id)
    here = {
        "desk": desk_for(request, organization_id, current="county-home"),
        "page": county_page(own, day_of(request.at)),
        "gone": gone_below(own, request.at),
        "out": overdue_seals(request, own),
        "filed": filed_below(request, own),
    }
    return render(request, "county/home.html", here)
