"""One book after the other: numbers, hashes, order of time, head, checkpoints. Pure.

A row is what the reader gives: the canonical bytes of a line, TAB, its stored hash, newline.
This is the inner loop of the audit; at 100,000 lines a second a line has ten microseconds.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from zhengyin.registers.audit.findings import BookHead

NO, PREVIOUS, KIND, SUBJECT = 2, 3, 4, 5
HAPPENED, RECORDED, PERSON, PERSON_NAME, SESSION = 7, 8, 9, 10, 12
COLUMNS, TEXT, DOCUMENT, PAD, SLIP = 13, 15, 16, 17, 18
WIDTH = 19

Fields = list[bytes]
Claims = Mapping[int, tuple[str, str]]  # number: (hash, when it was signed, in words)


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of one book: how many lines, and the first break in words ('' for none)."""

    lines: int
    break_: str


def follow(
    head: BookHead,
    genesis: str,
    rows: Iterable[bytes],
    watch: Callable[[Fields], None],
    opening: bytes,
    claims: Claims,
) -> Followed:
    """Follow a book from its first line to its head; `watch` sees every line, broken or not."""
    found, count, confirmed = "", 0, 0
    last_no, last_hash, last_recorded = 0, genesis.encode(), 0
    for row in rows:
        body, stored = row[:-66], row[-65:-1]
        if b"\\" in body:
            body = body.replace(b"\\\\", b"\\")  # COPY doubles them
        fields = body.split(b"\t")
        no, recorded = int(fields[NO]), int(fields[RECORDED])
        count += 1
        if not found and not (
            no == last_no + 1
            and fields[PREVIOUS] == last_hash
            and sha256(body).hexdigest().encode() == stored
            and last_recorded <= recorded >= int(fields[HAPPENED])
        ):
            found = _break(_Last(last_no, last_hash, last_recorded), fields, body, stored, opening)
        if no in claims:
            if not found and claims[no][0] != stored.decode():
                found = _rewritten(confirmed, no, claims[no][1])
            confirmed = no
        last_no, last_hash, last_recorded = no, stored, recorded
        if len(fields) == WIDTH:
            watch(fields)
    return Followed(count, found or _end(head, last_no, last_hash.decode(), claims))


class _Last(NamedTuple):
    """What the next line must follow."""

    no: int
    hash: bytes
    recorded: int


def _break(last: _Last, fields: Fields, body: bytes, stored: bytes, opening: bytes) -> str:
    """What is wrong with a line, the gravest first; '' for the opening line of a book."""
    no, recorded = int(fields[NO]), int(fields[RECORDED])
    if no != last.no + 1 and not (last.no == 0 and fields[KIND] == opening):
        return _gap(last.no, no)
    if fields[PREVIOUS] != last.hash:
        return f"第{no}号接不上前一号：前面的登记被整行换过，或者这一号是后来插进去的"
    if sha256(body).hexdigest().encode() != stored:
        return f"第{no}号的内容与登记时留下的校验值不符：这一号登记以后被改过"
    if recorded < last.recorded or int(fields[HAPPENED]) > recorded:
        return f"第{no}号的时间不对：登记时间早于前一号，或者早于办理时间"
    return ""


def _rewritten(confirmed: int, no: int, signed_at: str) -> str:
    return f"第{confirmed + 1}号至第{no}号之间有登记被改写：{signed_at}签存的校验点记着第{no}号的另一个校验值"


def _gap(last_no: int, no: int) -> str:
    if no <= last_no:
        return f"第{no}号出现了两次"
    if last_no == 0:
        return f"最前面是第{no}号：第1号至第{no - 1}号的登记不见了"
    return f"第{last_no}号之后就是第{no}号：中间的登记被删掉了"


def _end(head: BookHead, last_no: int, last_hash: str, claims: Claims) -> str:
    """Whether the book ends where its head, and every checkpoint, say."""
    if head.last_no > last_no:
        return f"首页记着登记到第{head.last_no}号，实际只到第{last_no}号：末尾的登记被删掉了"
    if (head.last_no, head.last_hash) != (last_no, last_hash):
        return f"首页记的末号与第{last_no}号对不上：首页或末尾的登记被改过"
    furthest = max(claims, default=0)
    if furthest > last_no:
        return (
            f"{claims[furthest][1]}签存时已登记到第{furthest}号，现在只到第{last_no}号："
            f"第{last_no + 1}号至第{furthest}号被删掉了"
        )
    return ""
