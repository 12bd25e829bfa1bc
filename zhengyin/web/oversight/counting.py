"""The figures of a seat: its days and its part of the country in the address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from zhengyin.catalogue.policy import Path
from zhengyin.documents.workbook import Row
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.shared.days import day_of
from zhengyin.supervision.queries.figures import (
    BECAME_LABELS,
    DISCRETIONARY,
    UNSAID,
    Figures,
    Scope,
    figures,
    groups,
)
from zhengyin.web.numbers import day_in
from zhengyin.web.place import Link

HIGH, WIDE, AT = 44, 300, 110  # of a bar's place, the picture, and where bars begin
TITLES = (
    ("月份", 10), ("事项代码", 16), ("事项", 30), ("要证明的单位", 20), ("出具路径", 26), ("结果", 22),
    ("为什么不开", 26), ("件数", 8),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the picture; lengths in its own units."""

    name: str
    number: int
    top: int
    middle: int
    width: int
    end: int


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """Everything the page shows."""

    name: str
    first: date
    last: date
    backwards: bool  # the first day comes after the last: nothing is counted
    places: tuple[tuple[str, str, bool], ...]
    whole_words: str
    figures: Figures
    told: tuple[Bar, ...]
    high: int
    quick: tuple[Link, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody counts: the places that can be chosen, (key, name)."""

    organization: Organization
    counties: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    whole_words: str


def seat_of(organization: Organization) -> Seat:
    """A city chooses among its counties, a county among its townships, a township counts itself."""
    if organization.kind == OrganizationKind.CITY:
        found = [one for one in regions.counties() if one.code[:4] == organization.division_id[:4]]
        places = tuple((one.code, one.name) for one in found)
        return Seat(organization, tuple(one.code for one in found), places, "全市")
    county = (organization.county_code,)
    if organization.kind == OrganizationKind.TOWNSHIP:
        return Seat(organization, county, (), "")
    rows = Organization.objects.filter(county_code=organization.county_code, kind=OrganizationKind.TOWNSHIP)
    townships = tuple((str(row.pk), row.name) for row in rows.order_by("division_id"))
    return Seat(organization, county, townships, "全县（旗区）")


def scope_in(seat: Seat, query: QueryDict, at: datetime) -> Scope:
    """Read the address; what makes no sense counts as not said: this year until today, the whole seat."""
    today = day_of(at)
    first, last = day_in(query.get("from", "")), day_in(query.get("until", ""))
    first, last = first or date(today.year, 1, 1), last or today
    place = query.get("place", "")
    chosen = place if place in dict(seat.places) else ""
    kind = seat.organization.kind
    counties = (chosen,) if chosen and kind == OrganizationKind.CITY else seat.counties
    township = None
    if kind == OrganizationKind.TOWNSHIP:
        township = seat.organization.pk
    elif chosen and kind != OrganizationKind.CITY:
        township = next(row.pk for row in Organization.objects.filter(pk=chosen))
    return Scope(counties, township, first, last)


def figures_page(seat: Seat, query: QueryDict, at: datetime) -> FiguresPage:
    """A fixed number of statements, however much there is to count."""
    scope, place = scope_in(seat, query, at), query.get("place", "")
    found = figures(scope)
    bars = tuple(_bars(found))
    return FiguresPage(
        name=seat.organization.division.name,
        first=scope.first,
        last=scope.last,
        backwards=scope.first > scope.last,
        places=tuple((key, name, key == place) for key, name in seat.places),
        whole_words=seat.whole_words,
        figures=found,
        told=bars,
        high=HIGH * len(bars),
        quick=tuple(_quick(seat, query, at)),
        table=f"{reverse('oversight-figures-table', args=[seat.organization.pk])}?"
        + urlencode({"from": scope.first, "until": scope.last, "place": place}),
    )


def cells(scope: Scope) -> Iterator[Row]:
    """Everything that is counted, one row each, to be added up in any way."""
    names = {one.key: one.name for one in regions.unit_classes()}
    for one in sorted(groups(scope), key=lambda group: (group.month, group.code, group.unit_class)):
        soft = (
            "据实出具"
            if one.path == Path.TRUTHFUL_EXCEPTION
            else "清单外"
            if one.path in DISCRETIONARY
            else ""
        )
        yield (
            one.month.key, one.code, one.title, names.get(one.unit_class, UNSAID), soft,
            BECAME_LABELS[one.became], one.ground, one.cases,
        )  # fmt: skip


def _bars(found: Figures) -> Iterator[Bar]:
    told = [row for row in found.unit_classes if row.told]
    most = max((row.told for row in told), default=1)
    for place, row in enumerate(sorted(told, key=lambda row: -row.told)):
        width = max(2, (WIDE - AT - 40) * row.told // most)
        yield Bar(row.name, row.told, HIGH * place + 8, HIGH * place + 25, width, AT + width + 7)


def _quick(seat: Seat, query: QueryDict, at: datetime) -> Iterator[Link]:
    today, place = day_of(at), query.get("place", "")
    here = reverse("oversight-figures", args=[seat.organization.pk])
    for words, first, last in (
        ("本月", today.replace(day=1), today),
        ("今年", date(today.year, 1, 1), today),
        ("去年", date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    ):
        said = {"from": first, "until": last, "place": place}
        yield Link(words, f"{here}?{urlencode([(k, v) for k, v in said.items() if v])}")
