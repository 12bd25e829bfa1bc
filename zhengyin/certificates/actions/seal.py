"""Seal: one transaction from the lock of the book to the commit; a crash leaves all or nothing.

Lock seal and book (the book fixes number and previous hash) → facts and rules → typeset → sign →
encrypted file, fsynced and renamed → its row → the line of the register → the line of the journal →
the state. The grant is the key of idempotency: the same request again gets the same receipt.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from zhengyin.certificates.actions.again import hold_earlier, settle_earlier
from zhengyin.certificates.actions.taking import carry_out, held, signed_step
from zhengyin.certificates.facts.sealing import SealFacts
from zhengyin.certificates.lines.names import REGISTER, REGISTERED
from zhengyin.certificates.models import Certificate, GrantedPaper
from zhengyin.certificates.paper import Place, paper_of
from zhengyin.certificates.policy.seal import refusals_to_seal
from zhengyin.certificates.queries.facts import facts_for_seal
from zhengyin.certificates.queries.register import columns_of, personal_of
from zhengyin.certificates.stamped import stamped_of
from zhengyin.certificates.workflow import Act
from zhengyin.documents import files, signing
from zhengyin.documents.codes import check_code_index, token_index
from zhengyin.documents.disk import DISK, Disk
from zhengyin.documents.models import StoredFile
from zhengyin.documents.paper.parts import Paper
from zhengyin.documents.typesetting import typeset
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import HANDOVER, Signature
from zhengyin.seals import queries as seals
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.shared.codes import new_check_code, new_token
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the custodian sees after the seal."""

    certificate_id: UUID
    number: str
    copies: int
    sealed_at: datetime
    document_id: UUID


@transaction.atomic
def seal(
    *,
    certificate_id: UUID,
    grant_id: UUID,
    copies: int,
    impressions: int,
    near_relative: bool | None,
    form_filled: bool | None = None,
    where: Where = Where.OFFICE,
    actor: Actor,
    at: datetime,
    disk: Disk = DISK,
) -> Receipt:
    """Seal an approved certificate and enter it in the committee's register (H3.2.2a, H3.2.3a).

    `where` is said by the custodian: a seal that was taken out stamps where it is, and nowhere else.
    """
    certificate = held(certificate_id)
    paper = _granted(certificate, grant_id, actor)
    if paper is not None and paper.used_at is not None:
        return receipt_of(certificate)
    step, signature = signed_step(certificate, Act.SEAL, actor)
    book = _waited_for(certificate, at)
    with regions.remembering():  # what was judged is what is printed and entered
        facts = facts_for_seal(
            certificate, paper, copies=copies, impressions=impressions, near_relative=near_relative,
            form_filled=form_filled, where=where, actor=actor, at=at,
        )  # fmt: skip
        refuse_if(refusals_to_seal(facts))
        certificate.sealed_by_id, certificate.sealed_at = actor.person_id, at
        document = make_document(certificate, book, at, disk)
        said = columns_of(certificate, copies, impressions, actor.name, at)
        enter(certificate, book, signature, said | {HANDOVER: facts.handover})
    _use_up(paper, at)
    carry_out(
        certificate, step, signature, at, columns=_said(certificate, facts),
        text_digest=certificate.approved_digest, document_digest=document.sha256,
    )  # fmt: skip
    settle_earlier(certificate, signature, actor, at)
    return receipt_of(certificate)


def _granted(certificate: Certificate, grant_id: UUID, actor: Actor) -> GrantedPaper | None:
    """What this person's grant says of the paper; None where it names another."""
    granted = GrantedPaper.objects.filter(grant_id=grant_id, grant__person_id=actor.person_id)
    return granted.filter(certificate_id=certificate.pk).select_related("grant").first()


def _waited_for(certificate: Certificate, at: datetime) -> registers.Held:
    """Every lock, before the facts: whoever lost the seal or the log-in meanwhile seals nothing."""
    hold_earlier(certificate)
    seals.hold_seals(certificate.organization_id)
    return registers.hold(owner=certificate.organization_id, book=REGISTER, year=day_of(at).year)


def _use_up(paper: GrantedPaper | None, at: datetime) -> None:
    """Once sealed, the grant seals this paper no more."""
    assert paper is not None  # the rules asked for it
    paper.used_at = at
    paper.save(update_fields=["used_at"])


def _said(certificate: Certificate, facts: SealFacts) -> dict[str, str]:
    """What the journal says of the stamp."""
    return {
        "number": certificate.number,
        "copies": str(facts.copies),
        "impressions": str(facts.impressions),
        "seal": facts.seal_name,
        "where": facts.seal.stamped,
        "signature_algorithm": signing.ALGORITHM,
    }


def enter(
    certificate: Certificate, book: registers.Held, signature: Signature, columns: Mapping[str, str]
) -> None:
    """Write the line of the statutory register under the number the held book gave."""
    assert certificate.document and certificate.sealed_at
    registers.write(
        kind=REGISTERED,
        owner=certificate.organization_id,
        county_code=certificate.county_code,
        subject=certificate.id,
        happened_at=certificate.sealed_at,
        signature=signature,
        columns=columns,
        personal=personal_of(certificate),
        text_digest=certificate.approved_digest,
        document_digest=certificate.document.sha256,
        held=book,
    )


def make_document(certificate: Certificate, book: registers.Held, at: datetime, disk: Disk) -> StoredFile:
    """Typeset, sign and store the paper under the number the held book gives."""
    token, code = new_token(), new_check_code()
    certificate.year, certificate.no = book.year, book.next_no
    certificate.token_index = token_index(token)
    certificate.check_code_index = check_code_index(code)
    place = Place(book.next_no, book.previous_hash, token, code)
    pdf = typeset(_paper(certificate, place, at, disk), at).pdf
    credential = seals.signer_for(certificate.organization_id, at)
    signed = signing.sign(pdf, credential, passphrase=settings.SIGNING_PASSPHRASE, at=at)
    certificate.document = kept(certificate, signed, "certificate", at, disk)
    return certificate.document


def _paper(certificate: Certificate, place: Place, at: datetime, disk: Disk) -> Paper:
    """Our own paper; or the record of a brought form, its slips kept beside it, for the token is not."""
    if not certificate.brought_title:
        paper = paper_of(certificate, place, day_of(at))
        certificate.number = paper.number
        return paper.paper
    stamped = stamped_of(certificate, place, day_of(at))
    certificate.number = stamped.number
    certificate.slip = kept(certificate, typeset(stamped.slips, at).pdf, "slip", at, disk)
    return stamped.record


def kept(certificate: Certificate, pdf: bytes, purpose: str, at: datetime, disk: Disk) -> StoredFile:
    """A PDF of the case, encrypted on disk before its row."""
    return files.put(
        data=pdf, content_type=PDF, purpose=purpose, owner=certificate.organization_id,
        county_code=certificate.county_code, at=at, disk=disk,
    )  # fmt: skip


def receipt_of(certificate: Certificate) -> Receipt:
    """The receipt of a sealed certificate."""
    assert certificate.sealed_at and certificate.document_id
    return Receipt(
        certificate.id, certificate.number, certificate.copies, certificate.sealed_at, certificate.document_id
    )
