"""The card 告知函 on the page of a refused case, and what waits in the lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.letters import TO_DO, LetterRow, is_ruled_out, letter_of, waiting
from zhengyin.certificates.workflow import LetterState, State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.web.words import word

SHAPES = {
    LetterState.DRAFTED: "half", LetterState.RETURNED: "care", LetterState.APPROVED: "half",
    LetterState.SENT: "wait", LetterState.BASIS_GIVEN: "ok", LetterState.DEMAND_DROPPED: "ok",
    LetterState.UNANSWERED: "none",
}  # fmt: skip
UNDER_EYE = (LetterState.DRAFTED, LetterState.SENT)  # the director's


@dataclass(frozen=True, slots=True)
class LetterCard:
    """`href` is empty where the lists did not refuse it: then nothing is shown."""

    href: str = ""
    state: LetterState | None = None
    shape: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class LetterToDo:
    """One letter of a list."""

    href: str
    unit: str
    title: str
    words: str
    shape: str
    to_decide: bool  # by the director


def letter_card(certificate: Certificate) -> LetterCard:
    """What the case's page says about its letter."""
    if certificate.state != State.REFUSED:
        return LetterCard()
    href = reverse("letters-case", args=[certificate.organization_id, certificate.id])
    letter = letter_of(certificate)
    if letter is None:
        return LetterCard(href if is_ruled_out(certificate) else "")
    state = LetterState(letter.state)
    return LetterCard(href, state, SHAPES[state], letter.number)


def letters_to_do(actor: Actor, organization_id: UUID, at: datetime) -> tuple[LetterToDo, ...]:
    """What the handler has to do: returned, to be sent, past its day."""
    if not actor.has(Office.HANDLER, organization_id):
        return ()
    return _rows(organization_id, waiting(actor, organization_id, TO_DO, at))


def letters_of_director(actor: Actor, organization_id: UUID, at: datetime) -> tuple[LetterToDo, ...]:
    """What waits for the director, and what no unit has answered by its day."""
    if not actor.has(Office.DIRECTOR, organization_id):
        return ()
    return _rows(organization_id, waiting(actor, organization_id, UNDER_EYE, at))


def _rows(organization_id: UUID, rows: Iterable[LetterRow]) -> tuple[LetterToDo, ...]:
    return tuple(
        LetterToDo(
            reverse("letters-case", args=[organization_id, row.case_id]),
            row.unit,
            row.title,
            "对方过期没有答复" if row.state is LetterState.SENT else word(row.state),
            "care" if row.state in (LetterState.SENT, LetterState.RETURNED) else "half",
            row.state is LetterState.DRAFTED,
        )
        for row in rows
    )
