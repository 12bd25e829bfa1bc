"""What stands open when a year ends: it rolls over, and says so (H3.2.3e)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.certificates.models import Certificate, Letter, Slip
from zhengyin.certificates.queries.worklists import OPEN
from zhengyin.certificates.slips import SlipState
from zhengyin.certificates.words import WORDS as OF_CASES
from zhengyin.certificates.workflow import LETTER_WAITS
from zhengyin.deliberation.models import Meeting, Notice
from zhengyin.deliberation.words import WORDS as OF_DELIBERATION
from zhengyin.deliberation.workflow import MeetingState, NoticeState
from zhengyin.regions import queries as regions
from zhengyin.registers.lines import BOOKS
from zhengyin.seals.models import Handover, TakeOut
from zhengyin.seals.queries.filings import Part, filing_rows, term_for
from zhengyin.seals.words import WORDS as OF_SEALS
from zhengyin.seals.workflow import HandoverState
from zhengyin.seals.workflow.take_out import OPEN as TAKE_OUT_OPEN
from zhengyin.shared.days import day_of, start_of
from zhengyin.supervision.months import Month
from zhengyin.supervision.queries.months import month_rows
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.words import WORDS as OF_WORK
from zhengyin.workuse.workflow import UNSEALED

STATES = OF_CASES | OF_WORK | OF_SEALS | OF_DELIBERATION
MOST = 1000  # filings of one committee; it has some dozens a year
NOT_RECEIVED = "等乡镇签收"


@dataclass(frozen=True, slots=True)
class Carried:
    """What was begun in the year and is not over; a case takes the number of the year it is sealed in."""

    id: UUID | str
    title: str
    begun_at: datetime
    standing: str  # in words

    @property
    def cells(self) -> tuple[str, ...]:
        """As the list in the package has it."""
        return str(self.id), self.title, day_of(self.begun_at).isoformat(), self.standing


def carried_over(organization_id: UUID, year: int) -> tuple[Carried, ...]:
    """Everything begun by the end of the year that is still open now, the oldest first; eight statements.

    Cases and work uses, 告知函 that wait for an answer, 公示 and meetings without a result, handovers and
    take-outs of a seal, filings that the township has not acknowledged.
    """
    end = _end(year)
    found = (*_rows(organization_id, end), *_filings(organization_id, end))
    return tuple(sorted(found, key=lambda one: (one.begun_at, str(one.id))))


def _rows(organization_id: UUID, end: datetime) -> Iterator[Carried]:
    cases = Certificate.objects.filter(
        organization_id=organization_id, applied_at__lt=end, state__in=[one.value for one in OPEN]
    )
    work = WorkUse.objects.filter(
        organization_id=organization_id, asked_at__lt=end, state__in=[one.value for one in UNSEALED]
    )
    notices = Notice.objects.filter(
        organization_id=organization_id, posted_at__lt=end, state=NoticeState.RUNNING
    )
    meetings = Meeting.objects.filter(
        organization_id=organization_id,
        convened_at__lt=end,
        state__in=(MeetingState.CONVENED, MeetingState.VOTED),
    )
    seals = Handover.objects.filter(committee_id=organization_id, opened_at__lt=end, state=HandoverState.OPEN)
    trips = TakeOut.objects.filter(
        seal__committee_id=organization_id, asked_at__lt=end, state__in=TAKE_OUT_OPEN
    )
    letters = Letter.objects.filter(
        organization_id=organization_id, drafted_at__lt=end, state__in=LETTER_WAITS
    )
    for what, rows in (
        ("", cases.values_list("id", "title", "applied_at", "state")),
        ("", work.values_list("id", "matter", "asked_at", "state")),
        ("公示：", notices.values_list("id", "matter", "posted_at", "state")),
        ("开会表决：", meetings.values_list("id", "matter", "convened_at", "state")),
        ("移交印章：", seals.values_list("id", "seal__name", "opened_at", "state")),
        ("带出印章：", trips.values_list("id", "seal__name", "asked_at", "state")),
        ("告知函：", letters.values_list("id", "unit", "drafted_at", "state")),
    ):
        for key, title, begun_at, state in rows:
            yield Carried(key, f"{what}{title}", begun_at, STATES[state])


def _filings(organization_id: UUID, end: datetime) -> Iterator[Carried]:
    term = term_for(regions.committee(organization_id).county_code, end)
    for row in filing_rows([organization_id], term, Part.OPEN, most=MOST):
        if row.happened_at < end:
            number = f"{BOOKS[row.key.book]}〔{row.key.year}〕{row.key.no}号"
            yield Carried(
                number,
                f"备案：{row.title}",
                row.happened_at,
                STATES[row.state] if row.state else NOT_RECEIVED,
            )


def slips_without_end(organization_id: UUID) -> int:
    """Slips of the pads that have no end yet: what was stamped on them is entered in the open year."""
    return Slip.objects.filter(organization_id=organization_id, state=SlipState.ISSUED.value).count()


def months_unsigned(organization_id: UUID, year: int, today: date) -> tuple[str, ...]:
    """The months of the year that wait for the supervision committee, in words."""
    rows = month_rows(organization_id, [Month(year, number) for number in range(1, 13)], today)
    return tuple(row.month.words for row in reversed(rows) if row.waits)


def _end(year: int) -> datetime:
    return start_of(date(year + 1, 1, 1))
