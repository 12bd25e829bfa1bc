"""The 告知函 of a case: what it rests on, what it says, who has to do what with it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.catalogue import queries as catalogue
from zhengyin.certificates import secrets
from zhengyin.certificates.facts.letter import (
    AnswerFacts,
    ApproveLetterFacts,
    DraftLetterFacts,
    SendLetterFacts,
)
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.letter import LetterGiven, LetterText, Matter
from zhengyin.certificates.models import Certificate, Letter, Notice
from zhengyin.certificates.policy.letter import refusals_to_approve_letter, refusals_to_send_so_late
from zhengyin.certificates.queries.facts import concerned_in, deciding
from zhengyin.certificates.queries.refusing import told_in
from zhengyin.certificates.queries.worklists import READERS
from zhengyin.certificates.typed import words_problem
from zhengyin.certificates.workflow import LETTER, LetterAct, LetterState
from zhengyin.documents import fonts
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.regions.names import CommitteeKind, is_gacha
from zhengyin.registers import queries as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal

LIMITS = {"unit": ("收函单位", 50), "address": ("收函地址", 80), "post_number": ("单号", 40),
          "note": ("怎样送的", 60), "basis": ("对方给出的依据", 200), "said": ("怎样答复的", 60)}  # fmt: skip
TO_DO = (LetterState.RETURNED, LetterState.APPROVED, LetterState.SENT)  # the handler's
GIVEN_BACK = ("letter.returned", "letter.taken_back")
LATEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Step:
    """One act in its life."""

    at: datetime
    words: str
    who: str


@dataclass(frozen=True, slots=True)
class LetterPage:
    """Everything its page shows; `letter` is None where none was drafted yet."""

    case_id: UUID
    organization_id: UUID
    title: str
    letter: Letter | None
    text: LetterText | None
    state: LetterState | None
    unit: str
    address: str
    answer_by: date
    returned: str
    steps: tuple[Step, ...]
    acts: frozenset[LetterAct]
    cannot: tuple[Refusal, ...]  # why this person cannot let it go
    too_late: tuple[Refusal, ...]  # why nobody can send it as it is


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter of a work list."""

    case_id: UUID
    unit: str
    title: str
    state: LetterState


def visible_to(actor: Actor) -> QuerySet[Letter]:
    """The letters of the committees in which the person holds an office that reads cases."""
    seats = {seat for office in READERS for seat in actor.organizations(office)}
    return Letter.objects.filter(organization_id__in=seats)


def is_ruled_out(certificate: Certificate) -> bool:
    """Refused because the lists say so: there is a rule to tell the unit, and its basis to ask for."""
    return Notice.objects.filter(pk=certificate.pk, ground=Ground.RULE).exists()


def letter_of(certificate: Certificate) -> Letter | None:
    """The case's letter, if somebody drafted one."""
    return Letter.objects.filter(certificate=certificate).first()


def waiting(
    actor: Actor, organization_id: UUID, states: Iterable[LetterState], at: datetime
) -> tuple[LetterRow, ...]:
    """The letters of a committee in these states, the earliest answer first; sent ones when overdue."""
    rows = visible_to(actor).filter(organization_id=organization_id, state__in=[s.value for s in states])
    rows = rows.exclude(state=LetterState.SENT, answer_by__gte=day_of(at))
    return tuple(
        LetterRow(row.certificate_id, row.unit, row.certificate.title, LetterState(row.state))
        for row in rows.select_related("certificate").order_by("answer_by", "drafted_at", "pk")
    )


def letter_page(certificate: Certificate, actor: Actor, at: datetime) -> LetterPage:
    """Gather the page. The caller loaded the case through visible_to."""
    letter, today = letter_of(certificate), day_of(at)
    text = text_in(letter) if letter else None
    state = LetterState(letter.state) if letter else None
    offices = actor.offices_at(certificate.organization_id)
    steps = (step for step in LETTER.steps if step.before == state and set(step.by) & set(offices))
    acts = frozenset(step.act for step in steps if letter or is_ruled_out(certificate))
    lines = registers.lines_of(letter.id) if letter else ()
    numbers = regions.settings_for(certificate.county_code).numbers
    return LetterPage(
        case_id=certificate.id,
        organization_id=certificate.organization_id,
        title=certificate.title,
        letter=letter,
        text=text,
        state=state,
        unit=text.unit if text else certificate.demanding_unit,
        address=text.address if text else "",
        answer_by=letter.answer_by if letter else today + timedelta(days=numbers.unit_answer_days),
        returned=next((_reason(line) for line in reversed(lines) if line.kind in GIVEN_BACK), ""),
        steps=tuple(
            Step(line.happened_at, line.title, line.person_name) for line in lines if line.book == "journal"
        ),
        acts=acts,
        cannot=_cannot(letter, actor, at) if letter and LetterAct.APPROVE in acts else (),
        too_late=tuple(refusals_to_send_so_late(letter.answer_by, today))
        if letter and LetterAct.SEND in acts
        else (),
    )  # fmt: skip


def _cannot(letter: Letter, actor: Actor, at: datetime) -> tuple[Refusal, ...]:
    facts = facts_for_approve_letter(letter, actor, at, seen=letter.text_digest)
    return tuple(refusals_to_approve_letter(facts))


def _reason(line: registers.RegisterLine) -> str:
    return line.personal["reason"] if line.personal else "（原因已依法删除）"


def text_in(letter: Letter) -> LetterText:
    """What the letter says."""
    return LetterText.read(secrets.opened_letter(letter.id, letter.text_encrypted))


def matter_of(certificate: Certificate, notice: Notice) -> Matter:
    """The refusal, as its 告知单 told it."""
    told, card = told_in(notice), regions.committee(certificate.organization_id)
    steps = dict(told.ways[0])
    lists = catalogue.lists_for(certificate.organization_id, day_of(notice.told_at))
    listed = lists.listed.get(certificate.entry_code)
    village = "嘎查" if is_gacha(card.name) else "村" if card.kind is CommitteeKind.VILLAGE else "社区"
    return Matter(
        title=certificate.title,
        applicant=told.to,
        asked_on=day_of(certificate.applied_at),
        purpose=certificate.purpose,
        basis=told.basis,
        where=steps.get("去哪里", ""),
        bring=steps.get("带什么", ""),
        documents=listed.entry.replaced_by if listed else (),
        village=village,
        committee="居民委员会" if card.issuer_name.endswith("居民委员会") else "村民委员会",
    )


def tidied(given: LetterGiven) -> LetterGiven:
    """Trim what stands on the paper."""
    return replace(given, unit=" ".join(given.unit.split()), address=" ".join(given.address.split()))


def problems_in(**said: str) -> tuple[tuple[str, str], ...]:
    """(field, what does not fit the paper or the book), by the same function on the page and in the act."""
    found = []
    for name, value in said.items():
        label, most = LIMITS[name]
        odd = "、".join(fonts.uncovered(value))
        words = words_problem(label, value, most)
        found.append((name, words or (f"“{odd}”这个字印不出来，请换一个字" if odd else "")))
    return tuple((name, words) for name, words in found if words)


def facts_for_draft_letter(certificate: Certificate, given: LetterGiven, at: datetime) -> DraftLetterFacts:
    """What the rule looks at."""
    today = day_of(at)
    problems = [words for _, words in problems_in(unit=given.unit, address=given.address)]
    if given.answer_by > today + LATEST:
        problems.append("请对方答复的日期太远了，请看看年份")
    return DraftLetterFacts(is_ruled_out(certificate), given.unit, given.answer_by, today, tuple(problems))


def facts_for_approve_letter(letter: Letter, actor: Actor, at: datetime, *, seen: str) -> ApproveLetterFacts:
    """What the rule looks at; nobody is asked about relatives: nothing is certified."""
    certificate = letter.certificate
    return ApproveLetterFacts(
        not_issuing=regions.committee(letter.organization_id).reasons,
        concerned=concerned_in(certificate),
        deciding=deciding(certificate, actor, None, at),
        drafted_by=letter.drafted_by_id,
        answer_by=letter.answer_by,
        today=day_of(at),
        text_digest=letter.text_digest,
        seen=seen,
    )


def facts_for_send_letter(
    letter: Letter, at: datetime, *, how: str, post_number: str, note: str, signed: bool
) -> SendLetterFacts:
    """What the rule looks at."""
    problems = (words for _, words in problems_in(post_number=post_number, note=note))
    return SendLetterFacts(signed, how, post_number, note, letter.answer_by, day_of(at), tuple(problems))


def facts_for_answer(letter: Letter, basis: str, said: str, at: datetime) -> AnswerFacts:
    """What the rule looks at."""
    problems = tuple(words for _, words in problems_in(basis=basis, said=said))
    return AnswerFacts(letter.answer_by, day_of(at), basis, problems)


def number_of(certificate: Certificate, year: int, no: int) -> str:
    """平头川镇李家湾村函〔2026〕2号."""
    stem = regions.committee(certificate.organization_id).number_prefix.removesuffix("证字")
    return f"{stem}函〔{year}〕{no}号"
