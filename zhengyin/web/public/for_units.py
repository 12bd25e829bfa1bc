"""给要证明的单位看: what may not be demanded of a village, what serves instead, how a paper is checked."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpResponse
from django.shortcuts import render

from zhengyin.catalogue.dataset import EntryTold, WayTold
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.published import published
from zhengyin.certificates.queries.dropped import Dropped, dropped_in
from zhengyin.publication.pages import shown
from zhengyin.regions import queries as regions
from zhengyin.regions.models import County, Organization
from zhengyin.shared.days import day_of
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.place import EVERYWHERE, Place
from zhengyin.web.request import Request
from zhengyin.web.villages import office_place


@dataclass(frozen=True, slots=True)
class Instead:
    """One item that is not to be demanded, and what the unit or the person can do instead."""

    name: str
    ways: tuple[WayTold, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """Everything on the page; `basis` cites the lists the items stand on, each once."""

    county: str
    items: tuple[Instead, ...]
    issued: tuple[str, ...]
    basis: tuple[str, ...]
    dropped: Dropped


@door(PUBLIC)
def for_units(request: Request, code: str) -> HttpResponse:
    """One page a county."""
    try:
        lead = Organization.objects.get(pk=regions.lead_of(code))
    except (County.DoesNotExist, Organization.DoesNotExist) as missing:
        raise Http404(code) from missing
    place = replace(office_place(lead), home="/", links=EVERYWHERE)
    return render(request, "public/units.html", {"page": units_page(request, code, place), "place": place})


def units_page(request: Request, code: str, place: Place) -> UnitsPage:
    """From what is published, and the letters that left."""
    dataset = published(code, day_of(request.at))
    refused = tuple(one for one in dataset.entries if shown(one, EntryKind.PROHIBITED))
    return UnitsPage(
        county=dataset.county.words,
        items=tuple(Instead(one.name, one.ways, one.replaced_by) for one in refused),
        issued=tuple(one.name for one in dataset.entries if shown(one, EntryKind.ISSUABLE)),
        basis=cited(refused),
        dropped=dropped_in(code),
    )


def cited(entries: tuple[EntryTold, ...]) -> tuple[str, ...]:
    """The lists, with version and day, in the order of their entries."""
    return tuple(dict.fromkeys(one.list.words for one in entries))
