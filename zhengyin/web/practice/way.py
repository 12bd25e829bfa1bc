"""On the real side: a page that says what practising is, with a slip of ten minutes to go there."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhengyin.people.offices import Office
from zhengyin.practice import ticket
from zhengyin.regions.models import Committee, Organization
from zhengyin.web.desks.head import PRACTISING, desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request


@door(*PRACTISING, at="organization_id")
def way(request: Request, organization_id: UUID) -> HttpResponse:
    """去练习; nothing where no practice process runs."""
    if not settings.PRACTICE_URL:
        raise Http404
    township = township_of(organization_id)
    slip = ticket.issue(
        ticket.Ticket(
            township.division_id,
            may_renew=request.actor.has(Office.TOWNSHIP, township.pk),
            back=request.build_absolute_uri(reverse("desk")),
        )
    )
    here = {
        "desk": desk_for(request, organization_id),
        "township": township.name,
        "href": f"{settings.PRACTICE_URL}/practice/entrance?slip={slip}",
    }
    return render(request, "practice/way.html", here)


def township_of(organization_id: UUID) -> Organization:
    """The committee's township, or the township itself."""
    committee = Committee.objects.select_related("township").filter(pk=organization_id).first()
    return committee.township if committee else Organization.objects.get(pk=organization_id)
