"""The database finds the numbers that the rule finds when they are written; older rows it lets be."""

import psycopg
import pytest
from django.db import connection

from tests import harness
from tests.shared.numbers import CASES


def test_the_database_agrees_with_the_rule_about_every_case(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seals_number_in(one) FROM unnest(%s::text[]) AS one", [[words for words, _ in CASES]]
        )
        said = [found for (found,) in cursor.fetchall()]
    assert said == [bool(found) for _, found in CASES]


SEAL = """INSERT INTO seals_seal (id, committee_id, kind, purpose, name, state, county_code, ordered_at,
    shape, star, material, engraver, police_number, made_on, issued_on, issued_at, received_by)
    SELECT gen_random_uuid(), organization_id, 'special', '财务专用章', '某村', 'in_use', '620422000000',
           now(), 'shape_round', true, '', '', '', '2026-03-02', '2026-03-02', now(), 'x'
      FROM regions_committee LIMIT 1"""
CUSTODY = """INSERT INTO seals_custody (id, state, mode, place, valid_from, entrusted_on, document,
    county_code, recorded_at, appointment_id, person_id, seal_id)
    SELECT one, 'kept', 'entrustment', '柜，138 1234 5678', '2026-03-10', '2026-03-09', '委托书',
           '620422000000', now(), one, one, one FROM gen_random_uuid() AS one"""
OLDER = [
    (
        "seals_seal_is_the_committees",
        SEAL,
        "state = 'stopped'",
        "purpose = '党支部章'",
        "purpose = '证明专用章'",
    ),
    (
        "seals_custody_place_is_plain",
        CUSTODY,
        "document = '委托书2'",
        "place = '0943 765 4321'",
        "place = '柜'",
    ),
]


@pytest.mark.parametrize("guard, row, other, worse, better", OLDER)
def test_an_older_row_goes_on_its_way(
    cast_database: str, guard: str, row: str, other: str, worse: str, better: str
) -> None:
    """It was written before the guard came: another column changes, the words only for plain ones."""
    table = row.split()[2]
    with psycopg.connect(harness.CLUSTER.superuser_url(cast_database)) as owner:
        owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        owner.execute(row)
        owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER {guard}")
        owner.execute(f"UPDATE {table} SET {other}")
        with pytest.raises(psycopg.IntegrityError) as refused, owner.transaction():
            owner.execute(f"UPDATE {table} SET {worse}")
        assert refused.value.diag.constraint_name == guard
        with pytest.raises(psycopg.IntegrityError), owner.transaction():
            owner.execute(row)
        owner.execute(f"UPDATE {table} SET {better}")
        owner.rollback()
