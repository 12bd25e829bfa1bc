"""Letters of access: whose they are, what they open, and what was opened in this session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Office
from zhengyin.people.queries.terms import in_force
from zhengyin.regions.models import Committee, Organization
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.supervision.models import AccessLetter, LetterEnd, Look
from zhengyin.supervision.policy.letter import Letter, RecordFacts

PAGE = 50


@dataclass(frozen=True, slots=True)
class Auditor:
    """Somebody who holds the office today."""

    person_id: UUID
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class LettersPage:
    """Letters of a county, as many as one page shows."""

    rows: tuple[AccessLetter, ...]
    page: int
    pages: int


def letter_of(row: AccessLetter) -> Letter:
    """The letter as the rules see it."""
    return Letter(
        number=row.number, unit=row.unit, persons=(row.first_id, row.second_id),
        committees=frozenset(row.committees), books=frozenset(row.books), papers=row.papers,
        scope_from=row.scope_from, scope_until=row.scope_until, valid_from=row.valid_from,
        valid_until=row.valid_until,
    )  # fmt: skip


def auditors_in(county_code: str, day: date) -> tuple[Auditor, ...]:
    """Who may be named in a letter of this county."""
    rows = Appointment.objects.filter(
        in_force(day), office=Office.AUDITOR.value, county_code=county_code
    ).select_related("person", "organization")
    found = {row.person_id: Auditor(row.person_id, row.person.name, row.organization.name)
             for row in rows.order_by("person__name", "id")}  # fmt: skip
    return tuple(found.values())


def facts_for_record_letter(
    organization: Organization, letter: Letter, actor: Actor, *, day: date
) -> RecordFacts:
    """Everything the rule looks at."""
    there = Committee.objects.filter(
        pk__in=letter.committees, county_code=organization.county_code, issuer=True
    )
    inside = set(there.values_list("pk", flat=True))
    names = dict(Organization.objects.filter(pk__in=letter.committees - inside).values_list("pk", "name"))
    known = AccessLetter.objects.filter(
        county_code=organization.county_code, unit=letter.unit, number=letter.number
    )
    return RecordFacts(
        letter=letter,
        recorder=actor.person_id,
        offices=actor.offices_at(organization.pk),
        auditors=frozenset(one.person_id for one in auditors_in(organization.county_code, day)),
        outside=tuple(sorted(names.get(one, str(one)) for one in letter.committees - inside)),
        known=known.exists(),
    )


def letters_of(county_code: str) -> QuerySet[AccessLetter]:
    """The letters of a county, the newest first."""
    rows = AccessLetter.objects.filter(county_code=county_code)
    everybody = ("first", "second", "recorded_by", "ended__ended_by")
    return rows.select_related(*everybody).order_by("-recorded_at", "id")


def letters_page(county_code: str, day: date, page: int) -> LettersPage:
    """One page of them, those that can still be ended first; `page` counts from 1."""
    over = Q(ended__isnull=False) | Q(valid_until__lte=day)
    rows = letters_of(county_code).annotate(over=over).order_by("over", "-recorded_at", "id")
    pages = max(1, -(-rows.count() // PAGE))
    page = min(max(page, 1), pages)
    return LettersPage(tuple(rows[(page - 1) * PAGE : page * PAGE]), page, pages)


def letters_for(actor: Actor, at: datetime) -> QuerySet[AccessLetter]:
    """What this auditor may read by today; one of another county, over or ended is not there."""
    day, seats = day_of(at), actor.organizations(Office.AUDITOR)
    counties = Organization.objects.filter(pk__in=seats).values("county_code")
    rows = AccessLetter.objects.filter(
        Q(first_id=actor.person_id) | Q(second_id=actor.person_id),
        county_code__in=counties, valid_from__lte=day, valid_until__gt=day, ended=None,
    )  # fmt: skip
    return rows.select_related("first", "second").order_by("valid_until", "id")


def is_ended(row: AccessLetter) -> bool:
    """Whether the county ended it before its day."""
    return LetterEnd.objects.filter(pk=row.pk).exists()


def looks_by(row: AccessLetter) -> QuerySet[Look]:
    """Everything that was opened by a letter, the newest first."""
    return row.looks.select_related("organization", "person").order_by("-looked_at", "id")


def looks_for(actor: Actor, at: datetime) -> QuerySet[Look]:
    """What this person opened in this very session, by letters that still hold."""
    if actor.session_id is None:
        return Look.objects.none()
    letters = letters_for(actor, at).values("pk")
    rows = Look.objects.filter(person_id=actor.person_id, session=actor.session_id, letter__in=letters)
    return rows.select_related("letter", "organization")


def committees_of(row: AccessLetter) -> tuple[tuple[UUID, str], ...]:
    """(id, name with the township) of what a letter opens, by code."""
    rows = Committee.objects.filter(pk__in=row.committees).order_by("code")
    return tuple(rows.values_list("pk", "spoken"))


def in_period(row: AccessLetter) -> Filters:
    """The letter's days, as a book takes them."""
    return Filters(happened_from=_begins(row.scope_from), happened_until=_begins(row.scope_until))


def years_in(row: AccessLetter, owner: UUID, book: str) -> tuple[int, ...]:
    """The years of a book that the letter's days touch, the newest first."""
    first, last = row.scope_from.year, (row.scope_until - timedelta(days=1)).year
    return tuple(year for year in registers.years(owner=owner, book=book) if first <= year <= last)


def covers_case(row: AccessLetter, owner: UUID, *, book: str, case: UUID) -> bool:
    """Whether a case has a line in this book of this committee within the letter's days."""
    return any(
        line.owner == owner and line.book == book
        and row.scope_from <= day_of(line.happened_at) < row.scope_until
        for line in registers.lines_of(case)
    )  # fmt: skip


def names_of(committees: Iterable[UUID]) -> str:
    """平头川镇李家湾村、…, by code."""
    rows = Committee.objects.filter(pk__in=list(committees)).order_by("code")
    return "、".join(rows.values_list("spoken", flat=True))


def _begins(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)
