"""What the pages of 年终归档 show."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from zhengyin.archive.actions.download import office_for
from zhengyin.archive.actions.pack import Progress, progress
from zhengyin.archive.models import YearEnd
from zhengyin.archive.packing.filing import filed
from zhengyin.archive.packing.stream import size_of
from zhengyin.archive.policy import (
    CloseFacts,
    Filing,
    PrepareFacts,
    SignFacts,
    refusals_to_close,
    refusals_to_prepare,
    refusals_to_sign,
)
from zhengyin.archive.queries import YearPage, YearRow, year_page, years_of
from zhengyin.archive.workflow import YEAR_END, YearAct, YearState
from zhengyin.registers.package.checking import fingerprint_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal
from zhengyin.web.archive.forms import CountForm, ReturnForm
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

SHAPES = {
    "": "wait", YearState.PREPARED: "half", YearState.RETURNED: "care", YearState.SIGNED: "half",
    YearState.CLOSED: "lock", YearState.PACKED: "lock", YearState.RECEIVED: "ok",
}  # fmt: skip
KILO = 1024


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year of the list."""

    row: YearRow
    shape: str
    href: str


@dataclass(frozen=True, slots=True)
class Packed:
    """What there is to take away, and what the receipt and the label name."""

    files: int
    size: str
    digest: str
    key: str
    may_take: bool


@dataclass(frozen=True, slots=True)
class YearView:
    """One year with the act that comes next. `acts` are those the table gives this person here."""

    page: YearPage
    shape: str
    acts: frozenset[str]
    why_not: tuple[str, ...]
    progress: Progress | None
    packed: Packed | None
    archive_number: str
    retention: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The forms of the page, as they were sent or empty."""

    count: CountForm
    back: ReturnForm


def year_in(year: int) -> int:
    """A year of ours; any other number is not found."""
    if not 2000 <= year <= 2100:
        raise Http404(year)
    return year


def list_of(request: Request, organization_id: UUID) -> tuple[YearLink, ...]:
    """The years that are over, the newest first."""
    return tuple(
        YearLink(row, SHAPES[row.state], reverse("archive-year", args=[organization_id, row.year]))
        for row in years_of(organization_id, day_of(request.at))
    )


def view_of(request: Request, organization_id: UUID, year: int) -> YearView:
    """One year; 404 for one of which there is nothing."""
    page = year_page(organization_id, year_in(year), day_of(request.at))
    if page.row is None and (not page.lines or year >= day_of(request.at).year):
        raise Http404(year)
    held = {office.value for office in request.actor.offices_at(organization_id)}
    state = YearState(page.row.state) if page.row else None
    acts = frozenset(s.act.value for s in YEAR_END.steps if s.before == state and set(s.by) & held)
    how = filed(page.row or YearEnd(organization_id=organization_id, year=year))
    return YearView(
        page=page,
        shape=SHAPES[page.row.state if page.row else ""],
        acts=acts,
        why_not=sentences(tuple(_why_not(request, page, acts))),
        progress=progress(page.row) if page.row and state is YearState.CLOSED else None,
        packed=packed_of(request, page.row),
        archive_number=how.archive_number,
        retention=how.retention,
    )


def packed_of(request: Request, row: YearEnd | None) -> Packed | None:
    """The package, where it is made."""
    if row is None or row.manifest is None:
        return None
    return Packed(
        files=row.parts.count(),
        size=in_bytes(size_of(row)),
        digest=row.manifest.sha256,
        key=fingerprint_of(row.signature),
        may_take=office_for(row.organization_id, request.actor) is not None,
    )


def in_bytes(size: int) -> str:
    """12.3 MB."""
    units, value = ("B", "KB", "MB", "GB"), float(size)
    for unit in units[:-1]:
        if value < KILO:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= KILO
    return f"{value:.1f} {units[-1]}"


def _why_not(request: Request, page: YearPage, acts: frozenset[str]) -> "list[Refusal]":
    """Why the next act of this person is not possible now: the same rules as guard it."""
    person, row = request.actor.person_id, page.row
    if {YearAct.PREPARE, YearAct.PREPARE_AGAIN} & acts:
        facts = PrepareFacts(page.year, page.lines, Filing())
        return list(refusals_to_prepare(facts, day_of(request.at)))
    if row is None:
        return []
    if YearAct.SIGN in acts:
        return list(refusals_to_sign(SignFacts(person, row.prepared_by_id, page.same, page.unsigned)))
    if YearAct.CLOSE in acts:
        return list(refusals_to_close(CloseFacts(person, row.prepared_by_id, row.signed_by_id, page.same)))
    return []
