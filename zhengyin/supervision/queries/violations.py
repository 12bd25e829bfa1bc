"""Violations: who reads which, what their rules look at, what stands beside their lines."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import kind_of
from zhengyin.shared.days import in_words
from zhengyin.supervision.inspection_lines import BOOK
from zhengyin.supervision.models import Violation
from zhengyin.supervision.models.violation import ENDED
from zhengyin.supervision.policy.violation import HandleFacts, MeasureGiven, RecordWrongFacts, WrongGiven
from zhengyin.supervision.wrongs import Measure

PAGE = 50
ABOVE = frozenset({"wrong", "source", "happened_on", "rule", "rule_standing"})  # said once, above its lines
TOLD = (Office.DIRECTOR, Office.SUPERVISION_COMMITTEE)  # in the committee itself


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a violation: (title, words) pairs; `erased` where the personal words are gone."""

    title: str
    at: datetime
    who: str
    pairs: tuple[tuple[str, str], ...]
    erased: bool


@dataclass(frozen=True, slots=True)
class WrongsListed:
    """One page of the violations; `page` counts from 1."""

    rows: tuple[Violation, ...]
    page: int
    pages: int
    running: int
    whole: int


def visible_to(actor: Actor) -> QuerySet[Violation]:
    """The recording office's, the county's, and in the committee the director's and the supervisors'."""
    told = {held.at for held in actor.holds if held.office in TOLD}
    leads = Organization.objects.filter(pk__in=actor.organizations(Office.COUNTY_LEAD))
    return Violation.objects.filter(
        Q(organization_id__in=told)
        | Q(office_id__in=actor.organizations(Office.TOWNSHIP))
        | Q(county_code__in=leads.values("county_code"))
    )


def violations_at(actor: Actor, organization_id: UUID) -> QuerySet[Violation]:
    """What this person reads from this very seat."""
    offices = actor.offices_at(organization_id)
    found = Q(pk__in=[])
    if offices & set(TOLD):
        found |= Q(organization_id=organization_id)
    if Office.TOWNSHIP in offices:
        found |= Q(office_id=organization_id)
    if Office.COUNTY_LEAD in offices:
        lead = Organization.objects.filter(pk=organization_id)
        found |= Q(county_code__in=lead.values("county_code"))
    return Violation.objects.filter(found)


def wrongs_listed(rows: QuerySet[Violation], *, running: bool, page: int) -> WrongsListed:
    """One page, what is not ended first."""
    whole, open_rows = rows.count(), rows.exclude(state__in=ENDED)
    still = open_rows.count()
    pages = max(1, -(-(still if running else whole) // PAGE))
    page = min(max(page, 1), pages)
    chosen = (
        (open_rows if running else rows)
        .select_related("organization__committee", "office")
        .annotate(ended=Exists(Violation.objects.filter(pk=OuterRef("pk"), ended_at__isnull=False)))
    )
    found = chosen.order_by("ended", "-recorded_at", "id")
    return WrongsListed(tuple(found[(page - 1) * PAGE : page * PAGE]), page, pages, still, whole)


def told_of(row: Violation) -> tuple[Told, ...]:
    """Its lines with the words beside them, the oldest first."""
    return tuple(_told(line) for line in registers.lines_of(row.pk) if line.book == BOOK)


def rule_for(county_code: str) -> tuple[str, str]:
    """The document on seals this place works by, and what that is worth: a draft is said to be one."""
    return regions.settings_for(county_code).source_of("custodian_appointment")


def facts_for_record_wrong(organization_id: UUID, given: WrongGiven) -> tuple[RecordWrongFacts, str]:
    """Everything the rule looks at, and the county."""
    seat = Organization.objects.get(pk=organization_id)
    rows = Committee.objects.filter(pk=given.committee, county_code=seat.county_code)
    if seat.kind == OrganizationKind.TOWNSHIP:
        rows = rows.filter(township_id=organization_id)
    same = Violation.objects.filter(
        organization_id=given.committee, office_id=organization_id, wrong=given.wrong.value,
        happened_on=given.happened_on,
    ).exclude(state__in=ENDED)  # fmt: skip
    return RecordWrongFacts(given, rows.exists(), same.exists()), seat.county_code


def facts_for_handle(row: Violation, given: MeasureGiven) -> HandleFacts:
    """A measure about to be taken."""
    taken = [Measure(one) for one in row.measures.values_list("measure", flat=True)]
    heaviest = max(taken, key=lambda one: one.weight, default=None)
    return HandleFacts(given, heaviest, row.happened_on)


def _told(line: registers.RegisterLine) -> Told:
    kind = kind_of(line.kind)
    said = line.personal or {}
    shown = [(key, title) for key, title in kind.columns if key not in ABOVE and line.columns.get(key)]
    pairs = [(title, _readable(key, line.columns[key])) for key, title in shown]
    pairs += [(title, said[key]) for key, title in kind.personal if said.get(key)]
    return Told(kind.title, line.happened_at, line.person_name, tuple(pairs), line.personal is None)


def _readable(key: str, words: str) -> str:
    return in_words(date.fromisoformat(words)) if key.endswith("_on") else words
