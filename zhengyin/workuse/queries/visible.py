"""Who reads which requests: those of the committees in which the person holds an office that reads them."""

from django.db.models import QuerySet

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.workuse.models import WorkUse

READERS = (
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.SUPERVISION_COMMITTEE,
)  # fmt: skip
DECIDING = (Office.HANDLER, Office.DIRECTOR, Office.SECOND_APPROVER, Office.CUSTODIAN)  # see the files


def visible_to(actor: Actor) -> QuerySet[WorkUse]:
    """The requests this person may read; a neighbour's are not there."""
    seats = {seat for office in READERS for seat in actor.organizations(office)}
    return WorkUse.objects.filter(organization_id__in=seats)
