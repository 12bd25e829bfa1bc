"""May this violation be recorded, handled, closed? Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.shared.refusal import Refusal
from zhengyin.supervision.policy.words import refusals_of_words
from zhengyin.supervision.wrongs import MEASURE_LABELS, Measure, Source, Wrong


@dataclass(frozen=True, slots=True)
class WrongGiven:
    """What is written down. `persons` and `facts` stand beside the line alone; `offices` in it."""

    committee: UUID
    wrong: Wrong
    source: Source
    happened_on: date
    offices: str
    persons: str
    facts: str


@dataclass(frozen=True, slots=True)
class MeasureGiven:
    """One step of handling; `body` and `document` are asked for where it is transferred."""

    measure: Measure
    done_on: date
    words: str
    body: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class RecordWrongFacts:
    """What is written down; `inside` says that the committee is below the recording office."""

    given: WrongGiven
    inside: bool
    known: bool  # the same, on the same day, recorded by the same office and still open


@dataclass(frozen=True, slots=True)
class HandleFacts:
    """A measure about to be taken; `heaviest` is the one taken last, None before any."""

    given: MeasureGiven
    heaviest: Measure | None
    happened_on: date


def refusals_to_record_wrong(facts: RecordWrongFacts, today: date) -> Iterator[Refusal]:
    """A violation has its facts and those concerned (O2.3d)."""
    if not facts.inside:
        yield Refusal("violation_elsewhere", clause="O2.3d")
    if facts.known:
        yield Refusal("violation_recorded_already")
    if not facts.given.offices.strip():
        yield Refusal("violation_offices_missing", clause="O2.3d")
    if not facts.given.persons.strip():
        yield Refusal("violation_persons_missing", clause="O2.3d")
    yield from refusals_of_words("violation_facts_missing", facts.given.facts)
    if facts.given.happened_on > today:
        yield Refusal("violation_in_future")


def refusals_to_hear(said: str) -> Iterator[Refusal]:
    """What whoever it concerns said, or that nothing was said."""
    yield from refusals_of_words("violation_hearing_missing", said)


def refusals_to_handle(facts: HandleFacts, today: date) -> Iterator[Refusal]:
    """From the reminder to the transfer, never back down (O2.3d)."""
    given = facts.given
    if facts.heaviest is not None and given.measure.weight <= facts.heaviest.weight:
        yield Refusal("violation_measure_not_heavier", MEASURE_LABELS[facts.heaviest], clause="O2.3d")
    if given.measure is Measure.TRANSFER and not (given.body.strip() and given.document.strip()):
        yield Refusal("violation_transfer_incomplete", clause="O2.3d")
    if not facts.happened_on <= given.done_on <= today:
        yield Refusal("violation_day_wrong")
    yield from refusals_of_words("violation_measure_words_missing", given.words)


def refusals_to_close_wrong(remark: str) -> Iterator[Refusal]:
    """How it ended."""
    yield from refusals_of_words("violation_result_missing", remark)


def refusals_to_dismiss(reason: str) -> Iterator[Refusal]:
    """Why it is none."""
    yield from refusals_of_words("violation_dismissal_missing", reason)
