"""Who wrote which kinds of lines about whom: columns of the chain alone, nothing personal is opened."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from zhengyin.ledger.models import Entry


def writers(subject: UUID, office: str) -> frozenset[UUID]:
    """Who wrote lines about a subject in this office; nothing personal is opened for it."""
    return frozenset(Entry.objects.filter(subject=subject, office=office).values_list("person", flat=True))


def who_wrote(subject: UUID, kind: str) -> frozenset[UUID]:
    """Who wrote lines of this kind about a subject; nothing personal is opened for it."""
    return frozenset(Entry.objects.filter(subject=subject, kind=kind).values_list("person", flat=True))


def writers_of(subjects: Iterable[UUID], kind: str) -> dict[UUID, frozenset[UUID]]:
    """The same for many subjects, in one query; who is missing has no such line."""
    found: dict[UUID, set[UUID]] = {}
    lines = Entry.objects.filter(subject__in=list(subjects), kind=kind)
    for subject, person in lines.values_list("subject", "person"):
        found.setdefault(subject, set()).add(person)
    return {subject: frozenset(persons) for subject, persons in found.items()}


def first_acts(
    subjects: Iterable[UUID], kinds: Collection[str], office: str
) -> dict[UUID, dict[UUID, datetime]]:
    """Of each subject who wrote lines of these kinds in this office, and when first; in one query."""
    found: dict[UUID, dict[UUID, datetime]] = {}
    lines = Entry.objects.filter(subject__in=list(subjects), kind__in=list(kinds), office=office)
    for subject, person, at in lines.order_by("happened_at").values_list("subject", "person", "happened_at"):
        found.setdefault(subject, {}).setdefault(person, at)
    return found


def written_about(person: UUID, kind: str) -> frozenset[UUID]:
    """The subjects about which this person wrote lines of this kind."""
    return frozenset(Entry.objects.filter(person=person, kind=kind).values_list("subject", flat=True))


def with_lines(subjects: Collection[UUID], kind: str) -> frozenset[UUID]:
    """Those of these subjects about which there is a line of this kind."""
    if not subjects:
        return frozenset()
    return frozenset(Entry.objects.filter(subject__in=subjects, kind=kind).values_list("subject", flat=True))


def written_at(subject: UUID, kind: str, person: UUID) -> tuple[datetime, ...]:
    """When this person wrote lines of this kind about a subject."""
    lines = Entry.objects.filter(subject=subject, kind=kind, person=person)
    return tuple(lines.order_by("recorded_at").values_list("happened_at", flat=True))


def last_written(subjects: Collection[UUID], kinds: Collection[str]) -> dict[UUID, datetime]:
    """When lines of these kinds were last written about each of these subjects, in one query."""
    lines = Entry.objects.filter(subject__in=subjects, kind__in=kinds).values_list("subject").order_by()
    return dict(lines.annotate(last=Max("happened_at")))
