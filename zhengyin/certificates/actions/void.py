"""Void: the register says so on the paper's line, and every stranger who asks is told."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.facts.afterwards import VoidFacts
from zhengyin.certificates.kinds import Voiding, Why
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.void import refusals_to_void
from zhengyin.certificates.queries.voiding import facts_for_void
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import refuse_if


@dataclass(frozen=True, slots=True)
class VoidGiven:
    """What the director says of the sheets: how many are back, or where and when the public was told."""

    kind: Voiding | None
    why: Why | None
    note: str = ""
    collected: int = 0
    announced_where: str = ""
    announced_on: date | None = None


@transaction.atomic
def void_unstamped(
    *, certificate_id: UUID, why: Why | None, note: str, actor: Actor, at: datetime
) -> Certificate:
    """The seal was registered and never put on the paper: the number is spent, the paper is none."""
    certificate, step, signature = taken(certificate_id, Act.VOID_UNSTAMPED, actor)
    facts = facts_for_void(certificate, at, kind=Voiding.UNSTAMPED, why=why, note=note)
    refuse_if(refusals_to_void(facts))
    certificate.void_kind = Voiding.UNSTAMPED.value
    carry_out(
        certificate, step, signature, at,
        columns={"number": certificate.number, "why": why_words(facts)}, personal={"note": facts.note},
    )  # fmt: skip
    return certificate


@transaction.atomic
def void(*, certificate_id: UUID, given: VoidGiven, actor: Actor, at: datetime) -> Certificate:
    """All sheets are back, or the public was told that one at large no longer holds."""
    certificate, step, signature = taken(certificate_id, Act.VOID, actor)
    kind = None if given.kind is Voiding.UNSTAMPED else given.kind  # the custodian's to say
    facts = facts_for_void(
        certificate, at, kind=kind, why=given.why, note=given.note, collected=given.collected,
        announced_where=given.announced_where, announced_on=given.announced_on,
    )  # fmt: skip
    refuse_if(refusals_to_void(facts))
    assert kind is not None  # refused above
    certificate.void_kind = kind.value
    carry_out(
        certificate, step, signature, at,
        columns={
            "number": certificate.number, "why": why_words(facts),
            "kind": WORDS[f"void.{kind.value}"], "papers": papers_words(facts),
        },
        personal={"note": facts.note},
    )  # fmt: skip
    return certificate


def why_words(facts: VoidFacts) -> str:
    """The chosen reason in words; a note may name somebody and stays beside the line."""
    assert facts.why is not None
    return WORDS[f"why.{facts.why.value}"]


def papers_words(facts: VoidFacts) -> str:
    """共2份, or 2026年11月18日在村务公开栏公告."""
    if facts.kind is Voiding.COLLECTED:
        return f"共{facts.collected}份"
    assert facts.announced_on is not None
    return f"{in_words(facts.announced_on)}在{facts.announced_where}公告"
