"""What the product knows of a committee on the day it is inspected, to be compared on the spot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.seals.queries import seal_of
from zhengyin.shared.days import in_words
from zhengyin.supervision.queries.months import unsigned

COMPARED = (
    "certificates", "work", "introductions", "notices", "letters", "pads", "seals", "deliberations",
    "supervision",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """(what, as the product has it), as it is printed on the sheet."""

    rows: tuple[tuple[str, str], ...]


def known_of(organization_id: UUID, day: date) -> Known:
    """The seal and who keeps it where, the last number of every open register, late entries, open months."""
    seal = seal_of(organization_id, day)
    open_months = unsigned([organization_id], day)[organization_id]
    earlier = registers.open_years(owner=organization_id, before=day.year)
    return Known((
        ("印章名称", seal.name if seal else "没有登记印章"),
        ("印章状态", {"in_use": "在用", "stopped": "停用", "engraving": "刻制中"}.get(seal.state, seal.state)
         if seal else "—"),
        ("保管人", _custodian(seal.custodian, seal.kept_from) if seal else "—"),
        ("保管地点", (seal.place if seal else "") or "没有登记"),
        *((BOOKS[one], _last(organization_id, one, (*earlier.get(one, ()), day.year))) for one in COMPARED),
        ("没有核对的月份", "、".join(month.words for month in open_months) or "没有"),
    ))  # fmt: skip


def _custodian(name: str, since: date | None) -> str:
    return f"{name}，{in_words(since)}起" if name and since else "没有保管人"


def _last(owner: UUID, book: str, years: Iterable[int]) -> str:
    return "；".join(_last_of(owner, book, year) for year in years)


def _last_of(owner: UUID, book: str, year: int) -> str:
    counts = registers.counts(owner=owner, book=book, year=year)
    if not counts.last_no:
        return f"{year}年没有登记"
    late = f"，其中补登{counts.late}件" if counts.late else ""
    return f"{year}年登记到第{counts.last_no}号{late}"
