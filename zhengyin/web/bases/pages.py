"""What the pages of bases show: the table, one document, what is to be reviewed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.urls import reverse

from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.workflow import PROPOSAL
from zhengyin.catalogue.bases.citing import plain
from zhengyin.catalogue.bases.kinds import BasisStanding
from zhengyin.catalogue.bases.models import BasisChange
from zhengyin.catalogue.bases.queries import BasisShown, Resting, recorded, resting, table_of, to_review
from zhengyin.catalogue.bases.standing import Recorded
from zhengyin.catalogue.kinds import Confidence, EntryKind, Level
from zhengyin.catalogue.places import NATION
from zhengyin.catalogue.queries import lists_in
from zhengyin.shared.days import day_of
from zhengyin.web.bases.forms import MistakeForm
from zhengyin.web.numbers import number_in

PAGE = 50
T = TypeVar("T")
SHAPES = {
    BasisStanding.IN_FORCE: "ok", BasisStanding.NOT_YET: "wait", BasisStanding.DRAFT: "wait",
    BasisStanding.THIRD_PARTY_COPY: "half", BasisStanding.DEMONSTRATION: "half",
    BasisStanding.AMENDED: "care", BasisStanding.REPLACED: "none", BasisStanding.REPEALED: "none",
    BasisStanding.EXPIRED: "none",
}  # fmt: skip
OPEN, PROPOSED, REVIEWED = "open", "proposed", "reviewed"
PARTS = {OPEN: "等复核", PROPOSED: "在办退出、准入", REVIEWED: "复核过的"}


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page of a list, and what its address keeps."""

    page: int
    pages: int
    keep: str


@dataclass(frozen=True, slots=True)
class BasisRow:
    """One document in the table."""

    id: UUID
    key: str
    title: str
    number: str
    issued_by: str
    standing: str
    shape: str
    since: date | None
    by: str
    effective_from: date | None
    valid_until: date | None
    pending: str  # what of it is not known: only its title, or parts
    level: str


@dataclass(frozen=True, slots=True)
class TablePage:
    """The table, filtered, a page at a time; `open` counts what waits for review."""

    rows: tuple[BasisRow, ...]
    total: int
    query: str
    standing: str
    standings: tuple[tuple[str, str, int], ...]
    turn: Turn
    open: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as recorded, and the form to end the record; without one, it is ended."""

    id: UUID
    said: Recorded
    recorded_by: str
    recorded_on: date
    scanned: bool
    mistake: str
    form: MistakeForm | None


@dataclass(frozen=True, slots=True)
class BasisPage:
    """One document as it stands, what rests on it, what was recorded."""

    row: BasisRow
    issued_on: date | None
    source: str
    note: str
    changes: tuple[ChangeRow, ...]
    resting: tuple[tuple[str, str, str], ...]  # code, name, kind
    own: MistakeForm | None
    to_review: int


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An entry and the document it rests on; the proposal under way, the review once made."""

    cause: UUID
    code: str
    name: str
    kind: str
    level: str
    basis: str
    standing: str
    shape: str
    since: date | None
    by: str
    proposal: tuple[UUID, str, str] | None  # id, kind, state
    rests_on: str
    reason: str
    reviewed_by: str
    reviewed_on: date | None

    @property
    def part(self) -> str:
        """In which part of the list it stands."""
        return REVIEWED if self.reviewed_on else PROPOSED if self.proposal else OPEN


@dataclass(frozen=True, slots=True)
class ReviewList:
    """One part of what is to be reviewed, filtered by document, a page at a time."""

    rows: tuple[ReviewRow, ...]
    part: str
    parts: tuple[tuple[str, str, int], ...]
    bases: tuple[tuple[str, str], ...]
    basis: str
    turn: Turn


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One entry beside what was its basis; the ways on, where the county may end it."""

    row: ReviewRow
    cited: tuple[str, ...]
    guide: str
    exit_href: str
    admit_href: str


def table_page(county_code: str, day: date, query: QueryDict) -> TablePage:
    """Five statements, however many documents."""
    table, text = table_of(county_code, day), query.get("q", "").strip()[:60]
    counts = Counter(one.stand.standing for one in table)
    said = query.get("standing", "")
    standing = said if said in counts else ""
    found = [
        one for one in table
        if (not standing or one.stand.standing == standing)
        and plain(text) in plain(f"{one.title}{one.number}{one.row.issued_by}")
    ]  # fmt: skip
    rows, turn = turned(found, query, q=text, standing=standing)
    return TablePage(
        rows=tuple(map(basis_row, rows)),
        total=len(found),
        query=text,
        standing=standing,
        standings=tuple((one.value, one.words, counts[one]) for one in BasisStanding if counts[one]),
        turn=turn,
        open=sum(one.part == OPEN for one in review_rows(county_code, day)),
    )


def basis_page(county_code: str, day: date, shown: BasisShown, sent: Mapping[str, forms.Form]) -> BasisPage:
    """`sent` are the forms that came back."""
    found = resting(lists_in(county_code, day), [shown])
    rows = BasisChange.objects.filter(county_code=county_code, basis__key=shown.row.key)
    rows = rows.select_related("recorded_by", "mistake").order_by("-recorded_at")
    return BasisPage(
        row=basis_row(shown),
        issued_on=shown.row.issued_on,
        source=shown.row.source,
        note=shown.row.note,
        changes=tuple(_change(row, sent) for row in rows),
        resting=tuple(
            (one.listed.entry.code, one.listed.entry.name, one.listed.entry.kind.words) for one in found
        ),
        own=_form(shown.row.pk, sent) if shown.own else None,
        to_review=sum(one.review is None for one in found) if shown.doubted else 0,
    )


def basis_row(shown: BasisShown) -> BasisRow:
    """The document for a row."""
    row, stand = shown.row, shown.stand
    unsure = "内容待核" if row.confidence != Confidence.SOURCE else ""
    return BasisRow(
        id=row.pk, key=row.key, title=row.title, number=row.number, issued_by=row.issued_by,
        standing=stand.standing.words, shape=SHAPES[stand.standing], since=stand.since,
        by=stand.change.by if stand.change else "", effective_from=row.effective_from,
        valid_until=row.valid_until, pending="只知道名称，条款待核" if row.title_only else unsure,
        level=_level(row.division_code).words,
    )  # fmt: skip


def review_list(county_code: str, day: date, query: QueryDict) -> ReviewList:
    """Four statements, however many entries."""
    every = review_rows(county_code, day)
    bases = tuple(dict.fromkeys((str(one.cause), one.basis) for one in every))
    basis = query.get("basis", "") if query.get("basis", "") in dict(bases) else ""
    narrowed = [one for one in every if not basis or str(one.cause) == basis]
    part = query.get("part", "") if query.get("part", "") in PARTS else OPEN
    counts = Counter(one.part for one in narrowed)
    rows, turn = turned([one for one in narrowed if one.part == part], query, part=part, basis=basis)
    return ReviewList(
        rows=rows, part=part, bases=bases, basis=basis, turn=turn,
        parts=tuple((key, words, counts[key]) for key, words in PARTS.items()),
    )  # fmt: skip


def review_rows(county_code: str, day: date) -> tuple[ReviewRow, ...]:
    """Every entry in force that rests on what is in doubt."""
    found = to_review(lists_in(county_code, day), day)
    under_way = _under_way(county_code, {one.listed.entry.code for one in found})
    return tuple(_row(one, under_way) for one in found)


def review_page(county_code: str, day: date, cause: UUID, code: str, seat: UUID) -> ReviewPage | None:
    """One of them; None where nothing rests on what this cause put in doubt."""
    found = to_review(lists_in(county_code, day), day)
    one = next((it for it in found if (it.basis.cause, it.listed.entry.code) == (cause, code)), None)
    if one is None:
        return None
    entry = one.listed.entry
    own = one.listed.level is Level.COUNTY and entry.kind is EntryKind.ISSUABLE
    row = _row(one, _under_way(county_code, {entry.code}))
    return ReviewPage(
        row=row,
        cited=tuple(basis.words for basis in entry.bases),
        guide=entry.guide.basis if entry.guide else "",
        exit_href=_begun(seat, Kind.EXIT, item_code=code, said_exit_reason=row_words(row)) if own else "",
        admit_href=_begun(seat, Kind.ADMIT, **_anew(row, one)) if own else "",
    )


def row_words(row: ReviewRow) -> str:
    """Why it is proposed."""
    by = f"（见{row.by}）" if row.by else ""
    return f"{row.basis}{row.standing}{by}"


def turned(found: Sequence[T], query: QueryDict, **keep: str) -> tuple[tuple[T, ...], Turn]:
    """The rows of the page asked for, and the way to the others."""
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(number_in(query.get("page", ""), 1), 1), pages)
    kept = urlencode({name: one for name, one in keep.items() if one})
    return tuple(found[(page - 1) * PAGE : page * PAGE]), Turn(page, pages, kept)


def _row(one: Resting, under_way: Mapping[str, tuple[UUID, str, str]]) -> ReviewRow:
    stand, review, entry = one.basis.stand, one.review, one.listed.entry
    return ReviewRow(
        cause=one.basis.cause, code=entry.code, name=entry.name, kind=entry.kind.words,
        level=one.listed.level.words, basis=one.basis.named, standing=stand.standing.words,
        shape=SHAPES[stand.standing], since=stand.since, by=stand.change.by if stand.change else "",
        proposal=under_way.get(entry.code), rests_on=review.rests_on if review else "",
        reason=review.reason if review else "", reviewed_by=review.recorded_by.name if review else "",
        reviewed_on=day_of(review.recorded_at) if review else None,
    )  # fmt: skip


def _under_way(county_code: str, codes: Iterable[str]) -> dict[str, tuple[UUID, str, str]]:
    """By the entry's code, the exit that was proposed and has not come to an end."""
    rows = Proposal.objects.filter(county_code=county_code, item_code__in=codes, kind=Kind.EXIT.value)
    rows = rows.exclude(state__in=[state.value for state in PROPOSAL.ends]).order_by("drafted_at")
    return {row.item_code: (row.pk, Kind(row.kind).words, row.state) for row in rows}


def _begun(seat: UUID, kind: Kind, **typed: str) -> str:
    """The form of a proposal with what is known already."""
    return f"{reverse('admission-new', args=[seat, kind.value])}?{urlencode(typed)}"


def _anew(row: ReviewRow, one: Resting) -> dict[str, str]:
    change = one.basis.stand.change
    said = {"item_name": one.listed.entry.name}
    return said | ({"basis_1": change.by_title, "number_1": change.by_number} if change else {})


def _change(row: BasisChange, sent: Mapping[str, forms.Form]) -> ChangeRow:
    mistake = getattr(row, "mistake", None)
    return ChangeRow(
        id=row.pk, said=recorded(row), recorded_by=row.recorded_by.name, recorded_on=day_of(row.recorded_at),
        scanned=row.scan_id is not None, mistake=mistake.reason if mistake else "",
        form=None if mistake else _form(row.pk, sent),
    )  # fmt: skip


def _form(about: UUID, sent: Mapping[str, forms.Form]) -> MistakeForm:
    """The form of this very record, as it came back where it did."""
    fresh, back = MistakeForm(about=about), sent.get("mistake")
    return back if isinstance(back, MistakeForm) and back.auto_id == fresh.auto_id else fresh


def _level(division_code: str) -> Level:
    if division_code == NATION:
        return Level.NATION
    if division_code.endswith("0" * 10):
        return Level.PROVINCE
    return Level.CITY if division_code.endswith("0" * 8) else Level.COUNTY
