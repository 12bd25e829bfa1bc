"""Which rounds, reviews and plans a person reads."""

from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.catalogue.places import digits
from zhengyin.cleanup.models import Review, Round, WorkPlan
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization

ASKED = (Office.TOWNSHIP, Office.DEPARTMENT)


def rounds_visible_to(actor: Actor) -> QuerySet[Round]:
    """Those of the own county's lead body, and those in which the own body reviews something."""
    asked = Review.objects.filter(unit__body__in=_bodies(actor)).values("round")
    return Round.objects.filter(Q(lead__in=actor.organizations(Office.COUNTY_LEAD)) | Q(pk__in=asked))


def reviews_visible_to(actor: Actor) -> QuerySet[Review]:
    """Every review of the lead body's rounds, and the own body's."""
    lead = Q(round__lead__in=actor.organizations(Office.COUNTY_LEAD))
    return Review.objects.filter(lead | Q(unit__body__in=_bodies(actor)))


def plans_visible_to(actor: Actor) -> QuerySet[WorkPlan]:
    """The own county's; a city reads those of its counties."""
    seen = Q(lead__in=actor.organizations(Office.COUNTY_LEAD))
    cities = Organization.objects.filter(pk__in=actor.organizations(Office.CITY))
    for code in cities.values_list("division_id", flat=True).order_by("division_id"):
        seen |= Q(county_code__startswith=digits(code))
    return WorkPlan.objects.filter(seen)


def _bodies(actor: Actor) -> set[UUID]:
    return {held.at for held in actor.holds if held.office in ASKED}
