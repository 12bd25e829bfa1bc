"""Print the approved copies, and print again what was spoiled: each printing leaves its line."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.facts.sealing import PrintFacts
from zhengyin.certificates.kinds import Reprint
from zhengyin.certificates.policy.printing import refusals_to_print, refusals_to_reprint
from zhengyin.certificates.queries.printing import printed, said_just_now
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def print_copies(*, certificate_id: UUID, actor: Actor, at: datetime) -> None:
    """Say that exactly the approved copies are printed."""
    certificate, step, signature = taken(certificate_id, Act.PRINT, actor)
    facts = PrintFacts(printed(certificate.id), certificate.copies, by_hand=bool(certificate.pad_number))
    refuse_if(refusals_to_print(facts))
    said = {"number": certificate.number, "copies": str(certificate.copies)}
    carry_out(certificate, step, signature, at, columns=said)


@transaction.atomic
def reprint(
    *, certificate_id: UUID, copies: int, reason: Reprint | None, spoiled: int, actor: Actor, at: datetime
) -> None:
    """Say why copies are printed again and how many spoiled sheets were struck.

    Sent twice, the second says nothing more.
    """
    certificate, step, signature = taken(certificate_id, Act.REPRINT, actor)
    facts = PrintFacts(printed(certificate.id), certificate.copies, copies, reason, spoiled)
    refuse_if(refusals_to_reprint(facts))
    assert reason is not None
    said = {
        "number": certificate.number,
        "copies": str(copies),
        "reason": WORDS[f"reprint.{reason.value}"],
        "spoiled": str(spoiled),
    }
    if said_just_now(certificate.id, said, actor, at):
        return
    carry_out(certificate, step, signature, at, columns=said)
