"""May this be inspected, found, answered, settled, fed back? Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.shared.personal import numbers_in
from zhengyin.shared.refusal import Refusal
from zhengyin.supervision.policy.words import LONGEST, refusals_of_words
from zhengyin.supervision.topics import TOPIC_LABELS, Topic

MOST_PHOTOS = 6  # of one answer


@dataclass(frozen=True, slots=True)
class Plan:
    """A round of inspections: the same for each of its committees. Days are inclusive."""

    title: str
    committees: frozenset[UUID]
    topics: frozenset[Topic]
    planned_from: date
    planned_last: date
    inspectors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """`outside` names committees that are not the township's, `known` those that have it planned already."""

    plan: Plan
    outside: tuple[str, ...]
    known: tuple[str, ...]
    unprintable: tuple[str, ...] = ()  # characters the fonts do not have


@dataclass(frozen=True, slots=True)
class FoundFacts:
    """A finding about to be written down in an inspection; `planned` says that it is still open for that."""

    planned: bool
    topic: Topic
    topics: frozenset[Topic]
    found: str
    to_do: str
    due_on: date
    unprintable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndFacts:
    """An inspection about to be closed at once, notified or cancelled."""

    findings: int
    planned_from: date
    inspected_on: date


def refusals_to_plan(facts: PlanFacts, today: date) -> Iterator[Refusal]:
    """A township plans for its own committees, ahead, with two inspectors (H4.2b)."""
    plan = facts.plan
    first, second = (name.strip() for name in plan.inspectors)
    if not plan.title.strip():
        yield Refusal("inspection_without_title", clause="H4.2b")
    for found in numbers_in(plan.title):
        yield Refusal("inspection_title_tells_a_person", found)
    if not plan.committees:
        yield Refusal("inspection_without_committees", clause="H4.2b")
    if not plan.topics:
        yield Refusal("inspection_without_topics", clause="H4.2b")
    if not first or not second or first == second:
        yield Refusal("inspection_needs_two_inspectors", clause="H4.2b")
    if plan.planned_last < plan.planned_from:
        yield Refusal("inspection_days_reversed")
    if plan.planned_last < today:
        yield Refusal("inspection_day_passed")
    yield from (Refusal("inspection_committee_elsewhere", name) for name in facts.outside)
    yield from (Refusal("inspection_planned_already", name) for name in facts.known)
    yield from (Refusal("inspection_words_unprintable", one) for one in facts.unprintable)


def refusals_to_record_finding(facts: FoundFacts, today: date) -> Iterator[Refusal]:
    """Each names what was looked at, what is wrong, what must be put right and by when."""
    if not facts.planned:
        yield Refusal("inspection_notified_already", clause="H4.2b")
    if facts.topic not in facts.topics and facts.topic is not Topic.OTHER:
        yield Refusal("finding_topic_not_planned", TOPIC_LABELS[facts.topic])
    yield from refusals_of_words("finding_words_missing", facts.found)
    yield from refusals_of_words("finding_to_do_missing", facts.to_do)
    if facts.due_on < today:
        yield Refusal("finding_due_passed")
    yield from (Refusal("inspection_words_unprintable", one) for one in facts.unprintable)


def refusals_to_notify(facts: EndFacts, today: date) -> Iterator[Refusal]:
    """A notice of rectification names what to rectify."""
    if not facts.findings:
        yield Refusal("inspection_without_findings", clause="H4.2b")
    yield from _inspected(facts, today)


def refusals_to_record_clean(facts: EndFacts, today: date) -> Iterator[Refusal]:
    """Nothing found is said only where nothing was written down."""
    if facts.findings:
        yield Refusal("inspection_has_findings", str(facts.findings), clause="H4.2b")
    yield from _inspected(facts, today)


def refusals_to_cancel(findings: int, reason: str) -> Iterator[Refusal]:
    """What was found is not cancelled away."""
    if findings:
        yield Refusal("inspection_has_findings", str(findings), clause="H4.2b")
    yield from refusals_of_words("reason_of_cancel_missing", reason)


def refusals_to_answer(answer: str, photos: int, *, notified: bool) -> Iterator[Refusal]:
    """The committee says what it did, after the notice has gone out."""
    if not notified:
        yield Refusal("rectification_not_notified")
    yield from refusals_of_words("finding_answer_missing", answer)
    if photos > MOST_PHOTOS:
        yield Refusal("finding_too_many_photos", str(MOST_PHOTOS))


def refusals_to_return(reason: str) -> Iterator[Refusal]:
    """Who gives back says what is still wrong."""
    yield from refusals_of_words("finding_return_reason_missing", reason)


def refusals_to_settle(remark: str, *, answered: bool, notified: bool) -> Iterator[Refusal]:
    """Without an answer of the committee, the township says why it is settled all the same."""
    if not notified:
        yield Refusal("rectification_not_notified")
    if not answered:
        yield from refusals_of_words("finding_settle_remark_missing", remark)
    elif len(remark.strip()) > LONGEST:
        yield Refusal("supervision_words_too_long", str(LONGEST))


def refusals_to_feed_back(words: str, *, sent: bool, notified: bool) -> Iterator[Refusal]:
    """A finding is fed back once, after the notice has gone out (及时反馈)."""
    if sent:
        yield Refusal("feedback_sent_already", clause="H4.2b")
    if not notified:
        yield Refusal("rectification_not_notified")
    yield from refusals_of_words("feedback_words_missing", words)


def refusals_to_answer_feedback(answer: str) -> Iterator[Refusal]:
    """An answer says something."""
    yield from refusals_of_words("feedback_answer_missing", answer)


def _inspected(facts: EndFacts, today: date) -> Iterator[Refusal]:
    if facts.inspected_on > today:
        yield Refusal("inspected_on_in_future")
    if facts.inspected_on < facts.planned_from:
        yield Refusal("inspected_before_plan")
