"""Several simple papers decided in one go: each read, each with its own answer, each its own act."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhengyin.certificates import actions
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import act_of
from zhengyin.web.committee.kin import stepped_aside
from zhengyin.web.desks.head import desk_for
from zhengyin.web.director.together_pages import Asked, Paper, chosen_papers, how_it_went
from zhengyin.web.doors import door
from zhengyin.web.request import Request


@door(Office.DIRECTOR, at="organization_id")
def together(request: Request, organization_id: UUID) -> HttpResponse:
    """The papers ticked in the list, each with its words and the one question."""
    return show(request, organization_id, chosen_papers(request, organization_id, request.GET))


@door(Office.DIRECTOR, at="organization_id")
@act_of("director-list")
def approve_together(request: Request, organization_id: UUID) -> HttpResponse:
    """同意出具, one after the other; a relative's paper is stepped aside from, what is refused stays."""
    asked = chosen_papers(request, organization_id, request.POST)
    answered = [paper.form.is_valid() for paper in asked.papers]
    if not asked.papers or not all(answered):
        return show(request, organization_id, asked, status=422)
    for paper in asked.papers:
        try:
            decide(request, paper)
        except Refused:
            continue  # it stays, and the page that follows says why
    named = urlencode([("paper", paper.id) for paper in asked.papers])
    return redirect(f"{reverse('director-decided-together', args=[organization_id])}?{named}")


def decide(request: Request, paper: Paper) -> None:
    """Approve, or step aside from a relative's paper. Raises Refused."""
    if not stepped_aside(request, paper.id, near_relative=paper.form.near_relative):
        actions.approve(
            certificate_id=paper.id, near_relative=False, seen=paper.seen, actor=request.actor, at=request.at
        )


@door(Office.DIRECTOR, at="organization_id")
def decided_together(request: Request, organization_id: UUID) -> HttpResponse:
    """How it went, as the database says now."""
    here = {
        "desk": desk_for(request, organization_id, current="director-list"),
        "went": how_it_went(request, organization_id, request.GET),
    }
    return render(request, "director/decided.html", here)


def show(request: Request, organization_id: UUID, asked: Asked, *, status: int = 200) -> HttpResponse:
    """Render the papers with the answers given so far."""
    desk = desk_for(request, organization_id, current="director-list")
    return render(request, "director/together.html", {"desk": desk, "asked": asked}, status=status)
