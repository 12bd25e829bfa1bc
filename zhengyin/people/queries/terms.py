"""Periods in office as the rules see them."""

from datetime import date

from django.db.models import Q, QuerySet

from zhengyin.people.models import Appointment
from zhengyin.people.offices import Nature, Office, Standing
from zhengyin.people.policy.terms import Term
from zhengyin.shared.days import day_of, start_of


def in_force(day: date) -> Q:
    """Periods that contain `day`; the day they end is already outside."""
    return Q(valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gt=day))


def term_of(row: Appointment) -> Term:
    """One row as a value."""
    return Term(
        row.person_id,
        row.organization_id,
        Office(row.office),
        Nature(row.nature),
        Standing(row.standing),
        row.valid_from,
        row.valid_until,
        day_of(row.ended_at) if row.ended_at else None,
    )


def overlapping(wanted: Term) -> QuerySet[Appointment]:
    """Periods that share a day with `wanted`: the person's own, and others' in its organization.

    One that somebody ended in the course of the first day shares it.
    """
    ended = Q(valid_until__gt=wanted.since) | Q(ended_at__gte=start_of(wanted.since))
    rows = Appointment.objects.filter(
        Q(person_id=wanted.person_id) | Q(organization_id=wanted.organization_id, office=wanted.office.value)
    ).filter(Q(valid_until=None) | ended)
    return rows if wanted.until is None else rows.filter(valid_from__lt=wanted.until)
