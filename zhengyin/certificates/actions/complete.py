"""Ask for what is missing, once, with everything named; and take it in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.actions.taking import carry_out, taken, taken_by_resident
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.complete import refusals_to_ask_to_complete, refusals_to_complete
from zhengyin.certificates.queries.completing import (
    facts_for_ask_to_complete,
    facts_for_complete,
    values_with,
)
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def ask_to_complete(*, certificate_id: UUID, missing: Sequence[str], actor: Actor, at: datetime) -> None:
    """Tell the applicant what is missing: everything, each named, and only once."""
    certificate, step, signature = taken(certificate_id, Act.ASK_TO_COMPLETE, actor)
    named = tuple(one.strip() for one in missing if one.strip())
    refuse_if(refusals_to_ask_to_complete(facts_for_ask_to_complete(certificate, named)))
    carry_out(certificate, step, signature, at, personal={"missing": "\n".join(named)})


@transaction.atomic
def complete(
    *, certificate_id: UUID, said: str, values: Mapping[str, str], actor: Actor | None, at: datetime
) -> None:
    """What was missing is there. `values` are fields of the form put right; names and numbers of
    persons are not among them: another person is another application. Without an actor the resident
    says so on the tracking page.
    """
    if actor is not None:
        certificate, step, signature = taken(certificate_id, Act.COMPLETE, actor)
    else:
        certificate, step, signature = taken_by_resident(certificate_id, Act.COMPLETE)
    refuse_if(refusals_to_complete(facts_for_complete(certificate, said.strip(), values, at)))
    _put_right(certificate, values)
    carry_out(certificate, step, signature, at, personal={"said": said.strip()})


def _put_right(certificate: Certificate, values: Mapping[str, str]) -> None:
    certificate.fields_encrypted = secrets.sealed_fields(certificate.id, values_with(certificate, values))
