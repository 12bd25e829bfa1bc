"""Kinds of lines as data: each room declares its own here, none is known by name below it.

A kind says in which book its lines stand, which columns (key, statutory title) every line
has, which of them are personal and therefore erasable, and which earlier line it rests on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType
from uuid import UUID

Column = tuple[str, str]  # (key, title in the words of the law)

ANY_BOOK = ""  # the book of kinds that may stand in every book
OPENED = "book.opened"
ERASED = "personal.erased"
DAY = "day"  # in the words of a remark: the day it happened, 11月21日
HANDOVER = "handover"  # column of a use of the seal while it is handed over (交接期): who sealed, since when
NOTE = "note"  # column of a numbered line: what its 备注 says from the first
ALSO_NUMBERED = "work_number"  # column: the number of the same subject in another numbered book
FAILED_CHECKS = "failed_checks"  # column of a late entry: not empty means 待整改

BOOKS: Mapping[str, str] = MappingProxyType(
    {
        "certificates": "为村（居）民出具证明事项登记簿",
        "work": "工作用印登记簿",
        "introductions": "介绍信登记簿",
        "notices": "不予出具告知登记簿",
        "letters": "告知函登记簿",
        "pads": "应急用印单台账",
        "journal": "办理流水",
        "seals": "印章台账",
        "deliberations": "议事登记簿",
        "appointments": "任免登记簿",
        "settings": "设置登记簿",
        "admissions": "准入登记簿",
        "consultations": "征求意见登记簿",
        "cleanups": "清理登记簿",
        "guidance": "咨询登记簿",
        "supervision": "监督登记簿",
        "erasures": "个人信息删除登记簿",
        "archives": "归档登记簿",
    }
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the numbered line of a subject says in 备注 once a line of this kind was written about it.

    `words` may name columns of the kind and the day it happened: 更正为{new_number}，{day}. Personal
    columns never: a remark is shown and printed whole. `mark` is what catches the eye (作废（{kind}）、
    更正、补登); `void` says that the paper no longer holds. A remark on a kind that stands in the
    numbered book itself is shown on its own line.
    """

    words: str = ""
    mark: str = ""
    void: bool = False

    def named(self) -> frozenset[str]:
        """The columns it names."""
        parts = Formatter().parse(self.mark + self.words)
        return frozenset(name for _, name, _, _ in parts if name is not None) - {DAY}


@dataclass(frozen=True, slots=True)
class LineKind:
    """What a kind of line looks like and what it rests on.

    needs_earlier: the database demands an earlier line of one of these kinds with the same
    owner, subject and text digest by another person (clause H3.2.2a). A late kind passes
    without one but must name the number of its pad slip and the digest of the slip's scan.
    """

    name: str
    book: str
    columns: tuple[Column, ...]
    personal: tuple[Column, ...] = ()
    needs_earlier: tuple[str, ...] = ()
    late: bool = False
    title: str = ""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers for a line, as named that day; registers know no more of persons."""

    person_id: UUID
    name: str
    office: str
    session_id: UUID | None


KINDS: tuple[LineKind, ...] = (
    LineKind(
        name=OPENED,
        book=ANY_BOOK,
        columns=(("last_paper_number", "启用前纸质登记簿截至"),),
        title="启用登记簿",
        remark=Remark("启用前纸质登记簿截至第{last_paper_number}号"),
    ),
    LineKind(
        name=ERASED,
        book="erasures",
        columns=(
            ("book", "登记簿"),
            ("year", "年度"),
            ("number", "登记号"),
            ("reason", "删除理由"),
        ),
        title="删除登记簿里的个人信息",
    ),
)

_declared: dict[str, LineKind] = {}


def declare(kinds: Iterable[LineKind]) -> None:
    """Make kinds known, once per start (AppConfig.ready); a name means one thing only."""
    for kind in kinds:
        if kind.book != ANY_BOOK and kind.book not in BOOKS:
            raise ValueError(f"line kind {kind.name}: no such book {kind.book!r}")
        if kind.remark and (unknown := kind.remark.named() - {key for key, _ in kind.columns}):
            raise ValueError(f"line kind {kind.name}: its remark names {sorted(unknown)}, no columns of it")
        if _declared.setdefault(kind.name, kind) != kind:
            raise ValueError(f"line kind {kind.name} is declared twice, differently")


def kind_of(name: str) -> LineKind:
    """The declared kind; KeyError when no room declared it."""
    return _declared[name]


def declared() -> tuple[LineKind, ...]:
    """Every declared kind, by name."""
    return tuple(_declared[name] for name in sorted(_declared))


def approvals() -> frozenset[str]:
    """Names of the kinds on which others rest: acts of review given on screen."""
    return frozenset(name for kind in _declared.values() for name in kind.needs_earlier)


def remarking() -> tuple[str, ...]:
    """Names of the kinds that say something in the remarks of a numbered line."""
    return tuple(sorted(kind.name for kind in _declared.values() if kind.remark))


def late_kinds() -> frozenset[str]:
    """Names of the kinds that record afterwards what was stamped on paper first (补登)."""
    return frozenset(kind.name for kind in _declared.values() if kind.late)
