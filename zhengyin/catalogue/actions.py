"""The only code that writes the lists. A version adds rows and closes periods; the past stays as it was."""

import uuid
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import transaction

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.lines import LIST_PUBLISHED
from zhengyin.catalogue.models import ListDecision, ListDocument, ListEntry, ListVersion
from zhengyin.catalogue.packfiles import Head, ListFile, read_lists
from zhengyin.catalogue.places import digits
from zhengyin.regions.lines import BY_COMMAND
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.queries import counties, is_demonstration
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.registers.queries import lines_of
from zhengyin.shared.refusal import Refusal, refuse_if

SPACE: Final = uuid.UUID("6f6c6973-7473-5a59-8000-7a79696e0001")


@transaction.atomic
def load_lists(path: Path, at: datetime, signature: Signature = BY_COMMAND) -> tuple[ListVersion, ...]:
    """Bring the lists of the pack in folder `path` into the database; return the versions that are new.

    A line in the settings book of every county a new version binds. Twice is once. Raises packfiles.Faulty,
    and Refused when a list changed without a new version number, or a county has decided on it since.
    """
    files = read_lists(path, demonstration=is_demonstration())
    return tuple(version for file in files if (version := _load(file, at, signature)) is not None)


def _load(file: ListFile, at: datetime, signature: Signature) -> ListVersion | None:
    document = _document(file.list)
    known = document.versions.filter(no=file.list.version.no, digest=file.digest).first()
    if known is not None:  # it may be followed by what a county decided since
        _write_lines(known, signature, at)  # for a county that came after the list
        return None
    refuse_if(_refusals_to_publish(file, document.versions.order_by("-no").first()))
    version = publish(file, document, at)
    _write_lines(version, signature, at)
    return version


def _document(head: Head) -> ListDocument:
    document, _ = ListDocument.objects.get_or_create(
        key=head.key,
        defaults={
            "number": head.number,
            "title": head.title,
            "issued_by": head.issued_by,
            "standing": head.standing,
            "level": head.level,
            "division_code": head.division,
            "issued_on": head.issued_on,
            "effective_from": head.effective_from,
            "ended_on": head.ended_on,
            "note": head.note,
            "demonstration": head.demonstration,
        },
    )
    return document


def _refusals_to_publish(file: ListFile, newest: ListVersion | None) -> tuple[Refusal, ...]:
    """The past is never edited: another content is another, later version (H2.1c)."""
    version = file.list.version
    if newest is None:
        return ()
    if newest.decision_id is not None:  # the file does not know what the county let in or ended since
        return (Refusal("list_decided_since", file.list.title, "H2.1c"),)
    if version.no <= newest.no:
        return (Refusal("list_changed_without_new_version", file.list.title, "H2.1c"),)
    if version.takes_effect_on <= newest.takes_effect_on:
        return (Refusal("list_version_not_later", file.list.title, "H2.1c"),)
    return ()


def publish(
    file: ListFile, document: ListDocument, at: datetime, decision: ListDecision | None = None
) -> ListVersion:
    """Add the version `file` states and close what it leaves out or says otherwise; asks nothing."""
    stated = file.list.version
    version = ListVersion.objects.create(
        id=uuid.uuid5(SPACE, f"{document.key}:{stated.no}"), document=document, no=stated.no,
        takes_effect_on=stated.takes_effect_on, digest=file.digest, note=stated.note, decision=decision,
        recorded_at=at,
    )  # fmt: skip
    kept = _close_what_changed(file, version)
    ListEntry.objects.bulk_create([_row(entry, version) for entry in file.entries if entry.code not in kept])
    return version


def _close_what_changed(file: ListFile, version: ListVersion) -> set[str]:
    """End the rows of this list that the version leaves out or says otherwise; return the codes that stay."""
    stated = {entry.code: entry.model_dump(mode="json") for entry in file.entries}
    standing = ListEntry.objects.filter(introduced_by__document=version.document, ended_by__isnull=True)
    day = version.takes_effect_on
    kept = set()
    for row in standing:
        if row.content == stated.get(row.code):
            kept.add(row.code)
        elif row.in_force_until is None or row.in_force_until > day:
            row.in_force_until, row.ended_by = day, version
            row.save(update_fields=["in_force_until", "ended_by"])
    return kept


def _row(entry: Entry, version: ListVersion) -> ListEntry:
    document = version.document
    return ListEntry(
        id=uuid.uuid5(SPACE, f"{document.key}:{version.no}:{entry.code}"), code=entry.code, kind=entry.kind,
        name=entry.name, level=document.level, division_code=document.division_code,
        in_force_from=max(entry.in_force_from or version.takes_effect_on, version.takes_effect_on),
        in_force_until=entry.in_force_until, introduced_by=version, demonstration=entry.demonstration,
        content=entry.model_dump(mode="json"),
    )  # fmt: skip


def _write_lines(version: ListVersion, signature: Signature, at: datetime) -> None:
    """One line in the book of each county the version binds, once."""
    document = version.document
    begun, over = version.introduced.count(), version.ended.count()
    columns = {
        "list": document.title,
        "number": document.number,
        "version": f"第{version.no}版",
        "takes_effect_on": version.takes_effect_on.isoformat(),
        "entries": f"新立{begun}条，止{over}条",
        "digest": version.digest,
    }
    told = {line.county_code for line in lines_of(version.pk)}
    for county in counties():
        if county.code.startswith(digits(document.division_code)) and county.code not in told:
            lead = organization_id(key_of(OrganizationKind.COUNTY_LEAD, county.code))
            registers.write(
                kind=LIST_PUBLISHED,
                owner=lead,
                county_code=county.code,
                subject=version.pk,
                happened_at=at,
                signature=signature,
                columns=columns,
            )
