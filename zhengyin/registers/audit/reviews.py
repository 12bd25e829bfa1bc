"""先审核、后用印, once more without the database's triggers; sessions; late entries. Pure."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from zhengyin.ledger.chain import microseconds
from zhengyin.registers.audit import chains
from zhengyin.registers.audit.chains import Fields
from zhengyin.registers.audit.findings import moment
from zhengyin.registers.lines import FAILED_CHECKS


@dataclass(frozen=True, slots=True)
class Session:
    """A log-in: whose, from when until when (None: still open)."""

    id: UUID
    person_id: UUID
    began_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Late:
    """A late entry as it stands in its book."""

    where: str
    pad_number: str
    slip_digest: str
    failed_checks: str


class Sessions:
    """All sessions, to ask whether a line can have been written in the one it names."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._spans = {
            str(s.id).encode(): (
                str(s.person_id).encode(),
                microseconds(s.began_at),
                microseconds(s.ended_at) if s.ended_at else None,
            )
            for s in sessions
        }

    def mismatch(self, fields: Fields) -> str:
        """Why the line matches no session of its person; '' when it does."""
        session = self._spans.get(fields[chains.SESSION])
        recorded = int(fields[chains.RECORDED])
        if session is None:
            return "找不到登录记录"
        person, began, ended = session
        if person != fields[chains.PERSON]:
            return "登录的是另一个人"
        if recorded < began or (ended is not None and recorded > ended):
            return "那时没有登录"
        return ""


@dataclass(slots=True)
class Reviews:
    """Approvals, seals and late entries of one owner's books, gathered line by line."""

    needs: Mapping[bytes, frozenset[bytes]]  # kind of line: kinds it rests on
    late_kinds: frozenset[bytes]
    sessions: Sessions | None
    given: frozenset[bytes] = frozenset()  # approvals on which no kind rests
    unmatched: list[str] = field(default_factory=list)
    late: list[Late] = field(default_factory=list)
    _given: dict[tuple[bytes, bytes, bytes], list[tuple[bytes, int]]] = field(default_factory=dict)
    _resting: list[tuple[str, Fields]] = field(default_factory=list)
    _approvals: frozenset[bytes] = frozenset()

    def __post_init__(self) -> None:
        self._approvals = self.given.union(*self.needs.values())

    def watched(self) -> frozenset[bytes]:
        """The kinds of lines to be shown here."""
        return self._approvals | frozenset(self.needs) | self.late_kinds

    def take(self, title: str, fields: Fields) -> None:
        """One line of a watched kind."""
        kind = fields[chains.KIND]
        if kind in self._approvals:
            self._approval(title, fields)
        if kind in self.late_kinds:
            failed = json.loads(fields[chains.COLUMNS]).get(FAILED_CHECKS, "")
            where = _where(title, fields)
            self.late.append(Late(where, fields[chains.PAD].decode(), fields[chains.SLIP].decode(), failed))
        elif kind in self.needs:
            self._resting.append((title, fields))

    def close_owner(self) -> Iterator[str]:
        """Lines of this owner that rest on no earlier approval; then forget the owner."""
        for title, fields in self._resting:
            if not self._rests(fields):
                yield f"{_where(title, fields)}：没有找到别人在此之前对同一份内容的审核签批，先盖了章"
        self._given.clear()
        self._resting.clear()

    def _approval(self, title: str, fields: Fields) -> None:
        key = (fields[chains.KIND], fields[chains.SUBJECT], fields[chains.TEXT])
        recorded = int(fields[chains.RECORDED])
        self._given.setdefault(key, []).append((fields[chains.PERSON], recorded))
        why = self.sessions.mismatch(fields) if self.sessions else ""
        if why:
            name = fields[chains.PERSON_NAME].decode()
            self.unmatched.append(f"{_where(title, fields)}：{name}的签批，{moment(recorded)}，{why}")

    def _rests(self, fields: Fields) -> bool:
        recorded, person = int(fields[chains.RECORDED]), fields[chains.PERSON]
        subject, text = fields[chains.SUBJECT], fields[chains.TEXT]
        return bool(text) and any(
            other != person and at <= recorded
            for kind in self.needs[fields[chains.KIND]]
            for other, at in self._given.get((kind, subject, text), ())
        )


def _where(title: str, fields: Fields) -> str:
    return f"{title}第{fields[chains.NO].decode()}号"
