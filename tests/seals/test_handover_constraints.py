"""What the database refuses about handovers, tried by raw SQL as the application's role."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from tests.seals.cast import AT, TODAY, Cast
from tests.seals.test_constraints import NEW, flat, insert, other_office, refuses, row_of
from tests.seals.test_handover import act, begun, complete, count, scan
from zhengyin.seals.models import Custody, Handover

SIGNED_BY = ("handed_by_id", "received_by_id", "supervised_by_id")


def whole(cast: Cast) -> dict[str, object]:
    """A handover signed by three, as columns."""
    row = count(cast, begun(cast))
    complete(cast, row)
    return row_of("seals_handover", row.pk)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_handover_reason", {"reason": "because"}),
        ("seals_handover_begins_open", {"state": "handed_over"}),
        ("seals_handover_after_the_change", {"changed_on": date(2026, 11, 21)}),
        ("seals_handover_of_a_kept_seal", {"changed_on": date(2026, 3, 9)}),
        ("seals_one_handover_at_a_time", {"no": 2}),
        ("seals_handover_number", {}),
    ],
)
def test_how_a_handover_begins(cast: Cast, guard: str, change: dict[str, object]) -> None:
    row = row_of("seals_handover", begun(cast).pk)
    if guard == "seals_handover_number":  # the first one is over, the number stays taken
        with connection.cursor() as cursor:
            closed = "UPDATE seals_handover SET state = 'called_off', closed_at = now() WHERE id = %s"
            cursor.execute(closed, [row["id"]])
    refuses(guard, *flat(insert("seals_handover", {**row, "id": NEW, **change})))


@pytest.mark.clause("H3.2.4e")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_handover_state_fits", "scan_id = NULL"),
        ("seals_handover_state_fits", "listed_at = NULL"),
        ("seals_handover_watched", "signed_on = NULL"),
        ("seals_handover_watched", "supervised_by_id = NULL"),
        ("seals_handover_state_fits", "new_custody_id = NULL"),
        ("seals_handover_signed_after_change", "signed_on = changed_on - 1"),
        ("seals_handover_to_the_new_keeper", "received_by_id = supervised_by_id"),
        ("seals_handover_watched", "supervised_by_id = handed_by_id"),
        ("seals_handover_three_people", "handed_by_id = received_by_id"),
        ("seals_handover_stays", "changed_on = changed_on - 1"),
        ("seals_handover_stays", "no = 7"),
        ("seals_handover_to_the_named", "successor_id = supervised_by_id"),
    ],
)
def test_a_handover_ends_with_three_signatures(cast: Cast, guard: str, change: str) -> None:
    """The row is signed by raw SQL, with one thing changed."""
    row = count(cast, begun(cast))
    clerk = other_custody(cast, row)
    signed = {
        "state": "handed_over", "closed_at": "now()", "signed_on": str(TODAY), "scan_id": str(scan(row)),
        "handed_by_id": str(cast.person("ljw_custodian").pk), "received_by_id": str(clerk.person_id),
        "supervised_by_id": str(cast.person("ljw_supervisor").pk), "new_custody_id": str(clerk.pk),
    }  # fmt: skip
    column, value = change.split(" = ")
    for name in (*SIGNED_BY, "changed_on"):
        value = value.replace(name, f"'{signed[name]}'::uuid" if name in signed else name)
    said = ", ".join(f"{name} = '{words}'" for name, words in signed.items() if name != column)
    refuses(guard, f"UPDATE seals_handover SET {said}, {column} = {value} WHERE id = %s", row.pk)
    connection.needs_rollback = True  # what the last act left undone is asked at the end


def other_custody(cast: Cast, row: Handover) -> Custody:
    """The clerk's custody from today, by raw SQL."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE seals_custody SET state = 'closed', valid_until = %s, ended_at = %s"
                       " WHERE id = %s", [TODAY, AT, row.custody_id])  # fmt: skip
    clerk = other_office(cast, row.custody)
    old = row_of("seals_custody", row.custody_id)
    new = {
        **old,
        "id": NEW,
        "state": "kept",
        "valid_from": TODAY,
        "valid_until": None,
        "ended_at": None,
        **clerk,
    }
    with connection.cursor() as cursor:
        cursor.execute(*insert("seals_custody", new))
    return Custody.objects.get(pk=NEW)


@pytest.mark.clause("H3.2.4e")
def test_a_seal_kept_before_passes_on_by_a_handover_alone(cast: Cast) -> None:
    row = begun(cast)
    other_custody(cast, row)
    refuses("seals_custody_by_handover", "SET CONSTRAINTS ALL IMMEDIATE")
    connection.needs_rollback = True


@pytest.mark.parametrize("piece", ["condition", "keys", "archives"])
def test_what_is_listed_holds_no_number_of_a_person(cast: Cast, piece: str) -> None:
    row = begun(cast)
    statement = f"UPDATE seals_handover SET {piece} = %s WHERE id = %s"
    refuses("seals_handover_list_is_plain", statement, "钥匙在13800000117", row.pk)
    with connection.cursor() as cursor:
        cursor.execute(statement, ["2021年至2025年5本", row.pk])


def test_acting_custody_needs_no_signature(cast: Cast) -> None:
    act(cast, begun(cast).seal)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_what_is_over_stays(cast: Cast) -> None:
    row = whole(cast)
    refuses("seals_handover_stays", "UPDATE seals_handover SET archives = '无' WHERE id = %s", row["id"])
    refuses("permission denied", "DELETE FROM seals_handover")


def test_it_is_the_same_custodian_who_is_appointed_anew(cast: Cast) -> None:
    row = count(cast, begun(cast))
    clerk = other_custody(cast, row)
    statement = "UPDATE seals_handover SET state = 'reappointed', closed_at = now(), new_custody_id = %s"
    refuses("seals_handover_to_the_new_keeper", f"{statement} WHERE id = %s", clerk.pk, row.pk)
    connection.needs_rollback = True


def test_every_constraint_of_the_model_is_tried_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    declared = [constraint.name for constraint in Handover._meta.constraints]
    assert [name for name in declared if name not in text] == []
