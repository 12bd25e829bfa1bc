"""What one text says differently from another: the one last seen, the paper it corrects. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from zhengyin.certificates.content import Text


@dataclass(frozen=True, slots=True)
class Change:
    """One place; `before` is empty where words were added, `after` where they were taken out.
    `hidden`: only what is masked differs."""

    what: str
    before: str
    after: str
    hidden: bool = False


def changes(before: Text, after: Text) -> tuple[Change, ...]:
    """Every place in which the two differ, in the order of the paper."""
    return tuple(change for change in _pairs(before, after) if change.before != change.after)


def _pairs(before: Text, after: Text) -> Iterator[Change]:
    yield Change("出具单位", before.issuer, after.issuer)
    yield Change("标题", before.title, after.title)
    yield Change("开给", before.to, after.to)
    for old, new in zip_longest(before.facts, after.facts, fillvalue=""):
        yield Change("正文", old, new)
    for one, other in zip_longest(before.people, after.people, fillvalue=()):
        yield Change("被证明人", "，".join(filter(None, one)), "，".join(filter(None, other)))
    for old, new in zip_longest(before.closing, after.closing, fillvalue=""):
        yield Change("用途和有效期", old, new)
    yield Change("份数", f"{before.copies}份", f"{after.copies}份")
