"""补登: enter what was stamped on paper first, and record how what was wrong with it was put right.

One transaction, in the order of a seal: slip → seals → register → pads → the case, its line, the slip's
end. The slip is the key of idempotency: entered again it gives the same receipt, never a second number.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.apply import Served, row_of, write_persons
from zhengyin.certificates.actions.approve import freeze
from zhengyin.certificates.actions.taking import carry_out
from zhengyin.certificates.asked import tidied
from zhengyin.certificates.lines.names import PADS, RECTIFIED, REGISTER, REGISTERED_LATE
from zhengyin.certificates.models import Certificate, CheckedFact, GrantedSlip, Slip
from zhengyin.certificates.paper import number_of
from zhengyin.certificates.policy.late import failed_checks, refusals_to_record_late
from zhengyin.certificates.policy.pads import refusals_to_rectify
from zhengyin.certificates.queries.late import (
    LateItem,
    facts_for_failed_checks,
    facts_for_record_late,
    failed_words,
    late_item,
)
from zhengyin.certificates.queries.register import columns_of, personal_of
from zhengyin.certificates.slips import SLIP, LateGiven, SlipAct, SlipState, slip_number
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import CERTIFICATE, Act
from zhengyin.documents import files
from zhengyin.documents.disk import DISK, Disk
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import Held
from zhengyin.registers.lines import FAILED_CHECKS, HANDOVER, Signature
from zhengyin.seals import queries as seals
from zhengyin.shared.codes import new_tracking_code
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.shared.workflow import Step

Ending = Step[SlipState, SlipAct]


@dataclass(frozen=True, slots=True)
class LateReceipt:
    """What the custodian sees after the entry; `failed` is empty where every check held."""

    certificate_id: UUID
    number: str
    slip: str
    failed: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A slip on its way into the books: what is on it, the case it becomes, who enters it when."""

    slip: Slip
    ending: Ending
    certificate: Certificate
    late: LateGiven
    actor: Actor
    at: datetime

    @property
    def signature(self) -> Signature:
        return self.actor.signature(Office.CUSTODIAN)


@transaction.atomic
def record_late(
    *, slip_id: UUID, late: LateGiven, grant_id: UUID, actor: Actor, at: datetime, disk: Disk = DISK
) -> LateReceipt:
    """Enter a paper stamped in an emergency (补登). What fails is entered all the same, marked 待整改."""
    late = replace(late, application=tidied(late.application))
    rows = Slip.objects.select_for_update(of=("self",), no_key=True).select_related("pad")
    slip = rows.get(pk=slip_id)
    offices = actor.offices_at(slip.organization_id)
    if slip.state == SlipState.ENTERED and Office.CUSTODIAN in offices:
        return late_receipt(slip)
    ending = SLIP.step(SlipState(slip.state), SlipAct.ENTER, offices)
    seals.hold_seals(slip.organization_id)
    year = day_of(at).year
    book = registers.hold(owner=slip.organization_id, book=REGISTER, year=year)
    pads = registers.hold(owner=slip.organization_id, book=PADS, year=year)
    granted = GrantedSlip.objects.select_related("grant").filter(grant_id=grant_id, slip=slip)
    item = late_item(slip.organization_id, late)
    refuse_if(refusals_to_record_late(facts_for_record_late(slip, late, item, granted.first(), actor, at)))
    certificate = _case(slip, late, item)
    failed = failed_words(failed_checks(facts_for_failed_checks(certificate, late, item)))
    certificate.document = files.put(
        data=late.photo, content_type=late.content_type, purpose="slip", owner=slip.organization_id,
        county_code=slip.county_code, at=at, disk=disk,
    )  # fmt: skip
    entry = _Entry(slip, ending, certificate, late, actor, at)
    _end(entry, failed)
    granted.update(used_at=at)
    _register(entry, book)
    _note_end(entry, pads)
    _journal(entry)
    return late_receipt(slip)


@transaction.atomic
def rectify(*, slip_id: UUID, done: str, actor: Actor, at: datetime) -> None:
    """Record how a late entry that failed was put right; its line says 已整改 from then on."""
    rows = Slip.objects.select_for_update(of=("self",), no_key=True).select_related("certificate")
    slip, done = rows.get(pk=slip_id), " ".join(done.split())
    directs, waits = actor.has(Office.DIRECTOR, slip.organization_id), slip.rectified_at is None
    refuse_if(refusals_to_rectify(directs_here=directs, open_=bool(slip.failed) and waits, done=done))
    assert slip.certificate is not None
    slip.rectified_by_id, slip.rectified_at = actor.person_id, at
    slip.save(update_fields=("rectified_by", "rectified_at"))
    registers.write(
        kind=RECTIFIED,
        owner=slip.organization_id,
        county_code=slip.county_code,
        subject=slip.certificate.id,
        happened_at=at,
        signature=actor.signature(Office.DIRECTOR),
        columns={"item": slip.certificate.title, "number": slip.certificate.number},
        personal={"done": done},
    )


def late_receipt(slip: Slip) -> LateReceipt:
    """The receipt of an entered slip."""
    assert slip.certificate is not None
    return LateReceipt(slip.certificate.id, slip.certificate.number, slip_number(slip.no), slip.failed)


def _case(slip: Slip, late: LateGiven, item: LateItem) -> Certificate:
    """The case with its persons and checks as the slip has them, everything as of that moment."""
    entry, application = item.entry, late.application
    question = replace(application.question, day=day_of(late.happened_at))
    served = Served(item.form, entry.ties if entry else (), valid_days=entry.valid_days if entry else 0)
    certificate = row_of(
        Organization.objects.get(pk=slip.organization_id), replace(application, question=question),
        answer=item.answer, served=served, code=new_tracking_code(), at=late.happened_at,
    )  # fmt: skip
    write_persons(certificate, application)
    _write_checks(certificate, slip, late, item)
    certificate.approved_by_id, certificate.countersigned_by_id = late.approved_by, late.countersigned_by
    certificate.handled_by_id, certificate.sealed_by_id = late.handled_by, late.sealed_by
    certificate.sealed_at = late.happened_at
    certificate.token_index, certificate.check_code_index = slip.token_index, slip.check_code_index
    freeze(certificate, late.happened_at)
    return certificate


def _write_checks(certificate: Certificate, slip: Slip, late: LateGiven, item: LateItem) -> None:
    """Each fact beside the first method of the slip that the item allows for it, else the first there is."""
    for fact in item.form.facts if late.methods else ():
        allowed = [method for method in late.methods if method in [m.value for m in fact.methods]]
        CheckedFact.objects.create(
            certificate=certificate,
            key=fact.key,
            method=(allowed or late.methods)[0],
            informant=late.informant or slip_number(slip.no),
            confirmed=True,
            checked_by_id=late.handled_by or late.sealed_by,
            checked_at=late.happened_at,
        )


def _end(entry: _Entry, failed: str) -> None:
    """The slip's own end; the database lets the certificate name it only after this."""
    slip = entry.slip
    slip.state, slip.certificate, slip.failed = entry.ending.after.value, entry.certificate, failed
    slip.ended_by_id, slip.ended_at = entry.actor.person_id, entry.at
    slip.save(update_fields=("state", "certificate", "failed", "ended_by", "ended_at"))


def _note_end(entry: _Entry, pads: Held) -> None:
    """The line of the book of pads."""
    slip = entry.slip
    registers.write(
        kind=entry.ending.line,
        owner=slip.organization_id,
        county_code=slip.county_code,
        subject=slip.id,
        happened_at=entry.at,
        signature=entry.signature,
        columns={"slip": slip_number(slip.no), "number": entry.certificate.number},
        held=pads,
    )


def _register(entry: _Entry, book: Held) -> None:
    """The line of the register: its number follows recording, its time is that of the seal."""
    certificate, late, slip = entry.certificate, entry.late, entry.slip
    card = regions.committee(certificate.organization_id)
    certificate.year, certificate.no = book.year, book.next_no
    certificate.number = number_of(card, book.year, book.next_no)
    certificate.pad_number = slip_number(slip.no)
    sealer = Person.objects.get(pk=late.sealed_by).name
    assert certificate.document is not None
    said = columns_of(certificate, certificate.copies, late.impressions, sealer, late.happened_at)
    then = seals.seal_then(certificate.organization_id, late.happened_at)
    registers.write(
        kind=REGISTERED_LATE,
        owner=certificate.organization_id,
        county_code=certificate.county_code,
        subject=certificate.id,
        happened_at=late.happened_at,
        signature=entry.signature,
        columns={
            **said,
            "signature_algorithm": "",  # paper only: nothing was signed
            "outage": WORDS[f"outage.{late.outage.value}"],
            HANDOVER: then.handover.remark if then and then.handover else "",
            FAILED_CHECKS: slip.failed,
        },
        personal=personal_of(certificate),
        text_digest=certificate.approved_digest,
        document_digest=certificate.document.sha256,
        pad_number=certificate.pad_number,
        slip_digest=certificate.document.sha256,
        held=book,
    )


def _journal(entry: _Entry) -> None:
    """The act itself, and the case in its state."""
    certificate, late = entry.certificate, entry.late
    step = CERTIFICATE.step(None, Act.RECORD_LATE, entry.actor.offices_at(certificate.organization_id))
    then = seals.seal_then(certificate.organization_id, late.happened_at)
    assert certificate.document is not None
    carry_out(
        certificate, step, entry.signature, entry.at,
        columns={
            "slip": certificate.pad_number,
            "number": certificate.number,
            "copies": str(certificate.copies),
            "impressions": str(late.impressions),
            "seal": then.name if then else "",
            "where": then.where.stamped if then else "",
            "sealer": Person.objects.get(pk=late.sealed_by).name,
        },
        text_digest=certificate.approved_digest,
        document_digest=certificate.document.sha256,
    )  # fmt: skip
