"""Reading guidance: which questions a person reads, the items of a county, whom to ask about each."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.queries import lists_in
from zhengyin.guidance.models import Contact, Enquiry
from zhengyin.people.actor import Actor
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.regions.models import Organization

ALL_OF_THE_COUNTY = (*IN_COMMITTEE, Office.TOWNSHIP, Office.COUNTY_LEAD)


def enquiries_visible_to(actor: Actor) -> QuerySet[Enquiry]:
    """Those of the own county; a department reads those it is asked."""
    here = {held.at for held in actor.holds if held.office in ALL_OF_THE_COUNTY}
    counties = Organization.objects.filter(pk__in=here).values("county_code")
    asked = Q(department__in=actor.organizations(Office.DEPARTMENT))
    return Enquiry.objects.filter(Q(county_code__in=counties) | asked)


def enquiries_at(actor: Actor, organization: Organization) -> QuerySet[Enquiry]:
    """Those of this very seat."""
    rows = enquiries_visible_to(actor).filter(county_code=organization.county_code)
    if actor.offices_at(organization.pk) <= {Office.DEPARTMENT}:
        return rows.filter(department=organization)
    return rows


def found(rows: QuerySet[Enquiry], text: str) -> QuerySet[Enquiry]:
    """Those whose item, question or answer has these words."""
    words = text.strip()
    if not words:
        return rows
    return rows.filter(Q(item_name__icontains=words) | Q(words__icontains=words) | Q(answer__icontains=words))


def items_of(county_code: str, day: date) -> tuple[tuple[str, str], ...]:
    """What may be issued in the county on this day: (code, name), by code."""
    return tuple(
        sorted((one.code, one.name) for one in lists_in(county_code, day).entries(EntryKind.ISSUABLE))
    )


def contacts_of(county_code: str) -> dict[str, Contact]:
    """Whom to ask, by the item's code."""
    return {one.item_code: one for one in Contact.objects.filter(county_code=county_code)}


def waiting_for(organization_id: UUID) -> QuerySet[Enquiry]:
    """The questions nobody has answered yet, of which this department or lead body is waited for."""
    return Enquiry.objects.filter(
        Q(department_id=organization_id) | Q(lead_id=organization_id), state="enquiry_asked"
    )
