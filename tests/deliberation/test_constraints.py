"""What the database refuses, tried by raw SQL as the application's role."""

from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from tests.certificates.attempts import execute, refuses
from tests.certificates.cast import officer
from tests.deliberation import cast
from zhengyin.deliberation.models import Meeting, Notice, Objection

pytestmark = pytest.mark.usefixtures("world")
NEW = UUID("00000000-0000-4000-8000-000000000001")


def row_of(table: str, key: object) -> dict[str, object]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM deliberation_{table} WHERE id = %s", [key])
        names = [column.name for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))


def insert(guard: str, table: str, row: dict[str, object]) -> None:
    names, places = ", ".join(row), ", ".join(["%s"] * len(row))
    refuses(guard, f"INSERT INTO deliberation_{table} ({names}) VALUES ({places})", *row.values())


def another(table: str, key: object, **change: object) -> dict[str, object]:
    """The same row once more, of another subject and number."""
    row = {**row_of(table, key), "id": NEW}
    row |= {"no": 999} if table == "notice" else {}
    return {**row, **({"subject": NEW} if "subject" in row else {}), **change}


@pytest.mark.clause("H3.2.2b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("public_notice_path", {"state": "notice_passed"}),
        ("public_notice_is_whole", {"matter": ""}),
        ("public_notice_is_whole", {"rule_standing": ""}),
    ],
)
def test_a_new_notice_is_one_that_runs(guard: str, change: dict[str, object]) -> None:
    insert(guard, "notice", another("notice", cast.post().pk, **change))


def test_no_notice_has_a_state_nobody_knows() -> None:
    """The path is asked first; behind it stands the list of states."""
    closing = "state = 'lost', closed_by_id = posted_by_id, closed_at = now()"
    refuses("public_notice_path", f"UPDATE deliberation_notice SET {closing} WHERE id = %s", cast.post().pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE conname = 'public_notice_known_state'")
        assert cursor.fetchone()


def test_days_of_a_notice() -> None:
    notice = cast.post()
    insert(
        "public_notice_runs_forward", "notice", another("notice", notice.pk, until_on=cast.days_ago(1).date())
    )
    early = another("notice", notice.pk, from_on=cast.days_ago(2).date())
    insert("public_notice_not_backdated", "notice", early)


def test_one_notice_at_a_time_and_one_number() -> None:
    notice = cast.post()
    insert("public_notice_one_running", "notice", another("notice", notice.pk, subject=notice.subject))
    insert("public_notice_number_once", "notice", another("notice", notice.pk, no=notice.no))


def close(state: str, who: str = "hn.ljw.director") -> tuple[str, list[object]]:
    said = "state = %s, closed_by_id = %s, closed_at = now()"
    return f"UPDATE deliberation_notice SET {said} WHERE id = %s", [state, officer(who).person_id]


@pytest.mark.clause("H3.2.2b")
def test_a_notice_passes_after_its_last_day() -> None:
    statement, values = close("notice_passed")
    refuses("public_notice_passes_after_its_end", statement, *values, cast.post(began=6).pk)  # until today


@pytest.mark.clause("H3.2.2b")
def test_a_notice_passes_without_an_open_objection() -> None:
    notice = cast.ran_out()
    cast.object_to(notice)
    statement, values = close("notice_passed")
    refuses("public_notice_passes_without_open_objection", statement, *values, notice.pk)


@pytest.mark.clause("H3.2.2b")
def test_a_notice_somebody_objected_to_is_not_stopped_but_may_fail() -> None:
    """Answered or not. Near misses: it fails; one nobody objected to is stopped."""
    notice, quiet = cast.post(), cast.post()
    objection = cast.object_to(notice)
    statement, values = close("notice_stopped")
    refuses("public_notice_stopped_without_objection", statement, *values, notice.pk)
    cast.answer(objection)
    refuses("public_notice_stopped_without_objection", statement, *values, notice.pk)
    execute(statement, *values, quiet.pk)
    statement, values = close("notice_failed")
    execute(statement, *values, notice.pk)


def test_nobody_confirms_the_own_notice_nor_nobody() -> None:
    notice = cast.ran_out()
    statement, values = close("notice_passed", "hn.ljw.clerk")
    refuses("public_notice_confirmed_by_another", statement, *values, notice.pk)
    alone = "UPDATE deliberation_notice SET state = 'notice_passed' WHERE id = %s"
    refuses("public_notice_closed_by_somebody", alone, notice.pk)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("public_notice_stays", "until_on = until_on - 1"),
        ("public_notice_path", "closed_at = now()"),
        (
            "public_notice_path",
            "state = 'notice_running', closed_by_id = NULL, closed_at = NULL",
        ),  # without a reason
        ("public_notice_path", "state = 'notice_failed'"),
        ("permission denied", "matter = 'x'"),
        ("permission denied", "from_on = from_on - 1"),
        ("permission denied", "posted_by_id = closed_by_id"),
    ],
)
def test_a_confirmed_notice_stays(guard: str, change: str) -> None:
    refuses(guard, f"UPDATE deliberation_notice SET {change} WHERE id = %s", cast.confirmed().pk)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("objection_known_words", {"heard": "dreamt"}),
        ("objection_path", {"state": "objection_answered"}),
        ("objection_answered_fits", {"handling": "followed"}),
    ],
)
def test_a_new_objection_is_open(guard: str, change: dict[str, object]) -> None:
    insert(guard, "objection", another("objection", cast.object_to(cast.post()).pk, **change))


def test_an_answer_has_a_known_word_and_somebody_who_gave_it() -> None:
    objection = cast.object_to(cast.post())
    said = "UPDATE deliberation_objection SET state = 'objection_answered', handling = %s"
    refuses("objection_answered_fits", f"{said} WHERE id = %s", "followed", objection.pk)
    whole = f"{said}, answered_by_id = %s, answered_at = now() WHERE id = %s"
    refuses("objection_known_words", whole, "thrown_away", officer("hn.ljw.clerk").person_id, objection.pk)


def test_an_objection_is_heard_before_it_is_written_down_and_to_a_notice_that_hangs() -> None:
    objection = cast.object_to(cast.post())
    late = another("objection", objection.pk, recorded_at=cast.days_ago(1))
    insert("objection_heard_before_recorded", "objection", late)
    statement, values = close("notice_failed")
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, objection.notice_id])
    insert("objection_path", "objection", another("objection", objection.pk))


def test_an_answer_stays() -> None:
    objection = cast.answer(cast.object_to(cast.post()))
    reopen = "state = 'objection_open', handling = '', answered_by_id = NULL, answered_at = NULL"
    refuses("objection_stays", f"UPDATE deliberation_objection SET {reopen} WHERE id = %s", objection.pk)
    refuses(
        "permission denied", "UPDATE deliberation_objection SET heard_at = now() WHERE id = %s", objection.pk
    )


@pytest.mark.parametrize(
    "guard, change",
    [
        ("meeting_path", {"state": "meeting_passed"}),
        ("meeting_known_words", {"kind": "coffee"}),
        ("meeting_is_whole", {"law": ""}),
        ("meeting_counted_is_whole", {"present": 3}),
    ],
)
def test_a_new_meeting_is_one_that_is_called(guard: str, change: dict[str, object]) -> None:
    insert(guard, "meeting", another("meeting", cast.convene().pk, **change))


def test_one_meeting_at_a_time() -> None:
    meeting = cast.convene()
    insert("meeting_one_waiting", "meeting", another("meeting", meeting.pk, subject=meeting.subject))


@pytest.mark.clause("O2.1d")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("meeting_counts_fit", "present = eligible + 1"),
        ("meeting_counts_fit", "votes_for = present"),
        ("meeting_counted_is_whole", "minutes = ''"),
        ("meeting_counted_is_whole", "eligible = NULL"),
        ("meeting_studied_first", "party_studied_on = held_on + 1"),
        ("meeting_path", "state = 'meeting_convened'"),
        ("meeting_path", "state = 'meeting_stopped', closed_by_id = recorded_by_id, closed_at = now()"),
        ("meeting_closed_by_somebody", "closed_at = now()"),
        ("meeting_closed_by_somebody", "state = 'meeting_failed'"),
        ("permission denied", "matter = 'x'"),
    ],
)
def test_a_counted_meeting(guard: str, change: str) -> None:
    refuses(guard, f"UPDATE deliberation_meeting SET {change} WHERE id = %s", cast.count(cast.convene()).pk)


@pytest.mark.clause("H3.2.2b", "O2.1d")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("meeting_passed_by_its_measure", "quorum = 28, majority = 14, article = '第九条'"),
        ("meeting_passed_by_its_measure", "quorum = 21, majority = 21, article = '第九条'"),
        ("meeting_passed_by_its_measure", "quorum = 21, majority = 14, article = ''"),
        ("meeting_passed_by_its_measure", "quorum = NULL, majority = 14, article = '第九条'"),
        ("meeting_stays", "quorum = 21, majority = 14, article = '第九条', votes_for = 19"),
        ("meeting_confirmed_by_another",
         "quorum = 21, majority = 14, article = '第九条', closed_by_id = recorded_by_id"),
    ],
)  # fmt: skip
def test_a_meeting_passes_by_its_measure(guard: str, change: str) -> None:
    closing = "" if "closed_by_id" in change else f", closed_by_id = '{officer('hn.ljw.director').person_id}'"
    statement = (
        f"UPDATE deliberation_meeting SET state = 'meeting_passed', closed_at = now(), {change}{closing}"
    )
    refuses(guard, f"{statement} WHERE id = %s", cast.count(cast.convene()).pk)


def test_a_meeting_nobody_counted_is_stopped() -> None:
    stop = "state = 'meeting_stopped', closed_by_id = convened_by_id, closed_at = now()"
    execute(f"UPDATE deliberation_meeting SET {stop} WHERE id = %s", cast.convene().pk)


def test_a_meeting_that_is_over_stays() -> None:
    again = "UPDATE deliberation_meeting SET state = 'meeting_voted', closed_by_id = NULL, closed_at = NULL"
    refuses("meeting_path", f"{again} WHERE id = %s", cast.passed().pk)


@pytest.mark.parametrize("table", ["notice", "objection", "meeting"])
def test_nothing_is_deleted(table: str) -> None:
    refuses("permission denied", f"DELETE FROM deliberation_{table}")


def test_every_constraint_of_the_models_is_tried_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    declared = {
        constraint.name for model in (Notice, Objection, Meeting) for constraint in model._meta.constraints
    }
    assert [name for name in sorted(declared) if name not in text] == []
