"""The archive package of a closed year: names of its files and what its list says. Format zy-archive/1. Pure.

A ZIP of plain files. `清单.json` names every other file with size and SHA-256; its signature (Ed25519, the
key of the checkpoints) stands beside it. Lines lie exactly as they were hashed, one JSON object a line:
`line` is the text over which `hash` is the SHA-256.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeVar, get_args

from zhengyin.ledger import chain

T = TypeVar("T")
LINE_FIELDS = chain.FIELDS
FORMAT = "zy-archive/1"
MANIFEST = "清单.json"
SIGNATURE = "清单.签名.json"
SUMS = "校验和.sha256"
EXPLANATION = "说明.txt"
KEY = "校验点/公钥.pem"
CHECKPOINTS = "校验点/checkpoints.jsonl"
ROOTS = "证书/县级校验根证书.pem"
COMMITTEE = "证书/本村（社区）校验证书.pem"

WITHOUT_PAPERS = ("journal",)  # names papers of cases under way, and those of the registers once more


class UnableToRead(ValueError):
    """A list or signature that is none of this format."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of the package; `size` in bytes."""

    path: str
    size: int
    sha256: str
    what: str


@dataclass(frozen=True, slots=True)
class PackedBook:
    """A book as it was closed. `data` and `personal` are paths, in the order of the numbers."""

    id: str
    name: str
    title: str
    first_no: int
    last_no: int
    last_hash: str
    data: tuple[str, ...]
    personal: tuple[str, ...]
    erased: tuple[int, ...]  # numbers whose personal fields were erased before


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A paper that a line names by its digest; `path` is empty where the file was not kept any more."""

    digest: str
    path: str
    book: str
    no: int
    signed: bool  # by the committee's certificate: our own paper, not a photograph


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the package holds. Instants are ISO 8601 with their zone."""

    format: str
    owner: str
    committee: str
    county_code: str
    year: int
    closed_at: str
    packed_at: str
    retention: str
    archive_number: str
    open_cases: int
    books: tuple[PackedBook, ...]
    documents: tuple[PackedDocument, ...]
    files: tuple[PackedFile, ...]

    def written(self) -> bytes:
        """The bytes that are signed, and that the receipt of the township names by their digest."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def read(data: bytes) -> Manifest:
    """The list as it was written; raises UnableToRead."""
    try:
        said = json.loads(data)
        if said["format"] != FORMAT:
            raise UnableToRead(said["format"])
        return _made(
            Manifest,
            {
                **said,
                "books": tuple(_book(one) for one in said["books"]),
                "documents": tuple(_made(PackedDocument, one) for one in said["documents"]),
                "files": tuple(_made(PackedFile, one) for one in said["files"]),
            },
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnableToRead(str(error)) from error


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def signed_bytes(manifest: bytes) -> bytes:
    """What the signature is over: the format, so that nothing else is mistaken for it, and the digest."""
    return f"{FORMAT}\n{digest_of(manifest)}\n".encode()


def signature_file(key: str, signature: str) -> bytes:
    """The file beside the list; key and signature raw, in base64."""
    said = {
        "algorithm": "ed25519",
        "key": key,
        "over": "format LF sha256(清单.json) LF",
        "signature": signature,
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"


def sums(files: Iterable[PackedFile]) -> bytes:
    """As `sha256sum -c` reads it."""
    return "".join(f"{one.sha256}  {one.path}\n" for one in files).encode()


def line_of(canonical: str, line_hash: str) -> bytes:
    """One line of a book as it lies in the package."""
    return json.dumps({"line": canonical, "hash": line_hash}, ensure_ascii=False).encode() + b"\n"


def personal_of(no: int, salt: bytes, text: str) -> bytes:
    """The personal fields of a line: HMAC-SHA-256 of `personal` under `salt` is the line's digest."""
    said = {"no": no, "salt": salt.hex(), "personal": text}
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"


def _book(said: dict[str, Any]) -> PackedBook:
    return _made(PackedBook, {**said, **{key: tuple(said[key]) for key in ("data", "personal", "erased")}})


def _made(kind: type[T], said: dict[str, Any]) -> T:
    """One of this kind of values of the declared types; TypeError where one is of another."""
    for one in fields(kind):  # type: ignore[arg-type]
        value, of = said[one.name], get_args(one.type)
        each, want = (value, of[0]) if of else ((value,), one.type)
        if not all(type(part) is want for part in each):
            raise TypeError(one.name)
    return kind(**said)
