"""Facts for the rules of this room."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from zhengyin.people.models import Account, Appointment
from zhengyin.people.policy.above import OwnerFacts, Post
from zhengyin.people.policy.appoint import AppointFacts, Over, Paper
from zhengyin.people.policy.delegate import DelegateFacts
from zhengyin.people.policy.end import EndFacts
from zhengyin.people.policy.terms import Term
from zhengyin.people.queries.logins import blocked_from_approving
from zhengyin.people.queries.terms import in_force, overlapping, term_of
from zhengyin.people.who_appoints import Seat
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.regions.queries.ended import end_in_words
from zhengyin.shared.days import day_of

_ABOVE = (OrganizationKind.COUNTY_LEAD, OrganizationKind.ADMINISTRATION)


def seats_of(organization: Organization) -> Mapping[Seat, frozenset[UUID]]:
    """Where those sit who give offices in `organization`; a city's administrators sit in its counties."""
    prefix = organization.county_code[: 4 if organization.kind == OrganizationKind.CITY else 6]
    near = Organization.objects.filter(kind__in=_ABOVE, county_code__startswith=prefix)
    found = list(near.order_by("key").values_list("kind", "id"))
    townships = Committee.objects.filter(pk=organization.pk).order_by("pk")
    return {
        Seat.SAME: frozenset({organization.id}),
        Seat.TOWNSHIP: frozenset(townships.values_list("township_id", flat=True)),
        Seat.COUNTY: frozenset(one for kind, one in found if kind == OrganizationKind.COUNTY_LEAD),
        Seat.ADMINISTRATION: frozenset(one for kind, one in found if kind == OrganizationKind.ADMINISTRATION),
    }


def facts_for_appoint(
    wanted: Term, organization: Organization, paper: Paper, *, signers: Iterable[UUID], at: datetime
) -> AppointFacts:
    """What the rule needs to know about a wanted period; `signers` are the people who sign it."""
    holders = Appointment.objects.filter(organization=organization, office=wanted.office.value)
    return AppointFacts(
        wanted=wanted,
        organization_kind=organization.kind,
        seats=seats_of(organization),
        paper=paper,
        held=_held(wanted),
        first_officer=not holders.exists(),
        blocked=any(blocked_from_approving(one, at) for one in signers),
        over=over_of(organization.pk),
    )


def facts_for_delegate(wanted: Term, lent: Appointment, *, lender: UUID, at: datetime) -> DelegateFacts:
    """What the rule needs to know about a wanted delegation."""
    blocked = blocked_from_approving(lender, at)
    return DelegateFacts(
        wanted=wanted, lent=term_of(lent), held=_held(wanted), blocked=blocked,
        over=over_of(lent.organization_id),
    )  # fmt: skip


def facts_for_end(
    row: Appointment, on: date, reason: str, *, with_custody: bool = False, with_seal: bool = False
) -> EndFacts:
    """What the rule needs to know about ending a period."""
    lent_by = row.lent_from.person_id if row.lent_from else None
    return EndFacts(term_of(row), seats_of(row.organization), lent_by, on, reason, with_custody, with_seal)


def facts_for_owner(person_id: UUID, *, actor_id: UUID, at: datetime) -> OwnerFacts:
    """The offices a person holds that day, with the seats above them, and what stops the actor."""
    rows = Appointment.objects.filter(in_force(day_of(at)), person_id=person_id)
    rows = rows.select_related("organization").order_by("recorded_at", "id")
    return OwnerFacts(
        person_id,
        tuple(Post(term_of(row), seats_of(row.organization)) for row in rows),
        actor_blocked=blocked_from_approving(actor_id, at),
        has_account=Account.objects.filter(person_id=person_id, is_active=True).exists(),
    )


def over_of(organization_id: UUID) -> Over | None:
    """The end of a committee; None while it stands, and of what is no committee."""
    rows = Committee.objects.filter(pk=organization_id).exclude(ended_on=None)
    row = rows.select_related("merged_into__organization").first()
    return Over(row.ended_on, end_in_words(row)) if row and row.ended_on else None


def _held(wanted: Term) -> tuple[Term, ...]:
    return tuple(term_of(row) for row in overlapping(wanted).order_by("valid_from", "id"))
