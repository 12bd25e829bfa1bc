"""A line as it stands in the book, read from the ledger's rows with what lies beside it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.ledger import store
from zhengyin.ledger.models import Entry, Personal
from zhengyin.registers.lines import kind_of

_FIELDS = (
    "book_id", "book__owner", "book__name", "book__year", "no", "kind", "subject", "county_code",
    "happened_at", "recorded_at", "person", "person_name", "office", "session", "columns", "personal_digest",
    "text_digest", "document_digest", "pad_number", "slip_digest", "hash", "previous_hash",
)  # fmt: skip
Row = dict[str, Any]  # of these fields
DELETED = "已依法删除"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line as it stands in the book. `personal` is None where it was erased."""

    owner: UUID
    book: str
    year: int
    no: int
    kind: str
    title: str
    subject: UUID
    county_code: str
    happened_at: datetime
    recorded_at: datetime
    person_id: UUID
    person_name: str
    office: str
    session_id: UUID | None
    columns: Mapping[str, str]
    personal: Mapping[str, str] | None
    text_digest: str
    document_digest: str
    pad_number: str
    slip_digest: str
    hash: str
    previous_hash: str

    @property
    def late(self) -> bool:
        """Recorded after the paper was stamped (补登)."""
        return bool(self.pad_number)


def told(line: RegisterLine) -> Iterator[tuple[str, str, str]]:
    """Key, title and words of a line, what lies beside it included: for whoever may read the matter.

    What lies beside the line now was a column of older ones (docs/decisions/0037).
    """
    kind = kind_of(line.kind)
    for key, title in kind.columns:
        yield key, title, line.columns.get(key, "")
    for key, title in kind.personal:
        beside = DELETED if line.personal is None else line.personal.get(key, "")
        yield key, title, beside or line.columns.get(key, "")


def rows_in(found: QuerySet[Entry]) -> list[Row]:
    """The rows as the database has them."""
    return list(found.values(*_FIELDS))  # no model is made of a line: exports read a whole book


def lines_in(rows: list[Row]) -> tuple[RegisterLine, ...]:
    """The lines, with the personal fields beside them that were not erased."""
    personal = _personal(rows)
    return tuple(_line(row, personal.get((row["book_id"], row["no"]))) for row in rows)


def _personal(rows: list[Row]) -> dict[tuple[UUID, int], Mapping[str, str]]:
    wanted: dict[UUID, list[int]] = {}
    for row in rows:
        if row["personal_digest"]:
            wanted.setdefault(row["book_id"], []).append(row["no"])
    if not wanted:
        return {}
    places = Q()
    for book, numbers in wanted.items():
        places |= Q(book_id=book, no__in=numbers)
    found = Personal.objects.filter(places).values_list("book_id", "no", "sealed")
    return {(book, no): json.loads(store.reveal(book, no, sealed)) for book, no, sealed in found}


def _line(row: Row, personal: Mapping[str, str] | None) -> RegisterLine:
    return RegisterLine(
        owner=row["book__owner"],
        book=row["book__name"],
        year=row["book__year"],
        no=row["no"],
        kind=row["kind"],
        title=kind_of(row["kind"]).title,
        subject=row["subject"],
        county_code=row["county_code"],
        happened_at=row["happened_at"],
        recorded_at=row["recorded_at"],
        person_id=row["person"],
        person_name=row["person_name"],
        office=row["office"],
        session_id=row["session"],
        columns=json.loads(row["columns"]),
        personal=personal if row["personal_digest"] else {},
        text_digest=row["text_digest"],
        document_digest=row["document_digest"],
        pad_number=row["pad_number"],
        slip_digest=row["slip_digest"],
        hash=row["hash"],
        previous_hash=row["previous_hash"],
    )
