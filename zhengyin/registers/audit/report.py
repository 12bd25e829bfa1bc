"""One audit: every book followed, owner by owner; then states, personal fields, documents."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one audit is to look at beside the chains."""

    replays: tuple[Replay, ...] = ()
    sessions: Callable[[], Iterable[Session]] | None = None
    names: Names = str
    approvals: frozenset[str] = frozenset()  # kinds given on screen though no other rests on them
    file_there: Callable[[str], bool] | None = None  # by SHA-256 in hexadecimal
    damages: Callable[[], Iterable[str]] | None = None  # given: every stored file is hashed again
    disagreements: Callable[[], Iterable[str]] | None = None  # what a room keeps beside its register
    names_differing: Callable[[], Iterable[str]] | None = None  # with `personal`: the same for persons
    checkpoints: Path | None = None
    checkpoint_key: Path | None = None  # public key, PEM
    personal: bool = False


@dataclass(slots=True)
class _Watch:
    """Sorts each line to those who want to see it, for one owner at a time."""

    reviews: Reviews
    folds: tuple[Fold, ...]
    file_there: Callable[[str], bool] | None
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
        if self.file_there and fields[chains.DOCUMENT]:
            self._look_for(fields, self.file_there)

    def close_owner(self) -> None:
        """All books of an owner are read: acts in the order they were recorded, whatever the book."""
        self._steps.sort(key=itemgetter(0))  # microseconds in decimal: as many digits until 2286
        for _, subject, kind, title, no in self._steps:
            for fold in self._replayed[kind]:
                fold.step(subject, kind, title, no)
        self._steps.clear()
        self.breaks.extend(self.reviews.close_owner())

    def _look_for(self, fields: chains.Fields, there: Callable[[str], bool]) -> None:
        if not there(fields[chains.DOCUMENT].decode()):
            self.breaks.append(f"{self.title}第{fields[chains.NO].decode()}号：登记的文件找不到了")


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
    persons = wanted.names_differing if wanted.personal else None
    for told in (wanted.disagreements, persons, wanted.damages):
        watch.breaks.extend(told() if told else ())
    return Report(
        len(heads), count, time.monotonic() - began, tuple(watch.breaks), tuple(watch.reviews.unmatched),
        tuple(_attention(watch.reviews.late, wanted.file_there)),
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
    given = frozenset(name.encode() for name in wanted.approvals)
    return _Watch(Reviews(needs, late, sessions, given), folds, wanted.file_there if wanted.damages else None)


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


def _attention(late: Iterable[Late], file_there: Callable[[str], bool] | None) -> Iterator[LateLine]:
    for line in late:
        missing = file_there is not None and not file_there(line.slip_digest)
        if missing or line.failed_checks:
            yield LateLine(line.where, line.pad_number, missing, line.failed_checks)
