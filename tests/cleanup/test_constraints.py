"""What the database refuses, tried by raw SQL as the application's role; the near miss passes."""

from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Model

from tests.admission.cast import decide, item, scan
from tests.certificates.attempts import execute, refuses
from tests.cleanup.cast import (
    CHANGED,
    DECISION,
    DUE,
    ENDED,
    KEPT,
    NONE,
    TODAY,
    answered,
    by_link,
    closed,
    given,
    opened,
    plan,
    review_of,
    task,
)
from tests.seals.cast import Cast
from zhengyin.catalogue.models import ListDecision
from zhengyin.catalogue.policy.change import Change
from zhengyin.cleanup.models import PlanTask, Review, Round, RoundUnit, WorkPlan

NEW = UUID("00000000-0000-4000-8000-000000000001")


def insert(guard: str, row: Model, **change: object) -> None:
    """The same row once more with these things changed; an empty guard: it goes in."""
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE id = %s", [row.pk])
        names = [column.name for column in cursor.description]
        values = dict(zip(names, cursor.fetchone(), strict=True)) | {"id": NEW} | change
    places = ", ".join(["%s"] * len(values))
    attempt(guard, f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", *values.values())


def update(guard: str, row: Model, change: str, *values: object) -> None:
    """One row by hand."""
    attempt(guard, f"UPDATE {row._meta.db_table} SET {change} WHERE id = %s", *values, row.pk)


def attempt(guard: str, statement: str, *values: object) -> None:
    if guard:
        refuses(guard, statement, *values)
    else:
        execute(statement, *values)


@pytest.mark.clause("H2.1b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {"county_code": "150623000000"}),
        ("round_one_at_a_time", {}),
        ("round_path", {"state": "round_closed", "ended_at": TODAY}),
        ("round_path", {"state": "lost"}),
        ("round_runs_forward", {"title": ""}),
        ("round_runs_forward", {"due_on": TODAY}),
        ("round_runs_forward", {"ends_on": DUE}),
        ("round_over_is_whole", {"county_code": "150623000000", "ended_at": TODAY}),
    ],
)
def test_a_round_begins_open_and_alone(cast: Cast, guard: str, change: dict[str, object]) -> None:
    insert(guard, opened(cast), **change)


@pytest.mark.clause("H2.1b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "state = 'round_cancelled', ended_at = now()"),
        ("round_reviewed_whole", "state = 'round_closed', ended_at = now()"),
        ("round_over_is_whole", "state = 'round_cancelled'"),
        ("round_path", "title = title"),
        ("round_stays", "state = 'round_cancelled', ended_at = now(), title = '别的'"),
        ("round_stays", "state = 'round_cancelled', ended_at = now(), ends_on = ends_on + 1"),
    ],
)
def test_a_round_is_over_once(cast: Cast, guard: str, change: str) -> None:
    update(guard, given(cast), change)


@pytest.mark.clause("O1a")
def test_a_round_closed_by_hand_hangs_on_the_document_of_its_day(cast: Cast) -> None:
    row = answered(cast)
    decide(cast.actor("hn_lead"), Change(begun=(item(),)), DECISION)
    decision = ListDecision.objects.get()
    execute("UPDATE cleanup_review SET state = 'review_kept' WHERE round_id = %s", row.pk)
    done = "state = 'round_closed', ended_at = now(), decision_id = %s"
    update("round_over_is_whole", row, "state = 'round_cancelled', ended_at = now(), decision_id = %s",
           decision.pk)  # fmt: skip
    update("", row, done, decision.pk)
    update("round_path", row, "state = 'round_open', ended_at = NULL, decision_id = NULL")


def test_a_document_of_another_day_does_not_close_it(cast: Cast) -> None:
    row = answered(cast)
    decide(cast.actor("hn_lead"), Change(begun=(item(),)), replace(DECISION, takes_effect_on=DUE))
    execute("UPDATE cleanup_review SET state = 'review_kept' WHERE round_id = %s", row.pk)
    done = "state = 'round_closed', ended_at = now(), decision_id = %s"
    update("round_ends_on_its_day", row, done, ListDecision.objects.get().pk)


ANSWER = "state = 'review_answered', answered_by = '张主任', answered_on = now(), way = 'link', "
PAPER = ANSWER.replace("link", "paper")


@pytest.mark.clause("H2.1b", "O1a")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", f"{ANSWER} verdict = 'kept', basis = '办法'"),
        ("", "unit_id = NULL"),
        ("review_keeps_by_a_basis", f"{ANSWER} verdict = 'kept'"),
        ("review_keeps_by_a_basis", f"{ANSWER} verdict = 'changed', reason = 'x'"),
        ("review_says_why", f"{ANSWER} verdict = 'changed', basis = '办法'"),
        ("review_says_why", f"{ANSWER} verdict = 'ended', instead = 'x'"),
        ("review_end_leaves_a_way", f"{ANSWER} verdict = 'ended', reason = 'x'"),
        ("review_end_leaves_a_way", f"{ANSWER} verdict = 'no_basis'"),
        ("review_has_none_or_a_basis", f"{ANSWER} verdict = 'no_basis', instead = 'x', basis = '办法'"),
        ("", f"{ANSWER} verdict = 'no_basis', instead = 'x'"),
        ("review_known_words", f"{ANSWER} verdict = 'mood'"),
        ("review_answer_is_whole", f"{ANSWER} verdict = ''"),
        ("review_answer_is_whole", "state = 'review_answered'"),
        ("review_paper_is_scanned", f"{PAPER} verdict = 'kept', basis = '办法'"),
        ("review_path", "state = 'review_kept'"),
        ("review_path", "state = 'lost'"),
        ("review_stays", "verdict = 'kept'"),
        ("review_stays", f"{ANSWER} verdict = 'kept', basis = '办法', name = '别的'"),
        ("review_stays", f"{ANSWER} verdict = 'kept', basis = '办法', unit_id = NULL"),
    ],
)
def test_a_review_is_answered_whole(cast: Cast, guard: str, change: str) -> None:
    update(guard, review_of(given(cast)), change)


@pytest.mark.clause("H2.1b")
@pytest.mark.parametrize(
    "said, guard, change",
    [
        (KEPT, "", "state = 'review_kept'"),
        (KEPT, "review_concluded_as_found", "state = 'review_ended'"),
        (KEPT, "review_stays", "state = 'review_kept', basis = '别的'"),
        (KEPT, "review_path", "basis = '别的'"),
        (KEPT, "review_answer_is_whole", "state = 'review_open'"),
        (NONE, "", "state = 'review_ended'"),
        (NONE, "review_concluded_as_found", "state = 'review_kept'"),
        (ENDED, "", "state = 'review_ended'"),
        (ENDED, "review_change_has_its_draft", "state = 'review_changed'"),
        (CHANGED, "review_change_has_its_draft", "state = 'review_changed'"),
        (CHANGED, "review_concluded_as_found", "state = 'review_kept'"),
    ],
)
def test_a_review_is_concluded_as_it_was_found(cast: Cast, said: object, guard: str, change: str) -> None:
    row = by_link(review_of(given(cast)), said)  # type: ignore[arg-type]
    update(guard, row, change)


def test_a_review_belongs_to_its_round_and_unit(cast: Cast) -> None:
    row = given(cast)
    review = review_of(row)
    insert("review_of_an_entry_once", review)
    insert("review_path", review, code="ISS-XX-01", state="review_answered")
    insert("", review, code="ISS-XX-01")
    insert("round_unit_once", RoundUnit.objects.get())
    insert("round_unit_is_named", RoundUnit.objects.get(), name="")
    update("permission denied", RoundUnit.objects.get(), "name = '别的'")


def test_after_the_round_nothing_of_it_changes(cast: Cast) -> None:
    row = answered(cast)
    closed(cast, row, decided=None)
    update("review_while_open", review_of(row), "state = state")
    insert("review_while_open", review_of(row), code="ISS-XX-01")
    second = opened(cast, title="又一次")
    strange = RoundUnit.objects.get(round=row).pk
    update("review_by_its_unit", review_of(second), "unit_id = %s", strange)


@pytest.mark.clause("O3.1b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", "note = '一半'"),
        ("", "state = 'task_done', done_on = now()"),
        ("task_done_on_a_day", "state = 'task_done'"),
        ("task_done_on_a_day", "done_on = now()"),
        ("", "state = 'task_dropped', note = '并了'"),
        ("task_dropped_with_reason", "state = 'task_dropped'"),
        ("task_known_words", "state = 'lost'"),
        ("task_stays", "what = '别的'"),
        ("task_stays", "due_on = due_on + 1"),
        ("task_stays", "owner_name = '别人'"),
    ],
)
def test_a_task_stays_as_it_was_given(cast: Cast, guard: str, change: str) -> None:
    update(guard, task(cast, plan(cast)), change)


def test_a_task_begins_open_and_ends_once(cast: Cast) -> None:
    row = task(cast, plan(cast))
    insert("task_no_once", row)
    insert("", row, no=2)
    insert("task_path", row, no=3, state="task_done", done_on=TODAY)
    insert("task_known_words", row, no=3, milestone="fourth")
    insert("task_is_named", row, no=3, what="")
    insert("task_is_named", row, no=3, owner_name="")
    update("", row, "state = 'task_dropped', note = '并了'")
    update("task_path", row, "state = 'task_open'")


def test_a_plan_stays(cast: Cast) -> None:
    row = plan(cast)
    insert("plan_title_once", row)
    insert("plan_is_named", row, title="")
    insert("", row, title="第二个方案")
    update("plan_stays", row, "title = '别的'")


@pytest.mark.parametrize("model", [Round, RoundUnit, Review, WorkPlan, PlanTask])
def test_nothing_is_deleted(cast: Cast, model: type[Model]) -> None:
    refuses("permission denied", f"DELETE FROM {model._meta.db_table}")
    refuses("permission denied", f"TRUNCATE {model._meta.db_table} CASCADE")


def test_a_paper_has_its_scan(cast: Cast) -> None:
    """Near miss of `review_paper_is_scanned`."""
    paper = f"{PAPER} verdict = 'kept', basis = '办法', scan_id = %s"
    update("", review_of(given(cast)), paper, scan())
