"""What a signed checkpoint says, and whether a key signed it. Pure.

Whoever checks an archive or a copy of the checkpoint file needs this and the public key, no database.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

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


def _text(said: Mapping[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
