"""Accept: the handler has checked who stands there and what ties them to the place."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.catalogue.kinds import Tie
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.asked import IdentityMethod
from zhengyin.certificates.facts import AcceptFacts
from zhengyin.certificates.policy.accept import refusals_to_accept
from zhengyin.certificates.queries.judging import sufficient_ties
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def accept(
    *,
    certificate_id: UUID,
    identity_method: IdentityMethod,
    identity_note: str,
    ties: Collection[Tie],
    actor: Actor,
    at: datetime,
) -> None:
    """Take the application in; from here the clock runs."""
    certificate, step, signature = taken(certificate_id, Act.ACCEPT, actor)
    confirmed, identity_note = frozenset(ties), identity_note.strip()
    facts = AcceptFacts(identity_method.value, identity_note, sufficient_ties(certificate), confirmed)
    refuse_if(refusals_to_accept(facts))
    certificate.handled_by_id = actor.person_id
    certificate.accepted_at = at
    certificate.identity_method = identity_method.value
    certificate.ties = ",".join(sorted(tie.value for tie in confirmed))
    carry_out(
        certificate, step, signature, at,
        columns={
            "identity_method": WORDS[f"identity_method.{identity_method.value}"],
            "ties": "、".join(sorted(tie.words for tie in confirmed)),
        },
        personal={"identity_note": identity_note},
    )  # fmt: skip
