"""What the pages of filing show: the list of a township or a committee, and one filing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.registers.queries import RegisterLine, told
from zhengyin.seals.models import Filing
from zhengyin.seals.queries.filings import (
    FilingCounts,
    FilingRow,
    LineKey,
    Part,
    filing_counts,
    filing_rows,
    line_to_file,
    number_of,
    row_of,
    term_for,
)
from zhengyin.seals.workflow import FILING, FilingAct, FilingState
from zhengyin.shared.days import in_words
from zhengyin.web.numbers import id_in, number_in
from zhengyin.web.place import Link
from zhengyin.web.request import Request

PAGE = 50
ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d)?")
PARTS = {Part.OPEN: "等签收", Part.OVERDUE: "过了期限", Part.RETURNED: "退回补正", Part.DONE: "已签收"}
SHAPES = {FilingState.ACKNOWLEDGED: "ok", FilingState.RETURNED: "care", FilingState.ANSWERED: "half"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One filing in the list. `ticked` is what its box says, empty where it cannot be acknowledged."""

    row: FilingRow
    committee: str
    href: str
    shape: str
    ticked: str


@dataclass(frozen=True, slots=True)
class FilingsPage:
    """The list; `whole` says that it is a township's, over all its committees."""

    rows: tuple[Listed, ...]
    parts: tuple[tuple[Link, int], ...]
    villages: tuple[tuple[UUID, str, bool], ...]
    part: Part
    whole: bool
    days: int
    newer: str
    older: str


@dataclass(frozen=True, slots=True)
class FilingPage:
    """One filing and what this person may do about it."""

    row: FilingRow
    number: str
    committee: str
    written: tuple[tuple[str, str], ...]
    signed_by: str
    impression: str
    signed_paper: bool
    filing: Filing | None
    acts: tuple[FilingAct, ...]
    shape: str
    days: int


@dataclass(frozen=True, slots=True)
class FilingNews:
    """What other desks are told: how many wait, how many past their days, how many sent back."""

    counts: FilingCounts
    days: int
    href: str


def committees_of(request: Request, organization_id: UUID) -> Mapping[UUID, Committee]:
    """The committees of this township, or the committee itself."""
    rows = Committee.objects.order_by("code")
    if request.actor.has(Office.TOWNSHIP, organization_id):
        return {row.pk: row for row in rows.filter(township_id=organization_id, issuer=True)}
    return {row.pk: row for row in rows.filter(pk=organization_id)}


def filings_page(request: Request, organization_id: UUID) -> FilingsPage:
    """Gather the list; part, village and page stand in the address."""
    every = committees_of(request, organization_id)
    if not every:
        return FilingsPage((), (), (), Part.OPEN, True, 0, "", "")
    said = request.GET
    village = id_in(said.get("village", ""))
    chosen = [village] if village in every else list(every)
    part = Part(said["part"]) if said.get("part", "") in set(Part) else Part.OPEN
    begin = number_in(said.get("from", ""))
    term = term_for(next(iter(every.values())).county_code, request.at)
    found = filing_rows([one for one in chosen if one], term, part, begin=begin, most=PAGE + 1)
    counts = filing_counts([one for one in chosen if one], term)
    whole = request.actor.has(Office.TOWNSHIP, organization_id)
    address = _Address(organization_id, village if village in every else None)
    return FilingsPage(
        rows=tuple(_listed(organization_id, every, row, whole) for row in found[:PAGE]),
        parts=tuple(
            (Link(PARTS[one], address.of(one), current=one is part), getattr(counts, one.value))
            for one in Part
        ),
        villages=tuple((key, row.short_name, key == village) for key, row in every.items()) if whole else (),
        part=part,
        whole=whole,
        days=term.days,
        newer=address.of(part, max(begin - PAGE, 0)) if begin else "",
        older=address.of(part, begin + PAGE) if len(found) > PAGE else "",
    )


@dataclass(frozen=True, slots=True)
class _Address:
    """Where the list is, narrowed to a village or not."""

    organization_id: UUID
    village: UUID | None

    def of(self, part: Part, begin: int = 0) -> str:
        said = {"part": part.value, "village": self.village or "", "from": begin or ""}
        query = urlencode({name: value for name, value in said.items() if value})
        return f"{reverse('filings', args=[self.organization_id])}?{query}"


def key_in(text: str) -> LineKey | None:
    """The line a ticked box names; None for what is none."""
    parts = text.split("/")
    committee = id_in(parts[0])
    if len(parts) != 4 or committee is None:
        return None
    return LineKey(committee, parts[1], number_in(parts[2]), number_in(parts[3]))


def filing_page(request: Request, organization_id: UUID, key: LineKey) -> FilingPage:
    """One filing from this seat; 404 for a neighbour's, and for a line that is not filed."""
    committee = committees_of(request, organization_id).get(key.committee_id)
    line = line_to_file(key) if committee else None
    if committee is None or line is None:
        raise Http404(key)
    filing = filing_of(key)
    state = FilingState(filing.state) if filing else None
    term = term_for(committee.county_code, request.at)
    held = request.actor.offices_at(organization_id)
    return FilingPage(
        row=row_of(line, term, state, filing.handled_at if filing else None),
        number=number_of(line),
        committee=regions.committee(committee.pk).display_name,
        written=written_in(line),
        signed_by=line.person_name,
        impression=impression_of(line),
        signed_paper=bool(line.document_digest),
        filing=filing,
        acts=tuple(s.act for s in FILING.steps if s.before == state and set(s.by) & set(held)),
        shape=SHAPES[state] if state else "wait",
        days=term.days,
    )


def filing_of(key: LineKey) -> Filing | None:
    """What the township said so far, or None."""
    rows = Filing.objects.select_related("handled_by", "answered_by")
    return rows.filter(committee_id=key.committee_id, book=key.book, year=key.year, no=key.no).first()


def written_in(line: RegisterLine) -> tuple[tuple[str, str], ...]:
    """What the act wrote, in the words of the book: what is filed is filed with its reason."""
    return tuple((title, spoken(words)) for _, title, words in told(line) if words)


def spoken(words: str) -> str:
    """A day or a minute of the book as people write it, 2026年1月10日; anything else as it is."""
    if not ISO.fullmatch(words):
        return words
    return in_words(date.fromisoformat(words[:10])) + words[10:16].replace("T", " ")


def impression_of(line: RegisterLine) -> str:
    """Whether the issue of a seal kept a picture of its impression; empty for any other line."""
    if line.kind != "seal.issued":
        return ""
    return "已留存图样" if line.document_digest else "没有留存图样，请在备案表上盖印模"


def filing_news(committees: list[UUID], county_code: str, at: datetime, seat: UUID) -> FilingNews:
    """For the desks: one statement and how the days are counted."""
    term = term_for(county_code, at)
    return FilingNews(filing_counts(committees, term), term.days, reverse("filings", args=[seat]))


def _listed(seat: UUID, every: Mapping[UUID, Committee], row: FilingRow, whole: bool) -> Listed:
    key = row.key
    parts = [key.committee_id, key.book, key.year, key.no]
    return Listed(
        row=row,
        committee=every[key.committee_id].short_name,
        href=reverse("filing", args=[seat, *parts]),
        shape=SHAPES[row.state] if row.state else "wait",
        ticked="/".join(map(str, parts))
        if whole and row.open and row.state is not FilingState.RETURNED
        else "",
    )
