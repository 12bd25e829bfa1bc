"""What is hung up and taken home: 海报 and 办事指南, printed in one click from what is published."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.lists import Lists
from zhengyin.catalogue.published import published
from zhengyin.documents.paper.parts import Issuer
from zhengyin.documents.paper.poster import Sheet
from zhengyin.documents.typesetting import typeset
from zhengyin.publication.leaflet import leaflet
from zhengyin.publication.poster import poster
from zhengyin.shared.days import day_of
from zhengyin.web.committee.prints import pdf
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.place import Link
from zhengyin.web.public.village import Village, of_kinds, village_or_404
from zhengyin.web.request import Request


@door(PUBLIC)
def poster_of(request: Request, code: str, sheet: str) -> HttpResponse:
    """Both lists on a sheet; an unknown size, or a village that ended, is no page."""
    here = living_or_404(request, code)
    if sheet not in list(Sheet):
        raise Http404(sheet)
    dataset = published(here.card.county_code, day_of(request.at))
    paper = poster(dataset, Sheet(sheet), issuer(here), telephones(here), address(here.to("village")))
    return pdf(typeset(paper, request.at).pdf)


@door(PUBLIC)
def leaflet_of(request: Request, code: str, item: str) -> HttpResponse:
    """One item's guide and sample; an item without one has no leaflet."""
    here = living_or_404(request, code)
    dataset = published(here.card.county_code, day_of(request.at))
    at = address(reverse("village-guide", args=[here.code, item]))
    paper = leaflet(dataset, item, issuer(here), telephones(here), at)
    if paper is None:
        raise Http404(item)
    return pdf(typeset(paper, request.at).pdf)


def poster_links(here: Village) -> tuple[Link, ...]:
    """One a size; none where the village ended."""
    sheets = () if here.card.ended else tuple(Sheet)
    return tuple(
        Link(f"海报（{one.name}）", reverse("village-poster", args=[here.code, one.value])) for one in sheets
    )


def leaflet_links(here: Village, lists: Lists) -> tuple[Link, ...]:
    """One an item that has one."""
    entries = () if here.card.ended else of_kinds(lists, EntryKind.ISSUABLE)
    return tuple(Link(one.name, leaflet_href(here, one)) for one in entries if has_leaflet(one))


def leaflet_href(here: Village, entry: Entry) -> str:
    """Where the item's leaflet is printed."""
    return reverse("village-leaflet", args=[here.code, entry.code])


def has_leaflet(entry: Entry) -> bool:
    """With a guide that is filled, and a form."""
    return entry.guide is not None and not entry.guide.pending and entry.form is not None


def living_or_404(request: Request, code: str) -> Village:
    """A village that ended hangs up nothing."""
    here = village_or_404(code, request.at)
    if here.card.ended:
        raise Http404(code)
    return here


def issuer(here: Village) -> Issuer:
    """In whose name it hangs."""
    return Issuer(here.place.above, here.place.name)


def telephones(here: Village) -> tuple[tuple[str, str], ...]:
    """The village's line and the lead body's, where they are known."""
    return tuple((one.whose, one.number) for one in here.place.telephones)


def address(path: str) -> str:
    """As it is typed, and as the code holds it."""
    return f"{settings.PUBLIC_URL}{path}"
