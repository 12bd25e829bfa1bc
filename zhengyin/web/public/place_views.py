"""What belongs to the village as a place: its lists, telephones, the code at its door."""

from django.http import HttpResponse
from django.shortcuts import render

from zhengyin.catalogue.kinds import EntryKind
from zhengyin.documents import qr
from zhengyin.regions import queries as regions
from zhengyin.regions.packs.settings import TelephoneKind
from zhengyin.shared.days import day_of
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.place import Telephone
from zhengyin.web.public.pages import DoorPage, ListPage, Section
from zhengyin.web.public.posters import address, leaflet_links, poster_links
from zhengyin.web.public.village import asked, lists_and_rules, of_kinds, village_or_404
from zhengyin.web.request import Request
from zhengyin.web.villages import known

PROHIBITED = "不用开的证明"
ISSUABLE = "可以开的证明"
ABOUT = {
    PROHIBITED: "点开每一项，看为什么不用开、去哪里办、带什么。",
    ISSUABLE: "点开每一项，看办事指南和式样。不收钱。",
}
HEADINGS = {
    EntryKind.PROHIBITED: "清单写明不用开的",
    EntryKind.STATUTORY_DOCUMENT: "手里的证件就能证明的",
    EntryKind.ROUTE: "没有列进清单、常有人问的",
    EntryKind.ISSUABLE: "带齐材料就能开的",
}
ISSUED = EntryKind.ISSUABLE  # what of these is not the village's after all, is left out
DAY = "{0.year}年{0.month}月{0.day}日"


@door(PUBLIC)
def prohibited(request: Request, code: str) -> HttpResponse:
    """不用开的, and the other demands with a way of their own."""
    kinds = (EntryKind.PROHIBITED, EntryKind.STATUTORY_DOCUMENT, EntryKind.ROUTE)
    return listing(request, code, PROHIBITED, kinds)


@door(PUBLIC)
def issuable(request: Request, code: str) -> HttpResponse:
    """可以开的."""
    return listing(request, code, ISSUABLE, (EntryKind.ISSUABLE,))


def listing(request: Request, code: str, title: str, kinds: tuple[EntryKind, ...]) -> HttpResponse:
    """Show one list as it is in force today, each item with its answer."""
    here, day = village_or_404(code, request.at), day_of(request.at)
    lists, rules = lists_and_rules(here, day)

    def section_of(kind: EntryKind) -> Section:
        lines = (asked(entry, here, lists, rules, day) for entry in of_kinds(lists, kind))
        return Section(HEADINGS[kind], tuple(line for line in lines if kind is not ISSUED or line.issued))

    other = ("village-issuable", ISSUABLE) if title == PROHIBITED else ("village-prohibited", PROHIBITED)
    page = ListPage(
        title=title,
        about=ABOUT[title],
        sections=tuple(section for section in map(section_of, kinds) if section.lines),
        versions=tuple(version.words for version in lists.versions),
        versions_href=here.to("village-versions"),
        table_href=here.to("village-lists-csv"),
        ask_href=here.to("village-ask"),
        other_href=here.to(other[0]),
        other_title=other[1],
    )
    return render(request, "public/list.html", {"page": page, "place": here.place})


@door(PUBLIC)
def telephones(request: Request, code: str) -> HttpResponse:
    """The village's line, the township's, and the county's offices with source and day."""
    here = village_or_404(code, request.at)
    own = known(
        Telephone(here.place.name, here.card.telephone, here.card.hours),
        Telephone(here.card.township_name, here.card.township_telephone),
    )
    offices = tuple(
        Telephone(line.office, line.number, f"见于{DAY.format(line.seen_on)}的公开文本")
        for line in regions.office_telephones(here.card.county_code)
        if line.kind is not TelephoneKind.FAX
    )
    return render(request, "public/telephones.html", {"lines": own + offices, "place": here.place})


@door(PUBLIC)
def at_the_door(request: Request, code: str) -> HttpResponse:
    """The code to hang at the door; posters and leaflets, one click each."""
    here, day = village_or_404(code, request.at), day_of(request.at)
    page = DoorPage(
        code=here.code,
        address=address(here.to("village")),
        code_href=here.to("village-code"),
        posters=poster_links(here),
        leaflets=leaflet_links(here, lists_and_rules(here, day)[0]),
    )
    return render(request, "public/door.html", {"page": page, "place": here.place})


@door(PUBLIC)
def code_image(request: Request, code: str) -> HttpResponse:
    """The QR code of the village's address, as SVG; in capitals, for that keeps it small."""
    here = village_or_404(code, request.at)
    return HttpResponse(qr.drawn(address(here.to("village"))).svg(), content_type="image/svg+xml")
