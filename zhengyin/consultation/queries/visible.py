"""Which consultations a person reads: those of the own body, those the own unit is asked in."""

from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.consultation.models import Addressee, Consultation
from zhengyin.consultation.workflow import AddresseeState, ConsultationState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office

ASKING_BODIES = (Office.CITY, Office.COUNTY_LEAD)
ASKED = (Office.TOWNSHIP, Office.DEPARTMENT, Office.COUNTY_LEAD)


def consultations_visible_to(actor: Actor) -> QuerySet[Consultation]:
    """A draft is its own body's alone."""
    own = Q(body__in={held.at for held in actor.holds if held.office in ASKING_BODIES})
    units = {held.at for held in actor.holds if held.office in ASKED}
    asked = Q(pk__in=Addressee.objects.filter(body__in=units).values("consultation"))
    return Consultation.objects.filter(own | asked & Q(sent_at__isnull=False))


def asked_of(organization_id: UUID) -> QuerySet[Addressee]:
    """What this unit is asked and has not answered at all."""
    return Addressee.objects.filter(
        body_id=organization_id, state=AddresseeState.ASKED, consultation__state=ConsultationState.ASKING
    )


def published(county_code: str) -> QuerySet[Consultation]:
    """What everybody reads: the published ones of a county and of its city, the newest first."""
    codes = (county_code, f"{county_code[:4]}00000000")
    rows = Consultation.objects.filter(county_code__in=codes, state=ConsultationState.PUBLISHED)
    return rows.order_by("-published_at", "pk")
