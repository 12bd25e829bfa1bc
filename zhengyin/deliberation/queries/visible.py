"""Which notices and meetings a person may read at a desk: those of the own committee, and from above."""

from django.db.models import Q, QuerySet

from zhengyin.deliberation.models import Meeting, Notice
from zhengyin.people.actor import Actor
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.regions.models import Committee, Organization


def notices_visible_to(actor: Actor) -> QuerySet[Notice]:
    """Notices; nobody sees a neighbour's here, though they hang on his wall."""
    return Notice.objects.filter(_seen_by(actor))


def meetings_visible_to(actor: Actor) -> QuerySet[Meeting]:
    """Meetings; likewise."""
    return Meeting.objects.filter(_seen_by(actor))


def _seen_by(actor: Actor) -> Q:
    own = {held.at for held in actor.holds if held.office in IN_COMMITTEE}
    below = Committee.objects.filter(township_id__in=actor.organizations(Office.TOWNSHIP))
    leads = Organization.objects.filter(pk__in=actor.organizations(Office.COUNTY_LEAD))
    return (
        Q(organization_id__in=own)
        | Q(organization_id__in=below.values("pk"))
        | Q(county_code__in=leads.values("county_code"))
    )
