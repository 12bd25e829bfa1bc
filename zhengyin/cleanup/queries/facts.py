"""Facts for the rules of this room, and what an act needs to know, read once an act."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.workflow import ProposalState
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.models import ListEntry
from zhengyin.catalogue.queries import lasting, own_codes
from zhengyin.cleanup.facts import Closing, Opening
from zhengyin.cleanup.kinds import ENDS, Verdict
from zhengyin.cleanup.models import Review, Round
from zhengyin.cleanup.workflow import ReviewState, RoundState
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.shared.days import day_of

BODIES = (OrganizationKind.DEPARTMENT, OrganizationKind.TOWNSHIP)


@dataclass(frozen=True, slots=True)
class Own:
    """An entry of the county's own lists; `applicant` is who asked for its admission, as far as known."""

    entry: Entry
    applicant_id: UUID | None
    applicant: str


def own_entries(county_code: str, day: date) -> tuple[Own, ...]:
    """What may be issued by the county's own lists on this day, by code, each with who asked for it."""
    rows = ListEntry.objects.filter(
        division_code=county_code, kind=EntryKind.ISSUABLE, in_force_from__lte=day
    )
    entries = [Entry.model_validate(row.content) for row in rows.filter(lasting(day)).order_by("code")]
    asked = applicants_of(county_code, [one.code for one in entries])
    return tuple(Own(one, *asked.get(one.code, (None, ""))) for one in entries)


def applicants_of(county_code: str, codes: Collection[str]) -> dict[str, tuple[UUID | None, str]]:
    """By code who asked that it be let in: its desk where it has one, and its name."""
    rows = Proposal.objects.filter(
        county_code=county_code, kind=Kind.ADMIT, state=ProposalState.PUBLISHED, item_code__in=codes
    )
    told = rows.order_by("ended_at").values_list("item_code", "applicant_id", "applicant_name")
    return {code: (desk, name) for code, desk, name in told}


def body_named(county_code: str, name: str) -> Organization | None:
    """The department or township of this name: whoever has a desk answers there, however it was named."""
    return Organization.objects.filter(county_code=county_code, kind__in=BODIES, name=name).first()


def facts_for_open(
    county_code: str, *, title: str, due_on: date, ends_on: date, entries: int, at: datetime
) -> Opening:
    """One that is not over stands in the way of the next."""
    other = Round.objects.filter(county_code=county_code, state=RoundState.OPEN)
    return Opening(
        title=title,
        due_on=due_on,
        ends_on=ends_on,
        today=day_of(at),
        under_way=other.values_list("title", flat=True).first() or "",
        entries=entries,
    )


def ending(row: Round, at: datetime) -> tuple[Review, ...]:
    """The reviews whose entries end with the round: found to, and not gone from the lists meanwhile."""
    standing = own_codes(row.county_code, max(row.ends_on, day_of(at)))
    found = row.reviews.filter(state=ReviewState.ANSWERED, verdict__in=[one.value for one in ENDS])
    return tuple(one for one in found.select_related("unit").order_by("code") if one.code in standing)


def facts_for_close(row: Round, ends: int, decided_from: date | None) -> Closing:
    """What waits, what ends, and from when the document says so."""
    waiting = row.reviews.filter(state=ReviewState.OPEN).count()
    return Closing(awaited=waiting, ending=ends, ends_on=row.ends_on, decided_from=decided_from)


def counts_of(row: Round) -> Mapping[str, int]:
    """How many reviews found what: kept, changed, ended."""
    found = list(row.reviews.order_by("code").values_list("verdict", flat=True))
    return {
        "kept": found.count(Verdict.KEPT),
        "changed": found.count(Verdict.CHANGED),
        "ended": sum(one in ENDS for one in found),
    }
