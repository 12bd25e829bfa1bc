"""Which seals a person may read."""

from django.db.models import Q, QuerySet

from zhengyin.people.actor import Actor
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.regions.models import Organization
from zhengyin.seals.models import Seal


def visible_to(actor: Actor) -> QuerySet[Seal]:
    """The own committee's seals, the township's, the county's; nobody sees a neighbour's.

    Auditors read by their letter's scope, in a later room.
    """
    own = {held.at for held in actor.holds if held.office in IN_COMMITTEE}
    townships = actor.organizations(Office.TOWNSHIP)
    leads = Organization.objects.filter(pk__in=actor.organizations(Office.COUNTY_LEAD))
    return Seal.objects.filter(
        Q(committee_id__in=own)
        | Q(committee__township_id__in=townships)
        | Q(county_code__in=leads.values("county_code"))
    )
