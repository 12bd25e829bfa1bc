"""Work lists: the most urgent first, in as many queries for fifty as for five."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.certificates import cast
from tests.certificates.many import copies_of
from tests.world import World
from zhengyin.certificates.asked import PersonGiven
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.worklists import PAGE, Slice, Urgency, WorkPage, WorkRow, work_page
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

FRIDAY = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
SATURDAY, MONDAY, TUESDAY = (FRIDAY + timedelta(days=days) for days in (1, 3, 4))


def page(actor: Actor, at: datetime = FRIDAY, **more: object) -> WorkPage:
    return work_page(actor, cast.LIJIAWAN, at, **more)  # type: ignore[arg-type]


def accepted(at: datetime, working_days: int) -> UUID:
    """A case taken in at `at`, to be done within so many working days."""
    case = cast.applied()
    cast.accept(case, cast.officer("hn.ljw.clerk"))
    Certificate.objects.filter(pk=case).update(accepted_at=at, working_days=working_days)
    return case


def test_the_order_is_that_of_the_deadlines(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    untimed = cast.applied()
    later, today, late = accepted(FRIDAY, 5), accepted(FRIDAY, 0), accepted(FRIDAY - timedelta(days=7), 0)
    soon = accepted(FRIDAY, 1)
    earliest = accepted(FRIDAY - timedelta(days=8), 0)
    others = cast.verified()
    Certificate.objects.filter(pk=others).update(accepted_at=FRIDAY, working_days=9)
    rows = page(clerk).rows
    assert [row.id for row in rows] == [earliest, late, today, soon, later, untimed, others]
    assert [row.urgency for row in rows] == [
        Urgency.OVERDUE, Urgency.OVERDUE, Urgency.TODAY, Urgency.IN_TIME, Urgency.IN_TIME, Urgency.UNTIMED,
        Urgency.WITH_OTHERS,
    ]  # fmt: skip
    assert [row.days_left for row in rows] == [-6, -5, 0, 1, 5, None, 9]


@pytest.mark.parametrize(
    "at, left, overdue",
    [(FRIDAY, 1, False), (SATURDAY, 1, False), (MONDAY, 0, False), (TUESDAY, -1, True)],
)
def test_days_left_are_working_days(world: World, at: datetime, left: int, overdue: bool) -> None:
    """One working day from Friday is Monday: the weekend does not count."""
    accepted(FRIDAY, 1)
    (row,) = page(cast.officer("hn.ljw.clerk"), at).rows
    assert (row.due_on, row.days_left, row.overdue) == (day_of(MONDAY), left, overdue)


def test_a_saturday_after_the_last_day_is_overdue_all_the_same(world: World) -> None:
    """No working day has gone by, yet the last day is past."""
    accepted(FRIDAY, 0)
    (row,) = page(cast.officer("hn.ljw.clerk"), SATURDAY).rows
    assert (row.days_left, row.overdue) == (0, True)


def test_a_row_says_who_and_what(world: World) -> None:
    case, director = cast.approved(), cast.officer("hn.ljw.director")
    (row,) = page(director, now()).rows
    assert (row.id, row.who, row.title, row.state, row.copies) == (
        case, "马桂花", "居住证明", State.APPROVED, 1,
    )  # fmt: skip
    assert (row.handler, row.approver, row.number) == ("马秀兰", "李国栋", "")
    assert row.approved_at


def test_what_is_sealed_runs_no_more(world: World) -> None:
    case, receipt = cast.sealed()
    (row,) = page(cast.officer("hn.ljw.clerk"), now()).rows
    assert (row.id, row.number, row.due_on, row.overdue) == (case, receipt.number, None, False)
    cast.deliver(case, cast.officer("hn.ljw.clerk"))
    assert page(cast.officer("hn.ljw.clerk"), now()).rows == ()


def named(name: str) -> UUID:
    return cast.applied(wanted=replace(cast.application(), certified=(PersonGiven(name),)))


def test_found_by_name_title_or_number(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    first, second = named("赵玉莲"), named("阿依古丽·买买提")
    sealed, receipt = cast.sealed()

    def ids(text: str) -> set[UUID]:
        return {row.id for row in page(clerk, now(), text=text).rows}

    assert ids("赵玉莲") == ids("玉莲") == {first}
    assert ids("阿依古丽") == ids("·买") == {second}
    assert ids("居住") == {first, second, sealed}
    assert ids(receipt.number) == {sealed}
    for nobody in ("李四", "%", "_", "'; --", "赵 玉"):
        assert ids(nobody) == set()


def test_narrowed_by_state_and_part(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    late, open_one, done = accepted(FRIDAY - timedelta(days=7), 0), cast.applied(), cast.verified()
    Certificate.objects.filter(pk=open_one).update(channel="online")
    Certificate.objects.filter(pk=done).update(accepted_at=FRIDAY, working_days=3)
    whole = page(clerk)
    assert dict(whole.counts) == {
        Slice.ALL: 3, Slice.OVERDUE: 1, Slice.TODAY: 0, Slice.WITH_OTHERS: 1, Slice.ONLINE: 1,
    }  # fmt: skip
    for part, case in ((Slice.OVERDUE, late), (Slice.ONLINE, open_one), (Slice.WITH_OTHERS, done)):
        found = page(clerk, part=part)
        assert [row.id for row in found.rows] == [case]
        assert found.counts == whole.counts
    assert [row.id for row in page(clerk, states=(State.VERIFIED,)).rows] == [done]
    assert page(clerk, states=()).rows == ()


@pytest.fixture
def many(world: World) -> Callable[[int], list[UUID]]:
    """So many approved cases in all."""
    case = cast.approved()
    officers = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director")

    def make(count: int) -> list[UUID]:
        there = Certificate.objects.count()
        return copies_of(case, count - there, *officers, now())

    return make


def test_fifty_rows_cost_what_five_cost(many: Callable[[int], list[UUID]]) -> None:
    clerk = cast.officer("hn.ljw.clerk")

    def cost() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as queries:
            found = page(clerk, now(), text="马桂花")
        return len(found.rows), len(queries)

    many(5)
    (few, queries_of_few) = cost()
    many(50)
    assert (few, cost()) == (5, (50, queries_of_few))
    assert queries_of_few <= 8


def test_pages_hold_every_case_once(many: Callable[[int], list[UUID]]) -> None:
    many(PAGE + 3)
    clerk, at = cast.officer("hn.ljw.clerk"), now()
    first, second = page(clerk, at), page(clerk, at, page=2)
    assert (first.page, first.pages, len(first.rows), len(second.rows)) == (1, 2, PAGE, 3)
    rows: list[WorkRow] = [*first.rows, *second.rows]
    assert len({row.id for row in rows}) == PAGE + 3
    assert second.counts[Slice.ALL] == PAGE + 3
    for asked, given in ((0, 1), (-5, 1), (99, 2)):
        assert page(clerk, at, page=asked).page == given
    assert page(clerk, at, page=99).rows == second.rows


def test_an_empty_list_is_one_empty_page(world: World) -> None:
    found = page(cast.officer("hn.ljw.clerk"))
    assert (found.rows, found.page, found.pages, found.counts[Slice.ALL]) == ((), 1, 1, 0)
