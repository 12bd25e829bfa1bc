"""What the database refuses, tried by raw SQL as the application's role."""

import pytest
from django.db import DatabaseError, connection, transaction

ENTRY = """
INSERT INTO catalogue_listentry (id, code, kind, name, level, division_code, in_force_from, in_force_until,
                                 introduced_by_id, demonstration, content)
SELECT gen_random_uuid(), {code}, kind, name, level, division_code, {begins}, {ends}, introduced_by_id,
       {demonstration}, {content}
FROM catalogue_listentry WHERE code = {of} LIMIT 1
"""
GOOD = {
    "of": "'ISS-NAT-01'", "code": "'ISS-ZZ-99'", "begins": "date '2026-01-01'", "ends": "NULL",
    "demonstration": "false", "content": """content || '{"code": "ISS-ZZ-99"}'""",
}  # fmt: skip


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def refused(statement: str) -> str:
    with pytest.raises(DatabaseError) as caught:
        run(statement)
    return str(caught.value)


def test_the_good_row_goes_in(real: None) -> None:
    run(ENTRY.format(**GOOD))


@pytest.mark.clause("O2.1b", "H4.2a", "O2.2a")
@pytest.mark.parametrize(
    "change, constraint",
    [
        ({"content": """content || '{"code": "ISS-ZZ-99", "bases": []}'"""}, "list_entry_issuable_has_basis"),
        ({"content": """(content || '{"code": "ISS-ZZ-99"}') - 'bases'"""}, "list_entry_issuable_has_basis"),
        ({"content": """content || '{"code": "ISS-ZZ-99", "guide": null}'"""},
         "list_entry_issuable_has_guide"),
        ({"content": """jsonb_set(content || '{"code": "ISS-ZZ-99"}', '{guide,sample}', '""')"""},
         "list_entry_issuable_has_guide"),
        ({"content": """content || '{"code": "ISS-ZZ-99", "form": null}'"""}, "list_entry_issuable_has_form"),
        ({"content": """jsonb_set(content || '{"code": "ISS-ZZ-99"}', '{form,facts}', '[]')"""},
         "list_entry_issuable_has_form"),
        ({"content": "content"}, "list_entry_says_what_it_holds"),
        ({"content": """content || '{"code": "ISS-ZZ-99", "kind": "route"}'"""},
         "list_entry_says_what_it_holds"),
        ({"ends": "date '2026-01-01'"}, "list_entry_period"),
        ({"ends": "date '2025-12-31'"}, "list_entry_period"),
        ({"begins": "date '2025-12-31'"}, "an entry stands at its document's level, not before its version"),
        ({"code": "'ISS-NAT-01'", "content": "content"}, "list_entry_one_at_a_time"),
        ({"demonstration": "true",
          "content": """content || '{"code": "ISS-ZZ-99", "demonstration": true, "found_in": "某市"}'"""},
         "a demonstration entry loads only into a demonstration"),
    ],
)  # fmt: skip
def test_an_unfinished_or_misplaced_entry_is_refused(
    real: None, change: dict[str, str], constraint: str
) -> None:
    assert constraint in refused(ENTRY.format(**(GOOD | change)))


def test_a_demonstration_document_only_in_a_demonstration(real: None) -> None:
    document = """INSERT INTO catalogue_listdocument VALUES
        ('x', '', '某清单', '', '{standing}', 'county', '620422000000',
         NULL, NULL, NULL, '', {demonstration})"""
    said = refused(document.format(standing="demonstration", demonstration="true"))
    assert "a demonstration entry loads only into a demonstration" in said
    assert "list_document_demonstration_standing" in refused(
        document.format(standing="demonstration", demonstration="false")
    )
    assert "list_document_words" in refused(document.format(standing="rumoured", demonstration="false"))
    run(document.format(standing="draft", demonstration="false"))


def test_even_in_a_demonstration_the_entry_says_where_it_was_found(demonstration: None) -> None:
    nowhere = GOOD | {"of": "'ISS-ZQ-01'", "demonstration": "true",
                      "content": """content || '{"code": "ISS-ZZ-99", "found_in": ""}'"""}  # fmt: skip
    assert "list_entry_demonstration_names_its_place" in refused(ENTRY.format(**nowhere))
    found = GOOD | {"of": "'ISS-ZQ-01'", "demonstration": "true"}
    run(ENTRY.format(**found))


@pytest.mark.clause("H2.1c")
@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE catalogue_listentry SET content = content || \'{"note": "改"}\'',
        "UPDATE catalogue_listentry SET name = '改'",
        "UPDATE catalogue_listentry SET in_force_from = date '2020-01-01'",
        "UPDATE catalogue_listversion SET takes_effect_on = date '2020-01-01'",
        "UPDATE catalogue_listversion SET digest = ''",
        "UPDATE catalogue_listdocument SET number = '改'",
        "DELETE FROM catalogue_listentry",
        "DELETE FROM catalogue_listversion",
        "DELETE FROM catalogue_listdocument",
        "TRUNCATE catalogue_listentry",
    ],
)
def test_the_application_has_no_right_to_edit_or_delete(real: None, statement: str) -> None:
    assert "permission denied" in refused(statement)


CLOSE = """UPDATE catalogue_listentry SET in_force_until = {until}, ended_by_id = {by}
           WHERE code = 'PROH-01'"""
SELF = "introduced_by_id"


@pytest.mark.clause("H2.1c")
def test_a_period_closes_once_by_a_version_and_never_opens_again(real: None) -> None:
    said = "an entry is never edited"
    assert said in refused(CLOSE.format(until="date '2027-01-01'", by="NULL"))  # by nobody
    assert said in refused(CLOSE.format(until="NULL", by=SELF))
    run(CLOSE.format(until="date '2027-01-01'", by=SELF))
    assert said in refused(CLOSE.format(until="NULL", by="NULL"))
    assert said in refused(CLOSE.format(until="date '2028-01-01'", by=SELF))


def test_an_entry_is_of_a_known_kind(real: None) -> None:
    content = """content || '{"code": "ISS-ZZ-99", "kind": "hint"}'"""
    other = ENTRY.replace("{code}, kind, name", "{code}, 'hint', name")
    assert "list_entry_words" in refused(other.format(**{**GOOD, "content": content}))


def test_a_version_number_stands_once(real: None) -> None:
    again = """INSERT INTO catalogue_listversion
        SELECT gen_random_uuid(), {no}, takes_effect_on, digest, note, recorded_at, document_id
        FROM catalogue_listversion LIMIT 1"""
    assert "list_version_no_once" in refused(again.format(no="no"))
    assert "list_version_no" in refused(again.format(no="0"))
