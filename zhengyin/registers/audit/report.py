"""One audit: every book followed, owner by owner; then states, personal fields, documents."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from uuid import UUID

from zhengyin.ledger import chain
from zhengyin.registers import lines
from zhengyin.registers.audit import chains, reader, signed
from zhengyin.registers.audit.findings import BookHead, LateLine, Names, Report, title_of
from zhengyin.registers.audit.replay import Fold, Replay
from zhengyin.registers.audit.reviews import Late, Reviews, Session, Sessions

Documents = Callable[[str], bytes | None]  # SHA-256 in hexadecimal -> the stored bytes, if there


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one audit is to look at beside the chains."""

    replays: tuple[Replay, ...] = ()
    sessions: Callable[[], Iterable[Session]] | None = None
    names: Names = str
    document: Documents | None = None  # given: re-hash documents and look for slips
    slip_there: Callable[[str], bool] | None = None
    checkpoints: Path | None = None
    checkpoint_key: Path | None = None  # public key, PEM
    personal: bool = False


@dataclass(slots=True)
class _Watch:
    """Sorts each line to those who want to see it, for one owner at a time."""

    reviews: Reviews
    folds: tuple[Fold, ...]
    document: Documents | None
    title: str = ""
    breaks: list[str] = field(default_factory=list)
    _steps: list[tuple[bytes, bytes, bytes, str, bytes]] = field(default_factory=list)
    _replayed: dict[bytes, list[Fold]] = field(default_factory=dict)
    _reviewed: frozenset[bytes] = frozenset()

    def __post_init__(self) -> None:
        for fold in self.folds:
            for kind in fold.kinds():
                self._replayed.setdefault(kind, []).append(fold)
        self._reviewed = self.reviews.watched()

    def take(self, fields: chains.Fields) -> None:
        """One line; only what somebody wants of it is kept."""
        kind = fields[chains.KIND]
        if kind in self._replayed:
            self._steps.append(
                (fields[chains.RECORDED], fields[chains.SUBJECT], kind, self.title, fields[chains.NO])
            )
        if kind in self._reviewed:
            self.reviews.take(self.title, fields)
        if self.document and fields[chains.DOCUMENT]:
            self._rehash(fields)

    def close_owner(self) -> None:
        """All books of an owner are read: acts in the order they were recorded, whatever the book."""
        self._steps.sort(key=itemgetter(0))  # microseconds in decimal: as many digits until 2286
        for _, subject, kind, title, no in self._steps:
            for fold in self._replayed[kind]:
                fold.step(subject, kind, title, no)
        self._steps.clear()
        self.breaks.extend(self.reviews.close_owner())

    def _rehash(self, fields: chains.Fields) -> None:
        digest = fields[chains.DOCUMENT].decode()
        where = f"{self.title}第{fields[chains.NO].decode()}号"
        assert self.document is not None  # the caller asked
        content = self.document(digest)
        if content is None:
            self.breaks.append(f"{where}：登记的文件找不到了")
        elif sha256(content).hexdigest() != digest:
            self.breaks.append(f"{where}：文件与登记的校验值不符，文件被改过或损坏")


def audit(wanted: Wanted) -> Report:
    """Audit everything in the database, in the caller's snapshot."""
    began = time.monotonic()
    watch = _watch(wanted)
    marks = _signed(wanted)
    watch.breaks.extend(marks.faults)
    heads = reader.heads()
    count = 0
    for _, books in groupby(heads, key=lambda head: head.owner):
        for head in books:
            count += _follow(head, watch, marks, wanted.names)
        watch.close_owner()
    watch.breaks.extend(_missing(heads, marks, wanted.names))
    for fold in watch.folds:
        watch.breaks.extend(fold.faults)
        watch.breaks.extend(fold.compare())
    if wanted.personal:
        watch.breaks.extend(_personal({head.id: title_of(head, wanted.names) for head in heads}))
    return Report(
        len(heads), count, time.monotonic() - began, tuple(watch.breaks), tuple(watch.reviews.unmatched),
        tuple(_attention(watch.reviews.late, wanted.slip_there)),
    )  # fmt: skip


def _watch(wanted: Wanted) -> _Watch:
    needs = {
        kind.name.encode(): frozenset(name.encode() for name in kind.needs_earlier)
        for kind in lines.declared()
        if kind.needs_earlier and not kind.late
    }
    late = frozenset(name.encode() for name in lines.late_kinds())
    sessions = Sessions(wanted.sessions()) if wanted.sessions else None
    folds = tuple(Fold(replay) for replay in wanted.replays)
    return _Watch(Reviews(needs, late, sessions), folds, wanted.document)


def _signed(wanted: Wanted) -> signed.Signed:
    if wanted.checkpoints is None or wanted.checkpoint_key is None:
        return signed.Signed()
    return signed.read(wanted.checkpoints, wanted.checkpoint_key)


def _follow(head: BookHead, watch: _Watch, marks: signed.Signed, names: Names) -> int:
    watch.title = title_of(head, names)
    followed = chains.follow(
        head, chain.genesis(head.id), reader.rows(head.id), watch.take, lines.OPENED.encode(),
        marks.claims_of(head.id),
    )  # fmt: skip
    if followed.break_:
        watch.breaks.append(f"{watch.title}：{followed.break_}")
    return followed.lines


def _missing(heads: list[BookHead], marks: signed.Signed, names: Names) -> Iterator[str]:
    known = {str(head.id) for head in heads}
    for book, head in marks.heads.items():
        if book not in known:
            said = BookHead(UUID(book), UUID(head.owner), head.name, head.year, head.no, head.hash)
            yield f"{title_of(said, names)}：签存过第{head.no}号，现在整本登记簿不见了"
    for stray in reader.strays():
        yield f"登记簿 {stray} 有登记却没有首页"


def _personal(titles: dict[UUID, str]) -> Iterator[str]:
    for book, no in reader.broken_personal():
        yield f"{titles.get(book, book)}第{no}号：个人信息与登记时的校验值不符，被改过或换过"


def _attention(late: Iterable[Late], slip_there: Callable[[str], bool] | None) -> Iterator[LateLine]:
    for line in late:
        missing = slip_there is not None and not slip_there(line.slip_digest)
        if missing or line.failed_checks:
            yield LateLine(line.where, line.pad_number, missing, line.failed_checks)
