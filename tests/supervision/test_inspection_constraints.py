"""What the database says about inspections and violations, tried by raw SQL."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from tests.certificates.cast import HUISHIMEN
from tests.supervision.inspections import (
    answer,
    feed_back,
    found,
    handled,
    heard,
    planned,
    recorded,
    rectifying,
)
from tests.world import World
from zhengyin.supervision.models import Feedback, Finding, Handled, Inspection, Violation

COLUMNS: dict[str, type] = {
    "inspection": Inspection, "finding": Finding, "feedback": Feedback, "violation": Violation,
    "handled": Handled,
}  # fmt: skip


def refused_by(name: str, statement: str, *values: object) -> None:
    """The statement fails by this constraint."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    diagnosis = caught.value.__cause__.diag  # type: ignore[union-attr]
    assert diagnosis.constraint_name == name


def again(table: str, key: object, **change: object) -> tuple[str, list[object]]:
    """The same row once more under another id, with what is changed."""
    names = [field.column for field in COLUMNS[table]._meta.concrete_fields]  # type: ignore[attr-defined]
    given = {"id": None, **change}
    parts = ["gen_random_uuid()" if one == "id" else "%s" if one in given else one for one in names]
    values = [given[one] for one in names if one in given and one != "id"]
    return (
        f"INSERT INTO supervision_{table} ({', '.join(names)})"
        f" SELECT {', '.join(parts)} FROM supervision_{table} WHERE id = %s",
        [*values, key],
    )


def entered(name: str, table: str, key: object, **change: object) -> None:
    statement, values = again(table, key, **change)
    refused_by(name, statement, *values)


def changed(name: str, table: str, key: object, what: str) -> None:
    refused_by(name, f"UPDATE supervision_{table} SET {what} WHERE id = %s", key)


@pytest.mark.clause("H4.2b")
@pytest.mark.parametrize("name, change", [
    ("inspection_planned_once", {}),
    ("inspection_is_named", {"title": ""}),
    ("inspection_known_topics", {"topics": []}),
    ("inspection_known_topics", {"title": "乙", "topics": ["weather"]}),
    ("inspection_runs_forward", {"title": "乙", "planned_last": "2020-01-01"}),
    ("inspection_two_inspectors", {"title": "乙", "first_inspector": "何小兵"}),
    ("inspection_two_inspectors", {"title": "乙", "first_inspector": ""}),
    ("inspection_inspected_fits", {"title": "乙", "inspected_on": "2026-01-01"}),
    ("inspection_ended_fits", {"title": "乙", "ended_at": "2026-01-01T00:00Z"}),
    ("inspection_path", {"title": "乙", "state": "inspection_closed"}),
    ("inspection_path", {"title": "乙", "state": "looked_at"}),
    ("inspection_of_own_committee", {"organization_id": HUISHIMEN}),
])  # fmt: skip
def test_an_inspection(past: World, name: str, change: dict[str, object]) -> None:
    entered(name, "inspection", planned().pk, **change)


@pytest.mark.parametrize("name, what", [
    ("inspection_stays", "title = '别的'"), ("inspection_stays", "organization_id = township_id"),
    ("inspection_stays", "topics = '{receipts}'"),
    ("inspection_path", "state = 'inspection_elsewhere'"),
])  # fmt: skip
def test_a_planned_inspection_stays(past: World, name: str, what: str) -> None:
    changed(name, "inspection", planned().pk, what)


def test_an_inspection_goes_its_way_and_ends_when_all_is_settled(past: World) -> None:
    finding = rectifying()
    changed("inspection_path", "inspection", finding.inspection_id, "state = 'inspection_planned'")
    ended = "state = 'inspection_closed', ended_at = now()"
    changed("inspection_ends_when_settled", "inspection", finding.inspection_id, ended)


@pytest.mark.parametrize("name, change", [
    ("finding_numbered_once", {}), ("finding_numbered_from_one", {"no": 0}),
    ("finding_known_words", {"no": 2, "topic": "weather"}), ("finding_is_whole", {"no": 2, "found": ""}),
    ("finding_is_whole", {"no": 2, "to_do": ""}), ("finding_path", {"no": 2, "state": "finding_settled"}),
    ("finding_answer_is_whole", {"no": 2, "answer": "改了"}),
    ("finding_settled_fits", {"no": 2, "settled_at": "2026-01-01T00:00Z"}),
])  # fmt: skip
def test_a_finding(past: World, name: str, change: dict[str, object]) -> None:
    entered(name, "finding", found(planned()).pk, **change)


def test_a_finding_after_the_notice(past: World) -> None:
    finding = rectifying()
    entered("finding_before_the_notice", "finding", finding.pk, no=2)
    changed("finding_stays", "finding", finding.pk, "found = '没事'")
    changed("finding_answered_fits", "finding", finding.pk, "state = 'finding_answered'")
    changed("finding_settled_fits", "finding", finding.pk, "state = 'finding_settled', settled_at = now()")
    changed("finding_path", "finding", finding.pk, "state = 'finding_lost'")


def test_a_feedback(past: World) -> None:
    row, other = feed_back(rectifying()), planned(title="乙")
    second = found(other)
    entered("supervision_feedback_finding_id_key", "feedback", row.pk)
    entered("feedback_is_whole", "feedback", row.pk, finding_id=second.pk, words="")
    entered("feedback_answer_fits", "feedback", row.pk, finding_id=second.pk, answer="好")
    entered("feedback_path", "feedback", row.pk, finding_id=second.pk, state="feedback_answered")
    changed("feedback_stays", "feedback", row.pk, "words = '别的'")
    changed("feedback_path", "feedback", row.pk, "state = 'feedback_lost'")
    changed("feedback_answer_fits", "feedback", row.pk, "state = 'feedback_answered'")


@pytest.mark.clause("O2.3d")
@pytest.mark.parametrize("name, change", [
    ("violation_known_words", {"wrong": "late"}), ("violation_known_words", {"source": "gossip"}),
    ("violation_names_its_rule", {"rule": ""}), ("violation_path", {"state": "violation_handled"}),
    ("violation_ended_fits", {"ended_at": "2026-01-01T00:00Z"}),
    ("violation_below_its_office", {"organization_id": HUISHIMEN}),
])  # fmt: skip
def test_a_violation(past: World, name: str, change: dict[str, object]) -> None:
    entered(name, "violation", recorded().pk, **change)


def test_a_violation_stays_and_goes_its_way(past: World) -> None:
    row = recorded()
    changed("violation_stays", "violation", row.pk, "wrong = 'other_wrong'")
    changed("violation_path", "violation", row.pk, "state = 'violation_handled'")
    changed("violation_path", "violation", row.pk, "state = 'violation_closed', ended_at = now()")


@pytest.mark.parametrize("name, change", [
    ("violation_measure_once", {}), ("violation_known_measure", {"measure": "praise"}),
    ("violation_transfer_whole", {"measure": "transfer"}),
])  # fmt: skip
def test_a_measure(past: World, name: str, change: dict[str, object]) -> None:
    row = heard(recorded())
    handled(row)
    entered(name, "handled", row.measures.get().pk, **change)


@pytest.mark.parametrize("statement", [
    "DELETE FROM supervision_inspection", "DELETE FROM supervision_finding",
    "DELETE FROM supervision_feedback", "DELETE FROM supervision_violation",
    "UPDATE supervision_answerphoto SET added_at = now()", "DELETE FROM supervision_answerphoto",
    "UPDATE supervision_handled SET document = ''", "DELETE FROM supervision_handled",
    "TRUNCATE supervision_handled",
])  # fmt: skip
def test_nothing_is_taken_away(past: World, statement: str) -> None:
    answer(rectifying())
    denied = pytest.raises(ProgrammingError, match="permission denied")
    with denied, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
