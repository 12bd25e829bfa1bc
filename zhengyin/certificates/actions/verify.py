"""Verify: each printed fact by its own method; who checked what, how, with what result (O2.2d)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.kinds import Method
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.facts import Check
from zhengyin.certificates.models import CheckedFact
from zhengyin.certificates.policy.verify import refusals_to_check, refusals_to_verify
from zhengyin.certificates.queries.facts import facts_for_verify
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import Refusal, Refused, refuse_if

CONFIRMED, NOT_CONFIRMED = "属实", "不属实"


@dataclass(frozen=True, slots=True)
class CheckGiven:
    """One fact's check as typed."""

    key: str
    method: str
    informant: str
    confirmed: bool


@transaction.atomic
def start_verifying(*, certificate_id: UUID, actor: Actor, at: datetime) -> None:
    """Begin, or begin again after a return."""
    certificate, step, signature = taken(certificate_id, Act.START_VERIFYING, actor)
    carry_out(certificate, step, signature, at)


@transaction.atomic
def record_checks(*, certificate_id: UUID, checks: Sequence[CheckGiven], actor: Actor, at: datetime) -> None:
    """Record how some facts were verified; a later check of the same fact replaces the earlier."""
    certificate, step, signature = taken(certificate_id, Act.RECORD_CHECKS, actor)
    facts = {fact.key: fact for fact in Form.model_validate(certificate.form).facts}
    for given in checks:
        if given.key not in facts:
            raise Refused([Refusal("no_such_fact", given.key)])
        fact = facts[given.key]
        allowed, informant = frozenset(method.value for method in fact.methods), given.informant.strip()
        refuse_if(refusals_to_check(Check(fact.label, allowed, given.method, informant)))
        CheckedFact.objects.update_or_create(
            certificate=certificate, key=given.key,
            defaults={
                "method": given.method, "informant": informant, "confirmed": given.confirmed,
                "checked_by_id": actor.person_id, "checked_at": at,
            },
        )  # fmt: skip
    labelled = [(facts[given.key].label, given) for given in checks]
    said = "；".join(
        f"{label}：{Method(given.method).words}，{CONFIRMED if given.confirmed else NOT_CONFIRMED}"
        for label, given in labelled
    )
    informants = "；".join(f"{label}：{given.informant.strip()}" for label, given in labelled)
    carry_out(
        certificate, step, signature, at, columns={"checked": said}, personal={"informants": informants}
    )


@transaction.atomic
def verify(*, certificate_id: UUID, actor: Actor, at: datetime) -> None:
    """Say that every printed fact stands verified, and send the paper to the director."""
    certificate, step, signature = taken(certificate_id, Act.VERIFY, actor)
    facts = facts_for_verify(certificate)
    refuse_if(refusals_to_verify(facts))
    methods = "、".join(dict.fromkeys(Method(check.method).words for check in facts.checks))
    carry_out(certificate, step, signature, at, columns={"methods": methods})
