"""What the database refuses of a take-out, tried by raw SQL as the application's role."""

import pytest
from django.db import connection

from tests.seals.cast import PINGTOUCHUAN, Cast
from tests.seals.outings import approved, asked, back, out
from tests.seals.test_constraints import NEW, insert, refuses, row_of

WAYS = {"asked": asked, "approved": approved, "out": out, "back": lambda cast: back(cast, out(cast))}
AN_HOUR = "interval '1 hour'"
BROUGHT = "state = 'brought_back', ended_by_id = carrier_id, ended_at = now()"


@pytest.mark.clause("H3.2.4b")
def test_one_open_take_out_a_seal(cast: Cast) -> None:
    row = row_of("seals_takeout", asked(cast).pk)
    statement, values = insert("seals_takeout", {**row, "id": NEW})
    refuses("seals_one_open_take_out", statement, *values)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_take_out_says_why_and_where", {"reason": ""}),
        ("seals_take_out_says_why_and_where", {"place": ""}),
        ("seals_take_out_place_is_plain", {"place": "0943-3228888"}),
        ("seals_take_out_path", {"state": "out_approved"}),
        ("seals_take_out_path", {"state": "taken_out"}),
    ],
)
def test_it_begins_by_being_asked_for(cast: Cast, guard: str, change: dict[str, object]) -> None:
    row = row_of("seals_takeout", back(cast, out(cast)).pk)
    fresh = {**row, "id": NEW, "state": "out_asked", "decided_by_id": None, "decided_at": None,
             "left_at": None, "back_at": None, "ended_by_id": None, "ended_at": None}  # fmt: skip
    statement, values = insert("seals_takeout", {**fresh, **change})
    refuses(guard, statement, *values)


def test_it_runs_forward(cast: Cast) -> None:
    row = row_of("seals_takeout", back(cast, out(cast)).pk)
    backwards = {**row, "id": NEW, "state": "out_asked", "until_at": row["from_at"], "decided_by_id": None,
                 "decided_at": None, "left_at": None, "back_at": None, "ended_by_id": None,
                 "ended_at": None}  # fmt: skip
    statement, values = insert("seals_takeout", backwards)
    refuses("seals_take_out_runs_forward", statement, *values)


def test_of_a_seal_that_is_in_use(cast: Cast) -> None:
    row = row_of("seals_takeout", asked(cast).pk)
    statement, values = insert("seals_takeout", {**row, "id": NEW, "seal_id": cast.ordered(PINGTOUCHUAN).pk})
    refuses("seals_take_out_path", statement, *values)


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize(
    "way, guard, change",
    [
        ("asked", "seals_take_out_state_fits", "state = 'out_approved'"),  # by nobody
        ("asked", "seals_take_out_path", "state = 'taken_out', left_at = from_at"),
        ("asked", "seals_take_out_approved_by_another",
         "state = 'out_approved', decided_by_id = carrier_id, decided_at = now()"),
        ("asked", "seals_take_out_approved_by_another",
         "state = 'out_approved', decided_by_id = asked_by_id, decided_at = now()"),
        ("asked", "seals_take_out_stays", "place = '别处'"),
        ("asked", "seals_take_out_stays", "reason = '别的事'"),
        ("asked", "seals_take_out_stays", "carrier_id = asked_by_id"),
        ("asked", "seals_take_out_stays", "asked_by_id = carrier_id"),
        ("asked", "seals_take_out_due", f"until_at = until_at + {AN_HOUR}"),
        ("approved", "seals_take_out_due", f"until_at = until_at + {AN_HOUR}"),
        ("approved", "seals_take_out_stays", "decided_at = now()"),
        ("approved", "seals_take_out_path", "state = 'brought_back'"),
        ("approved", "seals_take_out_with_its_keeper",
         f"state = 'taken_out', left_at = from_at - {AN_HOUR}"),
        ("approved", "seals_take_out_with_its_keeper", "state = 'taken_out', left_at = until_at"),
        ("out", "seals_take_out_due", f"until_at = until_at - {AN_HOUR}"),
        ("out", "seals_take_out_stays", f"left_at = left_at + {AN_HOUR}"),
        ("out", "seals_take_out_state_fits", "state = 'brought_back', back_at = left_at"),  # by nobody
        ("out", "seals_take_out_back_between",
         BROUGHT),
        ("out", "seals_take_out_back_between", "back_at = left_at"),
        ("out", "seals_take_out_back_between",
         f"{BROUGHT}, back_at = left_at - {AN_HOUR}"),
        ("out", "seals_take_out_path", "state = 'out_withdrawn'"),
        ("back", "seals_take_out_path", "state = 'taken_out', ended_by_id = NULL, ended_at = NULL"),
        ("back", "seals_take_out_path", f"back_at = back_at - {AN_HOUR}"),
    ],
)  # fmt: skip
def test_it_goes_its_way_and_stays_what_it_was(cast: Cast, way: str, guard: str, change: str) -> None:
    refuses(guard, f"UPDATE seals_takeout SET {change} WHERE id = %s", WAYS[way](cast).pk)


@pytest.mark.clause("H3.2.4b")
def test_it_leaves_with_whoever_keeps_it_that_day(cast: Cast) -> None:
    """The custody ends before the day: the database knows it too."""
    row = approved(cast)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE seals_custody SET valid_until = '2026-11-20' WHERE seal_id = %s", [row.seal_id]
        )
    refuses(
        "seals_take_out_with_its_keeper",
        "UPDATE seals_takeout SET state = 'taken_out', left_at = from_at WHERE id = %s", row.pk,
    )  # fmt: skip


def test_nothing_is_deleted(cast: Cast) -> None:
    refuses("permission denied", "DELETE FROM seals_takeout")
