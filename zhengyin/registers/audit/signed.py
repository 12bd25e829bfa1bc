"""What the signed checkpoints say about each book, and whether their file is whole."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from zhengyin.ledger import checkpoints, keys
from zhengyin.ledger.checkpoints import Head
from zhengyin.registers.audit.chains import Claims
from zhengyin.registers.audit.findings import spoken


@dataclass(slots=True)
class Signed:
    """Claims by book id and number, faults of the file itself, and the furthest head by book."""

    claims: dict[str, dict[int, tuple[str, str]]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    heads: Mapping[str, Head] = field(default_factory=dict)

    def claims_of(self, book: object) -> Claims:
        return self.claims.get(str(book), {})


def read(path: Path, key_file: Path) -> Signed:
    """Read and verify a checkpoint file with the public key of `key_file`; stop at its first fault."""
    key, signed, previous, heads = keys.public(key_file), Signed(), "", dict[str, Head]()
    number = 0
    try:
        for number, (line, checkpoint) in enumerate(checkpoints.read(path), start=1):
            fault = _fault(line, checkpoint, previous, key)
            if fault:
                signed.faults.append(f"校验点文件第{number}行{fault}，后面的不再采信")
                break
            previous = hashlib.sha256(line).hexdigest()
            for head in checkpoint.heads:
                claim = (head.hash, spoken(datetime.fromisoformat(checkpoint.at)))
                signed.claims.setdefault(head.book, {})[head.no] = claim
                heads[head.book] = head
    except ValueError:
        signed.faults.append(f"校验点文件第{number + 1}行读不出来，后面的不再采信")
    if number == 0 and not signed.faults:
        signed.faults.append("校验点文件是空的")
    signed.heads = heads
    return signed


def _fault(line: bytes, checkpoint: checkpoints.Checkpoint, previous: str, key: Ed25519PublicKey) -> str:
    if checkpoint.line() != line or not checkpoint.signed_by(key):
        return "签名不对"
    if checkpoint.previous != previous:
        return "接不上前一行：中间有校验点被删掉或换过"
    return ""
