"""What a kind of field promises stands in the database: every reference, and no number below nought.

Constraints with a name of their own are tried by raw SQL in their rooms; these have none, and one
forgotten in a migration written by hand would be missed by nobody.
"""

import pytest
from django.apps import apps
from django.db import connection, models

from tests.mutation.finding import rooms_of
from zhengyin.cli.places import CHECKOUT

MODELS = [
    model
    for room in rooms_of(CHECKOUT / "zhengyin")
    if room in apps.app_configs
    for model in apps.get_app_config(room).get_models()
    if model._meta.managed
]
REFERENCES = """
SELECT a.attname::text, c.confrelid::regclass::text, b.attname::text, c.convalidated
  FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
 WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND c.conrelid = %s::regclass
"""
NOT_BELOW = """
SELECT a.attname::text
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
 WHERE c.contype = 'c' AND cardinality(c.conkey) = 1 AND c.conrelid = %s::regclass
   AND pg_get_constraintdef(c.oid) ~ ('^CHECK \\(\\(+"?' || a.attname || '"? >= 0\\)+$')
"""


def asked(statement: str, model: type[models.Model]) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [f'"{model._meta.db_table}"'])
        return list(cursor.fetchall())


def test_there_are_models() -> None:
    assert len(MODELS) > 25


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_a_reference_leads_to_a_row(model: type[models.Model]) -> None:
    declared = {
        (field.column, field.related_model._meta.db_table, field.target_field.column, True)
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey) and field.db_constraint
    }
    assert declared - set(asked(REFERENCES, model)) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_a_count_is_not_below_nought(model: type[models.Model]) -> None:
    declared = {
        (field.column,)
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.PositiveIntegerField | models.PositiveSmallIntegerField)
    }
    assert declared - set(asked(NOT_BELOW, model)) == set()
