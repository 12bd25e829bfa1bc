"""做成归档包: its parts one by one, each kept as soon as it is made; then the list over all, signed."""

import time
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.archive.actions.rows import hold, locked, step_of, write
from zhengyin.archive.models import PackagePart, YearEnd
from zhengyin.archive.packing.finishing import files_of, kept_documents, last_files, manifest_of
from zhengyin.archive.packing.plan import PLAIN, Made, plan
from zhengyin.archive.policy import PackFacts, refusals_to_pack
from zhengyin.archive.queries import carried_over
from zhengyin.archive.queries.year import uncovered
from zhengyin.archive.workflow import YearAct
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.closing import signed_over, year_books
from zhengyin.registers.package import shape
from zhengyin.registers.package.checking import fingerprint_of
from zhengyin.registers.package.shape import PackedFile
from zhengyin.shared.refusal import refuse_if

PURPOSE = "archive"
SECONDS = 3.0  # of making before the page is shown anew


@dataclass(frozen=True, slots=True)
class Progress:
    """How many steps of the package are done."""

    done: int
    of: int

    @property
    def whole(self) -> bool:
        """Nothing is left to make."""
        return self.done == self.of


def progress(row: YearEnd) -> Progress:
    """Read how far it has come; a step is done when its first file is there."""
    steps, there = plan(row), set(row.parts.values_list("path", flat=True))
    return Progress(sum(step.path in there for step in steps), len(steps))


def make_parts(
    *, organization_id: UUID, year: int, actor: Actor, at: datetime, seconds: float = SECONDS
) -> Progress:
    """Make parts for about so long, at least one; every step is a transaction of its own and stays.

    No line: nothing is decided by it, and the line of `pack` names the list. Refused: wrong_office,
    wrong_state. Two at once wait for each other and make nothing twice.
    """
    until = time.monotonic() + seconds
    while not (found := _make_one(organization_id, year, actor, at)).whole and time.monotonic() < until:
        pass
    return found


@transaction.atomic
def _make_one(organization_id: UUID, year: int, actor: Actor, at: datetime) -> Progress:
    row = locked(organization_id, year)
    step_of(row, YearAct.PACK, actor, organization_id)
    steps, there = plan(row), set(row.parts.values_list("path", flat=True))
    waiting = [step for step in steps if step.path not in there]
    if waiting:
        for made in waiting[0].make(at):
            _keep(row, made, at)
    return Progress(len(steps) - max(len(waiting) - 1, 0), len(steps))


@transaction.atomic
def pack(*, organization_id: UUID, year: int, actor: Actor, at: datetime) -> YearEnd:
    """Close the package: last files, sums, the list and its signature (H3.2.3e).

    Refused: the codes of policy.refusals_to_pack. Raises UnableToSign where the key is missing.
    """
    hold(organization_id, at)
    row = locked(organization_id, year)
    step = step_of(row, YearAct.PACK, actor, organization_id)
    books, found = year_books(organization_id, year), progress(row)
    refuse_if(refusals_to_pack(PackFacts(found.of - found.done, uncovered(books))))
    open_cases = carried_over(organization_id, year)
    for made in last_files(row, open_cases, at):
        _keep(row, made, at)
    parts = tuple(row.parts.select_related("file").order_by("path"))
    listed = files_of(parts, kept_documents(row, books))
    text = shape.sums(listed)
    sums = PackedFile(shape.SUMS, len(text), shape.digest_of(text), "校验和")
    _keep(row, Made(shape.SUMS, sums.what, text, "text/plain"), at)
    manifest = manifest_of(row, parts=parts, sums=sums, open_cases=len(open_cases), at=at)
    digest = _close(row, manifest.written(), actor, at)
    row.state = step.after.value
    row.save()
    said = {
        "year": str(year), "files": str(len(manifest.files)), "digest": digest,
        "key": fingerprint_of(row.signature),
    }  # fmt: skip
    write(
        row, step.line, actor=actor, office=Office.CUSTODIAN, at=at, columns=said,
        document_digest=digest,
    )  # fmt: skip
    return row


def _close(row: YearEnd, written: bytes, actor: Actor, at: datetime) -> str:
    """Sign the list and keep it; its digest."""
    key, signature = signed_over(shape.signed_bytes(written))
    row.signature = shape.signature_file(key, signature).decode()
    kept = _put(row, Made(shape.MANIFEST, "清单", written, PLAIN), at)
    row.manifest, row.packed_by_id, row.packed_at = kept, actor.person_id, at
    return kept.sha256


def _keep(row: YearEnd, made: Made, at: datetime) -> None:
    PackagePart.objects.create(
        year_end=row, path=made.path, what=made.what, pages=made.pages, file=_put(row, made, at)
    )


def _put(row: YearEnd, made: Made, at: datetime) -> StoredFile:
    return files.put(
        data=made.data, content_type=made.content_type, purpose=PURPOSE, owner=row.organization_id,
        county_code=row.county_code, at=at,
    )  # fmt: skip
