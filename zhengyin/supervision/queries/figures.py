"""What was asked for and what became of it: by item, demanding unit and month, never by village.

A case counts on the day it was applied for, so that every column of a row speaks of the same cases.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Case, CharField, Count, Max, QuerySet, Value, When
from django.db.models.functions import TruncMonth

from zhengyin.catalogue.policy import Path
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import IN_FORCE, State
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.registers import recorded
from zhengyin.shared.days import SHANGHAI
from zhengyin.supervision.months import Month, month_of

UNLISTED = "不在清单里的"
UNSAID = "没有写明"
DISCRETIONARY = (Path.PUBLIC_BASIS, Path.RESIDENTS_NEED)


class Became(StrEnum):
    """What became of a case."""

    TOLD = "told"
    REFUSED = "refused"
    ISSUED = "issued"
    GONE = "gone"
    RUNNING = "running"
    WITHDRAWN = "withdrawn"


BECAME_LABELS: dict[Became, str] = {
    Became.TOLD: "不用开",
    Became.REFUSED: "没能开",
    Became.ISSUED: "开了",
    Became.GONE: "开了，后来作废或更正",
    Became.RUNNING: "在办",
    Became.WITHDRAWN: "撤回",
}


def became() -> Case:
    """What became of a case. The lists say no: needless; not true, not to be checked or not complete:
    refused. Sealed and no longer in force: void or corrected."""
    return Case(
        When(state=State.REFUSED, notice__ground=Ground.RULE, then=Value(Became.TOLD.value)),
        When(state=State.REFUSED, then=Value(Became.REFUSED.value)),
        When(state=State.WITHDRAWN, then=Value(Became.WITHDRAWN.value)),
        When(sealed_at__isnull=False, state__in=IN_FORCE, then=Value(Became.ISSUED.value)),
        When(sealed_at__isnull=False, then=Value(Became.GONE.value)),
        default=Value(Became.RUNNING.value),
        output_field=CharField(),
    )


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose cases of which days; both days count. A township's committees where one is named."""

    county_codes: tuple[str, ...]
    township_id: UUID | None
    first: date
    last: date

    @property
    def since(self) -> datetime:
        """The first instant."""
        return datetime(self.first.year, self.first.month, self.first.day, tzinfo=SHANGHAI)

    @property
    def until(self) -> datetime:
        """The first instant after."""
        after = self.last + timedelta(days=1)
        return datetime(after.year, after.month, after.day, tzinfo=SHANGHAI)

    @property
    def committees(self) -> QuerySet[Committee]:
        """Its committees."""
        rows = Committee.objects.filter(county_code__in=self.county_codes)
        return rows.filter(township_id=self.township_id) if self.township_id else rows

    @property
    def cases(self) -> QuerySet[Certificate]:
        """Its cases."""
        rows = Certificate.objects.filter(
            county_code__in=self.county_codes, applied_at__gte=self.since, applied_at__lt=self.until
        )
        return rows.filter(organization_id__in=self.committees.values("pk")) if self.township_id else rows


@dataclass(frozen=True, slots=True)
class Group:
    """So many cases alike in everything that is counted."""

    month: Month
    code: str
    title: str
    unit_class: str
    path: str
    became: Became
    ground: str  # why nothing was issued, in words; empty where something may be
    cases: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: a name and how many of each."""

    key: str
    name: str
    cases: int
    told: int
    refused: int
    issued: int
    gone: int
    running: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All tables of a scope; `whole` is their common sum."""

    whole: Row
    items: tuple[Row, ...]
    unit_classes: tuple[Row, ...]
    months: tuple[Row, ...]
    grounds: tuple[tuple[str, int], ...]
    truthful: int
    discretionary: int
    late: int


def groups(scope: Scope) -> tuple[Group, ...]:
    """Everything that is counted, in one statement; an item keeps one title, whatever it was called."""
    rows = scope.cases.annotate(month=TruncMonth("applied_at", tzinfo=SHANGHAI), became=became())
    counted = rows.values_list(
        "month", "entry_code", "unit_class", "path", "became", "notice__ground"
    ).order_by()
    titled = counted.annotate(title=Max("title"), cases=Count("pk"))
    return tuple(
        Group(
            month_of(month.astimezone(SHANGHAI).date()), code, title if code else UNLISTED, unit, path,
            Became(became), WORDS[f"ground.{ground}"] if ground else "", cases,
        )
        for month, code, unit, path, became, ground, title, cases in titled
    )  # fmt: skip


def figures(scope: Scope) -> Figures:
    """Two statements, whatever there is to count."""
    found = groups(scope)
    names = {one.key: one.name for one in regions.unit_classes()}
    titles = {one.code: one.title for one in sorted(found, key=lambda one: one.month)}
    words = {one.month.key: one.month.words for one in found}
    by_ground = Counter[str]()
    for one in found:
        by_ground[one.ground] += one.cases
    del by_ground[""]
    owners = scope.committees.values_list("pk", flat=True)
    return Figures(
        whole=_row("", "合计", found),
        items=_most_first(_table(found, lambda one: one.code, lambda code: titles[code])),
        unit_classes=_most_first(
            _table(found, lambda one: one.unit_class, lambda key: names.get(key, UNSAID))
        ),
        months=_table(found, lambda one: one.month.key, lambda key: words[key]),
        grounds=tuple(sorted(by_ground.items(), key=lambda one: (-one[1], one[0]))),
        truthful=_of_paths(found, Path.TRUTHFUL_EXCEPTION),
        discretionary=_of_paths(found, *DISCRETIONARY),
        late=recorded.late_papers(owners=owners, since=scope.since, until=scope.until),
    )


def _table(
    found: Iterable[Group], key: Callable[[Group], str], name: Callable[[str], str]
) -> tuple[Row, ...]:
    by_key: dict[str, list[Group]] = {}
    for one in found:
        by_key.setdefault(key(one), []).append(one)
    return tuple(_row(one, name(one), by_key[one]) for one in sorted(by_key))


def _row(key: str, name: str, found: Iterable[Group]) -> Row:
    number = Counter[Became]()
    for one in found:
        number[one.became] += one.cases
    return Row(
        key, name, number.total(), number[Became.TOLD], number[Became.REFUSED], number[Became.ISSUED],
        number[Became.GONE], number[Became.RUNNING], number[Became.WITHDRAWN],
    )  # fmt: skip


def _most_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: -row.cases))  # stable: by key within


def _of_paths(found: Iterable[Group], *paths: Path) -> int:
    sealed = (Became.ISSUED, Became.GONE)
    return sum(one.cases for one in found if one.path in paths and one.became in sealed)
