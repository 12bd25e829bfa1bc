"""Facts for the rules of this room; the act reads them again under the row lock."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment, Person
from zhengyin.people.offices import Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.policy.terms import Term
from zhengyin.people.queries import offices_of
from zhengyin.people.queries.facts import facts_for_appoint, facts_for_end
from zhengyin.people.who_appoints import Basis
from zhengyin.regions.models import Organization
from zhengyin.regions.packs.settings import CustodianAppointment
from zhengyin.regions.queries import committee, lead_of, settings_for
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Custody, Seal
from zhengyin.seals.policy.certificates import CertifyFacts
from zhengyin.seals.policy.custody import CustodyFacts, EndCustodyFacts, Entrustment, Ground, Wanted
from zhengyin.seals.policy.seal import CommitteeFacts
from zhengyin.seals.queries.begun import begun
from zhengyin.seals.queries.signing import authority_of, valid_certificates
from zhengyin.seals.workflow import CustodyState, SealState


def committee_facts(organization_id: UUID) -> CommitteeFacts:
    """What every rule about a committee's seal looks at."""
    card = committee(organization_id)
    name = card.legal_name or card.issuer_full
    lead = lead_of(card.county_code)
    return CommitteeFacts(organization_id, card.township_id, name, card.reasons, lead)


def facts_for_appoint_custodian(seal: Seal, wanted: Wanted, *, actor: Actor, at: datetime) -> CustodyFacts:
    """A person who is to keep a seal. Acting custody rests on a dated paper in either way of the place."""
    term = wanted.office_in(seal.committee_id)
    organization = Organization.objects.select_related("division").get(pk=seal.committee_id)
    return CustodyFacts(
        seal_name=seal.name,
        seal_state=SealState(seal.state),
        issued_on=seal.issued_on,
        mode=_mode(seal, acting=term.acting),
        ground=wanted.ground,
        place=wanted.place,
        since=wanted.since,
        kept_by=_kept_by(seal, term.since, term.until),
        appointment=facts_for_appoint(
            term, organization, paper_of(wanted.ground), signers=(actor.person_id,), at=at
        ),
        party_secretary=party_secretary(wanted.person_id, seal.committee_id, wanted.since),
        party_secretary_confirmed=wanted.party_secretary_confirmed,
        until=wanted.until,
        kept_before=begun(seal.custodies.all()).exists(),
        holds_office=office_held(term) is not None,
        handing_over=wanted.handing_over,
    )


def _mode(seal: Seal, *, acting: bool) -> CustodianAppointment:
    rules = settings_for(seal.county_code).rules
    return CustodianAppointment.ENTRUSTMENT if acting else rules.custodian_appointment


def office_held(wanted: Term) -> Appointment | None:
    """The office of custodian the person holds here for all of that time: one suffices for several seals."""
    rows = Appointment.objects.filter(
        person_id=wanted.person_id,
        organization_id=wanted.organization_id,
        office=Office.CUSTODIAN,
        nature=wanted.nature,
        standing=wanted.standing,
        valid_from__lte=wanted.since,
    )
    lasting = Q(valid_until=None) if wanted.until is None else Q(valid_until=wanted.until)
    return rows.filter(lasting).first()


def facts_for_end_custody(custody: Custody, *, on: date, reason: str) -> EndCustodyFacts:
    """A custody that is to end on `on`, the first day without it."""
    over = custody.appointment.valid_until is not None and custody.appointment.valid_until <= on
    closed = custody.state == CustodyState.CLOSED
    office = facts_for_end(custody.appointment, on, reason, with_custody=True)
    return EndCustodyFacts(closed, over, custody.valid_from, office)


def facts_for_certify(organization_id: UUID, county_code: str, at: datetime) -> CertifyFacts:
    """A committee that is to get a signing certificate."""
    in_use = Seal.objects.filter(committee_id=organization_id, kind=SealKind.OFFICIAL, state=SealState.IN_USE)
    until = valid_certificates(organization_id, at).values_list("valid_until", flat=True).first()
    authority = authority_of(county_code, at)
    return CertifyFacts(
        committee=committee_facts(organization_id),
        seal_in_use=in_use.exists(),
        in_force_until=until,
        authority=authority is not None and (until is None or until < authority.valid_until),
        at=at,
    )


def paper_of(ground: Ground) -> Paper:
    """The paper the office of custodian rests on; that it is named, the rules of this room ask."""
    if isinstance(ground, Entrustment):
        return Paper(Basis.DIRECTOR, f"委托书：{ground.document.strip()}")
    return Paper(Basis.MEETING, f"会议记录：{ground.minutes.strip()}")


def _kept_by(seal: Seal, since: date, until: date | None) -> str:
    rows = begun(seal.custodies.all()).exclude(valid_until__lte=since)
    rows = rows if until is None else rows.filter(valid_from__lt=until)
    other = rows.select_related("person").order_by("valid_from", "id").first()
    return other.person.name if other else ""


def party_secretary(person_id: UUID, organization_id: UUID, day: date) -> str:
    """His name where he is the party secretary there that day, else empty."""
    actor = Actor(person_id, "", None, offices_of(person_id, day))
    if not actor.has(Office.PARTY_ORGANIZATION, organization_id):
        return ""
    return Person.objects.get(pk=person_id).name
