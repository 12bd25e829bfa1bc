"""Signed checkpoints of all heads, one JSON line each, in a file outside the database.

A line names the heads that moved since the line before (in the first: all), the number of
all books and one digest over all of them, the hash of the line before, and is signed with
Ed25519. Whoever keeps a copy can prove that a line once written was changed or removed
later, even by the database's superuser.
"""

import base64
import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connection

from zhengyin.ledger import keys
from zhengyin.ledger.heads import ALGORITHM as ALGORITHM
from zhengyin.ledger.heads import FORMAT as FORMAT
from zhengyin.ledger.heads import Checkpoint as Checkpoint
from zhengyin.ledger.heads import Head as Head
from zhengyin.ledger.heads import fold as fold
from zhengyin.ledger.heads import parse as parse
from zhengyin.ledger.heads import root_of as root_of


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


def sign_over(data: bytes) -> tuple[str, str]:
    """The public key and the signature over `data` by the key of the checkpoints, both raw in base64.

    What is signed names its own format first, so that no checkpoint can be mistaken for it. Raises
    keys.UnableToSign where nothing was ever signed here.
    """
    key = keys.ensure(settings.CHECKPOINT_KEY_FILE, settings.SIGNING_PASSPHRASE, first=False)
    return (
        base64.b64encode(key.public_key().public_bytes_raw()).decode(),
        base64.b64encode(key.sign(data)).decode(),
    )


def naming(wanted: Iterable[tuple[str, int, str]], path: Path) -> dict[str, bytes]:
    """Of each head (book, number, hash) the first signed line of the file that names exactly it, by book."""
    missing, found = set(wanted), dict[str, bytes]()
    for line, checkpoint in read(path) if path.exists() else ():
        for head in checkpoint.heads:
            if (one := (head.book, head.no, head.hash)) in missing:
                missing.discard(one)
                found[head.book] = line
        if not missing:
            break
    return found


def read(path: Path) -> Iterator[tuple[bytes, Checkpoint]]:
    """Every whole line with what it says; ValueError naming the line that cannot be read."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.endswith(b"\n"):
                try:
                    yield line[:-1], parse(line[:-1])
                except (ValueError, TypeError, KeyError) as error:
                    raise ValueError(f"line {number}: {error}") from error


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
