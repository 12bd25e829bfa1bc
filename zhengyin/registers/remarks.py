"""备注 of numbered lines: what was said later about the same subject, and what a line says of itself.

One statement for any number of lines. Which kinds say something, and in which words, is theirs
(`LineKind.remark`); that a line was recorded late, failed a check or lost its personal fields shows by
itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.ledger.models import Entry
from zhengyin.registers.lines import ALSO_NUMBERED, DAY, FAILED_CHECKS, HANDOVER, NOTE, kind_of, remarking
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.days import SHANGHAI

NUMBER = "number"  # the column in which a line names the number it is about

Later = tuple[str, Mapping[str, str], datetime]  # kind, columns and instant of a line about the same subject


@dataclass(frozen=True, slots=True)
class Said:
    """One remark: a mark that catches the eye (may be empty), the words, and whether the paper is void."""

    mark: str
    words: str
    void: bool = False

    @property
    def whole(self) -> str:
        """作废：11月16日收回."""
        return "：".join(part for part in (self.mark, self.words) if part)


def remarks_on(lines: Iterable[RegisterLine]) -> Mapping[str, tuple[Said, ...]]:
    """The remarks of each line, in the order they were recorded, by the line's hash."""
    lines = tuple(lines)
    later = _later(lines)
    return {line.hash: (*_own(line), *_of(line, later[line.subject])) for line in lines}


def _of(line: RegisterLine, later: Iterable[Later]) -> Iterator[Said]:
    """A subject numbered twice (a letter taken back and let go anew): each number has its own remarks."""
    own = {line.columns.get(key, "") for key in (NUMBER, ALSO_NUMBERED)} - {""}
    for kind, named, at in later:
        number = named.get(NUMBER, "")
        if not (own and number and number not in own):
            yield _said(kind, named, at, line.year)


def _later(lines: tuple[RegisterLine, ...]) -> Mapping[UUID, list[Later]]:
    """What was said later of each subject, in any year's book."""
    said: dict[UUID, list[Later]] = defaultdict(list)
    shown = {line.hash for line in lines}
    rows = Entry.objects.filter(subject__in={line.subject for line in lines}, kind__in=remarking())
    for subject, kind, digest, columns, at in rows.order_by("recorded_at", "book_id", "no").values_list(
        "subject", "kind", "hash", "columns", "happened_at"
    ):
        if digest not in shown:  # its own remark it says itself
            said[subject].append((kind, json.loads(columns), at))
    return said


def _own(line: RegisterLine) -> Iterator[Said]:
    if kind_of(line.kind).remark:
        yield _said(line.kind, line.columns, line.happened_at, line.year)
    if line.late:
        stamped, entered = _clock(line.happened_at, line.year), _clock(line.recorded_at, line.year)
        yield Said("补登", f"应急用印单（{line.pad_number}），{stamped}盖章，{entered}登记")
    if note := line.columns.get(NOTE, ""):
        yield Said("", note)
    if handed := line.columns.get(HANDOVER, ""):
        yield Said("交接期内", handed)
    if failed := line.columns.get(FAILED_CHECKS, ""):
        yield Said("待整改", failed)
    if line.personal is None:  # the case keeps its own copy: nobody is to believe that nothing is left
        yield Said("", "本簿的个人信息已删除，案卷里的还在")


def _said(kind: str, columns: Mapping[str, str], at: datetime, year: int) -> Said:
    remark = kind_of(kind).remark
    assert remark is not None  # asked for kinds that have one
    named = defaultdict(str, {**columns, DAY: _day(at, year)})  # older lines had fewer columns
    return Said(remark.mark.format_map(named), remark.words.format_map(named), remark.void)


def _clock(at: datetime, year: int) -> str:
    return f"{_day(at, year)}{at.astimezone(SHANGHAI):%H:%M}"


def _day(at: datetime, year: int) -> str:
    """11月21日; with its year where that is not the book's: what is late or voided after the year's end."""
    local = at.astimezone(SHANGHAI)
    return f"{f'{local.year}年' if local.year != year else ''}{local.month}月{local.day}日"
