"""The auditors' desk. A letter that is over, of others, or of another place is not found."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.supervision.kinds import Sight
from zhengyin.supervision.models import Look
from zhengyin.supervision.queries.letters import letters_for, looks_for
from zhengyin.web.acting import act_of
from zhengyin.web.auditor.pages import (
    book_page,
    case_page,
    letters_page,
    paper_page,
    volume_named,
    volumes_page,
)
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request

HOME = "auditor-letters"
# What a refusal means to whoever types addresses: there is no such thing.
PAGES = {
    Sight.REGISTER: ("auditor/book.html", book_page),
    Sight.CASE: ("auditor/case.html", case_page),
    Sight.PAPER: ("auditor/paper.html", paper_page),
    Sight.PRINT: ("auditor/volumes.html", volumes_page),
}


@door(Office.AUDITOR, at="organization_id")
@require_http_methods(["GET"])
def letters(request: Request, organization_id: UUID) -> HttpResponse:
    """调阅: the letters that hold today, and what they open."""
    here = {
        "desk": desk_for(request, organization_id, current=HOME),
        "letters": letters_page(request.actor, request.at),
    }
    return render(request, "auditor/letters.html", here)


@door(Office.AUDITOR, at="organization_id")
@act_of(HOME)
def open_by(request: Request, organization_id: UUID, letter_id: UUID) -> HttpResponse:
    """打开: written into the committee's journal, then shown. Out of scope is not found."""
    letter = get_object_or_404(letters_for(request.actor, request.at), pk=letter_id)
    case = request.POST.get("case", "")
    try:
        opened = actions.look(
            letter_id=letter.pk, organization_id=_id(request.POST.get("committee", "")),
            book=request.POST.get("book", ""), sight=Sight(request.POST.get("sight", "")),
            case=_id(case) if case else None, actor=request.actor, at=request.at,
        )  # fmt: skip
    except (Refused, ValueError) as problem:
        raise Http404(letter_id) from problem
    return redirect("auditor-look", organization_id, opened.pk)


@door(Office.AUDITOR, at="organization_id")
@require_http_methods(["GET"])
def look(request: Request, organization_id: UUID, look_id: UUID) -> HttpResponse:
    """What was opened, as long as the session and the letter last."""
    opened = look_or_404(request, look_id)
    template, page = PAGES[Sight(opened.sight)]
    here = {
        "desk": desk_for(request, organization_id, current=HOME),
        "look": opened,
        "page": page(request, opened),
    }
    return render(request, template, here)


@door(Office.AUDITOR, at="organization_id")
@require_http_methods(["GET"])
def volume(request: Request, organization_id: UUID, look_id: UUID) -> HttpResponse:
    """One volume of what was opened to be printed, with the letter's number on every page."""
    opened = look_or_404(request, look_id)
    if opened.sight != Sight.PRINT:
        raise Http404(look_id)
    return pdf(typeset(volume_named(request, opened), request.at).pdf)


def look_or_404(request: Request, look_id: UUID) -> Look:
    """An own opening of this session."""
    return get_object_or_404(looks_for(request.actor, request.at), pk=look_id)


def _id(text: str) -> UUID:
    """An id as it was sent; ValueError for anything else."""
    return UUID(text)
