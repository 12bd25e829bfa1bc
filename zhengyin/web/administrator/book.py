"""The books of one organization that hold no case, as their lines say it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from zhengyin.catalogue.bases.lines import KINDS as OF_BASES
from zhengyin.catalogue.lines import KINDS as OF_LISTS
from zhengyin.people.lines import BOOK as APPOINTMENTS
from zhengyin.people.lines import KINDS as OF_PEOPLE
from zhengyin.people.offices import LABELS
from zhengyin.regions.lines import KINDS as OF_PLACES
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.queries import full_name
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.registers.queries import RegisterLine
from zhengyin.reminders.lines import KINDS as OF_REMINDERS
from zhengyin.supervision.lines import BOOK as SUPERVISION
from zhengyin.supervision.lines import KINDS as OF_SUPERVISION

MOST = 50
# No line of these says anything about a case; what stands beside a line, erasable, is not shown.
READ = {book: BOOKS[book] for book in (APPOINTMENTS, "settings", SUPERVISION)}
TITLES = {
    kind.name: {key: words for key, words in kind.columns if key != "organization"}
    for kind in (*OF_PEOPLE, *OF_PLACES, *OF_LISTS, *OF_BASES, *OF_SUPERVISION, *OF_REMINDERS)
    if kind.book in READ
}
OFFICES = {office.value: label for office, label in LABELS.items()}


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line in words."""

    no: int
    title: str
    at: datetime
    words: str
    who: str
    office: str
    check_word: str


@dataclass(frozen=True, slots=True)
class BookOf:
    """A page of the book, newest first."""

    name: str
    book: str
    year: int
    rows: tuple[LineShown, ...]
    older: str


def organizations_named(county_code: str, text: str) -> tuple[tuple[str, str], ...]:
    """(id, name) of the county's organizations; without a name only its offices, not its villages."""
    rows = Organization.objects.filter(county_code=county_code)
    if not text:
        rows = rows.exclude(kind__in=("committee", "department"))
        return tuple((str(row.pk), row.name) for row in rows.order_by("kind", "key"))
    spoken = dict(
        Committee.objects.filter(county_code=county_code, spoken__contains=text).values_list("pk", "spoken")
    )
    found = rows.filter(Q(name__contains=text) | Q(pk__in=spoken)).order_by("key")[:MOST]
    return tuple((str(row.pk), spoken.get(row.pk, row.name)) for row in found)


def book_of(owner: Organization, book: str, year: int, *, before: int | None) -> BookOf:
    """One page of the owner's book."""
    page = registers.lines(owner=owner.pk, book=book, year=year, before=before)
    return BookOf(
        name=full_name(owner),
        book=book,
        year=year,
        rows=tuple(_row(line) for line in page.lines),
        older=f"?book={book}&year={year}&before={page.before}" if page.before else "",
    )


def _row(line: RegisterLine) -> LineShown:
    titles = TITLES.get(line.kind, {})  # in the order they were declared; whose book it is stands above
    said = (f"{words}：{line.columns[key]}" for key, words in titles.items() if line.columns.get(key))
    return LineShown(
        no=line.no,
        title=line.title,
        at=line.recorded_at,
        words="；".join(said),
        who=line.person_name,
        office=OFFICES.get(line.office, ""),  # set-up is no office
        check_word=line.hash[:8].upper(),
    )
