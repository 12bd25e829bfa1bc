"""The table of a pack comes into the database: editions are added, none is changed."""

import uuid
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import transaction

from zhengyin.catalogue.bases import lines
from zhengyin.catalogue.bases.kinds import BasisStanding
from zhengyin.catalogue.bases.models import BasisDocument
from zhengyin.catalogue.bases.packfile import BasisRow, TableFile, digest_of, read_table
from zhengyin.catalogue.places import digits
from zhengyin.regions.lines import BY_COMMAND
from zhengyin.regions.queries import counties, is_demonstration, lead_of
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.registers.queries import lines_of

SPACE: Final = uuid.UUID("6f6c6973-7473-5a59-8000-7a79696e0002")


@transaction.atomic
def load_bases(path: Path, at: datetime, signature: Signature = BY_COMMAND) -> tuple[BasisDocument, ...]:
    """Bring the table of the pack in folder `path` into the database; return the editions that are new.

    A row that says something else than before is another edition; the earlier one stays for the days it was
    told. One line a county for a table that changed. Twice is once. Raises packfiles.Faulty.
    """
    file = read_table(path)
    if file is None:
        return ()
    rows = file.rows(demonstration=is_demonstration())
    made = tuple(one for one in (_edition(row, file, at) for row in rows) if one is not None)
    _write_loaded(file, rows, signature, at)
    return made


def _edition(row: BasisRow, file: TableFile, at: datetime) -> BasisDocument | None:
    """The next edition of a row; None where the newest says the same."""
    newest = BasisDocument.objects.filter(key=row.key).order_by("-no").first()
    said = row.model_dump(exclude={"division"}) | {"division_code": row.division or file.table.division}
    if newest and all(getattr(newest, name) == one for name, one in said.items()):
        return None
    return BasisDocument.objects.create(
        no=newest.no + 1 if newest else 1, demonstration=row.standing is BasisStanding.DEMONSTRATION,
        recorded_at=at, **said,
    )  # fmt: skip


def _write_loaded(file: TableFile, rows: tuple[BasisRow, ...], signature: Signature, at: datetime) -> None:
    """One line in the book of each county the table binds, once for what it states."""
    digest = digest_of(rows)
    subject = uuid.uuid5(SPACE, f"{file.table.division}:{digest}")
    told = {line.county_code for line in lines_of(subject)}
    for county in counties():
        if county.code.startswith(digits(file.table.division)) and county.code not in told:
            registers.write(
                kind=lines.TABLE_LOADED, owner=lead_of(county.code), county_code=county.code, subject=subject,
                happened_at=at, signature=signature,
                columns={"table": file.table.title, "documents": f"{len(rows)}份", "digest": digest},
            )  # fmt: skip
