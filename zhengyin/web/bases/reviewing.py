"""What is to be reviewed: entries in force whose basis was changed or ran out, and what came of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.workflow import PROPOSAL
from zhengyin.catalogue.bases.queries import Resting, to_review
from zhengyin.catalogue.kinds import EntryKind, Level
from zhengyin.catalogue.queries import lists_in
from zhengyin.shared.days import day_of
from zhengyin.web.bases.turning import SHAPES, Turn, turned

OPEN, PROPOSED, REVIEWED = "open", "proposed", "reviewed"
PARTS = {OPEN: "等复核", PROPOSED: "在办退出、准入", REVIEWED: "复核过的"}


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
