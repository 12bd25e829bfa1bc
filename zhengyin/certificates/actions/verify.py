"""Verify: each printed fact by its own method; who checked what, how, with what result (O2.2d)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.catalogue.entries import Fact, Form
from zhengyin.catalogue.kinds import Method
from zhengyin.certificates.actions.judged import judged, rule_of
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.facts.deciding import Check
from zhengyin.certificates.models import CheckedFact
from zhengyin.certificates.policy.verify import refusals_to_record_checks, refusals_to_verify
from zhengyin.certificates.queries.facts import facts_for_verify
from zhengyin.certificates.queries.judging import judged_again
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.shared.refusal import refuse_if

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
@regions.remembering()
def record_checks(*, certificate_id: UUID, checks: Sequence[CheckGiven], actor: Actor, at: datetime) -> None:
    """Record how some facts were verified; a later check of the same fact replaces the earlier."""
    certificate, step, signature = taken(certificate_id, Act.RECORD_CHECKS, actor)
    facts = {fact.key: fact for fact in Form.model_validate(certificate.form).facts}
    told = [_told(facts.get(given.key), given) for given in checks]
    refuse_if(refusals_to_record_checks(told))
    for given, check in zip(checks, told, strict=True):
        CheckedFact.objects.update_or_create(
            certificate=certificate, key=given.key,
            defaults={
                "method": check.method, "informant": check.informant, "confirmed": check.confirmed,
                "checked_by_id": actor.person_id, "checked_at": at,
            },
        )  # fmt: skip
    said = "；".join(
        f"{check.label}：{Method(check.method).words}，{CONFIRMED if check.confirmed else NOT_CONFIRMED}"
        for check in told
    )
    informants = "；".join(f"{check.label}：{check.informant}" for check in told)
    carry_out(
        certificate, step, signature, at, columns={"checked": said}, personal={"informants": informants}
    )


def _told(fact: Fact | None, given: CheckGiven) -> Check:
    allowed = frozenset(method.value for method in fact.methods) if fact else frozenset()
    label, informant = fact.label if fact else given.key, given.informant.strip()
    return Check(label, allowed, given.method, informant, given.confirmed, on_paper=fact is not None)


@transaction.atomic
@regions.remembering()
def verify(*, certificate_id: UUID, checks: Sequence[CheckGiven] = (), actor: Actor, at: datetime) -> None:
    """Say that every printed fact stands verified, and send the paper to the director.

    `checks` are recorded with it, all or nothing. What is sent goes by the lists of today.
    """
    if checks:
        record_checks(certificate_id=certificate_id, checks=checks, actor=actor, at=at)
    certificate, step, signature = taken(certificate_id, Act.VERIFY, actor)
    facts = facts_for_verify(certificate)
    refuse_if(refusals_to_verify(facts))
    answer = judged_again(certificate, at)
    if answer.outcome.is_yes:  # a no is the director's to say, with its 告知单
        judged(certificate, answer)
    methods = "、".join(dict.fromkeys(Method(check.method).words for check in facts.checks))
    carry_out(certificate, step, signature, at, columns={"methods": methods, **rule_of(certificate)})
