"""Where an act takes place: the own seat in the address, and the organization below it."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.people.offices import ADMINISTRATORS, Nature, Office
from zhengyin.people.queries import Seated
from zhengyin.people.who_appoints import Row
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import full_name
from zhengyin.shared.days import day_of
from zhengyin.web.request import Request

APPOINTING = (Office.DIRECTOR, Office.TOWNSHIP, Office.COUNTY_LEAD, *sorted(ADMINISTRATORS))


@dataclass(frozen=True, slots=True)
class Ground:
    """An organization in which this person, from this seat, gives offices."""

    seat: UUID
    organization: Organization
    name: str
    rows: tuple[Row, ...]

    @property
    def id(self) -> UUID:
        """The organization below."""
        return self.organization.pk

    def row(self, way: str) -> Row:
        """The row named in the address; 404 for one this person does not give."""
        found = next((row for row in self.rows if way_of(row) == way), None)
        if found is None:
            raise Http404(way)
        return found


def ground_or_404(request: Request, seat: UUID, at_id: UUID) -> Ground:
    """The organization, if any office in it is given from this seat; a neighbour's is not found."""
    organization = get_object_or_404(Organization.objects.select_related("division"), pk=at_id)
    rows = people.offices_to_give(acting_at(request.actor, seat), organization)
    if not rows:
        raise Http404(at_id)
    # The custodian's office comes with the custody of a seal, on a page of its own.
    given = tuple(row for row in rows if row.office is not Office.CUSTODIAN)
    return Ground(seat, organization, full_name(organization), given)


def acting_at(actor: Actor, seat: UUID) -> Actor:
    """The same person with the offices of this seat alone."""
    return replace(actor, holds=frozenset(held for held in actor.holds if held.at == seat))


def way_of(row: Row) -> str:
    """How an office is given, in the address: its own name, or the nature where it is another way."""
    return row.office.value if row.nature is Nature.APPOINTED else row.nature.value


def seated_at(request: Request, organization_id: UUID) -> tuple[Seated, ...]:
    """Everybody in office there now or later."""
    return people.seated([organization_id], day_of(request.at))[organization_id]


def back_to(seat: UUID, at_id: UUID, organization: Organization) -> str:
    """The page that shows the organization to this seat."""
    if seat == at_id:
        name = "director-people" if organization.kind == "committee" else "administrator-offices"
        return reverse(name, args=[seat])
    if organization.kind == "committee":
        return reverse("township-committee", args=[seat, at_id])
    return reverse("offices-page", args=[seat, at_id])
