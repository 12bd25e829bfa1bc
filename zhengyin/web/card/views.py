"""The cards to print: those of one's own offices, and the village's for its door."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import LABELS, Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.web.card.cards import CARDS, card_paper
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.request import Request

STAFF = tuple(office for office in CARDS if office is not Office.RESIDENT)


@door(*STAFF, at="organization_id")
def cards(request: Request, organization_id: UUID) -> HttpResponse:
    """One office: its card. Several: choose."""
    held = own(request, organization_id)
    if len(held) == 1:
        return redirect("card-print", organization_id, held[0].value)
    desk = desk_for(request, organization_id)
    return render(
        request, "card/cards.html", {"desk": desk, "cards": [(one.value, LABELS[one]) for one in held]}
    )


@door(*STAFF, at="organization_id")
def card(request: Request, organization_id: UUID, office: str) -> HttpResponse:
    """The card of one of one's own offices."""
    if office not in own(request, organization_id):
        raise Http404(office)
    return pdf(typeset(card_paper(Office(office), organization_id, request.at), request.at).pdf)


@door(PUBLIC)
def at_the_door(request: Request, code: str) -> HttpResponse:
    """The card for whoever comes, to hang at the door."""
    try:
        village = regions.committee_by_code(code)
    except Committee.DoesNotExist as missing:
        raise Http404(code) from missing
    paper = card_paper(Office.RESIDENT, village.organization_id, request.at)
    return pdf(typeset(paper, request.at).pdf)


def own(request: Request, organization_id: UUID) -> list[Office]:
    """The offices of this person here that have a card, in the order of the cards."""
    held = request.actor.offices_at(organization_id)
    return [office for office in STAFF if office in held]
