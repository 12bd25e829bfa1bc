"""What the database refuses, tried by raw SQL as the application's role; the near miss passes."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection, models

from tests.admission.cast import AT, BANNER, HUINING
from tests.catalogue.bases.cast import CODES, DAY, OWN, basis, changed, hours, reviewed
from tests.certificates.attempts import execute, refuses
from tests.seals.cast import PACKS, Cast
from zhengyin.catalogue.bases import actions
from zhengyin.catalogue.bases.loading import load_bases
from zhengyin.catalogue.bases.models import BasisChange, BasisDocument, BasisMistake, BasisReview
from zhengyin.shared.days import start_of

NEW = UUID("00000000-0000-4000-8000-000000000001")


def insert(guard: str, row: models.Model, **change: object) -> None:
    """The same row once more with these things changed; an empty guard: it goes in."""
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE id = %s", [row.pk])
        names = [column.name for column in cursor.description]
        values = dict(zip(names, cursor.fetchone(), strict=True)) | {"id": NEW} | change
    places = ", ".join(["%s"] * len(values))
    statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})"
    if guard:
        refuses(guard, statement, *values.values())
    else:
        execute(statement, *values.values())


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {"no": 2}),
        ("", {"key": "another", "issued_on": "2023-07-20", "effective_from": "2023-07-20"}),
        ("basis_edition_once", {}),
        ("basis_edition_from_one", {"no": 0}),
        ("basis_is_titled", {"no": 2, "title": ""}),
        ("basis_known_words", {"no": 2, "standing": "rumoured"}),
        ("basis_known_words", {"no": 2, "confidence": "sure"}),
        ("basis_demonstration_standing", {"no": 2, "standing": "demonstration"}),
        ("basis_demonstration_standing", {"no": 2, "demonstration": True}),
        ("", {"no": 2, "demonstration": True, "standing": "demonstration"}),
        ("basis_days_run_forward", {"no": 2, "issued_on": "2023-07-21", "effective_from": "2023-07-20"}),
        ("basis_days_run_forward", {"no": 2, "effective_from": "2023-07-21", "valid_until": "2023-07-20"}),
        ("basis_days_run_forward", {"no": 2, "issued_on": "2023-07-21", "valid_until": "2023-07-20"}),
        ("basis_own_is_signed", {"key": "own_x"}),
    ],
)
def test_a_document(cast: Cast, guard: str, change: dict[str, object]) -> None:
    insert(guard, basis(), **change)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {"key": "own_x"}),
        ("basis_own_is_signed", {"key": "own_x", "recorded_by_id": None}),
        ("basis_own_is_signed", {"key": "own_x", "no": 2}),
        ("basis_own_is_signed", {"key": "pack_x"}),
    ],
)
def test_a_document_of_a_county_s_own_is_signed(cast: Cast, guard: str, change: dict[str, object]) -> None:
    row = actions.add_basis(county_code=HUINING, typed=OWN, actor=cast.actor("hn_lead"), at=AT)
    insert(guard, row, **change)


@pytest.mark.clause("H4.1c")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("basis_change_known_event", {"event": "forgotten"}),
        ("basis_change_by_a_document", {"by_title": ""}),
        ("", {"takes_effect_on": "2026-11-19", "counts_from": "2026-11-20"}),
        ("basis_change_counts_from_then", {"takes_effect_on": "2026-11-19", "counts_from": "2026-11-19"}),
        ("basis_change_counts_from_then", {"counts_from": "2026-11-25"}),
        # half past midnight in China is the next day
        ("basis_change_counts_from_then",
         {"recorded_at": "2026-11-20 16:30+00", "takes_effect_on": "2026-11-20",
          "counts_from": "2026-11-20"}),
        ("", {"county_code": BANNER}),
    ],
)  # fmt: skip
def test_a_change(cast: Cast, guard: str, change: dict[str, object]) -> None:
    insert(guard, changed(cast), **change)


def test_a_change_is_of_a_document_that_binds_the_county(cast: Cast) -> None:
    row = changed(cast, basis_id=basis("gansu_2020_99").pk)
    insert("basis_change_binds", row, county_code=BANNER)
    insert("", row, county_code="620421000000")


def test_a_mistake_is_of_one_own_record_and_later(cast: Cast) -> None:
    change, actor = changed(cast), cast.actor("hn_lead")
    said: dict[str, Any] = {"county_code": HUINING, "reason": "错", "actor": actor, "at": hours(1)}
    row = actions.end_change(change_id=change.pk, **said)
    other = changed(cast, at=hours(1))
    insert("basis_mistake_of_one", row, change_id=None)
    insert("basis_mistake_later", row, change_id=None, document_id=basis().pk)
    insert("basis_mistake_has_reason", row, change_id=other.pk, reason="")
    insert("basis_mistake_later", row, change_id=other.pk, recorded_at=AT)
    own = actions.add_basis(county_code=HUINING, typed=OWN, actor=actor, at=hours(1))
    insert("basis_mistake_later", row, change_id=None, document_id=own.pk, recorded_at=AT)
    insert("basis_mistake_of_one", row, change_id=other.pk, document_id=own.pk)
    insert("change_id", row)
    insert("", row, change_id=other.pk)
    insert("", row, id=UUID(int=2), change_id=None, document_id=own.pk)


@pytest.mark.clause("H4.1c")
def test_a_review_fits_its_change_and_its_entry(cast: Cast) -> None:
    change = changed(cast)
    row = reviewed(cast, change, start_of(DAY))
    other = changed(cast, basis_id=basis("police_12").pk)
    second = reviewed(cast, change, start_of(DAY), code=CODES[1])
    insert("basis_review_once", row)
    insert("basis_review_once", row, entry_id=second.entry_id, entry_code=CODES[1])
    insert("basis_review_fits", row, entry_code="ISS-NAT-03")
    insert("basis_review_fits", row, change_id=other.pk)
    insert("basis_review_fits", row, county_code=BANNER)
    insert("basis_review_is_whole", row, change_id=None, reason="")
    insert("basis_review_is_whole", row, change_id=None, rests_on="")
    insert("", row, change_id=None)
    insert("basis_review_once", row, id=UUID(int=2), change_id=None)  # nor twice for a last day that is over


@pytest.mark.clause("H4.1c")
@pytest.mark.parametrize("model", [BasisDocument, BasisChange, BasisMistake, BasisReview])
def test_nothing_is_edited_or_deleted(cast: Cast, model: type[models.Model]) -> None:
    table = model._meta.db_table
    for statement in (f"UPDATE {table} SET recorded_at = now()", f"DELETE FROM {table}", f"TRUNCATE {table}"):
        refuses("permission denied", statement)


def test_a_demonstration_document_loads_only_into_a_demonstration(real: None) -> None:
    """See tests/catalogue/conftest."""
    load_bases(PACKS / "national", AT)
    rows = BasisDocument.objects
    assert rows.exists() and not rows.filter(demonstration=True).exists()
    insert(
        "catalogue_demonstration_only", rows.get(key="police_12"), key="x", standing="demonstration",
        demonstration=True,
    )  # fmt: skip
    insert("", rows.get(key="police_12"), key="x")
