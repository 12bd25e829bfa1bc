"""What a seal prints is kept to compare with (印模): the picture, cleaned, and measured where it could be."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.seals.actions.record import locked, step_of, write_of_seal
from zhengyin.seals.models import Impression
from zhengyin.seals.policy.seal import refusals_of_impression, refusals_of_place
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def record_impression(
    *,
    seal_id: UUID,
    taken_id: UUID,
    cleaned_id: UUID | None,
    measured_mm: Decimal | None,
    anyway: str = "",
    actor: Actor,
    at: datetime,
) -> Impression:
    """Keep a picture of the impression, once.

    `measured_mm` None: there was nothing to measure by; then `anyway` says why it is kept all the same.
    Refused: another_township, impression_not_measured, wrong_state, wrong_office.
    """
    seal = locked(seal_id)
    committee = committee_facts(seal.committee_id)
    refuse_if(refusals_of_place(committee, actor))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.RECORD_IMPRESSION, committee, actor)
    taken = StoredFile.objects.get(pk=taken_id)
    if (kept := seal.impressions.filter(taken__sha256=taken.sha256).first()) is not None:
        return kept  # the same form sent twice: no other picture, so no line says so
    refuse_if(refusals_of_impression(measured=measured_mm is not None, anyway=anyway))
    impression = Impression.objects.create(
        seal=seal, taken=taken, cleaned_id=cleaned_id, measured_mm=measured_mm, recorded_at=at
    )
    write_of_seal(
        step.line,
        seal,
        signature,
        at=at,
        columns={
            "measured": f"{measured_mm:f}毫米" if measured_mm is not None else "没有量",
        },
        personal={"reason": "" if measured_mm is not None else anyway.strip()},
        document_digest=taken.sha256,
    )
    return impression
