"""What the database refuses, tried by raw SQL as the application's role."""
# ruff: noqa: E501  one statement, one row

import pytest
from django.db import DatabaseError, connection, transaction

from tests.regions.conftest import AT, LIJIAWAN, VIRTUAL
from zhengyin.regions.actions import install

CODE = "54620422DEM0000018"


def refused(statement: str, *values: object) -> str:
    """Run it, expecting the database to refuse; give what it said."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    return str(caught.value)


def done(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


COMMITTEE = "UPDATE regions_committee SET {} WHERE organization_id = %s"


@pytest.mark.parametrize(
    ("change", "which", "constraint"),
    [
        ("issuer = true", VIRTUAL, "regions_virtual_never_issues"),
        (
            "legal_name = '某某社区居民委员会', uscc = '54150623DEM000009X', legal_name_confirmed_on = '2026-01-01'",
            VIRTUAL,
            "regions_virtual_never_issues",
        ),
        ("kind = 'residents'", VIRTUAL, "regions_virtual_is_virtual"),
        ("kind = 'virtual'", LIJIAWAN, "regions_virtual_is_virtual"),
        ("name = '空港虚拟社区'", LIJIAWAN, "regions_virtual_is_virtual"),
        ("code = '620422115498'", LIJIAWAN, "regions_virtual_is_virtual"),
        ("kind = 'hamlet'", LIJIAWAN, "regions_committee_kind"),
        ("legal_name = '李家湾村村民委员会'", LIJIAWAN, "regions_legal_name_whole"),
        ("legal_name_confirmed_on = '2026-01-01'", LIJIAWAN, "regions_legal_name_whole"),
        (
            "legal_name = 'x', legal_name_confirmed_on = '2026-01-01', uscc = '91620422DEM0000018'",
            LIJIAWAN,
            "regions_uscc_form",
        ),
    ],
)
def test_committees(places, change, which, constraint):
    assert constraint in refused(COMMITTEE.format(change), which)


@pytest.mark.clause("H3.2.1a")
def test_no_way_leads_a_virtual_community_to_issuing(places):
    """Kind and issuer changed together, name and code kept: still refused."""
    both = refused(COMMITTEE.format("kind = 'residents', issuer = true"), VIRTUAL)
    assert "regions_virtual_is_virtual" in both


def test_a_credit_code_stands_once(places):
    whole = "legal_name = %s, legal_name_confirmed_on = '2026-01-01', uscc = %s WHERE code = %s"
    done(f"UPDATE regions_committee SET {whole}", "甲", CODE, "620422115203")
    assert "regions_uscc_once" in refused(f"UPDATE regions_committee SET {whole}", "乙", CODE, "620422115201")


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("UPDATE regions_division SET level = 'hamlet' WHERE code = '620422115000'", "regions_division_level"),
        ("UPDATE regions_division SET code = '62042211520' WHERE code = '620422115203'", "regions_division_code"),
        ("UPDATE regions_division SET parent_id = NULL WHERE code = '620422115203'", "regions_division_has_parent"),
        ("UPDATE regions_organization SET kind = 'club', key = 'club:1' WHERE key = 'committee:620422115203'", "regions_organization_kind"),
        ("UPDATE regions_organization SET key = 'x:1' WHERE key = 'committee:620422115203'", "regions_organization_key"),
        ("UPDATE regions_organization SET key = 'committee:620422115201' WHERE key = 'committee:620422115203'", "regions_organization_key_key"),
        ("UPDATE regions_committee SET code = '620422115201' WHERE code = '620422115203'", "regions_committee_code_key"),
        ("UPDATE regions_county SET code = '620422115203' WHERE code = '620422000000'", "regions_county_code"),
        ("UPDATE regions_unitclass SET party = 'both' WHERE key = 'bank'", "regions_unit_party"),
        ("UPDATE regions_unitclass SET investigating = true WHERE key = 'bank'", "regions_only_public_investigates"),
        ("UPDATE regions_unit SET key = 'court' WHERE key = 'notary'", "regions_unit_once"),
    ],
)  # fmt: skip
def test_places_and_units(places, statement, constraint):
    assert constraint in refused(statement)


@pytest.mark.parametrize("statement", [
    "UPDATE regions_installation SET demonstration = true",
    "DELETE FROM regions_installation",
    "TRUNCATE regions_installation",
])  # fmt: skip
def test_the_mode_is_fixed(places, statement):
    refused(statement)


def test_there_is_one_installation(places):
    insert = "INSERT INTO regions_installation (id, demonstration, created_at) VALUES (%s, true, %s)"
    assert "regions_one_installation" in refused(insert, 2, AT)
    assert "regions_installation_pkey" in refused(insert, 1, AT)


def test_even_the_owner_of_the_table_is_stopped_by_the_trigger(db):
    install(demonstration=False, at=AT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgenabled FROM pg_trigger WHERE tgname = 'regions_installation_is_fixed'")
        assert cursor.fetchone() == ("O",)
