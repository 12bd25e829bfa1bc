"""Approve and countersign: text and copies are frozen; what follows seals exactly this."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.actions.judged import judged
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.approve import refusals_to_approve, refusals_to_countersign
from zhengyin.certificates.policy.printing import refusals_of_the_draft
from zhengyin.certificates.queries.facts import facts_for_approve
from zhengyin.certificates.queries.papers import print_problem
from zhengyin.certificates.queries.wording import good_until, wording_of
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
@regions.remembering()
def approve(
    *, certificate_id: UUID, near_relative: bool | None, seen: str, actor: Actor, at: datetime
) -> Certificate:
    """Approve as director; a soft or discretionary certificate then waits for the second approver.

    `seen` is the digest of the text that lay before the director: no other is approved.
    """
    held = Certificate.objects.select_for_update()  # what is read here is what is decided on
    needs_second = held.values_list("needs_second", flat=True).get(pk=certificate_id)
    act = Act.APPROVE_FIRST if needs_second else Act.APPROVE
    certificate, step, signature = taken(certificate_id, act, actor)
    facts = facts_for_approve(certificate, actor, near_relative=near_relative, seen=seen, at=at)
    refuse_if(refusals_to_approve(facts))
    refuse_if(refusals_of_the_draft(print_problem(certificate, at)))
    certificate.approved_by_id = actor.person_id
    judged(certificate, facts.answer)
    freeze(certificate, at)
    carry_out(
        certificate, step, signature, at,
        columns=said(certificate, near_relative), text_digest=certificate.approved_digest,
    )  # fmt: skip
    return certificate


@transaction.atomic
@regions.remembering()
def countersign(
    *, certificate_id: UUID, near_relative: bool | None, seen: str, actor: Actor, at: datetime
) -> Certificate:
    """Approve after the director, as the second person (H3.1c)."""
    certificate, step, signature = taken(certificate_id, Act.COUNTERSIGN, actor)
    facts = facts_for_approve(certificate, actor, near_relative=near_relative, seen=seen, at=at)
    refuse_if(refusals_to_countersign(facts))
    judged(certificate, facts.answer)
    certificate.countersigned_by_id = actor.person_id
    certificate.approved_at = at
    carry_out(
        certificate, step, signature, at,
        columns=said(certificate, near_relative), text_digest=certificate.approved_digest,
    )  # fmt: skip
    return certificate


def freeze(certificate: Certificate, at: datetime) -> None:
    """Fix text, copies and the last day it is good for."""
    certificate.valid_until = good_until(certificate, day_of(at))
    text = wording_of(certificate, day_of(at)).text()
    certificate.frozen_encrypted = secrets.sealed_text(certificate.id, text)
    certificate.approved_digest = text.digest(certificate.text_salt)
    certificate.approved_at = at


def said(certificate: Certificate, near_relative: bool | None) -> dict[str, str]:
    """What the approver saw and answered."""
    return {"copies": str(certificate.copies), "near_relative": "是" if near_relative else "不是"}
