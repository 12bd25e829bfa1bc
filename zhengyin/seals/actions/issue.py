"""The township hands the finished seal over (颁发), and with it the signing certificate."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.seals import queries
from zhengyin.seals.actions.certificates import certify
from zhengyin.seals.actions.record import locked_among_all, step_of, write_of_seal
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.seal import refusals_to_issue
from zhengyin.seals.queries.signing import valid_certificates
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

WRITTEN = (
    "state",
    "issued_at",
    "made_on",
    "issued_on",
    "received_by",
    "police_number",
    "impression",
    "receipt",
)


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
    receipt_id: UUID | None = None,
    police_number: str = "",
) -> Seal:
    """Put a seal into use; a committee without a valid signing certificate gets one now.

    Days as on paper; `impression_id` names a stored scan of the impression, `receipt_id` one of the
    signed receipt (领取单); both it and a 公安备案号 may only be missing in demonstration.
    Refused: another_township, virtual_community_never_issues, legal_name_not_confirmed, committee_ended,
    seal_has_another_name, old_seal_not_collected, issue_days_out_of_order, issued_before_the_old_was_gone,
    receiver_missing, county_authority_missing, police_number_missing, receipt_missing, wrong_state,
    wrong_office.
    """
    seal = locked_among_all(seal_id)  # an older one comes back or is collected before or after, whole
    facts = queries.facts_for_issue(
        seal, made_on=made_on, issued_on=issued_on, received_by=received_by,
        police_number=police_number or seal.police_number, receipt_filed=receipt_id is not None, at=at,
    )  # fmt: skip
    refuse_if(refusals_to_issue(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.ISSUE, facts.committee, actor)
    seal.state, seal.issued_at = step.after, at
    seal.made_on, seal.issued_on, seal.received_by = made_on, issued_on, received_by.strip()
    seal.police_number = facts.police_number.strip()
    seal.impression = StoredFile.objects.get(pk=impression_id) if impression_id else None
    seal.receipt = StoredFile.objects.get(pk=receipt_id) if receipt_id else None
    seal.save(update_fields=WRITTEN)
    digest = seal.impression.sha256 if seal.impression else ""
    write_of_seal(step.line, seal, signature, at=at, columns=_said(seal), document_digest=digest)
    if not valid_certificates(seal.committee_id, at).exists():
        certify(facts.committee, seal.county_code, actor=actor, at=at)
    return seal


def _said(seal: Seal) -> dict[str, str]:
    """What the line says of a seal that was handed over."""
    assert seal.made_on and seal.issued_on
    return {
        "made_on": seal.made_on.isoformat(),
        "issued_on": seal.issued_on.isoformat(),
        "received_by": seal.received_by,
        "police_number": seal.police_number,
        "receipt": seal.receipt.sha256 if seal.receipt else "",
    }
