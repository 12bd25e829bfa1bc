"""The register, readable for everybody who works in the committee; what is going on, for its members."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from zhengyin.certificates.queries.worklists import READERS, work_page
from zhengyin.people.offices import Office
from zhengyin.web.committee.case import SHAPES, deadline_words
from zhengyin.web.committee.register import book_page, chosen_in, own
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.gone import gone_at
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.search import found_by, sent_on, typed_in

LONGEST = 40  # characters of a search


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


@door(Office.COMMITTEE_MEMBER, at="organization_id")
def cases(request: Request, organization_id: UUID) -> HttpResponse:
    """办理情况: every case that is open, the most urgent first; to be read, nothing else."""
    if going := sent_on(request):
        return going
    said = typed_in(request)
    text = said.get("q", "").strip()[:LONGEST]
    found = work_page(
        request.actor, organization_id, request.at, text=text, page=number_in(said.get("page", ""), 1)
    )
    here = {
        "desk": desk_for(request, organization_id, current="committee-cases"),
        "page": found,
        "rows": [
            (row, deadline_words(row.days_left, late=row.overdue, locked=row.locked), SHAPES[row.state])
            for row in found.rows
        ],
        "text": text,
        "find": found_by({"q": text}),
        "gone": gone_at(organization_id, request.at),
    }
    return render(request, "committee/cases.html", here)
