"""The catalogue's answer for a case: at the application, and again on the day of the approval."""

from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.kinds import Ground, MatterOf, Said, Tie
from zhengyin.catalogue.policy import Answer, Question
from zhengyin.certificates.models import Certificate
from zhengyin.shared.days import day_of

KINDS: dict[str, type] = {
    "letter": Said, "document_proves": Said, "ground": Ground, "demand_proved": Said, "own_duty": Said,
    "verifiable": Said, "basis_given": Said, "public_interest": Said, "matter_of": MatterOf,
}  # fmt: skip


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
    known = {field.name for field in fields(Question)}
    values = {
        name: KINDS[name](value) if name in KINDS else value for name, value in kept.items() if name in known
    }
    values["ties"] = frozenset(Tie(tie) for tie in kept["ties"])
    values["exception_conditions"] = tuple(Said(said) for said in kept["exception_conditions"])
    return Question(**{**values, "day": day})


def judged_again(certificate: Certificate, at: datetime) -> Answer:
    """Is it still to be issued today? A list may have changed since the application."""
    question = from_json(certificate.question, day_of(at))
    return catalogue.answer_to(certificate.organization_id, question)


def sufficient_ties(certificate: Certificate) -> frozenset[Tie]:
    """Which ties suffice for the item, as its entry said when it was applied for."""
    return frozenset(Tie(tie) for tie in certificate.sufficient_ties.split(",") if tie)
