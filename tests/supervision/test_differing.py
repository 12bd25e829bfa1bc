"""下班核对 that did not agree: what stands open, what closes it, what a month shows, how little is asked."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.certificates.cast import LIJIAWAN, PINGTOUCHUAN
from tests.certificates.cast import officer as acting
from tests.supervision.days import compared
from tests.supervision.past import months
from tests.supervision.test_reconcile_day import check
from zhengyin.regions.models import Committee
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.supervision.actions import sign_month
from zhengyin.supervision.models import DayCheck
from zhengyin.supervision.months import Month, month_of
from zhengyin.supervision.queries.differing import differences_in, differences_of, open_differences

pytestmark = [pytest.mark.usefixtures("past"), pytest.mark.clause("H3.2.3a")]


def open_days() -> list[object]:
    return [one.day for one in open_differences([LIJIAWAN])]


def sign(month: Month) -> None:
    actor = acting("hn.ljw.supervisor")
    sign_month(organization_id=LIJIAWAN, month=month, note="", actor=actor, at=now())


def ago(month: Month, day: int = 1) -> int:
    """How many days ago this day of a month was."""
    return (day_of(now()) - month.first).days - day + 1


def test_every_day_stands_open_by_itself_the_longest_first() -> None:
    near, far = compared(ago=1), compared(ago=3)
    assert open_days() == [far.day, near.day]
    assert [one.day for one in open_differences([PINGTOUCHUAN])] == []


def test_another_days_agreement_closes_nothing() -> None:
    row = compared(ago=3)
    compared(ago=2, agree=True)
    check()
    assert open_days() == [row.day]
    assert [one.agreed for one in differences_of(LIJIAWAN, 9)] == [False]


def test_the_same_day_compared_again_closes_it_or_stands_in_its_place() -> None:
    compared(ago=3)
    last = compared(ago=3, hour=18)
    assert [one.at for one in open_differences([LIJIAWAN])] == [last.checked_at]
    compared(ago=3, hour=19, agree=True)
    assert open_days() == []
    assert [one.agreed for one in differences_of(LIJIAWAN, 9)] == [True, True]
    compared(ago=3, hour=20)
    assert open_days() == [last.day], "what is compared last is what stands"


def test_an_agreement_before_it_closes_nothing() -> None:
    compared(ago=3, agree=True, hour=12)
    row = compared(ago=3)
    assert open_days() == [row.day]


def test_with_the_committee_it_ends() -> None:
    row = compared(ago=3)
    told = {"ended_on": day_of(now()), "ended_how": "abolished", "end_document": "会政发〔2026〕12号"}
    Committee.objects.filter(pk=PINGTOUCHUAN).update(**told)
    assert open_days() == [row.day], "another committee's end closes nothing"
    Committee.objects.filter(pk=LIJIAWAN).update(**told)
    assert open_days() == []
    assert [one.day for one in differences_of(LIJIAWAN, 9)] == [row.day], "its own page tells it for good"


def test_the_signature_of_its_month_or_a_later_one_closes_it() -> None:
    older, last = months(now())
    row = compared(ago=ago(last))
    sign(older)
    assert open_days() == [row.day], "an earlier month's signature did not see it"
    sign(last)
    assert open_days() == []
    (shown,) = differences_of(LIJIAWAN, 9)
    assert shown.seen and not shown.agreed


def test_a_month_shows_its_own_and_what_stood_open_before_it() -> None:
    older, last = months(now())
    compared(ago=ago(older, 2))
    settled = compared(ago=ago(older, 3), hour=9)
    compared(ago=ago(older, 3), agree=True)
    own = compared(ago=ago(last, 5))
    assert [one.day for one in differences_in(LIJIAWAN, older)] == [
        older.first + timedelta(days=1), settled.day
    ]  # fmt: skip
    assert [one.day for one in differences_in(LIJIAWAN, last)] == [older.first + timedelta(days=1), own.day]
    sign(older)
    assert [one.day for one in differences_in(LIJIAWAN, last)] == [own.day]
    assert differences_in(LIJIAWAN, month_of(own.day).next) and not differences_in(PINGTOUCHUAN, last)


def test_many_notes_cost_no_more_than_one() -> None:
    check(papers_agree=False, note="少一张")
    with CaptureQueriesContext(connection) as few:
        assert [one.note for one in differences_of(LIJIAWAN, 9)] == ["少一张"]
    for word in ("少两张", "少三张", "少四张"):
        check(papers_agree=False, note=word)
    with CaptureQueriesContext(connection) as many:
        assert [one.note for one in differences_of(LIJIAWAN, 9)] == ["少四张", "少三张", "少两张", "少一张"]
    assert len(many) == len(few) == 3
    assert [one.note for one in open_differences([LIJIAWAN])] == ["少四张"]
    assert DayCheck.objects.count() == 4
