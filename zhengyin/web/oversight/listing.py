"""The committees below with what is open, overdue, registered and unsigned; narrowed in the address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from zhengyin.documents.workbook import Row
from zhengyin.regions.models import Committee
from zhengyin.reminders.queries import ToCopy, lacking, to_committee
from zhengyin.shared.days import day_of
from zhengyin.supervision.queries.standing import Part, Standing, standings
from zhengyin.web.numbers import number_in
from zhengyin.web.place import Link
from zhengyin.web.search import FIND, found_by

PAGE = 50
LONGEST = 40
PARTS: dict[Part, str] = {Part.ALL: "全部", Part.OVERDUE: "有超期的", Part.UNSIGNED: "有没核对的月份"}
TITLES = (
    ("代码", 16), ("乡镇（街道、苏木）", 20), ("村（社区）", 20), ("在办", 8), ("超期", 8), ("等领取", 8),
    ("今年登记", 10), ("今年补登", 10), ("没有核对的月份", 30),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address narrows the list to; `township` only where there are several."""

    part: Part
    township: str
    text: str

    def query(self, **more: object) -> str:
        """The same choice in an address."""
        said = {"part": self.part if self.part is not Part.ALL else "", "township": self.township,
                FIND: found_by({"q": self.text}), **more}  # fmt: skip
        return urlencode([(name, value) for name, value in said.items() if value])


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One committee with the address of its register."""

    one: Standing
    href: str
    remind: tuple[ToCopy, ...]  # what to tell the committee, where something is lacking


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page; the sums are those of everything chosen but the part."""

    rows: tuple[StandingRow, ...]
    parts: tuple[tuple[Link, int], ...]
    townships: tuple[tuple[str, str], ...]
    chosen: Chosen
    found: int
    running: int
    overdue: int
    lines: int
    table: str
    before: str
    after: str
    page: int
    pages: int


def chosen_in(query: QueryDict, townships: Iterable[tuple[str, str]]) -> Chosen:
    """Read the address; what makes no sense counts as not said."""
    part, township = query.get("part", ""), query.get("township", "")
    return Chosen(
        part=Part(part) if part in tuple(Part) else Part.ALL,
        township=township if township in dict(townships) else "",
        text=query.get("q", "").strip()[:LONGEST].replace("\x00", ""),
    )


def townships_of(rows: QuerySet[Committee]) -> tuple[tuple[str, str], ...]:
    """(id, name) of the townships of these committees by code, where there are several."""
    found = rows.order_by("township__division_id").values_list("township_id", "township__name").distinct()
    several = tuple((str(key), name) for key, name in found)
    return several if len(several) > 1 else ()


def narrowed(rows: QuerySet[Committee], chosen: Chosen) -> QuerySet[Committee]:
    """What township and name leave."""
    if chosen.township:
        rows = rows.filter(township_id=UUID(chosen.township))
    return rows.filter(spoken__contains=chosen.text) if chosen.text else rows


def list_page(
    organization_id: UUID, rows: QuerySet[Committee], query: QueryDict, *, at: datetime
) -> ListPage:
    """One page of the committees, in the order of their codes."""
    townships = townships_of(rows)
    chosen, here = chosen_in(query, townships), reverse("oversight-registers", args=[organization_id])
    every = standings(narrowed(rows, chosen), day_of(at))
    shown = [one for one in every if one.within(chosen.part)]
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(number_in(query.get("page", ""), 1), 1), pages)
    return ListPage(
        rows=tuple(
            StandingRow(one, reverse("oversight-register", args=[organization_id, one.id]), _remind(one))
            for one in shown[(page - 1) * PAGE : page * PAGE]
        ),
        parts=tuple(_parts(here, chosen, every)),
        townships=townships,
        chosen=chosen,
        found=len(shown),
        running=sum(one.running for one in every),
        overdue=sum(one.overdue for one in every),
        lines=sum(one.lines for one in every),
        table=f"{reverse('oversight-registers-table', args=[organization_id])}?{chosen.query()}",
        before=f"{here}?{chosen.query(page=page - 1)}" if page > 1 else "",
        after=f"{here}?{chosen.query(page=page + 1)}" if page < pages else "",
        page=page,
        pages=pages,
    )


def cells(rows: QuerySet[Committee], query: QueryDict, at: datetime) -> Iterator[Row]:
    """Every committee that is chosen, for the table."""
    chosen = chosen_in(query, townships_of(rows))
    for one in standings(narrowed(rows, chosen), day_of(at)):
        if one.within(chosen.part):
            months = "、".join(month.words for month in one.unsigned)
            numbers = (one.running, one.overdue, one.waiting, one.lines, one.late)
            yield one.code, one.township, one.name, *numbers, months


def _remind(one: Standing) -> tuple[ToCopy, ...]:
    said = lacking(overdue=one.overdue, unsigned=len(one.unsigned))
    return to_committee(one.code, (one.township, one.name), said)


def _parts(here: str, chosen: Chosen, every: Iterable[Standing]) -> Iterator[tuple[Link, int]]:
    rows = tuple(every)
    for part, words in PARTS.items():
        query = Chosen(part, chosen.township, chosen.text).query()
        link = Link(words, f"{here}?{query}" if query else here, current=part is chosen.part)
        yield link, sum(one.within(part) for one in rows)
