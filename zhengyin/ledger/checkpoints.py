"""Signed checkpoints of all heads, one JSON line each, in a file outside the database.

A line names the heads that moved since the line before (in the first: all), the number of
all books and one digest over all of them, the hash of the line before, and is signed with
Ed25519. Whoever keeps a copy can prove that a line once written was changed or removed
later, even by the database's superuser.
"""

import base64
import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.db import connection

from zhengyin.ledger import keys

FORMAT = "zy1"
ALGORITHM = "ed25519+sha256"


class Head(NamedTuple):
    """The last line of a book as it stood."""

    book: str
    owner: str
    name: str
    year: int
    no: int
    hash: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One line of the file."""

    format: str
    algorithm: str
    at: str  # ISO 8601, UTC
    previous: str  # SHA-256 of the line before, empty in the first
    books: int
    root: str
    heads: tuple[Head, ...]
    key: str  # the public key, raw, base64
    signature: str = ""

    def signed_bytes(self) -> bytes:
        """What the signature is over: the line without it, keys sorted."""
        return _text({k: v for k, v in asdict(self).items() if k != "signature"})

    def line(self) -> bytes:
        """The line as it stands in the file, without its end."""
        return _text(asdict(self))

    def signed_by(self, key: Ed25519PublicKey) -> bool:
        """Say whether this key signed it; the key named inside proves nothing by itself."""
        try:
            key.verify(base64.b64decode(self.signature), self.signed_bytes())
        except (InvalidSignature, ValueError):
            return False
        return True


class UnableToPublish(Exception):
    """The database contradicts what was signed before; carries the heads it cannot confirm."""

    def __init__(self, heads: Iterable[Head]) -> None:
        self.heads = tuple(heads)
        super().__init__("; ".join(f"{head.name} {head.year} {head.no} {head.book}" for head in self.heads))


def publish(*, at: datetime) -> Checkpoint:
    """Sign and append one checkpoint; on disk when this returns.

    Raises UnableToPublish when a head signed before is no longer in the database: signing on
    would bless a rewritten history.
    """
    path: Path = settings.CHECKPOINTS_FILE
    with path.open("ab+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # released when the file is closed
        lines = _whole_lines(file.fileno(), path)
        key = keys.ensure(settings.CHECKPOINT_KEY_FILE, settings.SIGNING_PASSPHRASE, first=not lines)
        known = fold(map(parse, lines))
        heads = current_heads()
        _refuse_contradiction(known, heads)
        moved = tuple(head for book, head in sorted(heads.items()) if known.get(book) != head)
        previous = hashlib.sha256(lines[-1]).hexdigest() if lines else ""
        checkpoint = _sign(key, at, previous, heads, moved)
        file.write(checkpoint.line() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return checkpoint


def read(path: Path) -> Iterator[tuple[bytes, Checkpoint]]:
    """Every whole line with what it says; ValueError naming the line that cannot be read."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.endswith(b"\n"):
                try:
                    yield line[:-1], parse(line[:-1])
                except (ValueError, TypeError, KeyError) as error:
                    raise ValueError(f"line {number}: {error}") from error


def parse(line: bytes) -> Checkpoint:
    """What a line says, unverified."""
    said = json.loads(line)
    return Checkpoint(**{**said, "heads": tuple(Head(*head) for head in said["heads"])})


def fold(checkpoints: Iterable[Checkpoint]) -> dict[str, Head]:
    """All heads by book after the last checkpoint."""
    return {head.book: head for checkpoint in checkpoints for head in checkpoint.heads}


def root_of(heads: Mapping[str, Head]) -> str:
    """One digest over all heads, in the order of their books."""
    digest = hashlib.sha256()
    for book in sorted(heads):
        digest.update("\t".join(map(str, heads[book])).encode() + b"\n")
    return digest.hexdigest()


def current_heads() -> dict[str, Head]:
    """The heads of all books that have a line, as one snapshot."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, owner, name, year, last_no, last_hash FROM ledger_book WHERE last_no > 0")
        heads = (Head(str(r[0]), str(r[1]), r[2], r[3], r[4], r[5]) for r in cursor.fetchall())
        return {head.book: head for head in heads}


def _refuse_contradiction(known: Mapping[str, Head], heads: Mapping[str, Head]) -> None:
    doubtful = [head for book, head in known.items() if heads.get(book) != head]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT book_id FROM ledger_entry AS entry"
            " JOIN unnest(%s::uuid[], %s::int[], %s::text[]) AS said (book, number, digest)"
            " ON (book_id, no, hash) = (book, number, digest)",
            [[UUID(h.book) for h in doubtful], [h.no for h in doubtful], [h.hash for h in doubtful]],
        )
        kept = {str(row[0]) for row in cursor.fetchall()}
    lost = [head for head in doubtful if head.book not in kept or head.book not in heads]
    if lost:
        raise UnableToPublish(lost)


def _sign(
    key: Ed25519PrivateKey, at: datetime, previous: str, heads: Mapping[str, Head], moved: tuple[Head, ...]
) -> Checkpoint:
    unsigned = Checkpoint(
        FORMAT, ALGORITHM, at.astimezone(UTC).isoformat(), previous, len(heads), root_of(heads), moved,
        base64.b64encode(key.public_key().public_bytes_raw()).decode(),
    )  # fmt: skip
    signature = base64.b64encode(key.sign(unsigned.signed_bytes())).decode()
    return Checkpoint(**{**_fields(unsigned), "signature": signature})  # type: ignore[arg-type]


def _fields(checkpoint: Checkpoint) -> dict[str, object]:
    return {name: getattr(checkpoint, name) for name in Checkpoint.__slots__}


def _whole_lines(descriptor: int, path: Path) -> list[bytes]:
    """The file's whole lines; a torn last one was never acknowledged and is cut off."""
    content = path.read_bytes()
    whole = content.rfind(b"\n") + 1
    if whole < len(content):
        os.ftruncate(descriptor, whole)
    return content[:whole].splitlines()


def _text(said: Mapping[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
