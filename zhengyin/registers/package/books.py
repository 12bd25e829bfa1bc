"""The books of a package: chains recomputed, heads held against the signed checkpoints. Pure."""

import hashlib
import hmac
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from zhengyin.ledger import chain, heads
from zhengyin.registers.audit.chains import DOCUMENT, NO, SLIP, Claims, Fields, follow
from zhengyin.registers.audit.findings import BookHead, spoken
from zhengyin.registers.lines import BOOKS, OPENED
from zhengyin.registers.package import reading
from zhengyin.registers.package.shape import Manifest, PackedBook

PERSONAL = 14  # the digest's place among the fields of a line
Named = dict[tuple[str, int], set[str]]  # (book, number): digests of the documents the line names


@dataclass(slots=True)
class Followed:
    """What came of all books together."""

    lines: int = 0
    with_personal: int = 0
    breaks: list[str] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    named: Named = field(default_factory=dict)


def claims_in(
    text: bytes, key: Ed25519PublicKey | None, manifest: Manifest
) -> tuple[dict[str, Claims], list[str]]:
    """What the signed lines say of each book; what is wrong with them, and books that are left out."""
    found: dict[str, dict[int, tuple[str, str]]] = {}
    packed = {one.id for one in manifest.books}
    faults: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            said = heads.parse(line)
            signed = key is not None and said.line() == line and said.signed_by(key)
            at = spoken(datetime.fromisoformat(said.at))
        except (ValueError, TypeError, KeyError, AttributeError):
            signed = False
        if not signed:
            faults.append(f"校验点第{number}行的签名不对，不能采信")
            continue
        for head in said.heads:
            found.setdefault(head.book, {})[head.no] = (head.hash, at)
            if (head.owner, head.year) == (manifest.owner, manifest.year) and head.book not in packed:
                title = BOOKS.get(head.name, head.name)
                faults.append(f"少了一册：校验点记着《{title}》{head.year}年登记到第{head.no}号")
    return dict(found), faults


def follow_all(package: zipfile.ZipFile, manifest: Manifest, claims: dict[str, Claims]) -> Followed:
    """Follow every book of the list from its first line to its last."""
    result = Followed()
    for book in manifest.books:
        _follow(package, manifest, book, claims.get(book.id, {}), result)
    return result


def _follow(
    package: zipfile.ZipFile, manifest: Manifest, book: PackedBook, claims: Claims, result: Followed
) -> None:
    title = f"《{book.title}》{manifest.year}年"
    try:
        key, secrets = chain.book_id(UUID(manifest.owner), book.name, manifest.year), _secrets(package, book)
        watcher = _Watcher(book, secrets, result, title)
        head = BookHead(key, UUID(manifest.owner), book.name, manifest.year, book.last_no, book.last_hash)
        # What was signed later than this package is of no other book: a closed one takes no more lines.
        found = follow(head, chain.genesis(key), _rows(package, book), watcher, OPENED.encode(), claims)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        result.breaks.append(f"{title}：数据读不出来")
        return
    result.lines += found.lines
    if str(key) != book.id:
        result.breaks.append(f"{title}：清单里写的不是这一册")
    if found.break_:
        result.breaks.append(f"{title}：{found.break_}")
    if book.last_no not in claims:
        result.breaks.append(f"{title}：没有一个签名的校验点记着最后一号（第{book.last_no}号）")
    result.personal += watcher.left_over()


class _Watcher:
    """Sees every line of a book: holds its personal fields against its digest, notes its documents."""

    def __init__(self, book: PackedBook, secrets: dict[int, tuple[bytes, str]], result: Followed, title: str):
        self.book, self.secrets, self.result, self.title = book, secrets, result, title
        self.erased = set(book.erased)

    def __call__(self, fields: Fields) -> None:
        no, digest = int(fields[NO]), fields[PERSONAL].decode()
        digests = {one.decode() for one in (fields[DOCUMENT], fields[SLIP]) if one}
        if digests:
            self.result.named[(self.book.name, no)] = digests
        kept = self.secrets.pop(no, None)
        if kept is None:
            if digest and no not in self.erased:
                self.result.personal.append(f"{self.title}第{no}号的个人信息不见了，清单也没有写已经删除")
            return
        self.result.with_personal += 1
        salt, text = kept
        if hmac.new(salt, text.encode(), hashlib.sha256).hexdigest() != digest:
            self.result.personal.append(f"{self.title}第{no}号的个人信息和登记时不一样")

    def left_over(self) -> Iterator[str]:
        """Personal fields of lines there are not."""
        yield from (f"{self.title}没有第{no}号，却有它的个人信息" for no in sorted(self.secrets))


def _rows(package: zipfile.ZipFile, book: PackedBook) -> Iterator[bytes]:
    """The rows as the audit reads them: canonical bytes (backslashes doubled, as COPY does), TAB, hash."""
    for path in book.data:
        for line in reading.lines(package, path):
            said = json.loads(line)
            body, stored = said["line"].encode(), said["hash"].encode()
            if len(stored) != 64:
                raise ValueError("no hash")
            yield body.replace(b"\\", b"\\\\") + b"\t" + stored + b"\n"


def _secrets(package: zipfile.ZipFile, book: PackedBook) -> dict[int, tuple[bytes, str]]:
    found: dict[int, tuple[bytes, str]] = {}
    for path in book.personal:
        for line in reading.lines(package, path):
            said = json.loads(line)
            found[int(said["no"])] = (bytes.fromhex(said["salt"]), said["personal"])
    return found
