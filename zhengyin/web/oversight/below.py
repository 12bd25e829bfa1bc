"""Whose committees somebody looks after from a seat; a neighbour's is not found."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee, Organization
from zhengyin.web.request import Request


def committees_below(request: Request, organization_id: UUID) -> QuerySet[Committee]:
    """The committees of this township, or of this lead body's county; 虚拟社区 have no books."""
    issuers, actor = Committee.objects.filter(issuer=True), request.actor
    if actor.has(Office.TOWNSHIP, organization_id):
        return issuers.filter(township_id=organization_id)
    if actor.has(Office.COUNTY_LEAD, organization_id):
        county = Organization.objects.values_list("county_code", flat=True).get(pk=organization_id)
        return issuers.filter(county_code=county)
    raise Http404(organization_id)


def committee_below_or_404(request: Request, organization_id: UUID, committee_id: UUID) -> Committee:
    """One of them."""
    return get_object_or_404(committees_below(request, organization_id), pk=committee_id)
