"""Facts for the rules of a consultation, read once an act; who may be asked."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.admission.kinds import Way
from zhengyin.admission.queries.facts import bodies_to_ask
from zhengyin.consultation.facts import Answering, Said
from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.models import Addressee, Consultation, Enclosure, ListedItem, Opinion, Reply
from zhengyin.consultation.workflow import ConsultationState, OpinionState
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.shared.days import day_of

OFFICE_OF: Mapping[str, Office] = {
    OrganizationKind.COUNTY_LEAD: Office.COUNTY_LEAD,
    OrganizationKind.TOWNSHIP: Office.TOWNSHIP,
    OrganizationKind.DEPARTMENT: Office.DEPARTMENT,
}


def units_to_ask(body: Organization) -> dict[UUID, str]:
    """Whom a body asks at a desk: a city its counties' lead bodies, a county townships and departments."""
    if body.kind != OrganizationKind.CITY:
        return {key: name for key, (_, name) in bodies_to_ask(body.county_code).items()}
    leads = Organization.objects.filter(
        kind=OrganizationKind.COUNTY_LEAD, county_code__startswith=body.county_code[:4]
    )
    return dict(leads.order_by("county_code").values_list("pk", "name"))


def enclosures_of(row: Consultation) -> tuple[Enclosure, ...]:
    """What is enclosed, by name."""
    return tuple(row.enclosures.filter(left_out=False).select_related("file").order_by("title"))


def latest_replies(consultation_id: UUID) -> QuerySet[Reply]:
    """Of every unit and part the last one: what counts."""
    rows = Reply.objects.filter(addressee__consultation=consultation_id)
    return rows.order_by("addressee", "part", "-no").distinct("addressee", "part")


def latest_of(addressee_id: UUID, part: Part) -> Reply | None:
    """The last reply of one unit to one part."""
    return Reply.objects.filter(addressee=addressee_id, part=part).order_by("-no").first()


def opinions_that_count(consultation_id: UUID) -> QuerySet[Opinion]:
    """Those of the last replies, in the order of the clauses, what is about the whole last."""
    rows = Opinion.objects.filter(reply__in=latest_replies(consultation_id).values("pk"))
    return rows.select_related("reply__addressee", "clause").order_by("clause__no", "reply__addressee__no")


def items_that_count(consultation_id: UUID) -> QuerySet[ListedItem]:
    """The listed items of the last replies, unit by unit."""
    rows = ListedItem.objects.filter(reply__in=latest_replies(consultation_id).values("pk"))
    return rows.select_related("reply__addressee").order_by("reply__addressee__no", "no")


def unweighed(consultation_id: UUID) -> int:
    """How many opinions nobody has answered."""
    return opinions_that_count(consultation_id).filter(state=OpinionState.GIVEN).count()


def facts_for_answer(row: Consultation, unit: Addressee, said: Said, way: Way, at: datetime) -> Answering:
    """The answer beside what the unit returned before."""
    given = Reply.objects.filter(addressee=unit).values_list("part", flat=True).distinct()
    return Answering(
        said=said, way=way, at=at, today=day_of(at), sent_on=day_of(row.sent_at or at),
        due_on=row.due_on or day_of(at), due_time=row.due_time, given=frozenset(map(Part, given)),
        closed=row.state != ConsultationState.ASKING, clauses=row.clauses.count(),
    )  # fmt: skip


def counts_for_close(row: Consultation) -> tuple[int, int, str]:
    """How many have opinions, how many have none, and who said neither."""
    stances = dict(latest_replies(row.pk).filter(part=Part.OPINIONS).values_list("addressee", "stance"))
    silent = row.addressees.filter(~Q(pk__in=stances)).order_by("no").values_list("name", flat=True)
    none = sum(stance == Stance.NONE for stance in stances.values())
    return len(stances) - none, none, "、".join(silent)
