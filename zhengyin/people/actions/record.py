"""One row and one line for every office given or lent."""

from dataclasses import dataclass
from datetime import datetime

from zhengyin.people.actions.lines import SET_UP, write
from zhengyin.people.actor import Actor
from zhengyin.people.lines import APPOINTED, DELEGATED
from zhengyin.people.models import Appointment, Person
from zhengyin.people.offices import LABELS, NATURE_LABELS, STANDING_LABELS
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import BASIS_LABELS
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import full_name
from zhengyin.registers.lines import Signature


@dataclass(frozen=True, slots=True)
class Grant:
    """What is to be recorded; `lent` is the period a delegation is lent from."""

    term: Term
    person: Person
    organization: Organization
    paper: Paper
    position: str = ""
    lent: Appointment | None = None


def record(grant: Grant, *, by: Signature, second: Actor | None, at: datetime) -> Appointment:
    """Insert the period and write its line; the rules were asked before, the database asks again."""
    term, paper = grant.term, grant.paper
    row = Appointment.objects.create(
        person=grant.person,
        organization=grant.organization,
        office=term.office.value,
        nature=term.nature.value,
        standing=term.standing.value,
        position=grant.position,
        valid_from=term.since,
        valid_until=term.until,
        lent_from=grant.lent,
        appointed_by_id=None if by is SET_UP else by.person_id,
        second_id=second.person_id if second else None,
        basis=paper.basis.value,
        basis_document=paper.document,
        elected_on=paper.elected_on,
        county_code=grant.organization.county_code,
        recorded_at=at,
    )
    write(
        kind=DELEGATED if grant.lent else APPOINTED,
        organization=grant.organization,
        subject=row.id,
        signature=by,
        at=at,
        columns={**_term(grant), **(_loan(grant) if grant.lent else _basis(grant, second))},
    )
    return row


def _term(grant: Grant) -> dict[str, str]:
    term = grant.term
    return {
        "name": grant.person.name,
        "office": LABELS[term.office],
        "organization": full_name(grant.organization),
        "position": grant.position,
        "nature": NATURE_LABELS[term.nature],
        "standing": STANDING_LABELS[term.standing],
        "valid_from": term.since.isoformat(),
        "valid_until": term.until.isoformat() if term.until else "",
    }


def _loan(grant: Grant) -> dict[str, str]:
    return {"lent_by": grant.lent.person.name if grant.lent else "", "reason": grant.paper.document}


def _basis(grant: Grant, second: Actor | None) -> dict[str, str]:
    elected_on = grant.paper.elected_on
    return {
        "basis": BASIS_LABELS[grant.paper.basis],
        "basis_document": grant.paper.document,
        "elected_on": elected_on.isoformat() if elected_on else "",
        "second": second.name if second else "",
    }
