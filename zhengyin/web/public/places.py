"""Which village? By the tree, or by name and pinyin."""

from django.http import Http404
from django.urls import reverse

from zhengyin.regions import queries as regions
from zhengyin.regions.models import Division
from zhengyin.web.place import Link
from zhengyin.web.public.pages import Branch

COMMITTEE = "committee"
TITLES = {"county": "您是哪个乡镇（街道、苏木）的？", "township": "您是哪个村（社区）的？"}


def branch(code: str, query: str) -> Branch:
    """The tree at `code` (empty: the counties), and what `query` finds."""
    if not code:
        return Branch("您是哪个村（社区）的？", (), links(regions.counties()), found(query), query)
    try:
        here = regions.place(code)
    except Division.DoesNotExist as missing:
        raise Http404(code) from missing
    if here.level not in TITLES:
        raise Http404(code)
    path = (*(link(regions.place(one)) for one in (here.parent,) if here.level == "township"), link(here))
    return Branch(TITLES[here.level], path, links(regions.children(code)), found(query), query)


def links(places: tuple[regions.Place, ...]) -> tuple[Link, ...]:
    """Every place as a large button."""
    return tuple(link(place) for place in places)


def link(place: regions.Place) -> Link:
    """To the next level, or to the village's page."""
    if place.level == COMMITTEE:
        return Link(place.name, reverse("village", args=[place.code]))
    return Link(place.name, f"{reverse('home')}?in={place.code}")


def found(query: str) -> tuple[Link, ...]:
    """Counties and townships, then villages, by name or pinyin; with what is above, for names repeat."""
    places = tuple(Link(one.path, link(one).href) for one in regions.find_places(query))
    villages = regions.find_committees(query)
    return places + tuple(
        Link(f"{one.display_name}{'（已撤并）' if one.ended else ''}", one.page) for one in villages
    )
