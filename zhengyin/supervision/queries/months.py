"""What was recorded month by month, who signed it, and which months wait for a signature."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.catalogue.policy import Path
from zhengyin.certificates.lines.names import REGISTER
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.handling import handlers_before_approval
from zhengyin.certificates.queries.voiding import GoneCount, gone_in
from zhengyin.regions import queries as regions
from zhengyin.registers import recorded
from zhengyin.registers.lines import BOOKS
from zhengyin.registers.recorded import Counted, Span
from zhengyin.shared.days import day_of, in_words
from zhengyin.supervision.kinds import SIGNED
from zhengyin.supervision.models import CheckedBook, MonthlyCheck
from zhengyin.supervision.months import Month, months_before
from zhengyin.supervision.queries.notes import notes_beside
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.lines import REGISTER as WORK
from zhengyin.workuse.queries.found import kinds_between

LOOKS_BACK = 12  # months that are over, for the reminder
OF_OWN_PAPER = ("no", "title", "approved_at", "handled_by", "approved_by__name", "countersigned_by__name")


@dataclass(frozen=True, slots=True)
class SignedBy:
    """One signature. `note` is what the member asks; empty too where it was erased."""

    person_id: UUID
    name: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month of a committee: its runs of numbers, and who signed."""

    month: Month
    spans: tuple[Span, ...]
    over: bool
    signed: tuple[SignedBy, ...]

    @property
    def waits(self) -> bool:
        """Over, with lines, and nobody has signed."""
        return self.over and bool(self.spans) and not self.signed

    def signed_by(self, person_id: UUID) -> bool:
        """Whether this person has."""
        return any(one.person_id == person_id for one in self.signed)


@dataclass(frozen=True, slots=True)
class BookOfMonth:
    """One book's part of a month. `truthful` and `discretionary` are counted apart."""

    span: Span
    title: str
    counted: Counted
    gone: GoneCount | None  # of a register of papers
    evidence: int | None  # of the work register: 协助调查取证, counted apart

    @property
    def truthful(self) -> int:
        """据实出具（特殊情形）: a prohibited matter let through."""
        return self.counted.by_path.get(Path.TRUTHFUL_EXCEPTION.words, 0)

    @property
    def discretionary(self) -> int:
        """On neither list."""
        return sum(
            self.counted.by_path.get(path.words, 0) for path in (Path.PUBLIC_BASIS, Path.RESIDENTS_NEED)
        )


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """A paper approved or countersigned by whoever had handled it: `approver`, both where it was both."""

    no: int
    title: str
    approver: str


def spans_of(
    organization_ids: Iterable[UUID], months: Iterable[Month]
) -> Mapping[UUID, Mapping[Month, list[Span]]]:
    """The runs of numbers of these committees and (adjacent) months, in one statement."""
    wanted = sorted(months)
    limits = [*(month.begins for month in wanted), wanted[-1].next.begins]
    by_start = {month.begins: month for month in wanted}
    found: dict[UUID, dict[Month, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for span in recorded.spans(owners=organization_ids, books=SIGNED, limits=limits):
        found[span.owner][by_start[span.since]].append(span)
    return found


def month_rows(organization_id: UUID, months: Iterable[Month], today: date) -> tuple[MonthRow, ...]:
    """These adjacent months, the newest first; three statements."""
    wanted = sorted(months, reverse=True)
    spans = spans_of([organization_id], wanted).get(organization_id, {})
    checks = MonthlyCheck.objects.filter(
        organization_id=organization_id, month_on__gte=wanted[-1].first, month_on__lte=wanted[0].first
    ).select_related("person")
    signed: dict[date, list[SignedBy]] = defaultdict(list)
    for row in checks.order_by("signed_at", "id"):
        signed[row.month_on].append(SignedBy(row.person_id, row.person.name, row.signed_at))
    return tuple(
        MonthRow(month, tuple(spans.get(month, ())), month.over(today), tuple(signed[month.first]))
        for month in wanted
    )


def unsigned(organization_ids: Iterable[UUID], today: date) -> Mapping[UUID, tuple[Month, ...]]:
    """Of each committee the months of the last year that wait for a signature; two statements."""
    wanted, months = list(organization_ids), months_before(today, LOOKS_BACK)
    spans = spans_of(wanted, months)
    rows = MonthlyCheck.objects.filter(organization_id__in=wanted, month_on__gte=months[0].first)
    signed = set(rows.values_list("organization_id", "month_on").order_by())
    return {
        one: tuple(m for m in months if spans.get(one, {}).get(m) and (one, m.first) not in signed)
        for one in wanted
    }


def books_of(row: MonthRow) -> tuple[BookOfMonth, ...]:
    """What is signed, book by book, with its counts."""
    return tuple(
        BookOfMonth(
            span, f"{BOOKS[span.book]}　{span.year}年", recorded.counted(span), _gone(span), _evidence(span)
        )
        for span in row.spans
    )


def _evidence(span: Span) -> int | None:
    if span.book != WORK:
        return None
    return kinds_between(span.owner, span.year, span.first_no, span.last_no).get(Kind.EVIDENCE, 0)


def _gone(span: Span) -> GoneCount | None:
    if span.book != REGISTER:
        return None
    return gone_in(span.owner, span.year, span.first_no, span.last_no)


def notes_of(organization_id: UUID, month: Month) -> tuple[SignedBy, ...]:
    """Who signed a month, with what they ask; the words stand beside their line alone."""
    rows = MonthlyCheck.objects.filter(organization_id=organization_id, month_on=month.first)
    found = list(rows.select_related("person").order_by("signed_at", "id"))
    notes = notes_beside(row.pk for row in found)
    return tuple(
        SignedBy(row.person_id, row.person.name, row.signed_at, notes.get(row.pk, "")) for row in found
    )


def approved_by_handler(row: MonthRow) -> tuple[OwnPaper, ...] | None:
    """What was approved by whoever handled it; None where the pack forbids it, so that there is none."""
    spans = [span for span in row.spans if span.book == REGISTER]
    if not spans:
        return None
    owner = spans[0].owner
    if not regions.settings_for(regions.committee(owner).county_code).rules.director_approves_own_handling:
        return None
    return tuple(paper for span in spans for paper in _own(span))


def checked_in(
    organization_id: UUID, year: int, *, first_no: int, last_no: int, book: str = REGISTER
) -> tuple[str, ...]:
    """Who checked which numbers of a register, in words for the printed volume."""
    rows = CheckedBook.objects.filter(
        check_of__organization_id=organization_id, book=book, year=year,
        first_no__lte=last_no, last_no__gte=first_no,
    ).select_related("check_of__person")  # fmt: skip
    return tuple(
        f"第{row.first_no}号至第{row.last_no}号 {row.check_of.person.name}"
        f" {in_words(day_of(row.check_of.signed_at))}"
        for row in rows.order_by("first_no", "check_of__signed_at", "id")
    )


def _own(span: Span) -> Iterator[OwnPaper]:
    rows = Certificate.objects.filter(
        organization_id=span.owner, year=span.year, no__gte=span.first_no, no__lte=span.last_no
    )
    approved = rows.select_related("approved_by", "countersigned_by").order_by("no")
    found = list(approved.only(*OF_OWN_PAPER))
    handlers = handlers_before_approval(found)
    for one in found:
        approvers = (one.approved_by, one.countersigned_by)
        names = dict.fromkeys(by.name for by in approvers if by and by.id in handlers[one.id])
        if names:
            yield OwnPaper(one.no or 0, one.title, "、".join(names))
