"""The chain, pure: what is hashed, and how. Format zy1.

The canonical bytes of a line are the UTF-8 of its nineteen fields, in the order of FIELDS,
joined by TAB. No field holds a control character: the columns are one JSON object (keys
sorted, no blanks), which escapes them; in the others they are refused. Instants are whole
microseconds since 1970-01-01 UTC in decimal, UUIDs lower case with hyphens, what is absent
is empty. The line's hash is the SHA-256 of these bytes in hexadecimal; the first line of a
book follows the book's genesis hash. So anyone can recompute a book with a few lines of code,
and PostgreSQL itself checks the same formula on every insert.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

ALGORITHM = "sha256/zy1"
PERSONAL_ALGORITHM = "hmac-sha256+aes-256-gcm/zy1"
FIELDS = (
    "algorithm", "book", "no", "previous_hash", "kind", "subject", "county_code",
    "happened_at", "recorded_at", "person", "person_name", "office", "session",
    "columns", "personal_digest", "text_digest", "document_digest", "pad_number", "slip_digest",
)  # fmt: skip

_BOOKS = UUID("6f1d7a52-8a0e-5c0b-9f53-2d1a30b7c4e1")  # namespace of book ids, never to be changed
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line before it is hashed; every field of FIELDS but the algorithm."""

    book: UUID
    no: int
    previous_hash: str
    kind: str
    subject: UUID
    county_code: str
    happened_at: datetime
    recorded_at: datetime
    person: UUID
    person_name: str
    office: str
    session: UUID | None
    columns: str
    personal_digest: str = ""
    text_digest: str = ""
    document_digest: str = ""
    pad_number: str = ""
    slip_digest: str = ""


def book_id(owner: UUID, book: str, year: int) -> UUID:
    """The id of an owner's book of a year; the same everywhere, so books are found by name."""
    return uuid5(_BOOKS, f"{owner}/{book}/{year}")


def genesis(book: UUID) -> str:
    """What the first line of a book has as its previous hash."""
    return hashlib.sha256(f"{ALGORITHM}\tbook\t{book}".encode()).hexdigest()


def canonical_json(values: Mapping[str, str]) -> str:
    """A mapping of strings as the one text that is stored and hashed."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def microseconds(at: datetime) -> int:
    """Whole microseconds since 1970 UTC; a naive instant is a mistake (TypeError)."""
    return (at - _EPOCH) // _MICROSECOND


def canonical(entry: Entry) -> bytes:
    """The bytes that are hashed; ValueError when a field holds a control character."""
    free = (entry.kind, entry.county_code, entry.person_name, entry.office, entry.personal_digest,
            entry.text_digest, entry.document_digest, entry.pad_number, entry.slip_digest)  # fmt: skip
    for text in free:
        if _CONTROL.search(text):
            raise ValueError(f"control character or backslash in {text!r}")
    return "\t".join(
        (
            ALGORITHM,
            str(entry.book),
            str(entry.no),
            entry.previous_hash,
            entry.kind,
            str(entry.subject),
            entry.county_code,
            str(microseconds(entry.happened_at)),
            str(microseconds(entry.recorded_at)),
            str(entry.person),
            entry.person_name,
            entry.office,
            str(entry.session or ""),
            entry.columns,
            *free[4:],
        )
    ).encode()


def line_hash(entry: Entry) -> str:
    """The hash of a line, in hexadecimal."""
    return hashlib.sha256(canonical(entry)).hexdigest()


def commitment(salt: bytes, personal: str) -> str:
    """Binds the line to its personal fields and, once the salt is gone, says nothing of them."""
    return hmac.new(salt, personal.encode(), hashlib.sha256).hexdigest()
