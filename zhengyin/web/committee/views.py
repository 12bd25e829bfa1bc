"""The register, readable for everybody who works in the committee."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from zhengyin.certificates.queries.worklists import READERS
from zhengyin.web.committee.register import book_page, chosen_in, own
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.search import sent_on, typed_in


@door(*READERS, at="organization_id")
def register(request: Request, organization_id: UUID) -> HttpResponse:
    """登记簿. What is chosen stands in the address, the words in it encrypted."""
    if going := sent_on(request):
        return going
    said = typed_in(request)
    chosen = chosen_in(said, request.at)
    page = book_page(organization_id, chosen, said, at=own(organization_id), today=request.at)
    desk = desk_for(request, organization_id, current="committee-register")
    return render(request, "committee/register.html", {"desk": desk, "page": page})
