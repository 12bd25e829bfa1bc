"""A change as a lead body records it, and the ways to ask what is said of it."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.admission.cast import AT, HUINING
from tests.seals.cast import Cast
from zhengyin.catalogue.bases import actions
from zhengyin.catalogue.bases.actions import TypedBasis, TypedChange
from zhengyin.catalogue.bases.kinds import BasisEvent
from zhengyin.catalogue.bases.models import BasisChange, BasisDocument, BasisReview
from zhengyin.catalogue.bases.queries import BasisShown, Resting, table_of, to_review
from zhengyin.catalogue.queries import lists_in

DAY = date(2026, 11, 24)
ADOPTION = "adoption_2023"
CODES = ("ISS-NAT-01", "ISS-NAT-02")  # what rests on it
CHANGED = TypedChange(BasisEvent.REPEALED, DAY, "收养登记条例（示例）", "示例令第1号", "全部")
OWN = TypedBasis("会宁县示例办法", "会宁县民政局", "示例〔2026〕7号", date(2026, 11, 1), DAY)


def basis(key: str = ADOPTION) -> BasisDocument:
    return BasisDocument.objects.filter(key=key).latest("no")


def changed(cast: Cast, typed: TypedChange = CHANGED, at: datetime = AT, **said: Any) -> BasisChange:
    given = {"county_code": HUINING, "basis_id": basis().pk, "scan_id": None, "actor": cast.actor("hn_lead")}
    return actions.record_change(typed=typed, at=at, **(given | said))


def reviewed(cast: Cast, cause: BasisChange, at: datetime, **said: Any) -> BasisReview:
    given = {
        "county_code": HUINING, "cause": cause.pk, "code": CODES[0], "reason": "新条例第九条有同样的规定",
        "rests_on": "《收养登记条例（示例）》第九条", "actor": cast.actor("hn_lead"),
    }  # fmt: skip
    return actions.review(at=at, **(given | said))


def shown(day: date, county: str = HUINING, key: str = ADOPTION) -> BasisShown:
    return next(one for one in table_of(county, day) if one.row.key == key)


def waiting(day: date, county: str = HUINING) -> tuple[Resting, ...]:
    return tuple(one for one in to_review(lists_in(county, day), day) if one.review is None)


def codes(found: tuple[Resting, ...]) -> list[str]:
    return [one.listed.entry.code for one in found]


def hours(count: int) -> datetime:
    return AT + timedelta(hours=count)
