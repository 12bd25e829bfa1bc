"""The database says it too: every constraint is tried by raw SQL, with the near miss beside it."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tests.people.conftest import (
    ADMINISTRATION,
    CITY,
    CLERK,
    DEPUTY,
    DIRECTOR,
    ELECTED,
    KEEPER,
    LEAD,
    NEWCOMER,
    NOW,
    OTHER_VILLAGE,
    TODAY,
    TOWNSHIP,
    Raw,
    World,
    constraint_of,
)

TOMORROW = TODAY + timedelta(days=1)


def refused(raw: Raw, constraint: str, **changes: object) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        raw.insert(**changes)
    assert constraint_of(caught.value) == constraint


def person(world: World, name: str) -> object:
    return world.person(name).id


KEEPS: dict[str, object] = {"office": "custodian"}
APPROVES: dict[str, object] = {"office": "second_approver"}


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize(
    ("first", "then"),
    [
        (APPROVES, KEEPS),
        (KEEPS, APPROVES),
        (APPROVES, {"office": "custodian", "nature": "acting", "valid_until": TOMORROW}),
    ],
)
def test_approve_and_keep_exclude_one_another(
    raw: Raw, first: dict[str, object], then: dict[str, object]
) -> None:
    raw.insert(**first)
    refused(raw, "approve_is_not_keep", **then)


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize("other", [APPROVES, KEEPS])
def test_who_watches_neither_approves_nor_keeps(raw: Raw, other: dict[str, object]) -> None:
    """Near miss: on the day after."""
    watches = {**other, "office": "supervision_committee"}
    raw.insert(**other, valid_until=TOMORROW)
    refused(raw, "who_watches_only_watches", **watches)
    raw.insert(**watches, valid_from=TOMORROW)


@pytest.mark.clause("H4.2b")
@pytest.mark.parametrize("above", [("township", TOWNSHIP), ("county_lead", LEAD), ("city", CITY)])
@pytest.mark.parametrize("office", ["handler", "director", "second_approver", "custodian"])
def test_who_is_above_does_no_village_work(raw: Raw, office: str, above: tuple[str, object]) -> None:
    """In either order. Near misses: on the day after; member of a committee."""
    serves = {"office": above[0], "organization_id": above[1], "basis": "document"}
    works: dict[str, object] = {"office": office, "organization_id": OTHER_VILLAGE}
    if office == "director":
        works |= {"basis": "election", "elected_on": ELECTED}
    raw.insert(**serves, valid_until=TOMORROW)
    refused(raw, "above_does_no_village_work", **works)
    raw.insert(**{**works, "office": "committee_member"})
    raw.insert(**works, valid_from=TOMORROW)
    refused(raw, "above_does_no_village_work", **serves, valid_from=TOMORROW)


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_a_delegation_counts_as_approving(raw: Raw, world: World) -> None:
    lent = world.terms[f"{DIRECTOR} director"].id
    loan = {"office": "director", "nature": "delegated", "lent_from_id": lent, "valid_until": TOMORROW}
    refused(raw, "approve_is_not_keep", person_id=person(world, KEEPER), **loan)
    raw.insert(**loan)


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_adjacent_days_another_committee_and_another_person_are_allowed(raw: Raw, world: World) -> None:
    raw.insert(**APPROVES, valid_until=TOMORROW)
    raw.insert(**KEEPS, valid_from=TOMORROW)
    raw.insert(**APPROVES, valid_from=TOMORROW, organization_id=OTHER_VILLAGE)
    raw.insert(**APPROVES, valid_from=TOMORROW, person_id=person(world, DEPUTY))


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_one_shared_day_is_one_too_many(raw: Raw) -> None:
    raw.insert(**APPROVES, valid_until=TOMORROW)
    refused(raw, "approve_is_not_keep", **KEEPS, valid_from=TODAY, valid_until=TOMORROW)


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize(("first", "then"), [(APPROVES, KEEPS), (KEEPS, APPROVES)])
def test_an_office_ended_today_fills_today(
    raw: Raw, world: World, first: dict[str, object], then: dict[str, object]
) -> None:
    """Near misses: tomorrow; another person; one that ended by itself at midnight."""
    raw.insert(**first, valid_until=TODAY, ended_at=NOW, ended_by_id=person(world, DIRECTOR))
    refused(raw, "approve_and_keep_on_other_days", **then)
    raw.insert(**then, valid_from=TOMORROW)
    raw.insert(**then, person_id=person(world, DEPUTY))
    raw.insert(**first, organization_id=OTHER_VILLAGE, valid_from=ELECTED, valid_until=TODAY)
    raw.insert(**then, organization_id=OTHER_VILLAGE)


@pytest.mark.parametrize("standing", ["first_secretary", "resident_team", "temporary", "grid_worker"])
def test_temporary_people_never_decide(raw: Raw, standing: str) -> None:
    refused(raw, "barred_never_decides", **KEEPS, standing=standing)
    raw.insert(standing=standing)
    refused(raw, "approve_is_not_keep", **APPROVES)


def test_an_office_is_held_once(raw: Raw) -> None:
    raw.insert(valid_until=TOMORROW)
    refused(raw, "office_held_once")
    raw.insert(valid_from=TOMORROW)


def test_acting_custody_stands_beside_the_keeping_of_another_seal_and_is_held_once(raw: Raw) -> None:
    acting: dict[str, object] = {"office": "custodian", "nature": "acting", "valid_until": TOMORROW}
    raw.insert(office="custodian")
    raw.insert(**acting)
    refused(raw, "office_held_once", **acting)


def test_one_director_at_a_time(raw: Raw) -> None:
    township = {"office": "director", "basis": "election", "elected_on": date(2026, 1, 5)}
    refused(raw, "one_director", **township)
    refused(raw, "one_director", office="director", nature="presiding", basis="document")
    raw.insert(**township, organization_id=OTHER_VILLAGE)


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("term_runs_forward", {"valid_until": TODAY - timedelta(days=1)}),
        ("loans_last_30_days", {"office": "custodian", "nature": "acting"}),
        ("loans_last_30_days",
         {"office": "custodian", "nature": "acting", "valid_until": TODAY + timedelta(days=31)}),
        ("only_a_delegation_is_lent",
         {"office": "director", "nature": "delegated", "valid_until": TOMORROW}),
        ("presiding_is_a_director", {"nature": "presiding"}),
        ("acting_is_a_custodian", {"nature": "acting", "valid_until": TOMORROW}),
        ("only_set_up_has_no_appointer", {"appointed_by_id": None}),
        ("only_set_up_has_no_appointer", {"appointed_by_id": None, "basis": "set_up"}),
        ("elections_have_a_day", {"basis": "election"}),
        ("rests_on_a_document", {"basis_document": " "}),
    ],
)  # fmt: skip
def test_shapes(raw: Raw, constraint: str, changes: dict[str, object]) -> None:
    refused(raw, constraint, **changes)


def test_thirty_days_are_allowed(raw: Raw) -> None:
    raw.insert(office="custodian", nature="acting", valid_until=TODAY + timedelta(days=30))


@pytest.mark.clause("H1a")
def test_nobody_appoints_himself(raw: Raw, world: World) -> None:
    refused(raw, "nobody_appoints_himself", appointed_by_id=person(world, NEWCOMER))
    refused(raw, "nobody_appoints_himself", second_id=person(world, NEWCOMER))
    refused(raw, "nobody_appoints_himself", second_id=person(world, DIRECTOR))
    raw.insert(second_id=person(world, DEPUTY))


def test_a_loan_is_not_passed_on_and_not_carried_elsewhere(raw: Raw, world: World) -> None:
    lent = world.terms[f"{DIRECTOR} director"].id
    loan = {"office": "director", "nature": "delegated", "valid_until": TOMORROW}
    refused(raw, "loans_are_not_passed_on", **loan, lent_from_id=lent, organization_id=OTHER_VILLAGE)
    raw.insert(**loan, lent_from_id=lent)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM people_appointment WHERE nature = 'delegated'")
        (loan_id,) = cursor.fetchone()
    refused(raw, "loans_are_not_passed_on", **loan, lent_from_id=loan_id, person_id=person(world, CLERK))
    clerk = world.terms[f"{CLERK} handler"].id
    refused(raw, "loans_are_not_passed_on", **loan, lent_from_id=clerk, person_id=person(world, DEPUTY))
    handling = {**loan, "office": "handler", "person_id": person(world, DEPUTY)}
    refused(raw, "only_the_directors_office_is_lent", **handling, lent_from_id=clerk)


def test_three_administrators_are_three_people_and_see_no_cases(raw: Raw, world: World) -> None:
    system = person(world, "田浩")
    by = {"basis": "document", "person_id": system}
    refused(raw, "three_administrators", **by, office="audit_administrator", organization_id=OTHER_VILLAGE)
    refused(raw, "administrator_sees_no_cases", **by, office="handler")
    refused(
        raw, "one_of_each_administrator", basis="document", office="audit_administrator",
        organization_id=ADMINISTRATION,
    )  # fmt: skip
    raw.insert(basis="document", office="audit_administrator", organization_id=OTHER_VILLAGE)


def test_what_was_recorded_is_only_ended(world: World) -> None:
    term = world.terms[f"{CLERK} handler"].id

    def change(sql: str) -> None:
        with connection.cursor() as cursor, transaction.atomic():
            cursor.execute(sql, [term])

    for sql in (
        "UPDATE people_appointment SET office = 'director' WHERE id = %s",
        "UPDATE people_appointment SET valid_from = '2020-01-01' WHERE id = %s",
        "UPDATE people_appointment SET basis_document = 'x' WHERE id = %s",
        "DELETE FROM people_appointment WHERE id = %s",
    ):
        with pytest.raises(DatabaseError):
            change(sql)
    change("UPDATE people_appointment SET valid_until = '2026-12-01' WHERE id = %s")
    with pytest.raises(DatabaseError):
        change("UPDATE people_appointment SET valid_until = NULL WHERE id = %s")
    with pytest.raises(DatabaseError):
        change("UPDATE people_appointment SET valid_until = '2027-12-01' WHERE id = %s")


def test_the_end_of_a_telephone_is_four_digits(world: World) -> None:
    def change(tail: str) -> None:
        with connection.cursor() as cursor, transaction.atomic():
            cursor.execute("UPDATE people_person SET phone_tail = %s", [tail])

    for wrong in ("123", "12a4"):
        with pytest.raises(DatabaseError) as caught:
            change(wrong)
        assert constraint_of(caught.value) == "person_phone_tail_is_four_digits"
    for right in ("1234", ""):
        change(right)


@pytest.mark.clause("H3.2.4c")
def test_one_human_is_one_row(world: World) -> None:
    with pytest.raises(DatabaseError), connection.cursor() as cursor, transaction.atomic():
        cursor.execute(
            "INSERT INTO people_person (id, name, identity_encrypted, identity_index, phone_encrypted,"
            " phone_tail, county_code, created_at) SELECT gen_random_uuid(), '别名', identity_encrypted,"
            " identity_index, phone_encrypted, phone_tail, county_code, created_at FROM people_person"
            " WHERE id = %s",
            [world.person(CLERK).id],
        )
