"""Whether an archive package is whole, from its file alone: no database, no settings, no network. Pure.

Each check says in words what it looked at or what differs. What a signature proves hangs on its key: give
the public key got elsewhere (`zhengyin archive check --key`), else the one inside is taken and named.
"""

import base64
import errno
import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from zhengyin.registers.package import books, papers, reading, shape
from zhengyin.registers.package.shape import Manifest, PackedFile

MOST = 20  # that are named of one kind; the others are counted
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    ok: bool
    words: str


@dataclass(slots=True)
class Report:
    """The checks in their order. `digest` is that of the list, as receipt and box label name it."""

    checks: list[Check] = field(default_factory=list)
    manifest: Manifest | None = None
    digest: str = ""
    key: str = ""

    @property
    def whole(self) -> bool:
        return bool(self.checks) and all(check.ok for check in self.checks)

    def say(self, faults: Iterable[str], fine: str) -> bool:
        """Note the faults, or that there is none; say whether there is none."""
        found = list(faults)
        self.checks += [Check(False, words) for words in found[:MOST]]
        if len(found) > MOST:
            self.checks.append(Check(False, f"同样的问题还有{len(found) - MOST}处"))
        if not found:
            self.checks.append(Check(True, fine))
        return not found


def check(path: Path, *, key: bytes = b"", digest: str = "", every_paper: bool = False) -> Report:
    """Check a package. `key`: the public key as PEM; `digest`: that of the list, from receipt or label.

    Never raises on what is in the file; OSError where it cannot be read.
    """
    report = Report()
    with path.open("rb") as opened:
        try:
            with zipfile.ZipFile(opened) as package:
                _all(package, report, key, _plain(digest), every_paper)
        # The file may come from anybody: a parser's complaint of whatever kind means that it is no good.
        except Exception as error:
            if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):
                raise  # the disk's, not the file's: EINVAL is a place before its beginning
            report.say([f"压缩包打不开，或者坏了：{str(error) or type(error).__name__}"], "")
    return report


def _all(package: zipfile.ZipFile, report: Report, key: bytes, digest: str, every_paper: bool) -> None:
    if unfit := tuple(_unfit(package)):
        report.say(unfit, "")
        return
    listed = reading.whole(package, shape.MANIFEST, reading.MOST_LIST)
    report.digest = shape.digest_of(listed)
    try:
        manifest = report.manifest = shape.read(listed)
    except shape.UnableToRead:
        report.say(["清单读不出来，不是这里出的归档包"], "")
        return
    if digest and digest != report.digest:
        report.say(["清单的校验值和回执、盒签上的不一样：清单换过"], "")
    public = _key(package, key)
    report.key = fingerprint(public) if public else ""
    beside = reading.whole(package, shape.SIGNATURE, reading.MOST_SMALL)
    signed = public is not None and _signed(beside, listed, public)
    report.say(
        [] if signed else ["清单的签名不对：清单在归档以后被改过，或者不是用这把钥匙签的"], "清单的签名有效"
    )
    wrong = dict(_files(package, manifest))
    report.say(wrong.values(), f"{len(manifest.files)}个文件一个不多、一个不少、没有改过")
    if any(one in wrong for one in _needed(manifest)):
        return  # what is not the listed file proves nothing, and may be of any size
    checkpoints = reading.whole(package, shape.CHECKPOINTS, reading.MOST_CHECKPOINTS)
    claims, faults = books.claims_in(checkpoints, public, manifest)
    report.say(faults, "校验点的签名有效")
    followed = books.follow_all(package, manifest, claims)
    report.say(
        followed.breaks, f"{len(manifest.books)}册{followed.lines}行，从第一行到最后一行接得上，校验点管得住"
    )
    erased = sum(len(one.erased) for one in manifest.books)
    told = f"，其中{erased}行归档前已经依法删除" if erased else ""
    report.say(followed.personal, f"{followed.with_personal}行的个人信息和登记时一样{told}")
    report.say(papers.undigested(manifest, followed.named), papers.said(manifest))
    some, chosen = papers.chosen(manifest, every_paper)
    report.say(
        papers.unsigned(package, chosen), f"核对了{len(chosen)}份证明的签名{'（抽查）' if some else ''}"
    )


def _unfit(package: zipfile.ZipFile) -> Iterator[str]:
    """Why nothing in it can be followed: packed otherwise, or without its list, or a name twice."""
    strange = [one.filename for one in package.infolist() if one.compress_type not in reading.METHODS]
    if strange:
        yield from (f"压缩方式不是归档包用的：{one}" for one in strange)
        return
    names = package.namelist()
    yield from (f"少了文件：{one}" for one in (shape.MANIFEST, shape.SIGNATURE) if one not in names)
    yield from _doubled(names)


def _plain(digest: str) -> str:
    """A digest as typed off a paper or copied out of a PDF: without blanks, whatever their width."""
    return "".join(one for one in digest.lower() if one in "0123456789abcdef")


def _doubled(names: list[str]) -> Iterator[str]:
    yield from (
        f"同一个文件名出现了两次：{one}" for one, times in sorted(Counter(names).items()) if times > 1
    )


def _needed(manifest: Manifest) -> Iterator[str]:
    """Without these nothing further can be looked at."""
    yield from (shape.CHECKPOINTS, shape.KEY)
    for book in manifest.books:
        yield from (*book.data, *book.personal)


def _key(package: zipfile.ZipFile, given: bytes) -> Ed25519PublicKey | None:
    inside = shape.KEY in package.namelist()
    pem = given or (reading.whole(package, shape.KEY, reading.MOST_SMALL) if inside else b"")
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        return None
    return key if isinstance(key, Ed25519PublicKey) else None


def fingerprint(key: Ed25519PublicKey) -> str:
    """The SHA-256 of the raw public key, as receipt and label print it."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()


def fingerprint_of(beside: str) -> str:
    """The same of the key named in a signature file."""
    return hashlib.sha256(base64.b64decode(json.loads(beside)["key"])).hexdigest()


def _signed(beside: bytes, listed: bytes, key: Ed25519PublicKey) -> bool:
    try:
        signature = base64.b64decode(json.loads(beside)["signature"], validate=True)
        key.verify(signature, shape.signed_bytes(listed))
    except (InvalidSignature, ValueError, KeyError, TypeError):
        return False
    return True


def _files(package: zipfile.ZipFile, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """What is wrong with which file: every listed one is there and is the listed one; nothing else is."""
    listed = {one.path: one for one in manifest.files}
    wanted = dict.fromkeys([*listed, *_needed(manifest)])
    there = set(package.namelist()) - {shape.MANIFEST, shape.SIGNATURE}
    yield from ((path, f"少了文件：{path}") for path in wanted if path not in there)
    yield from ((path, f"多出文件，清单里没有：{path}") for path in sorted(there - set(listed)))
    for path, one in listed.items():
        if path in there and (wrong := _changed(package, one)):
            yield path, wrong


def _changed(package: zipfile.ZipFile, one: PackedFile) -> str:
    total, size = hashlib.sha256(), 0
    try:
        with package.open(one.path) as file:
            while size <= one.size and (block := file.read(BLOCK)):
                total.update(block)
                size += len(block)
    except reading.BROKEN:
        return f"文件坏了，解不开：{one.path}"
    same = (size, total.hexdigest()) == (one.size, one.sha256)
    return "" if same else f"文件和清单记的不一样，被改过：{one.path}"
