"""征求意见稿 at the desk of whoever asks: typed, put right, its enclosures added."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.consultation.actions.record import carry_out, taken
from zhengyin.consultation.clauses import clauses_of, cut, tidied, titled
from zhengyin.consultation.facts import Drafted
from zhengyin.consultation.lines import BOOK
from zhengyin.consultation.models import Consultation, Enclosure
from zhengyin.consultation.policy.sending import refusals_to_draft, refusals_to_enclose
from zhengyin.consultation.queries.facts import enclosures_of
from zhengyin.consultation.workflow import CONSULTATION, ConsultationAct
from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@dataclass(frozen=True, slots=True)
class Typed:
    """A draft as typed: with an empty line between two clauses once it was put right by hand."""

    title: str
    text: str
    contact: str
    telephone: str


@transaction.atomic
def draft(*, body_id: UUID, typed: Typed, actor: Actor, at: datetime) -> Consultation:
    """Begin one; pasted text is cut into clauses by its headings (O0a).

    The same draft sent twice is one: of two at once the second waits for the first.
    """
    body = Organization.objects.get(pk=body_id)
    row = Consultation(
        county_code=body.county_code, body=body, state="", drafted_by_id=actor.person_id, drafted_at=at
    )
    step, signature = step_of(CONSULTATION, None, ConsultationAct.DRAFT, body_id, actor)
    _put(row, typed, cut(typed.text))
    registers.hold(owner=body_id, book=BOOK, year=day_of(at).year)
    same = {name: getattr(row, name) for name in ("title", "text", "contact", "telephone", "drafted_by_id")}
    earlier = Consultation.objects.filter(body=body, state=step.after.value, **same).first()
    if earlier:
        return earlier
    carry_out((row, step, signature), at)
    return row


@transaction.atomic
def change(*, consultation_id: UUID, typed: Typed, actor: Actor, at: datetime) -> Consultation:
    """Type it anew while it is a draft; now only an empty line parts two clauses."""
    begun = taken(consultation_id, ConsultationAct.CHANGE, actor)
    before = _typed(begun[0])
    _put(begun[0], typed, tidied(typed.text))
    if _typed(begun[0]) != before:  # the same form once more changes nothing
        carry_out(begun, at)
    return begun[0]


@transaction.atomic
def enclose(
    *, consultation_id: UUID, title: str, file_id: UUID | None, actor: Actor, at: datetime
) -> Enclosure:
    """Add a file under its name; the same once more is the one that is there."""
    begun = taken(consultation_id, ConsultationAct.ENCLOSE, actor)
    row, there = begun[0], enclosures_of(begun[0])
    sent = StoredFile.objects.filter(pk__in=[file_id]).values_list("sha256", flat=True).first()
    if same := next((one for one in there if (one.title, one.file.sha256) == (title.strip(), sent)), None):
        return same
    refuse_if(refusals_to_enclose(title, file_id is not None, {one.title for one in there}))
    assert file_id is not None  # the rules asked for it
    made = Enclosure.objects.create(consultation=row, title=title.strip(), file_id=file_id)
    carry_out(begun, at, columns={"enclosure": made.title})
    return made


@transaction.atomic
def leave_out(*, enclosure_id: UUID, actor: Actor, at: datetime) -> Enclosure:
    """Take an enclosure out again before the draft is sent."""
    of = Enclosure.objects.values_list("consultation_id", flat=True).get(pk=enclosure_id)
    begun = taken(of, ConsultationAct.LEAVE_OUT, actor)
    one = Enclosure.objects.get(pk=enclosure_id)
    if not one.left_out:
        one.left_out = True
        one.save(update_fields=("left_out",))
        carry_out(begun, at, columns={"enclosure": one.title})
    return one


def _put(row: Consultation, typed: Typed, text: str) -> None:
    row.title, row.text = titled(typed.title), text
    row.contact, row.telephone = typed.contact.strip(), typed.telephone.strip()
    refuse_if(refusals_to_draft(Drafted(row.title, row.contact, row.telephone, clauses_of(text))))


def _typed(row: Consultation) -> Typed:
    return Typed(row.title, row.text, row.contact, row.telephone)
