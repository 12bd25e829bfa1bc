"""Each entry is given to a unit, the unit answers by itself; for the silent the lead body finds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.cleanup.actions.record import locked, write_review
from zhengyin.cleanup.facts import Found
from zhengyin.cleanup.kinds import Verdict, Way
from zhengyin.cleanup.models import Review, Round, RoundUnit
from zhengyin.cleanup.policy.review import (
    refusals_to_answer,
    refusals_to_assign,
    refusals_to_return,
    refusals_to_settle,
)
from zhengyin.cleanup.queries.facts import BODIES, body_named
from zhengyin.cleanup.workflow import REVIEW, ReviewAct, ReviewState, RoundState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_of
from zhengyin.regions.models import Organization
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

BY_LINK = "link"  # stands for the office of whoever holds the one-time link


@dataclass(frozen=True, slots=True)
class Said:
    """What was found of one entry, as it came; on paper it has its scan and the day that stands on it."""

    verdict: Verdict | None
    basis: str = ""
    reason: str = ""
    instead: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    scan_id: UUID | None = None


@transaction.atomic
def assign(
    *, round_id: UUID, reviews: Collection[UUID], body_id: UUID | None, name: str, actor: Actor, at: datetime
) -> None:
    """Give entries nobody has answered to a unit: one of the county's bodies, or a name without a desk."""
    row = locked(round_id)
    step, signature = step_of(REVIEW, ReviewState.OPEN, ReviewAct.ASSIGN, row.lead_id, actor)
    body = _body(row, body_id) if body_id else body_named(row.county_code, name.strip())
    named = body.name if body else name.strip()
    refuse_if(refusals_to_assign(named, len(reviews), round_open=_open(row)))
    unit, _ = RoundUnit.objects.get_or_create(round=row, name=named, defaults={"body": body})
    for review in _chosen(row, reviews):
        REVIEW.step(ReviewState(review.state), ReviewAct.ASSIGN, (Office.COUNTY_LEAD,))
        if review.unit_id != unit.pk:
            review.unit = unit
            review.save(update_fields=("unit",))
            write_review(row, review, step.line, signature, at)


@transaction.atomic
def answer(*, review_id: UUID, said: Said, way: Way, actor: Actor | None, at: datetime) -> Review:
    """Record what a unit found: by its link, at its desk, or from paper by the lead body (H2.1b).

    `actor` is None for whoever holds the link. Refused: wrong_state, wrong_office, the codes of
    policy.review.
    """
    review, row = _taken(review_id)
    offices = _answering(review, row, way, actor)
    step = REVIEW.step(ReviewState(review.state), ReviewAct.ANSWER, offices)
    answered_on = said.answered_on if way is Way.PAPER else day_of(at)
    refuse_if(refusals_to_answer(_found(row, said, way, answered_on, at)))
    if actor is None:
        assert review.unit is not None  # it has a link
        signature = Signature(review.unit.pk, "凭一次性链接", BY_LINK, None)
    else:
        signature = actor.signature(Office(next(iter(offices))))
    return _put(review, row, said, way, answered_on, (step.after, step.line, signature), at)


@transaction.atomic
def settle(*, review_id: UUID, said: Said, actor: Actor, at: datetime) -> Review:
    """Find for a unit that was silent, or for an entry nobody is responsible for, after the last day."""
    review, row = _taken(review_id)
    step, signature = step_of(REVIEW, ReviewState(review.state), ReviewAct.SETTLE, row.lead_id, actor)
    refuse_if(refusals_to_settle(_found(row, said, Way.LEAD, day_of(at), at)))
    return _put(review, row, said, Way.LEAD, day_of(at), (step.after, step.line, signature), at)


@transaction.atomic
def send_back(*, review_id: UUID, reason: str, actor: Actor, at: datetime) -> Review:
    """Return an answer, to be given anew; what it said stays in the book."""
    review, row = _taken(review_id)
    step, signature = step_of(REVIEW, ReviewState(review.state), ReviewAct.RETURN, row.lead_id, actor)
    refuse_if(refusals_to_return(reason, round_open=_open(row)))
    review.state, review.answered_on, review.scan_id = step.after, None, None
    review.verdict = review.basis = review.reason = review.instead = review.answered_by = review.way = ""
    review.save()
    write_review(row, review, step.line, signature, at, personal={"reason": reason.strip()})
    return review


def _open(row: Round) -> bool:
    return row.state == RoundState.OPEN


def _body(row: Round, body_id: UUID) -> Organization:
    return Organization.objects.get(pk=body_id, county_code=row.county_code, kind__in=BODIES)


def _chosen(row: Round, reviews: Collection[UUID]) -> tuple[Review, ...]:
    rows = row.reviews.select_for_update(of=("self",)).select_related("unit").filter(pk__in=reviews)
    return tuple(rows.order_by("pk"))


def _taken(review_id: UUID) -> tuple[Review, Round]:
    row = locked(Review.objects.values_list("round_id", flat=True).get(pk=review_id))
    return _chosen(row, [review_id])[0], row


def _answering(review: Review, row: Round, way: Way, actor: Actor | None) -> frozenset[str]:
    """The unit's own desk, its link, or the lead body with the paper in hand."""
    if actor is None:
        return frozenset({BY_LINK}) if way is Way.LINK and review.unit else frozenset()
    if way is Way.PAPER:
        return frozenset(actor.offices_at(row.lead_id) & {Office.COUNTY_LEAD}) if review.unit else frozenset()
    body = review.unit.body_id if review.unit else None
    return frozenset(actor.offices_at(body) & {Office.DEPARTMENT, Office.TOWNSHIP}) if body else frozenset()


def _found(row: Round, said: Said, way: Way, answered_on: date | None, at: datetime) -> Found:
    return Found(
        verdict=said.verdict, basis=said.basis, reason=said.reason, instead=said.instead,
        answered_by=said.answered_by, answered_on=answered_on, way=way, scanned=said.scan_id is not None,
        opened_on=row.opened_on, due_on=row.due_on, today=day_of(at), round_open=_open(row),
    )  # fmt: skip


def _put(
    review: Review,
    row: Round,
    said: Said,
    way: Way,
    answered_on: date | None,
    step: tuple[ReviewState, str, Signature],
    at: datetime,
) -> Review:
    state, line, signature = step
    assert said.verdict is not None and answered_on is not None  # the rules asked for them
    words = {name: getattr(said, name).strip() for name in ("basis", "reason", "instead", "answered_by")}
    review.state, review.verdict, review.way = state, said.verdict.value, way.value
    review.answered_on, review.scan_id = answered_on, said.scan_id if way is Way.PAPER else None
    for name, one in words.items():
        setattr(review, name, one)
    review.save()
    columns = {"verdict": said.verdict.words, "way": way.words, "answered_on": answered_on.isoformat()}
    write_review(row, review, line, signature, at, columns, words)
    return review
