"""Log-ins of others, for those who may stand above them; whether they do, the act decides."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment, Reset
from zhengyin.people.offices import LABELS, Office
from zhengyin.people.policy.reset import BLOCKED_FOR, RESET_LABELS
from zhengyin.people.policy.reset import Reset as What
from zhengyin.people.queries.officials import visible_to
from zhengyin.people.queries.terms import in_force
from zhengyin.shared.days import day_of

MOST = 50


@dataclass(frozen=True, slots=True)
class LogIn:
    """Somebody's account with the offices held today where the actor may look."""

    account_id: UUID
    organization_id: UUID
    name: str
    username: str
    offices: tuple[str, ...]
    phone_tail: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reset that still blocks its owner."""

    reset_id: UUID
    name: str
    what: str
    reason: str
    by: str
    at: datetime
    until: datetime


def _terms(actor: Actor, at: datetime) -> QuerySet[Appointment]:
    return visible_to(actor).filter(in_force(day_of(at))).exclude(person_id=actor.person_id)


def log_ins_below(actor: Actor, text: str, at: datetime) -> tuple[LogIn, ...]:
    """Accounts whose owner's name or log-in contains `text`, at most 50; two queries."""
    terms: dict[UUID, list[Appointment]] = {}
    for term in _terms(actor, at).select_related("organization").order_by("recorded_at", "id"):
        terms.setdefault(term.person_id, []).append(term)
    found = Account.objects.filter(person_id__in=terms, is_active=True).select_related("person")
    if text:
        found = found.filter(Q(person__name__contains=text) | Q(username__contains=text.lower()))
    return tuple(_log_in(row, terms[row.person_id]) for row in found.order_by("username")[:MOST])


def log_in_below(actor: Actor, account_id: UUID, at: datetime) -> LogIn | None:
    """One of them, or None where the actor may not look."""
    account = Account.objects.filter(pk=account_id, is_active=True).select_related("person").first()
    if account is None:
        return None
    held = _terms(actor, at).filter(person_id=account.person_id).select_related("organization")
    terms = list(held.order_by("recorded_at", "id"))
    return _log_in(account, terms) if terms else None


def waiting_resets(actor: Actor, at: datetime) -> tuple[Waiting, ...]:
    """Resets of people below that block them and may be confirmed."""
    people = _terms(actor, at).values("person_id")
    rows = Reset.objects.filter(person_id__in=people, confirmed_at=None, reset_at__gt=at - BLOCKED_FOR)
    return tuple(
        Waiting(
            row.id,
            row.person.name,
            RESET_LABELS[What(row.what)],
            row.reason,
            row.reset_by.name,
            row.reset_at,
            row.reset_at + BLOCKED_FOR,
        )
        for row in rows.select_related("person", "reset_by").order_by("reset_at", "id")
    )


def _log_in(account: Account, terms: list[Appointment]) -> LogIn:
    offices = tuple(f"{term.organization.name} {LABELS[Office(term.office)]}" for term in terms)
    person = account.person
    return LogIn(
        account.id, terms[0].organization_id, person.name, account.username, offices, person.phone_tail
    )
