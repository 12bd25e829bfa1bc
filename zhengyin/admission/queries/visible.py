"""Which proposals a person reads: the lead body's own, those they filed, those they are asked about."""

from django.db.models import Q, QuerySet

from zhengyin.admission.models import JointMeeting, Proposal, Question
from zhengyin.admission.workflow import ProposalState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office

ASKED = (Office.TOWNSHIP, Office.DEPARTMENT)


def proposals_visible_to(actor: Actor) -> QuerySet[Proposal]:
    """Nobody reads a draft but whoever writes it."""
    lead = Q(lead__in=actor.organizations(Office.COUNTY_LEAD))
    own = Q(applicant__in=actor.organizations(Office.DEPARTMENT))
    asked = Q(pk__in=questions_visible_to(actor).values("proposal"))
    drafts = Q(state=ProposalState.DRAFT) & ~Q(applicant=None)
    return Proposal.objects.filter(own | asked | lead & ~drafts)


def questions_visible_to(actor: Actor) -> QuerySet[Question]:
    """What the own body is asked, and what the lead body asked."""
    at = {held.at for held in actor.holds if held.office in ASKED}
    return Question.objects.filter(
        Q(body__in=at) | Q(proposal__lead__in=actor.organizations(Office.COUNTY_LEAD))
    )


def meetings_visible_to(actor: Actor) -> QuerySet[JointMeeting]:
    """Those of the own county's lead body, and those the own department is called to."""
    lead = Q(lead__in=actor.organizations(Office.COUNTY_LEAD))
    called = Q(attendances__body__in=actor.organizations(Office.DEPARTMENT))
    return JointMeeting.objects.filter(lead | called).distinct()
