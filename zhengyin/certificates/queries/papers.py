"""The papers to print: the draft, the sealed original, the slip of receipt."""

from datetime import datetime

from django.conf import settings

from zhengyin.certificates.models import Certificate, Letter, Notice, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.paper import contacts_of, paper_of
from zhengyin.certificates.queries.letters import text_in
from zhengyin.certificates.queries.refusing import told_in
from zhengyin.certificates.stamped import stamped_of
from zhengyin.documents import files
from zhengyin.documents.paper.advice import AdvicePaper
from zhengyin.documents.paper.letter import LetterPaper
from zhengyin.documents.paper.parts import Entered, Issuer, Overflow, mark_for
from zhengyin.documents.paper.receipt import ReceiptPaper, ReceiptSlip
from zhengyin.documents.typesetting import CannotPrint, typeset
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of


def draft_pdf(certificate: Certificate, at: datetime) -> bytes:
    """The paper before its seal: 未用印 无效, no number, no code."""
    if certificate.brought_title:
        return typeset(stamped_of(certificate, None, day_of(at)).record, at).pdf
    return typeset(paper_of(certificate, None, day_of(at)).paper, at).pdf


def print_problem(certificate: Certificate, at: datetime) -> str:
    """Why the paper would not print, in Chinese; empty where it does."""
    try:
        draft_pdf(certificate, at)
    except (CannotPrint, Overflow) as problem:
        return str(problem)
    return ""


def sealed_pdf(certificate: Certificate) -> bytes:
    """Exactly the bytes that were signed."""
    assert certificate.document_id is not None
    return files.get(certificate.document_id)


def slips_pdf(certificate: Certificate) -> bytes:
    """The slips for the copies of a brought form, as they were sealed."""
    assert certificate.slip_id is not None
    return files.get(certificate.slip_id)


def notice_pdf(notice: Notice, at: datetime) -> bytes:
    """The 告知单 as it was told; it may be printed again at any time."""
    told, card = told_in(notice), regions.committee(notice.organization_id)
    paper = AdvicePaper(
        book=Entered(notice.number, notice.previous_hash),
        issuer=Issuer(card.issuer_place, card.issuer_name),
        signed_on=day_of(notice.told_at),
        title=told.title,
        legal_name="不予出具告知单",
        to=told.to,
        answer=told.answer,
        why=told.why,
        basis=told.basis,
        ways=told.ways,
        stuck=told.stuck,
        handler=told.handler,
        office_phone=card.telephone,
        contacts=contacts_of(card),
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
    )
    return typeset(paper, at).pdf


def letter_pdf(letter: Letter, at: datetime) -> bytes:
    """The 告知函 as it was let go, to be signed by hand; it may be printed again at any time."""
    assert letter.approved_at
    text, card = text_in(letter), regions.committee(letter.organization_id)
    paper = LetterPaper(
        book=Entered(letter.number, letter.previous_hash),
        issuer=Issuer(card.issuer_place, card.issuer_name),
        signed_on=day_of(letter.approved_at),
        title=text.title,
        to=text.unit,
        paragraphs=text.paragraphs,
        last=text.last,
        attachment="",
        handler=letter.drafted_by.name,
        office_phone=card.telephone,
        contacts=contacts_of(card),
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
        address=text.address,
    )
    return typeset(paper, at).pdf


def slip_pdf(certificate: Certificate, handler: str, at: datetime) -> bytes:
    """The 签收单 to be signed by hand and photographed. Its code only matches a photo to its line."""
    card = regions.committee(certificate.organization_id)
    names = Party.objects.filter(certificate=certificate, role=Role.CERTIFIED).order_by("position")
    slip = ReceiptSlip(
        number=certificate.number,
        title=certificate.title,
        names=tuple(names.values_list("name", flat=True)),
        to=certificate.demanding_unit,
        copies=certificate.copies,
        address=f"{settings.PUBLIC_URL}/s/{certificate.id.hex}".upper(),
        check_code=certificate.id.hex[:12].upper(),
        handler=handler,
        phone=card.telephone,
        place=card.short_name,
    )
    mark = mark_for(sealed=True, demonstration=regions.is_demonstration())
    return typeset(ReceiptPaper(Issuer(card.issuer_place, card.issuer_name), (slip,), mark), at).pdf
