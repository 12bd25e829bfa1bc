"""The lists through time: every version, what differs between two, what was in force on a day (H2.1c)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhengyin.admission.queries.services import takes_services
from zhengyin.catalogue.bases.queries import with_doubts
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.history import FIRST, Difference, difference, history
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.layers import ORDER as LEVELS
from zhengyin.catalogue.models import ListVersion
from zhengyin.catalogue.versions import VersionShown
from zhengyin.shared.days import day_of
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.numbers import day_in, number_in
from zhengyin.web.public.village import Village, lists_and_rules, of_kinds, village_or_404
from zhengyin.web.request import Request

PAGE = 50  # entries of a day on one page, each with its whole guide
KINDS = (EntryKind.ISSUABLE, EntryKind.PROHIBITED, EntryKind.STATUTORY_DOCUMENT, EntryKind.ROUTE)
NO_DAY = "请写一个日期，比如2026年1月1日；2000年以前的没有记录。"


@dataclass(frozen=True, slots=True)
class ListHistory:
    """One list with its versions, the newest first."""

    head: VersionShown
    versions: tuple[VersionShown, ...]
    href: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two versions of a list; `numbers` are all it has, with 0 for what was there before the first."""

    difference: Difference
    numbers: tuple[tuple[int, str], ...]
    same: bool


@dataclass(frozen=True, slots=True)
class DayEntry:
    """An entry of that day, and what was to be said of its bases then."""

    entry: Entry
    kind: EntryKind
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayPage:
    """What was in force on a day, a page at a time; `pages` counts from 1."""

    day: date | None
    typed: str
    wrong: str
    versions: tuple[str, ...] = ()
    entries: tuple[DayEntry, ...] = ()
    count: int = 0
    page: int = 1
    pages: int = 1


@door(PUBLIC)
@require_safe
def versions(request: Request, code: str) -> HttpResponse:
    """Every version of the lists that bind this village."""
    here = village_or_404(code, request.at)
    page = tuple(_histories(here, history(here.card.county_code)))
    shown = {
        "page": page,
        "place": here.place,
        "code": code,
        "today": day_of(request.at).isoformat(),
        "serves": takes_services(here.card.county_code),
    }
    return render(request, "public/versions.html", shown)


@door(PUBLIC)
@require_safe
def compared(request: Request, code: str, key: str) -> HttpResponse:
    """What one version of a list says otherwise than another; without numbers: the last step."""
    here = village_or_404(code, request.at)
    numbers = tuple(sorted(one.no for one in history(here.card.county_code) if one.key == key))
    if not numbers:
        raise Http404(key)
    since = number_in(request.GET.get("since", ""), numbers[-1] - 1)
    until = number_in(request.GET.get("until", ""), numbers[-1])
    try:
        found = difference(here.card.county_code, key, since, until)
    except ListVersion.DoesNotExist as missing:
        raise Http404(key) from missing
    page = ComparePage(
        found,
        ((FIRST, "第1版以前"), *((no, f"第{no}版") for no in numbers)),
        same=not (found.added or found.changed or found.ended),
    )
    return render(request, "public/compared.html", {"page": page, "place": here.place, "code": code})


@door(PUBLIC)
@require_safe
def on_a_day(request: Request, code: str) -> HttpResponse:
    """What this village could issue, and need not, on a day that is said."""
    here, typed = village_or_404(code, request.at), request.GET.get("day", "")
    day = day_in(typed)
    page = _day_page(here, day, typed, request) if day else DayPage(None, typed, NO_DAY if typed else "")
    shown = {"page": page, "place": here.place, "code": code}
    return render(request, "public/on_a_day.html", shown, status=422 if page.wrong else 200)


def _histories(here: Village, rows: Iterable[VersionShown]) -> Iterable[ListHistory]:
    by_list = sorted(rows, key=lambda one: (LEVELS.index(one.level), one.key, -one.no))
    for key, found in groupby(by_list, key=lambda one: one.key):
        own = tuple(found)
        yield ListHistory(own[0], own, reverse("village-compared", args=[here.code, key]))


def _day_page(here: Village, day: date, typed: str, request: Request) -> DayPage:
    lists, _ = lists_and_rules(here, day)
    entries = of_kinds(lists, *KINDS)
    pages = max(1, -(-len(entries) // PAGE))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    return DayPage(
        day=day,
        typed=typed,
        wrong="",
        versions=tuple(version.words for version in lists.versions),
        entries=tuple(
            DayEntry(entry, entry.kind, said)
            for entry, said in with_doubts(lists, entries[(page - 1) * PAGE : page * PAGE])
        ),
        count=len(entries),
        page=page,
        pages=pages,
    )
