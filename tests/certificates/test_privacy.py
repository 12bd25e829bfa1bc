"""After a whole certificate neither the identity number nor the telephone stands anywhere in plain."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate, Party
from zhengyin.documents import files
from zhengyin.registers.queries import lines_of
from zhengyin.shared.secrecy import UnableToDecrypt

NUMBER, PHONE = cast.RESIDENT.identity, cast.RESIDENT.phone
PLAIN = (NUMBER, PHONE, PHONE.replace("-", ""), NUMBER[6:], PHONE[-7:])
COLUMNS = """
    SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
"""


@pytest.fixture
def delivered(demo_world: World) -> UUID:
    return cast.delivered()


def found_in_database(needle: str) -> list[str]:
    """Every column of every table in which the needle stands, as text or as bytes."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        columns = cursor.fetchall()
        for schema, table, column, kind in columns:
            name = sql.Identifier(column)
            text = sql.SQL("encode({}, 'escape')" if kind == "bytea" else "{}::text").format(name)
            statement = sql.SQL("SELECT 1 FROM {}.{} WHERE position(%s in {}) > 0 LIMIT 1")
            place = (sql.Identifier(schema), sql.Identifier(table), text)
            cursor.execute(statement.format(*place), [needle])
            if cursor.fetchone():
                found.append(f"{table}.{column}")
    return found


def test_nothing_personal_in_plain_anywhere(delivered: UUID) -> None:
    """In no table, whatever its type, and in no file on disk; a name that may stand there is found."""
    for needle in PLAIN:
        assert (needle, found_in_database(needle)) == (needle, [])
    assert {"certificates_party.name", "certificates_delivery.recipient"} <= set(found_in_database("马桂花"))
    assert "certificates_certificate.number" in found_in_database("李家湾村证字〔2026〕1号")
    kept = [path for path in Path(settings.FILES_DIR).rglob("*") if path.is_file()]
    assert len(kept) >= 2
    for path in kept:
        data = path.read_bytes()
        assert not any(needle.encode() in data for needle in (*PLAIN, "马桂花"))
        assert not data.startswith((b"%PDF", b"picture"))


def test_no_person_in_the_columns_of_a_line(delivered: UUID) -> None:
    """Lines are for ever: who it is about stands beside them, sealed, and can be erased."""
    for line in lines_of(delivered):
        said = json.dumps(dict(line.columns), ensure_ascii=False) + line.person_name
        assert not any(word in said for word in (*PLAIN, "马桂花", "张有福", "三社12号")), line.kind


def test_who_may_reads_them_by_the_keys(delivered: UUID) -> None:
    """The near miss: the same data opens by the decrypting queries, and only in its own place."""
    case = Certificate.objects.get(pk=delivered)
    applicant = Party.objects.get(certificate=case, role="applicant")
    assert secrets.opened_word(applicant.pk, "identity", applicant.identity_encrypted) == NUMBER
    assert secrets.opened_word(applicant.pk, "phone", applicant.phone_encrypted) == PHONE
    assert secrets.opened_fields(case.pk, case.fields_encrypted)["subject_identity"] == NUMBER
    assert NUMBER in "".join(secrets.opened_text(case.pk, case.frozen_encrypted).facts)
    registered = next(line for line in lines_of(delivered) if line.kind == "register.certificate")
    assert registered.personal == {"name": "马桂花", "phone": PHONE, "identity": NUMBER}
    assert {"used_at", "demanding_unit", "purpose"} <= set(registered.columns)
    assert case.document_id and files.get(case.document_id).startswith(b"%PDF")


def test_one_persons_ciphertext_does_not_open_as_anothers(delivered: UUID) -> None:
    one, other = Party.objects.filter(certificate_id=delivered).order_by("role")
    with pytest.raises(UnableToDecrypt):
        secrets.opened_word(other.pk, "identity", one.identity_encrypted)
    with pytest.raises(UnableToDecrypt):
        secrets.opened_word(one.pk, "phone", one.identity_encrypted)
    assert bytes(one.identity_encrypted) != bytes(other.identity_encrypted)
