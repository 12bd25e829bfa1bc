"""Lines and tables drawn on a page, put together from strokes: which words stand before, on and after. Pure.

All lengths are points, counted from the page's lower left corner as it is shown.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

NEAR = 2.5  # strokes that lie so close are one: a double border, the pieces of an underline
SHORTEST = 15.0  # of a line to write on
SMALLEST = 7.0  # side of a cell in which somebody could write
INSET = 2.5  # a border's own ink
MOST_STROKES = 300  # of either direction: a drawing, no table
MOST_CROSSINGS = (
    2_500  # of a page, so of its cells: squared paper has more, and the work grows by their square
)
WRITTEN_OVER = 10.0  # height above a line in which something is written on it


class Box(NamedTuple):
    """An area."""

    left: float
    bottom: float
    right: float
    top: float


class Glyph(NamedTuple):
    """One character with the box of its font's full height."""

    said: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Half of its height."""
        return (self.bottom + self.top) / 2


class Stroke(NamedTuple):
    """A straight line: `at` is its height if it runs across, its distance from the left if down."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A line that borders no cell. `written`: words or other ink stand on it."""

    before: str
    after: str
    written: bool
    left: float = 0.0
    right: float = 100.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `written`: words or other ink stand in it."""

    text: str
    written: bool
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """What is drawn on a page to write on. `crowded`: more than a table has; nobody looked."""

    lines: tuple[RuledLine, ...] = ()
    tables: tuple[tuple[Cell, ...], ...] = ()
    crowded: bool = False


def ruled_from(
    across: Sequence[Stroke], down: Sequence[Stroke], glyphs: Iterable[Glyph], inked: Callable[[Box], bool]
) -> Ruled:
    """Put lines and tables together; `inked` tells whether anything is drawn in an area."""
    rules, posts = joined(across), joined(down)
    if len(rules) > MOST_STROKES or len(posts) > MOST_STROKES:
        return Ruled(crowded=True)
    crossings = [(i, j) for i, rule in enumerate(rules) for j, post in enumerate(posts) if _meet(rule, post)]
    if len(crossings) > MOST_CROSSINGS:
        return Ruled(crowded=True)
    boxes, borders = _cells(rules, posts, crossings)
    words = _Words(glyphs)
    lines = (one for at, one in enumerate(rules) if at not in borders and one.end - one.start >= SHORTEST)
    return Ruled(
        tuple(_line(one, words, inked) for one in lines),
        tuple(tuple(_cell(box, words, inked) for box in table) for table in _tables(boxes)),
    )


def joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes of one direction, those that touch on one line made one."""
    rows: list[list[Stroke]] = []
    for one in sorted(strokes):
        if rows and one.at - rows[-1][0].at <= NEAR:
            rows[-1].append(one)
        else:
            rows.append([one])
    found: list[Stroke] = []
    for row in rows:
        at, begin = sum(one.at for one in row) / len(row), len(found)
        for one in sorted(row, key=attrgetter("start")):
            if len(found) > begin and one.start - found[-1].end <= NEAR:
                found[-1] = Stroke(at, found[-1].start, max(found[-1].end, one.end))
            else:
                found.append(Stroke(at, one.start, one.end))
    return found


class _Words:
    """The characters of a page by height."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        ordered = sorted((one.middle, place, one) for place, one in enumerate(glyphs))
        self._heights = [height for height, _, _ in ordered]
        self._placed = [(place, one) for _, place, one in ordered]

    def between(self, bottom: float, top: float) -> list[tuple[int, Glyph]]:
        return self._placed[bisect_left(self._heights, bottom) : bisect_right(self._heights, top)]

    def within(self, box: Box) -> str:
        """What is said in an area, in the order of the text."""
        some = self.between(box.bottom, box.top)
        return "".join(
            one.said for _, one in sorted(some) if box.left <= (one.left + one.right) / 2 <= box.right
        )

    def on(self, height: float) -> list[Glyph]:
        """The characters that stand on a line at a height, from left to right."""
        some = (one for _, one in self.between(height, height + 60))
        standing = (one for one in some if 0.2 <= (one.middle - height) / (one.top - one.bottom) <= 0.9)
        return sorted(standing, key=attrgetter("left"))


def _line(rule: Stroke, words: _Words, inked: Callable[[Box], bool]) -> RuledLine:
    row = words.on(rule.at)
    before = [one for one in row if (one.left + one.right) / 2 < rule.start]
    after = [one for one in row if (one.left + one.right) / 2 > rule.end]
    area = Box(rule.start + 1, rule.at + INSET, rule.end - 1, rule.at + WRITTEN_OVER)
    return RuledLine(
        _close_by(reversed(before), rule.start)[::-1],
        _close_by(after, rule.end),
        len(before) + len(after) < len(row) or inked(area),
        rule.start,
        rule.end,
        rule.at,
    )


def _close_by(glyphs: Iterable[Glyph], edge: float) -> str:
    """The words that begin at an edge and go on without a gap of two characters."""
    said = ""
    for one in glyphs:
        wide = 2 * (one.top - one.bottom)
        if min(abs(one.left - edge), abs(one.right - edge)) > wide:
            break
        said += one.said
        edge = one.left if one.right <= edge else one.right
    return said


def _cell(box: Box, words: _Words, inked: Callable[[Box], bool]) -> Cell:
    text = words.within(box)
    inside = Box(box.left + INSET, box.bottom + INSET, box.right - INSET, box.top - INSET)
    return Cell(text, bool(text) or inked(inside), *box)


def _cells(
    rules: Sequence[Stroke], posts: Sequence[Stroke], crossings: Sequence[tuple[int, int]]
) -> tuple[list[Box], set[int]]:
    """The smallest boxes whose four corners and edges are drawn; which of `rules` border one."""
    of_rule: dict[int, list[int]] = defaultdict(list)
    of_post: dict[int, list[int]] = defaultdict(list)
    for i, j in crossings:
        of_rule[i].append(j)
        of_post[j].append(i)
    meeting = set(crossings)
    boxes: list[Box] = []
    borders: set[int] = set()
    for low, left in crossings:
        found = next(
            (
                (high, right)
                for high in of_post[left] if high > low
                for right in of_rule[low] if right > left and (high, right) in meeting
            ),
            None,
        )  # fmt: skip
        if found is None:
            continue
        high, right = found
        borders |= {low, high}
        box = Box(posts[left].at, rules[low].at, posts[right].at, rules[high].at)
        if min(box.right - box.left, box.top - box.bottom) >= SMALLEST:
            boxes.append(box)
    return boxes, borders


def _meet(rule: Stroke, post: Stroke) -> bool:
    return rule.start - NEAR <= post.at <= rule.end + NEAR and post.start - NEAR <= rule.at <= post.end + NEAR


def _tables(boxes: Sequence[Box]) -> list[list[Box]]:
    """Cells that share a corner or an edge belong together; a box alone is a frame, no table."""
    left = list(boxes)
    tables: list[list[Box]] = []
    while left:
        table, todo = [], [left.pop()]
        while todo:
            one = todo.pop()
            table.append(one)
            apart: list[Box] = []
            for other in left:
                (todo if _touch(one, other) else apart).append(other)
            left = apart
        if len(table) > 1:
            tables.append(sorted(table, key=lambda box: (-box.top, box.left)))
    return tables


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right + NEAR
        and other.left <= one.right + NEAR
        and one.bottom <= other.top + NEAR
        and other.bottom <= one.top + NEAR
    )
