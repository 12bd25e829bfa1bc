"""The past of the lists: every version that bound a county, and what differs between two of one list."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from zhengyin.catalogue.changes import Changed, changes
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import Level, Standing
from zhengyin.catalogue.models import ListDecision, ListDocument, ListEntry, ListVersion
from zhengyin.catalogue.places import chain
from zhengyin.catalogue.versions import DecisionShown, VersionShown

FIRST = 0
"""Stands for what was there before the first version: nothing."""


@dataclass(frozen=True, slots=True)
class Both:
    """An entry that stands in both versions and says something else in the later one."""

    name: str
    parts: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What version `until` of a list says otherwise than version `since`; 0 is before the first."""

    title: str
    since: int
    until: int
    added: tuple[Entry, ...]
    changed: tuple[Both, ...]
    ended: tuple[Entry, ...]


def history(county_code: str) -> tuple[VersionShown, ...]:
    """Every version of every list that binds this county, the newest first; one statement (H2.1c)."""
    rows = (
        ListVersion.objects.filter(document__division_code__in=chain(county_code))
        .select_related("document", "decision")
        .annotate(begun=Count("introduced", distinct=True), over=Count("ended", distinct=True))
        .order_by("-takes_effect_on", "document_id", "-no")
    )
    return tuple(_shown(row) for row in rows)


def difference(county_code: str, key: str, since: int, until: int) -> Difference:
    """Between two versions of a list that binds this county, whichever is the earlier; three statements.

    Raises ListDocument.DoesNotExist for a list that does not bind it, ListVersion.DoesNotExist for a
    number the list has not.
    """
    document = ListDocument.objects.get(key=key, division_code__in=chain(county_code))
    rows = ListEntry.objects.filter(introduced_by__document=document).select_related(
        "introduced_by", "ended_by"
    )
    known = {FIRST, *document.versions.values_list("no", flat=True)}
    if not {since, until} <= known:
        raise ListVersion.DoesNotExist(f"{key}: {since}, {until}")
    first, last = sorted((since, until))
    before, after = _standing(rows, first), _standing(rows, last)
    both = ((code, changes(before[code], after[code])) for code in after if code in before)
    return Difference(
        title=document.title,
        since=first,
        until=last,
        added=tuple(entry for code, entry in after.items() if code not in before),
        changed=tuple(Both(after[code].name, parts) for code, parts in both if parts),
        ended=tuple(entry for code, entry in before.items() if code not in after),
    )


def _standing(rows: Iterable[ListEntry], no: int) -> dict[str, Entry]:
    """The entries a version of the list says, by code, in the order of the codes."""
    return {
        row.code: Entry.model_validate(row.content)
        for row in sorted(rows, key=lambda row: row.code)
        if row.introduced_by.no <= no and (row.ended_by is None or row.ended_by.no > no)
    }


def _shown(row: ListVersion) -> VersionShown:
    document = row.document
    return VersionShown(
        id=row.id,
        key=document.key,
        title=document.title,
        number=document.number,
        issued_by=document.issued_by,
        level=Level(document.level),
        standing=Standing(document.standing),
        no=row.no,
        takes_effect_on=row.takes_effect_on,
        note=row.note,
        digest=row.digest,
        recorded_at=row.recorded_at,
        begun=row.begun,  # type: ignore[attr-defined]  # annotated
        over=row.over,  # type: ignore[attr-defined]
        decision=_decision(row.decision) if row.decision else None,
    )


def _decision(row: ListDecision) -> DecisionShown:
    return DecisionShown(
        number=row.number,
        title=row.title,
        issued_by=row.issued_by,
        signed_by=row.signed_by,
        reviewed_by=row.reviewed_by,
        reviewed_on=row.reviewed_on,
        filing_number=row.filing_number,
        issued_on=row.issued_on,
        takes_effect_on=row.takes_effect_on,
        valid_until=row.valid_until,
    )
