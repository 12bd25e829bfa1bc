"""The township acknowledges what was filed, or sends it back with a question; the committee answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.regions.models import Committee
from zhengyin.registers.lines import Signature
from zhengyin.registers.queries import RegisterLine
from zhengyin.seals.actions.record import step_of, write
from zhengyin.seals.models import Filing
from zhengyin.seals.policy import filing as rules
from zhengyin.seals.policy.filing import FilingFacts
from zhengyin.seals.queries.filings import LineKey, facts_for_filing, line_to_file, number_of
from zhengyin.seals.workflow import FILING, FilingAct, FilingState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.shared.workflow import Step


@dataclass(frozen=True, slots=True)
class _Taken:
    """A filing about to be handled."""

    filing: Filing
    line: RegisterLine
    step: Step[FilingState, FilingAct]
    signature: Signature


@transaction.atomic
def acknowledge_filing(*, key: LineKey, actor: Actor, at: datetime) -> Filing:
    """The township has it before it: acknowledged today, by this person (O2.3a).

    Refused: another_township, not_to_be_filed, wrong_state, wrong_office.
    """
    facts = _locked(key)
    refuse_if(rules.refusals_to_acknowledge(facts, actor))
    taken = _taken(key, FilingAct.ACKNOWLEDGE, facts, actor)
    _handle(taken, actor, at)
    _write(taken, at, {})
    return taken.filing


@transaction.atomic
def return_filing(*, key: LineKey, question: str, actor: Actor, at: datetime) -> Filing:
    """退回补正: the township says what is missing or does not fit; an earlier answer gives way.

    Refused: another_township, not_to_be_filed, filing_question_missing, wrong_state, wrong_office.
    """
    facts = _locked(key)
    refuse_if(rules.refusals_to_return_filing(facts, question, actor))
    taken = _taken(key, FilingAct.RETURN, facts, actor)
    taken.filing.question, taken.filing.answer = question.strip(), ""
    taken.filing.answered_by_id = taken.filing.answered_at = None
    _handle(taken, actor, at)
    _write(taken, at, {"question": taken.filing.question})
    return taken.filing


@transaction.atomic
def answer_filing(*, key: LineKey, answer: str, actor: Actor, at: datetime) -> Filing:
    """补正: the committee says how it was put right.

    Refused: not_to_be_filed, filing_answer_missing, wrong_state, wrong_office.
    """
    facts = _locked(key)
    refuse_if(rules.refusals_to_answer_filing(facts, answer))
    taken = _taken(key, FilingAct.ANSWER, facts, actor)
    filing = taken.filing
    filing.state, filing.answer = taken.step.after, answer.strip()
    filing.answered_by_id, filing.answered_at = actor.person_id, at
    filing.save(update_fields=("state", "answer", "answered_by", "answered_at"))
    _write(taken, at, {"answer": filing.answer})
    return filing


def _locked(key: LineKey) -> FilingFacts:
    # The committee's row is the lock: before the first act of the township the filing has none.
    Committee.objects.select_for_update(of=("self",)).get(pk=key.committee_id)
    return facts_for_filing(key)


def _taken(key: LineKey, act: FilingAct, facts: FilingFacts, actor: Actor) -> _Taken:
    """The filing, a new one at the township's first act; its line; the row of the table; who signs."""
    place = {"committee_id": key.committee_id, "book": key.book, "year": key.year, "no": key.no}
    filing = Filing.objects.filter(**place).first()
    state = FilingState(filing.state) if filing else None
    step, signature = step_of(FILING, state, act, facts.committee, actor)
    line = line_to_file(key)
    assert line is not None  # the rules asked for it
    fresh = Filing(**place, kind=line.kind, county_code=line.county_code)
    return _Taken(filing or fresh, line, step, signature)


def _handle(taken: _Taken, actor: Actor, at: datetime) -> None:
    filing = taken.filing
    filing.state, filing.handled_by_id, filing.handled_at = taken.step.after, actor.person_id, at
    filing.save()


def _write(taken: _Taken, at: datetime, personal: Mapping[str, str]) -> None:
    filing, line = taken.filing, taken.line
    write(
        kind=taken.step.line,
        owner=filing.committee_id,
        county_code=filing.county_code,
        subject=filing.pk,
        signature=taken.signature,
        at=at,
        columns={
            "filed": line.title,
            "number": number_of(line),
            "happened_on": day_of(line.happened_at).isoformat(),
            "line_hash": line.hash,
        },
        personal=personal,
    )
