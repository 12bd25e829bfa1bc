"""Who holds which office, for pages."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment
from zhengyin.people.offices import ADMINISTRATORS, LABELS, NATURE_LABELS, Nature, Office
from zhengyin.people.queries.terms import in_force
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.names import OrganizationKind


@dataclass(frozen=True, slots=True)
class Official:
    """One office held by one person on a day."""

    appointment_id: UUID
    person_id: UUID
    name: str
    office: Office
    office_label: str
    position: str  # the village's own word: 文书, 嘎查达
    nature: Nature
    nature_label: str
    since: date
    until: date | None


def officials(organization_id: UUID, day: date) -> tuple[Official, ...]:
    """Everybody who holds an office in the organization on `day`, in the order of the table."""
    rows = Appointment.objects.filter(in_force(day), organization_id=organization_id)
    found = [_official(row) for row in rows.select_related("person").order_by("valid_from", "id")]
    order = list(Office)
    return tuple(sorted(found, key=lambda one: (order.index(one.office), one.since, one.name)))


def everybody(organization_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """Whoever holds or ever held an office in the organization, by name."""
    rows = Appointment.objects.filter(organization_id=organization_id).order_by("person__name", "person_id")
    return tuple(rows.values_list("person_id", "person__name").distinct())


def _official(row: Appointment) -> Official:
    office, nature = Office(row.office), Nature(row.nature)
    return Official(
        row.id,
        row.person_id,
        row.person.name,
        office,
        LABELS[office],
        row.position,
        nature,
        NATURE_LABELS[nature],
        row.valid_from,
        row.valid_until,
    )


def visible_to(actor: Actor) -> QuerySet[Appointment]:
    """Appointments a person may read: the own ones, those of the own organizations, and below.

    A township sees its committees, a county lead its county, an administrator the lead body and
    the city it appoints; nobody sees a neighbour's.
    """
    below = Committee.objects.filter(township_id__in=actor.organizations(Office.TOWNSHIP))
    leads = Organization.objects.filter(pk__in=actor.organizations(Office.COUNTY_LEAD))
    seats = {held.at for held in actor.holds if held.office in ADMINISTRATORS}
    administered = list(Organization.objects.filter(pk__in=seats).values_list("county_code", flat=True))
    cities = Q(pk__in=())
    for county in administered:
        cities |= Q(organization__kind=OrganizationKind.CITY, county_code__startswith=county[:4])
    return Appointment.objects.filter(
        Q(person_id=actor.person_id)
        | Q(organization__kind=OrganizationKind.COUNTY_LEAD, county_code__in=administered)
        | cities
        | Q(organization_id__in={held.at for held in actor.holds})
        | Q(organization_id__in=below.values("pk"))
        | Q(county_code__in=leads.values("county_code"))
    )
