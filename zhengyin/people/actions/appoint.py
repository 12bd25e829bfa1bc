"""Giving, lending and ending offices. Every one of these acts is a line of the appointments' book."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actions import sessions
from zhengyin.people.actions.lines import SET_UP, write
from zhengyin.people.actions.record import Grant, record
from zhengyin.people.actor import Actor
from zhengyin.people.lines import DELEGATION_ENDED, ENDED
from zhengyin.people.models import Appointment, Person
from zhengyin.people.offices import LABELS, Nature, Office, Standing
from zhengyin.people.policy.appoint import Paper, office_of, refusals_to_appoint
from zhengyin.people.policy.delegate import refusals_to_delegate
from zhengyin.people.policy.end import refusals_to_end
from zhengyin.people.policy.terms import Term, refusals_to_term
from zhengyin.people.queries.facts import facts_for_appoint, facts_for_delegate, facts_for_end, seats_of
from zhengyin.people.queries.terms import overlapping, term_of
from zhengyin.people.who_appoints import Basis, row_for
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import full_name
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused, refuse_if


@transaction.atomic
def appoint(
    *,
    person_id: UUID,
    organization_id: UUID,
    office: Office,
    since: date,
    paper: Paper,
    actor: Actor,
    at: datetime,
    until: date | None = None,
    nature: Nature = Nature.APPOINTED,
    standing: Standing = Standing.REGULAR,
    position: str = "",
    second: Actor | None = None,
) -> Appointment:
    """Give a person an office for a period: [since, until). `position` is the village's word for it.

    Acting custody is nature ACTING, the presiding deputy is office DIRECTOR, nature PRESIDING.
    Refused: the codes of policy.appoint and policy.terms.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    organization = Organization.objects.get(pk=organization_id)
    wanted = Term(person_id, organization_id, office, nature, standing, since, until)
    signers = [one.person_id for one in (actor, second) if one]
    facts = facts_for_appoint(wanted, organization, paper, signers=signers, at=at)
    refuse_if(refusals_to_appoint(facts, actor, second, day_of(at)))
    row = row_for(office, nature)
    by = office_of(row.by, facts.seats, actor) if row else None
    assert by is not None
    grant = Grant(wanted, person, organization, paper, position=position)
    return record(grant, by=actor.signature(by), second=second, at=at)


@transaction.atomic
def set_up_administrators(
    *, organization_id: UUID, people: Mapping[Office, UUID], document: str, at: datetime
) -> tuple[Appointment, ...]:
    """Appoint the first three administrators of a lead body; later ones come from the other two.

    Refused: set_up_already, three_administrators_needed, administrators_are_three_people.
    """
    organization = Organization.objects.select_for_update().get(pk=organization_id)
    offices = (Office.SYSTEM_ADMINISTRATOR, Office.SECURITY_ADMINISTRATOR, Office.AUDIT_ADMINISTRATOR)
    if Appointment.objects.filter(organization=organization, administers=1).exists():
        raise Refused([Refusal("set_up_already", organization.name)])
    if set(people) != set(offices):
        raise Refused([Refusal("three_administrators_needed")])
    paper, made = Paper(Basis.SET_UP, document), []
    for office in offices:
        person = Person.objects.select_for_update().get(pk=people[office])
        wanted = Term(
            person.id, organization.id, office, Nature.APPOINTED, Standing.REGULAR, day_of(at), None
        )
        refuse_if(refusals_to_term(wanted, [term_of(row) for row in overlapping(wanted).order_by("id")]))
        made.append(record(Grant(wanted, person, organization, paper), by=SET_UP, second=None, at=at))
    return tuple(made)


@transaction.atomic
def delegate(
    *,
    appointment_id: UUID,
    person_id: UUID,
    since: date,
    until: date,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Appointment:
    """Lend the own office of director for at most 30 days. Refused: the codes of policy.delegate."""
    lent = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment_id)
    person = Person.objects.select_for_update().get(pk=person_id)
    wanted = Term(
        person_id,
        lent.organization_id,
        Office(lent.office),
        Nature.DELEGATED,
        Standing.REGULAR,
        since,
        until,
    )
    facts = facts_for_delegate(wanted, lent, lender=actor.person_id, at=at)
    refuse_if(refusals_to_delegate(facts, actor, day_of(at)))
    if not reason.strip():
        raise Refused([Refusal("reason_missing")])
    organization = Organization.objects.get(pk=lent.organization_id)
    grant = Grant(wanted, person, organization, Paper(Basis.DIRECTOR, reason), lent=lent)
    return record(grant, by=actor.signature(wanted.office), second=None, at=at)


@transaction.atomic
def end_appointment(
    *,
    appointment_id: UUID,
    on: date,
    reason: str,
    actor: Actor,
    at: datetime,
    with_custody: bool = False,
    with_seal: Signature | None = None,
) -> Appointment:
    """End a period: `on` is the first day without the office. What was lent from it ends too.

    Whoever loses an office today is logged out. `with_custody` is the seals room's to say: it ends
    the custody in the same transaction, or none rests on the office any more; `with_seal` is the
    township's signature under the act that took the seal in. Refused: the codes of policy.end.
    """
    rows = Appointment.objects.select_for_update(of=("self",))
    row = rows.select_related("organization", "lent_from", "person").get(pk=appointment_id)
    facts = facts_for_end(row, on, reason, with_custody=with_custody, with_seal=with_seal is not None)
    refuse_if(refusals_to_end(facts, actor, day_of(at)))
    signature = with_seal or actor.signature(_ending_office(row, actor))
    loans = rows.filter(lent_from=row).exclude(valid_until__lte=on).select_related("organization", "person")
    for loan in loans.order_by("id"):
        _end(loan, max(on, loan.valid_from), reason, actor, signature, at)
    _end(row, on, reason, actor, signature, at)
    return row


def _ending_office(row: Appointment, actor: Actor) -> Office:
    table = row_for(Office(row.office), Nature(row.nature))
    found = office_of(table.by, seats_of(row.organization), actor) if table else None
    return found or Office(row.office)


def _end(row: Appointment, on: date, reason: str, actor: Actor, signature: Signature, at: datetime) -> None:
    row.valid_until, row.end_reason = on, reason
    row.ended_by_id, row.ended_at = actor.person_id, at
    row.save(update_fields=("valid_until", "end_reason", "ended_by", "ended_at"))
    sessions.end_with_office(person_id=row.person_id, on=on, at=at)
    write(
        kind=DELEGATION_ENDED if row.nature == Nature.DELEGATED else ENDED,
        organization=row.organization,
        subject=row.id,
        signature=signature,
        at=at,
        columns={
            "name": row.person.name,
            "office": LABELS[Office(row.office)],
            "organization": full_name(row.organization),
            "valid_until": on.isoformat(),
            "reason": reason,
        },
    )
