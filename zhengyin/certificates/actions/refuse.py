"""Refuse and decline, never a bare no: the numbered 告知单 is written in the same act (H3.1d, O2.1e)."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.actions.apply import Served, row_of, said_of, write_persons
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.asked import Application, tidied
from zhengyin.certificates.facts.applying import RefuseFacts
from zhengyin.certificates.lines.names import NOTICES, TOLD
from zhengyin.certificates.models import Certificate, Notice
from zhengyin.certificates.policy.refuse import (
    refusals_to_decline,
    refusals_to_enter_a_demand,
    refusals_to_refuse,
)
from zhengyin.certificates.queries import refusing
from zhengyin.certificates.queries.demands import facts_for_demand, form_of, title_of
from zhengyin.certificates.queries.facts import concerned_in, deciding
from zhengyin.certificates.told import RefusalGiven, Told
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import CERTIFICATE, Act, State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.codes import new_tracking_code
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, refuse_if
from zhengyin.shared.workflow import Step


@transaction.atomic
def refuse(*, certificate_id: UUID, given: RefusalGiven, actor: Actor, at: datetime) -> Notice:
    """不予出具, by the handler, before the paper goes to the director."""
    certificate, step, signature = taken(certificate_id, Act.REFUSE, actor)
    return _tell(certificate, step, signature, given, at, rule=refusals_to_refuse)


@transaction.atomic
def decline(*, certificate_id: UUID, given: RefusalGiven, actor: Actor, at: datetime) -> Notice:
    """不同意出具, by whoever was to approve."""
    certificate, step, signature = taken(certificate_id, Act.DECLINE, actor)
    who = deciding(certificate, actor, None, at)
    rule = partial(refusals_to_decline, concerned=concerned_in(certificate), deciding=who)
    return _tell(certificate, step, signature, given, at, rule=rule)


@transaction.atomic
def refuse_demand(
    *,
    organization_id: UUID,
    application: Application,
    given: RefusalGiven,
    actor: Actor,
    at: datetime,
    as_id: UUID | None = None,
) -> Notice:
    """Enter what somebody was sent for and refuse it at once: the lists say no, and say where to go.

    A form sent twice brings the same `as_id`: the second time IntegrityError, nothing is written.
    """
    application = tidied(application)
    organization = Organization.objects.get(pk=organization_id)
    step = CERTIFICATE.step(None, Act.APPLY, actor.offices_at(organization_id))
    answer, facts = facts_for_demand(organization, application, at)
    refuse_if(refusals_to_enter_a_demand(facts))
    served, code = Served(form_of(title_of(answer, application))), new_tracking_code()
    certificate = row_of(
        organization, application, answer=answer, served=served, code=code, at=at, as_id=as_id
    )
    applicant = write_persons(certificate, application)
    signature = actor.signature(Office.HANDLER)
    carry_out(certificate, step, signature, at, **said_of(certificate, application, applicant))
    refused = CERTIFICATE.step(State.APPLIED, Act.REFUSE, actor.offices_at(organization_id))
    return _tell(certificate, refused, signature, given, at, rule=refusals_to_refuse)


def _tell(
    certificate: Certificate,
    step: Step[State, Act],
    signature: Signature,
    given: RefusalGiven,
    at: datetime,
    *,
    rule: Callable[[RefuseFacts], Iterable[Refusal]],
) -> Notice:
    """Write the 告知单 into its book, then the act into the journal."""
    given = refusing.tidied(given)
    refuse_if(rule(refusing.facts_for_refuse(certificate, given, at)))
    told = refusing.told_of(certificate, given, signature.name, at)
    notice = _noticed(certificate, signature, given, told, at)
    carry_out(
        certificate, step, signature, at,
        columns={"ground": WORDS[f"ground.{notice.ground}"], "notice": notice.number},
        personal={"reason": given.why},
    )  # fmt: skip
    return notice


def _noticed(
    certificate: Certificate, signature: Signature, given: RefusalGiven, told: Told, at: datetime
) -> Notice:
    """The line in the book of 告知单, and its row under the number the held book gave."""
    book = registers.hold(owner=certificate.organization_id, book=NOTICES, year=day_of(at).year)
    number = refusing.number_of(certificate, book.year, book.next_no)
    registers.write(
        kind=TOLD, owner=certificate.organization_id, county_code=certificate.county_code,
        subject=certificate.id, happened_at=at, signature=signature, held=book,
        columns={
            "number": number,
            "matter": certificate.title,
            "item_code": certificate.entry_code,
            "demanding_unit": certificate.demanding_unit,
            "ground": WORDS[f"ground.{given.ground}"],
            "basis": told.basis,
            "list_version": certificate.list_version,
        },
        personal={"name": told.to, "why": told.why, "where": given.where},
    )  # fmt: skip
    return Notice.objects.create(
        certificate=certificate, organization_id=certificate.organization_id, year=book.year,
        no=book.next_no, number=number, previous_hash=book.previous_hash, ground=given.ground,
        told_encrypted=secrets.sealed_told(certificate.id, told.as_json()),
        told_by_id=signature.person_id, told_at=at,
    )  # fmt: skip
