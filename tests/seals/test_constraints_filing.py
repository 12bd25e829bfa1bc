"""What the database refuses of a filing, tried by raw SQL as the application's role."""

import pytest

from tests.seals.cast import HARIGENTU, Cast
from tests.seals.filed import acknowledge, answer, entrusted, send_back
from tests.seals.test_constraints import NEW, insert, refuses, row_of


@pytest.mark.clause("O2.3a")
def test_a_line_is_filed_once(cast: Cast) -> None:
    row = row_of("seals_filing", acknowledge(cast, entrusted(cast)).pk)
    statement, values = insert("seals_filing", {**row, "id": NEW})
    refuses("seals_filing_once_a_line", statement, *values)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_filing_of_a_line", {"no": 99}),
        ("seals_filing_of_a_line", {"kind": "seal.lost"}),
        ("seals_filing_of_a_line", {"year": 2025}),
        ("seals_filing_of_a_line", {"committee_id": HARIGENTU}),
        ("seals_filing_path", {"state": "filing_answered"}),
    ],
)
def test_it_begins_with_the_township_and_a_line(cast: Cast, guard: str, change: dict[str, object]) -> None:
    row = row_of("seals_filing", acknowledge(cast, entrusted(cast)).pk)
    statement, values = insert("seals_filing", {**row, "id": NEW, **change})
    refuses(guard, statement, *values)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_filing_path", "state = 'filing_returned', question = '再补'"),
        ("seals_filing_path", "handled_at = now()"),
        ("seals_filing_stays", "no = 1"),
        ("seals_filing_stays", "kind = 'seal.lost'"),
        ("seals_filing_stays", "county_code = '150623000000'"),
    ],
)
def test_what_was_acknowledged_stays(cast: Cast, guard: str, change: str) -> None:
    key = acknowledge(cast, entrusted(cast)).pk
    refuses(guard, f"UPDATE seals_filing SET {change} WHERE id = %s", key)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_filing_state_fits", "state = 'filing_answered'"),
        ("seals_filing_answered_by_somebody", "state = 'filing_answered', answer = '补了'"),
        ("seals_filing_answered_by_somebody",
         "state = 'filing_acknowledged', answered_by_id = handled_by_id, answered_at = now()"),
    ],
)  # fmt: skip
def test_what_was_sent_back_is_answered_by_somebody(cast: Cast, guard: str, change: str) -> None:
    key = send_back(cast, entrusted(cast)).pk
    refuses(guard, f"UPDATE seals_filing SET {change} WHERE id = %s", key)


def test_it_is_sent_back_with_a_question(cast: Cast) -> None:
    line = entrusted(cast)
    send_back(cast, line)
    key = answer(cast, line).pk
    change = (
        "state = 'filing_returned', question = '', answer = '', answered_by_id = NULL, answered_at = NULL"
    )
    refuses("seals_filing_state_fits", f"UPDATE seals_filing SET {change} WHERE id = %s", key)


def test_nothing_is_deleted(cast: Cast) -> None:
    refuses("permission denied", "DELETE FROM seals_filing")
