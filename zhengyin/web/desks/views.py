"""The page after log-in: straight to the desk, or the places where the person holds an office."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.people.offices import LABELS, Office
from zhengyin.web.desks.head import tabs_for
from zhengyin.web.doors import SIGNED_IN, door
from zhengyin.web.place import Link
from zhengyin.web.request import Request
from zhengyin.web.villages import staff_place


@door(SIGNED_IN)
def landing(request: Request) -> HttpResponse:
    """One place of work: go there. Several, or none: say so."""
    places = sorted({held.at for held in request.actor.holds}, key=str)
    links = tuple(link for at in places for link in first_pages(request, at))
    if len(links) == 1:
        return redirect(links[0].href)
    return render(request, "desks/landing.html", {"who": request.actor.name, "links": links})


def first_pages(request: Request, at: UUID) -> tuple[Link, ...]:
    """The first tab at this place, named by place and offices; nothing where no page exists."""
    tabs = tabs_for(request.actor, at, "")
    if not tabs:
        return ()
    offices = request.actor.offices_at(at)
    place, titles = staff_place(at), "、".join(LABELS[office] for office in Office if office in offices)
    return (Link(f"{place.above}{place.name}（{titles}）", tabs[0].href),)
