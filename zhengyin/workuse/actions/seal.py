"""Seal a work use: one transaction from the lock of the seal to the commit, in the order of every seal.

Row → seals → book → facts and rules → a letter's paper → the line of the register → the journal → the
state. The grant is the key of idempotency: the same request again gets the same receipt.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents import files
from zhengyin.documents.codes import address_of, check_code_index, token_index
from zhengyin.documents.disk import DISK, Disk
from zhengyin.documents.paper.parts import Registered
from zhengyin.documents.typesetting import typeset
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import Held
from zhengyin.registers.lines import HANDOVER, NOTE, Signature
from zhengyin.seals import queries as seals
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.shared.codes import new_check_code, new_token
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.workuse.actions.taking import carry_out, held, step_of
from zhengyin.workuse.facts import SealFacts
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.lines import INTRODUCED, INTRODUCTIONS, REGISTER, REGISTERED
from zhengyin.workuse.models import WorkGrant, WorkUse
from zhengyin.workuse.paper import introduction_paper, letter_number, work_number
from zhengyin.workuse.policy.seal import refusals_to_seal
from zhengyin.workuse.queries.facts import facts_for_seal
from zhengyin.workuse.queries.register import columns_of, letter_columns_of, note_of
from zhengyin.workuse.secrets import opened_personal
from zhengyin.workuse.workflow import WorkAct, WorkState


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the custodian sees after the seal."""

    work_use_id: UUID
    number: str
    copies: int
    impressions: int
    sealed_at: datetime


@transaction.atomic
def seal(
    *,
    work_use_id: UUID,
    grant_id: UUID,
    copies: int,
    impressions: int,
    near_relative: bool | None,
    checked: bool | None,
    where: Where = Where.OFFICE,
    actor: Actor,
    at: datetime,
    disk: Disk = DISK,
) -> Receipt:
    """Seal an approved work use and enter it in 工作用印登记簿 (H3.2.3a, H3.2.3b, H3.2.4d).

    `where` is said by the custodian: a seal that was taken out stamps where it is, and nowhere else.
    """
    work_use = held(work_use_id)
    grant = WorkGrant.objects.filter(pk=grant_id, work_use_id=work_use_id, person_id=actor.person_id).first()
    if grant is not None and grant.used_at is not None:
        return receipt_of(work_use)
    step, signature = step_of(WorkState(work_use.state), WorkAct.SEAL, work_use.organization_id, actor)
    # All waits come before the facts: whoever lost the seal or the log-in meanwhile seals nothing.
    seals.hold_seals(work_use.organization_id)
    book = registers.hold(owner=work_use.organization_id, book=REGISTER, year=day_of(at).year)
    with regions.remembering():
        facts = facts_for_seal(
            work_use, grant, copies=copies, impressions=impressions, near_relative=near_relative,
            checked=checked, where=where, actor=actor, at=at,
        )  # fmt: skip
        refuse_if(refusals_to_seal(facts))
        _number(work_use, book, impressions, actor, at)
        document = _letter(work_use, signature, at, disk) if work_use.kind == Kind.INTRODUCTION else ""
        _enter(work_use, book, signature, document, _columns(work_use, facts, signature, at))
    assert grant is not None  # the rules asked for it
    grant.used_at = at
    grant.save(update_fields=["used_at"])
    said, text = _said(work_use, facts), work_use.approved_digest
    carry_out((work_use, step, signature), at, columns=said, text_digest=text, document_digest=document)
    return receipt_of(work_use)


def _number(work_use: WorkUse, book: Held, impressions: int, actor: Actor, at: datetime) -> None:
    work_use.year, work_use.no = book.year, book.next_no
    work_use.number = work_number(work_use.organization_id, book.year, book.next_no)
    work_use.sealed_by_id, work_use.sealed_at = actor.person_id, at
    work_use.impressions = impressions


def _letter(work_use: WorkUse, signature: Signature, at: datetime, disk: Disk) -> str:
    """Typeset and keep a letter under the number of its own book; the digest of its PDF."""
    own = registers.hold(owner=work_use.organization_id, book=INTRODUCTIONS, year=day_of(at).year)
    number = letter_number(work_use.organization_id, own.year, own.next_no)
    work_use.letter_no = own.next_no
    token, code = new_token(), new_check_code()
    work_use.token_index, work_use.check_code_index = token_index(token), check_code_index(code)
    place = Registered(number, own.previous_hash, address_of(token), code)
    paper = introduction_paper(work_use, place, day_of(at))
    work_use.document = files.put(
        data=typeset(paper, at).pdf, content_type="application/pdf", purpose="introduction",
        owner=work_use.organization_id, county_code=work_use.county_code, at=at, disk=disk,
    )  # fmt: skip
    registers.write(
        kind=INTRODUCED,
        owner=work_use.organization_id,
        county_code=work_use.county_code,
        subject=work_use.id,
        happened_at=at,
        signature=signature,
        columns=letter_columns_of(work_use, number, day_of(at)),
        personal={"bearers": opened_personal(work_use.id, work_use.personal_encrypted)["bearers"]},
        text_digest=work_use.approved_digest,
        document_digest=work_use.document.sha256,
        held=own,
    )
    return work_use.document.sha256


def _enter(
    work_use: WorkUse, book: Held, signature: Signature, document: str, columns: Mapping[str, str]
) -> None:
    assert work_use.sealed_at is not None
    whom = opened_personal(work_use.id, work_use.personal_encrypted)
    registers.write(
        kind=REGISTERED,
        owner=work_use.organization_id,
        county_code=work_use.county_code,
        subject=work_use.id,
        happened_at=work_use.sealed_at,
        signature=signature,
        columns=columns,
        personal={"whom": whom.get("concerned", "") or whom.get("bearers", "")},
        text_digest=work_use.approved_digest,
        document_digest=document,
        held=book,
    )


def _columns(work_use: WorkUse, facts: SealFacts, signature: Signature, at: datetime) -> dict[str, str]:
    letter = letter_number(work_use.organization_id, work_use.year or 0, work_use.letter_no or 0)
    seal = facts.stamping.seal
    note = note_of(
        work_use, letter=letter if work_use.letter_no else "", where=seal.stamped if seal.out else "", at=at
    )
    return columns_of(work_use, signature.name) | {HANDOVER: facts.handover, NOTE: note}


def _said(work_use: WorkUse, facts: SealFacts) -> dict[str, str]:
    return {
        "number": work_use.number,
        "copies": str(work_use.copies),
        "impressions": str(work_use.impressions),
        "seal": facts.stamping.seal_name,
        "where": facts.stamping.seal.stamped,
        "checked": "看过，没有空白" if facts.on_photos else "文件由系统核对",
    }


def receipt_of(work_use: WorkUse) -> Receipt:
    """The receipt of a sealed work use."""
    assert work_use.sealed_at is not None
    return Receipt(work_use.id, work_use.number, work_use.copies, work_use.impressions, work_use.sealed_at)
