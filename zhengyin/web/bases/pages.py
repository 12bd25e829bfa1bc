"""What the pages of the table show: its documents, and one of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.http import QueryDict

from zhengyin.catalogue.bases.citing import not_found, plain
from zhengyin.catalogue.bases.kinds import BasisStanding
from zhengyin.catalogue.bases.models import BasisChange
from zhengyin.catalogue.bases.queries import BasisShown, recorded, resting, table_of
from zhengyin.catalogue.bases.standing import Recorded
from zhengyin.catalogue.kinds import Confidence, Level
from zhengyin.catalogue.places import NATION
from zhengyin.catalogue.queries import lists_in
from zhengyin.shared.days import day_of
from zhengyin.web.bases.forms import MistakeForm
from zhengyin.web.bases.reviewing import OPEN, review_rows
from zhengyin.web.bases.turning import PAGE, SHAPES, Turn, turned


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
    """The table, filtered, a page at a time; `open` counts what waits for review.

    `unknown` are entries in force with a basis the table has not, the first of them; `unknown_count` all.
    """

    rows: tuple[BasisRow, ...]
    total: int
    query: str
    standing: str
    standings: tuple[tuple[str, str, int], ...]
    turn: Turn
    open: int
    unknown: tuple[tuple[str, str], ...]
    unknown_count: int


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
    listed = lists_in(county_code, day).listed.values()
    unknown = [(one.entry.name, words) for one in listed for words in not_found(one.entry, table)]
    return TablePage(
        rows=tuple(map(basis_row, rows)),
        total=len(found),
        query=text,
        standing=standing,
        standings=tuple((one.value, one.words, counts[one]) for one in BasisStanding if counts[one]),
        turn=turn,
        open=sum(one.part == OPEN for one in review_rows(county_code, day)),
        unknown=tuple(unknown[:PAGE]),
        unknown_count=len(unknown),
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
