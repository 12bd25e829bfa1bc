"""Record a mandate: who stands there for the applicant, with what paper."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.asked import MandateGiven, tidied_mandate
from zhengyin.certificates.kinds import Covers, Kept
from zhengyin.certificates.models import Certificate, Mandate
from zhengyin.certificates.policy.mandate import refusals_to_record_mandate
from zhengyin.certificates.queries.mandates import facts_for_mandate, recorded_already
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def record_mandate(*, certificate_id: UUID, given: MandateGiven, actor: Actor, at: datetime) -> None:
    """Keep the mandate with its photograph, or note that the original lies in the office.

    Sent twice, the second changes nothing.
    """
    certificate, step, signature = taken(certificate_id, Act.RECORD_MANDATE, actor)
    given = tidied_mandate(given)
    refuse_if(refusals_to_record_mandate(facts_for_mandate(certificate, given, actor.person_id, at)))
    if recorded_already(certificate, given):
        return
    photo = _photo_of(certificate, given, at)
    new = uuid4()
    Mandate.objects.create(
        id=new,
        certificate=certificate,
        name=given.name,
        identity_encrypted=secrets.sealed_word(new, "identity", given.identity),
        identity_index=secrets.identity_index(given.identity),
        relation=given.relation,
        covers_apply=Covers.APPLY in given.covers,
        covers_collect=Covers.COLLECT in given.covers,
        given_on=given.given_on,
        until=given.until,
        kept=given.kept.value,
        photo=photo,
        recorded_by_id=actor.person_id,
        recorded_at=at,
    )
    covers = "、".join(WORDS[f"covers.{one.value}"] for one in Covers if one in given.covers)
    kept = WORDS[f"kept.{given.kept.value}"]
    carry_out(
        certificate, step, signature, at,
        columns={"covers": covers, "until": given.until.isoformat(), "kept": kept},
        personal={"proxy": given.name, "relation": given.relation},
        document_digest=photo.sha256 if photo else "",
    )  # fmt: skip


def _photo_of(certificate: Certificate, given: MandateGiven, at: datetime) -> StoredFile | None:
    if given.kept is not Kept.PHOTO:
        return None
    return files.put(
        data=given.photo, content_type=given.content_type, purpose="mandate",
        owner=certificate.organization_id, county_code=certificate.county_code, at=at,
    )  # fmt: skip
