"""The laws and documents the lists rest on, each with its standing on a day and what rests on it (H4.1c)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhengyin.catalogue.bases.queries import UNDER_REVIEW, BasisShown, resting, reviewed, table_of
from zhengyin.catalogue.kinds import Confidence
from zhengyin.catalogue.lists import Lists
from zhengyin.catalogue.queries import lists_in
from zhengyin.shared.days import day_of, in_words
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.numbers import day_in, number_in
from zhengyin.web.public.village import village_or_404
from zhengyin.web.request import Request

PAGE = 50


@dataclass(frozen=True, slots=True)
class BasisLine:
    """One document in the index."""

    named: str
    href: str
    standing: str
    since: date | None
    title_only: bool


@dataclass(frozen=True, slots=True)
class BasesPage:
    """The documents that bind the village, a page at a time."""

    lines: tuple[BasisLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class BasisPage:
    """One document on a day; `rows` are its facts, `resting` the entries with what came of a review."""

    title: str
    day: date
    said: str
    rows: tuple[tuple[str, str], ...]
    resting: tuple[tuple[str, str], ...]


@door(PUBLIC)
@require_safe
def bases(request: Request, code: str) -> HttpResponse:
    """The index."""
    here, today = village_or_404(code, request.at), day_of(request.at)
    found = table_of(here.card.county_code, today)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    shown = BasesPage(
        tuple(_line(one, code) for one in found[(page - 1) * PAGE : page * PAGE]), len(found), page, pages
    )
    return render(request, "public/bases.html", {"page": shown, "place": here.place, "code": code})


@door(PUBLIC)
@require_safe
def basis(request: Request, code: str, key: str) -> HttpResponse:
    """One document as it stood on the day that is said, else today."""
    here = village_or_404(code, request.at)
    day = day_in(request.GET.get("day", "")) or day_of(request.at)
    found = next((one for one in table_of(here.card.county_code, day) if one.row.key == key), None)
    if found is None:
        raise Http404(key)
    lists = lists_in(here.card.county_code, day)
    page = BasisPage(
        title=found.title,
        day=day,
        said=f"{found.said}。",
        rows=tuple((words, said) for words, said in _facts(found) if said),
        resting=tuple(_resting(lists, found)),
    )
    return render(request, "public/basis.html", {"page": page, "place": here.place, "code": code})


def _line(one: BasisShown, code: str) -> BasisLine:
    href = reverse("village-basis", args=[code, one.row.key])
    return BasisLine(one.named, href, one.stand.standing.words, one.stand.since, one.row.title_only)


def _facts(one: BasisShown) -> tuple[tuple[str, str], ...]:
    row = one.row
    unsure = "" if row.confidence == Confidence.SOURCE else "内容待核"
    return (
        ("文号", row.number), ("发文机关", row.issued_by),
        ("印发、通过", _words(row.issued_on)), ("施行", _words(row.effective_from)),
        ("有效期到（含当天）", _words(row.valid_until)),
        ("待核", "只知道名称，条款待核" if row.title_only else unsure),
        ("出处", row.source), ("说明", row.note),
    )  # fmt: skip


def _resting(lists: Lists, one: BasisShown) -> Iterator[tuple[str, str]]:
    """Each entry with what is to be said of it while its basis is in doubt."""
    for found in resting(lists, [one]):
        review = found.review
        known = review is not None and day_of(review.recorded_at) <= lists.day
        said = reviewed(review) if known and review else UNDER_REVIEW
        yield found.listed.entry.name, f"{said}。" if one.doubted else ""


def _words(day: date | None) -> str:
    return in_words(day) if day else ""
