"""本单位: the page of offices whose work comes with later rooms; says what can be done now."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization
from zhengyin.shared.days import day_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request


@door(Office.DEPARTMENT, at="organization_id")
def office(request: Request, organization_id: UUID) -> HttpResponse:
    """Who works here, on what paper, and whom to telephone."""
    organization = Organization.objects.get(pk=organization_id)
    held = people.seated([organization_id], day_of(request.at))[organization_id]
    here = {
        "desk": desk_for(request, organization_id, current="desk-office"),
        "name": organization.name,
        "held": held,
        "telephones": regions.office_telephones(organization.county_code),
    }
    return render(request, "desks/office.html", here)
