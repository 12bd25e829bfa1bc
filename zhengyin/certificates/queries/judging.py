"""The catalogue's answer for a case: at the application, and again on the day of the approval."""

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, get_type_hints

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.ending import Stops, stops
from zhengyin.catalogue.kinds import Said, Tie
from zhengyin.catalogue.policy import Answer, Question
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.workflow import State
from zhengyin.shared.days import day_of

BEFORE_APPROVAL = (
    State.APPLIED, State.TO_COMPLETE, State.ACCEPTED, State.VERIFYING, State.VERIFIED, State.RETURNED,
    State.AWAITING_SECOND,
)  # fmt: skip
KINDS = get_type_hints(Question)


def as_json(question: Question) -> dict[str, Any]:
    """A question as it is kept beside the case."""
    return {
        **asdict(question),
        "day": question.day.isoformat(),
        "ties": sorted(tie.value for tie in question.ties),
        "exception_conditions": [said.value for said in question.exception_conditions],
    }


def from_json(kept: dict[str, Any], day: date) -> Question:
    """The question again, for another day."""
    values = {name: _again(KINDS[name], value) for name, value in kept.items()}
    values["ties"] = frozenset(Tie(tie) for tie in kept["ties"])
    values["exception_conditions"] = tuple(Said(said) for said in kept["exception_conditions"])
    return Question(**{**values, "day": day})


def _again(kind: Any, value: Any) -> Any:
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


def judged_again(certificate: Certificate, at: datetime) -> Answer:
    """Is it still to be issued today? A list may have changed since the application."""
    question = from_json(certificate.question, day_of(at))
    return catalogue.answer_to(certificate.organization_id, question)


def stops_of(certificate: Certificate, at: datetime) -> Stops | None:
    """When the item of a case nobody has approved yet ends; what was approved is sealed and handed over."""
    if State(certificate.state) not in BEFORE_APPROVAL:
        return None
    return stops(certificate.county_code, certificate.entry_code, day_of(at))


def with_what_the_handler_said(
    certificate: Certificate,
    at: datetime,
    *,
    ties: Collection[Tie],
    public_interest: Said = Said.NOT_ASKED,
    public_interest_reason: str = "",
) -> Question:
    """The question with the ties that were confirmed and, where it was still open, the public interest."""
    question = replace(from_json(certificate.question, day_of(at)), ties_asked=True, ties=frozenset(ties))
    if public_interest is Said.NOT_ASKED:
        return question
    return replace(question, public_interest=public_interest, public_interest_reason=public_interest_reason)


def interest_is_open(certificate: Certificate, at: datetime) -> bool:
    """Whether the handler still has to say if public interest is touched, the ties taken as confirmed."""
    ties = sufficient_ties(certificate) or from_json(certificate.question, day_of(at)).ties
    question = with_what_the_handler_said(certificate, at, ties=ties)
    answer = catalogue.answer_to(certificate.organization_id, question)
    return answer.outcome.is_yes and answer.public_interest is Said.NOT_ASKED


def interest_without_reason(question: Question) -> bool:
    """Whether somebody said that public interest is touched without saying why."""
    return question.public_interest is Said.YES and not question.public_interest_reason.strip()


def sufficient_ties(certificate: Certificate) -> frozenset[Tie]:
    """Which ties suffice for the item, as its entry said when it was applied for."""
    return frozenset(Tie(tie) for tie in certificate.sufficient_ties.split(",") if tie)
