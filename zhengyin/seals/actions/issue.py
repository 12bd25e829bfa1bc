"""The township hands the finished seal over (颁发), and with it the signing certificate."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.seals import queries
from zhengyin.seals.actions.certificates import certify
from zhengyin.seals.actions.record import locked, step_of, write
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.seal import refusals_to_issue
from zhengyin.seals.queries.signing import valid_certificates
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def issue_seal(
    *,
    seal_id: UUID,
    made_on: date,
    issued_on: date,
    received_by: str,
    actor: Actor,
    at: datetime,
    impression_id: UUID | None = None,
) -> Seal:
    """Put a seal into use; a committee without a valid signing certificate gets one now.

    Days as on paper; `impression_id` names a stored scan of the impression.
    Refused: another_township, virtual_community_never_issues, legal_name_not_confirmed,
    seal_has_another_name, seal_already_there, issue_days_out_of_order, receiver_missing,
    county_authority_missing, wrong_state, wrong_office.
    """
    seal = locked(seal_id)
    facts = queries.facts_for_issue(
        seal, made_on=made_on, issued_on=issued_on, received_by=received_by, at=at
    )
    refuse_if(refusals_to_issue(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.ISSUE, facts.committee, actor)
    seal.state, seal.issued_at = step.after, at
    seal.made_on, seal.issued_on, seal.received_by = made_on, issued_on, received_by.strip()
    seal.impression = StoredFile.objects.get(pk=impression_id) if impression_id else None
    seal.save(update_fields=("state", "issued_at", "made_on", "issued_on", "received_by", "impression"))
    write(
        kind=step.line,
        owner=seal.committee_id,
        county_code=seal.county_code,
        subject=seal.pk,
        signature=signature,
        at=at,
        columns={
            "seal": seal.name,
            "made_on": made_on.isoformat(),
            "issued_on": issued_on.isoformat(),
            "received_by": seal.received_by,
        },
        document_digest=seal.impression.sha256 if seal.impression else "",
    )
    if not valid_certificates(seal.committee_id, at).exists():
        certify(facts.committee, seal.county_code, actor=actor, at=at)
    return seal
