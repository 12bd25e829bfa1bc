"""征求意见: the bodies are asked, each answers by itself, what was said is weighed and summed up."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.admission.actions.record import carry_out, taken
from zhengyin.admission.facts import Answer
from zhengyin.admission.kinds import Asked, Stance, Way
from zhengyin.admission.models import Proposal, Question
from zhengyin.admission.policy.consulting import (
    refusals_to_answer,
    refusals_to_consult,
    refusals_to_sum_up,
    refusals_to_weigh,
)
from zhengyin.admission.queries.facts import bodies_to_ask, facts_for_consult, facts_for_sum_up
from zhengyin.admission.workflow import QUESTION, ProposalAct, ProposalState, QuestionAct, QuestionState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_by
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

BY_LINK = "link"  # stands for the office of whoever holds the one-time link


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as it came; on paper it has its scan and the day that stands on it."""

    stance: Stance | None
    words: str
    answered_by: str
    answered_on: date | None
    scan_id: UUID | None = None


@transaction.atomic
def consult(
    *, proposal_id: UUID, due_on: date, bodies: Collection[UUID], actor: Actor, at: datetime
) -> Proposal:
    """Ask every township and joint reviewer, and whatever departments are named, until `due_on` (H2.2b)."""
    begun = taken(proposal_id, ProposalAct.CONSULT, actor)
    row, _, signature = begun
    known = bodies_to_ask(row.county_code)
    chosen = [one for one in known if one in set(bodies) and one != row.applicant_id]
    refuse_if(refusals_to_consult(facts_for_consult(row, due_on, chosen, at)))
    row.asked_on, row.due_on = day_of(at), due_on
    carry_out(begun, at, columns={"bodies": str(len(chosen)), "due_on": due_on.isoformat()})
    step = QUESTION.step(None, QuestionAct.ASK, (Office.COUNTY_LEAD,))
    for body in chosen:
        why, name = known[body]
        Question.objects.create(
            proposal=row, body_id=body, why=why.value, due_on=due_on, state=step.after.value
        )
        _write(row, name, step.line, signature, at, {"due_on": due_on.isoformat()})
    return row


@transaction.atomic
def answer(*, question_id: UUID, said: Said, way: Way, actor: Actor | None, at: datetime) -> Question:
    """Record what a body answers: by its link, at its desk, or from paper by the lead body (H2.2b).

    `actor` is None for whoever holds the link. Refused: wrong_state, wrong_office, the codes of
    policy.consulting.
    """
    question, proposal = _locked(question_id)
    offices = _answering(question, proposal, way, actor)
    step = QUESTION.step(QuestionState(question.state), QuestionAct.ANSWER, offices)
    answered_on = said.answered_on if way is Way.PAPER else day_of(at)
    facts = Answer(
        stance=said.stance, words=said.words, answered_by=said.answered_by, answered_on=answered_on, way=way,
        scanned=said.scan_id is not None, asked_on=proposal.asked_on or day_of(at), today=day_of(at),
        weighing=proposal.state != ProposalState.CONSULTING,
    )  # fmt: skip
    refuse_if(refusals_to_answer(facts))
    assert said.stance is not None  # the rules asked for it
    question.state, question.stance, question.way = step.after.value, said.stance.value, way.value
    question.words, question.answered_by = said.words.strip(), said.answered_by.strip()
    question.answered_on = answered_on
    question.scan_id = said.scan_id if way is Way.PAPER else None
    question.save()
    assert answered_on is not None
    _write(
        proposal, question.body.name, step.line, _signature(question, actor, offices), at,
        {"stance": said.stance.words, "way": way.words, "answered_on": answered_on.isoformat()},
        {"words": question.words, "answered_by": question.answered_by},
    )  # fmt: skip
    return question


@transaction.atomic
def weigh(*, question_id: UUID, taken_up: bool, because: str, actor: Actor, at: datetime) -> Question:
    """Say of an opinion whether it is adopted, and why."""
    question, proposal = _locked(question_id)
    step, signature = step_by(
        QUESTION, QuestionState(question.state), QuestionAct.WEIGH, actor.offices_at(proposal.lead_id), actor
    )
    refuse_if(refusals_to_weigh(Stance(question.stance), because))
    question.state, question.taken, question.taken_because = step.after.value, taken_up, because.strip()
    question.save(update_fields=("state", "taken", "taken_because"))
    columns = {"taken": "采纳" if taken_up else "没有采纳"}
    _write(proposal, question.body.name, step.line, signature, at, columns, {"reason": because.strip()})
    return question


@transaction.atomic
def sum_up(*, proposal_id: UUID, summary: str, actor: Actor, at: datetime) -> Proposal:
    """Close the consultation: everybody answered, or the last day is over (H2.2b)."""
    begun = taken(proposal_id, ProposalAct.SUM_UP, actor)
    row = begun[0]
    refuse_if(refusals_to_sum_up(facts_for_sum_up(row, summary, at)))
    row.summary = summary.strip()
    silent = row.questions.filter(state=QuestionState.ASKED).select_related("body").order_by("body__name")
    columns = {
        "answered": str(row.questions.exclude(state=QuestionState.ASKED).count()),
        "silent": "、".join(one.body.name for one in silent),
        "adopted": str(row.questions.filter(taken=True).count()),
    }
    carry_out(begun, at, columns=columns, personal={"summary": row.summary})
    return row


def _locked(question_id: UUID) -> tuple[Question, Proposal]:
    """The proposal's lock first: summing up waits for an answer under way, and it for summing up."""
    proposal_id = Question.objects.values_list("proposal_id", flat=True).get(pk=question_id)
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal_id)
    question = Question.objects.select_for_update(of=("self",)).select_related("body").get(pk=question_id)
    return question, proposal


def _answering(question: Question, proposal: Proposal, way: Way, actor: Actor | None) -> frozenset[str]:
    """The body's own desk, its link, or the lead body with the paper in hand."""
    if actor is None:
        return frozenset({BY_LINK}) if way is Way.LINK else frozenset()
    if way is Way.PAPER:
        return frozenset(actor.offices_at(proposal.lead_id) & {Office.COUNTY_LEAD})
    own = Office.TOWNSHIP if question.why == Asked.TOWNSHIP else Office.DEPARTMENT
    return frozenset(actor.offices_at(question.body_id) & {own})


def _signature(question: Question, actor: Actor | None, offices: Collection[str]) -> Signature:
    if actor is None:
        return Signature(question.body_id, "凭一次性链接", BY_LINK, None)
    return actor.signature(Office(next(iter(offices))))


def _write(
    proposal: Proposal,
    body: str,
    kind: str,
    signature: Signature,
    at: datetime,
    columns: Mapping[str, str],
    personal: Mapping[str, str] = NOTHING,
) -> None:
    registers.write(
        kind=kind, owner=proposal.lead_id, county_code=proposal.county_code, subject=proposal.pk,
        happened_at=at, signature=signature, columns={"item": proposal.item_name, "body": body, **columns},
        personal=personal,
    )  # fmt: skip
