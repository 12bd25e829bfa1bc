"""Filing: lines that must go to the township, and how far they are. What is not acknowledged is open.

Nothing has to be opened: a line of a kind of TO_FILE waits the moment it stands (docs/decisions/0028).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection

from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS, kind_of
from zhengyin.registers.queries import RegisterLine
from zhengyin.seals.lines.filing import TO_FILE
from zhengyin.seals.lines.signing import KEY_LOST
from zhengyin.seals.policy.filing import FilingFacts, due_on, last_overdue
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.workflow import FilingState
from zhengyin.shared.days import WorkingCalendar, day_of, start_of

_FROM = """
FROM registers_line AS line
LEFT JOIN seals_filing AS filing ON filing.committee_id = line.owner AND filing.book = line.book
    AND filing.year = line.year AND filing.no = line.no
WHERE line.owner = ANY (%(owners)s) AND line.book = ANY (%(books)s) AND line.kind = ANY (%(kinds)s)
    AND NOT (line.kind = %(key_lost)s AND line.said ->> 'reason' IS NOT NULL)
"""
_OPEN = "coalesce(filing.state, '') <> 'filing_acknowledged'"
_RETURNED = "filing.state = 'filing_returned'"
_COUNTED = f"""
SELECT count(*) FILTER (WHERE {_OPEN}),
    count(*) FILTER (WHERE {_OPEN} AND line.happened_at < %(overdue)s),
    count(*) FILTER (WHERE {_RETURNED}), count(*) FILTER (WHERE NOT ({_OPEN}))
{_FROM}"""
_BY_COMMITTEE = _COUNTED.replace("SELECT ", "SELECT line.owner, ", 1) + " GROUP BY line.owner"
_LISTED = f"""
SELECT line.owner, line.book, line.year, line.no, line.kind, line.happened_at,
    coalesce(line.said ->> 'seal', line.said ->> 'name'), line.said ->> 'custodian',
    coalesce(filing.state, ''), filing.handled_at
{_FROM} AND """
_ORDER = " ORDER BY line.happened_at, line.owner, line.no LIMIT %(most)s OFFSET %(begin)s"
_NEWEST = _ORDER.replace("line.happened_at,", "line.happened_at DESC,")


class Part(StrEnum):
    """A way to narrow the list."""

    OPEN = "open"
    OVERDUE = "overdue"
    RETURNED = "returned"
    DONE = "done"


_WHERE: Mapping[Part, str] = {
    Part.OPEN: _OPEN,
    Part.OVERDUE: f"{_OPEN} AND line.happened_at < %(overdue)s",
    Part.RETURNED: _RETURNED,
    Part.DONE: f"NOT ({_OPEN})",
}


@dataclass(frozen=True, slots=True)
class LineKey:
    """Which line of which committee."""

    committee_id: UUID
    book: str
    year: int
    no: int


@dataclass(frozen=True, slots=True)
class Term:
    """The days within which the township has it before it, in one county: today, and how they are counted."""

    today: date
    days: int
    calendar: WorkingCalendar

    @property
    def overdue_before(self) -> datetime:
        """What happened before this is overdue while it is open."""
        return start_of(last_overdue(self.today, self.days, self.calendar) + timedelta(days=1))

    def due_on(self, at: datetime) -> date:
        """The last day for a line of this moment."""
        return due_on(day_of(at), self.days, self.calendar)


@dataclass(frozen=True, slots=True)
class FilingRow:
    """One line that is filed. `state` is empty before the township's first act; `over` days past due."""

    key: LineKey
    title: str
    about: str
    happened_at: datetime
    due_on: date
    days_left: int  # negative: so many days past the last one
    state: FilingState | None
    handled_at: datetime | None

    @property
    def open(self) -> bool:
        """Not acknowledged yet."""
        return self.state is not FilingState.ACKNOWLEDGED

    @property
    def overdue(self) -> bool:
        """Open past its last day."""
        return self.open and self.days_left < 0

    @property
    def days_over(self) -> int:
        """Days past the last one."""
        return -self.days_left


@dataclass(frozen=True, slots=True)
class FilingCounts:
    """How many are in each part."""

    open: int
    overdue: int
    returned: int
    done: int


def term_for(county_code: str, at: datetime) -> Term:
    """How the days are counted in this county today."""
    days = regions.settings_for(county_code).numbers.filing_days
    return Term(day_of(at), days, regions.calendar())


def filing_counts(committees: Collection[UUID], term: Term) -> FilingCounts:
    """Of these committees, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, _asked(committees, term))
        return FilingCounts(*cursor.fetchone())


def filing_counts_by_committee(committees: Collection[UUID], term: Term) -> dict[UUID, FilingCounts]:
    """The same for each of them that has anything to file; nothing is asked for none."""
    if not committees:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_BY_COMMITTEE, _asked(committees, term))
        return {owner: FilingCounts(*counts) for owner, *counts in cursor.fetchall()}


def filing_rows(
    committees: Collection[UUID], term: Term, part: Part, *, begin: int = 0, most: int
) -> tuple[FilingRow, ...]:
    """One part, what waits longest first; what is done newest first."""
    order = _NEWEST if part is Part.DONE else _ORDER
    with connection.cursor() as cursor:
        cursor.execute(
            _LISTED + _WHERE[part] + order, {**_asked(committees, term), "most": most, "begin": begin}
        )
        return tuple(_row(row, term) for row in cursor.fetchall())


def line_to_file(key: LineKey) -> RegisterLine | None:
    """The line, where there is one that must be filed."""
    line = registers.line(owner=key.committee_id, book=key.book, year=key.year, no=key.no)
    return line if line is not None and line.kind in TO_FILE and not _before_the_rule(line) else None


def _before_the_rule(line: RegisterLine) -> bool:
    """A lost key was not filed while its reason was still a column (docs/decisions/0037)."""
    return line.kind == KEY_LOST and "reason" in line.columns


def row_of(
    line: RegisterLine, term: Term, state: FilingState | None, handled_at: datetime | None
) -> FilingRow:
    """One line as the list shows it."""
    key = LineKey(line.owner, line.book, line.year, line.no)
    about = (line.columns.get("seal", line.columns.get("name")), line.columns.get("custodian"))
    return _shown(key, (line.kind, line.happened_at, about, state, handled_at), term)


def number_of(line: RegisterLine) -> str:
    """The filing's number is its line's: 平头川镇李家湾村印章台账〔2026〕3号; nothing is counted twice."""
    place = regions.committee(line.owner).display_name
    return f"{place}{BOOKS[line.book]}〔{line.year}〕{line.no}号"


def facts_for_filing(key: LineKey) -> FilingFacts:
    """Before an act of the township."""
    return FilingFacts(committee_facts(key.committee_id), line_to_file(key) is not None)


def _asked(committees: Iterable[UUID], term: Term) -> dict[str, Any]:
    books = sorted({kind_of(kind).book for kind in TO_FILE})
    return {
        "owners": list(committees),
        "books": books,
        "kinds": list(TO_FILE),
        "key_lost": KEY_LOST,
        "overdue": term.overdue_before,
    }


def _row(row: tuple[Any, ...], term: Term) -> FilingRow:
    owner, book, year, no, kind, happened_at, seal, custodian, state, handled_at = row
    said = (kind, happened_at, (seal, custodian), FilingState(state) if state else None, handled_at)
    return _shown(LineKey(owner, book, year, no), said, term)


_Said = tuple[str, datetime, tuple[str | None, str | None], FilingState | None, datetime | None]


def _shown(key: LineKey, said: _Said, term: Term) -> FilingRow:
    kind, happened_at, about, state, handled_at = said
    due = term.due_on(happened_at)
    return FilingRow(
        key=key,
        title=kind_of(kind).title,
        about="，".join(words for words in about if words),
        happened_at=happened_at,
        due_on=due,
        days_left=(due - term.today).days,
        state=state,
        handled_at=handled_at,
    )
