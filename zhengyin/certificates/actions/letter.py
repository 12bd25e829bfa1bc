"""The 告知函: drafted by the handler, let go or returned by the director, sent, answered (H3.1d, O2.1e)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.actions.taking import carry_out, letter_taken
from zhengyin.certificates.kinds import SentBy
from zhengyin.certificates.letter import LetterGiven, text_of
from zhengyin.certificates.lines.names import LETTER_WRITTEN, LETTERS
from zhengyin.certificates.models import Certificate, Letter, Notice
from zhengyin.certificates.policy import letter as policy
from zhengyin.certificates.policy.give_back import refusals_without_reason
from zhengyin.certificates.queries import letters
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import LETTER, LetterAct, LetterState
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.registers import actions as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def draft_letter(*, certificate_id: UUID, given: LetterGiven, actor: Actor, at: datetime) -> Letter:
    """Write the letter of a refused case, or write it anew until the director lets it go."""
    certificate = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate_id)
    letter = Letter.objects.select_for_update(of=("self",)).filter(certificate=certificate).first()
    state = LetterState(letter.state) if letter else None
    step, signature = step_of(LETTER, state, LetterAct.DRAFT, certificate.organization_id, actor)
    given = letters.tidied(given)
    refuse_if(policy.refusals_to_draft_letter(letters.facts_for_draft_letter(certificate, given, at)))
    text = text_of(given, letters.matter_of(certificate, Notice.objects.get(pk=certificate.pk)))
    digest = text.digest(certificate.text_salt)
    if letter is not None and (state, letter.text_digest) == (LetterState.DRAFTED, digest):
        return letter  # clicked twice
    letter = letter or Letter(certificate=certificate, organization_id=certificate.organization_id)
    letter.county_code, letter.unit, letter.answer_by = certificate.county_code, given.unit, given.answer_by
    letter.text_encrypted = secrets.sealed_letter(letter.id, text.canonical())
    letter.text_digest = digest
    letter.drafted_by_id, letter.drafted_at = actor.person_id, at
    said = {"unit": given.unit, "answer_by": given.answer_by.isoformat()}
    carry_out(letter, step, signature, at, columns=said, text_digest=digest)
    return letter


@transaction.atomic
def return_letter(*, certificate_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """Give it back to the handler."""
    taken = letter_taken(certificate_id, LetterAct.RETURN, actor)
    refuse_if(refusals_without_reason(reason))
    carry_out(*taken, at, personal={"reason": reason.strip()})


@transaction.atomic
def approve_letter(*, certificate_id: UUID, seen: str, actor: Actor, at: datetime) -> Letter:
    """Let it go: it takes its number in the committee's book of letters, of exactly the text seen."""
    letter, step, signature = letter_taken(certificate_id, LetterAct.APPROVE, actor)
    certificate = letter.certificate
    facts = letters.facts_for_approve_letter(letter, actor, at, seen=seen)
    refuse_if(policy.refusals_to_approve_letter(facts))
    notice = Notice.objects.get(pk=certificate.pk)
    matter, text = letters.matter_of(certificate, notice), letters.text_in(letter)
    book = registers.hold(owner=letter.organization_id, book=LETTERS, year=day_of(at).year)
    letter.year, letter.no, letter.previous_hash = book.year, book.next_no, book.previous_hash
    letter.number = letters.number_of(certificate, book.year, book.next_no)
    letter.approved_by_id, letter.approved_at = actor.person_id, at
    registers.write(
        kind=LETTER_WRITTEN,
        owner=letter.organization_id,
        county_code=letter.county_code,
        subject=letter.id,
        happened_at=at,
        signature=signature,
        columns={
            "number": letter.number,
            "unit": letter.unit,
            "matter": certificate.title,
            "item_code": certificate.entry_code,
            "notice": notice.number,
            "ground": WORDS[f"ground.{notice.ground}"],
            "basis": matter.basis,
            "answer_by": letter.answer_by.isoformat(),
        },
        personal={"name": matter.applicant, "address": text.address},
        text_digest=letter.text_digest,
        held=book,
    )
    said = {"number": letter.number}
    carry_out(letter, step, signature, at, columns=said, text_digest=letter.text_digest)
    return letter


@transaction.atomic
def send_letter(
    *,
    certificate_id: UUID,
    how: str,
    post_number: str,
    note: str,
    signed: bool,
    actor: Actor,
    at: datetime,
) -> None:
    """It has left the office, signed by the director's hand."""
    taken = letter_taken(certificate_id, LetterAct.SEND, actor)
    letter, post_number, note = taken[0], post_number.strip(), note.strip()
    post_number = post_number if how == SentBy.POST else ""
    facts = letters.facts_for_send_letter(
        letter, at, how=how, post_number=post_number, note=note, signed=signed
    )
    refuse_if(policy.refusals_to_send_letter(facts))
    letter.sent_how, letter.post_number, letter.sent_at = how, post_number, at
    said = {"number": letter.number, "how": WORDS[f"sent_by.{how}"], "post_number": post_number}
    carry_out(*taken, at, columns=said, personal={"note": note})


@transaction.atomic
def take_back_letter(*, certificate_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """Let go and not sent yet: back to the handler. Its number is spent; let go anew it takes another."""
    taken = letter_taken(certificate_id, LetterAct.TAKE_BACK, actor)
    refuse_if(refusals_without_reason(reason))
    letter, number = taken[0], taken[0].number
    letter.number, letter.previous_hash, letter.year, letter.no = "", "", None, None
    letter.approved_by, letter.approved_at = None, None
    carry_out(*taken, at, columns={"number": number}, personal={"reason": reason.strip()})


@transaction.atomic
def record_basis(*, certificate_id: UUID, basis: str, said: str, actor: Actor, at: datetime) -> None:
    """The unit named its basis: the demand may be applied for anew, with it (O2.1c)."""
    taken = letter_taken(certificate_id, LetterAct.RECORD_BASIS, actor)
    letter, basis, said = taken[0], " ".join(basis.split()), said.strip()
    refuse_if(policy.refusals_to_record_basis(letters.facts_for_answer(letter, basis, said, at)))
    letter.basis_words, letter.answered_at = basis, at
    carry_out(*taken, at, columns={"number": letter.number, "basis": basis}, personal={"said": said})


@transaction.atomic
def record_demand_dropped(*, certificate_id: UUID, said: str, actor: Actor, at: datetime) -> None:
    """The unit no longer asks for it."""
    taken = letter_taken(certificate_id, LetterAct.RECORD_DROPPED, actor)
    letter, said = taken[0], said.strip()
    refuse_if(policy.refusals_to_record_dropped(letters.facts_for_answer(letter, "", said, at)))
    letter.answered_at = at
    carry_out(*taken, at, columns={"number": letter.number}, personal={"said": said})


@transaction.atomic
def record_silence(*, certificate_id: UUID, actor: Actor, at: datetime) -> None:
    """The day has passed and nothing came; a late answer is recorded all the same."""
    taken = letter_taken(certificate_id, LetterAct.RECORD_SILENCE, actor)
    refuse_if(policy.refusals_to_record_silence(letters.facts_for_answer(taken[0], "", "", at)))
    carry_out(*taken, at, columns={"number": taken[0].number})
