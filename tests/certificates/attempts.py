"""Attempts and what they leave: refused means that nothing at all was written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from zhengyin.certificates.models import (
    Attachment,
    Certificate,
    CheckedFact,
    Delivery,
    FormPage,
    Grant,
    GrantedPaper,
    GrantedSlip,
    Letter,
    Mandate,
    Material,
    Notice,
    Pad,
    Party,
    Slip,
)
from zhengyin.documents.models import StoredFile
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import RegisterLine, lines_of
from zhengyin.shared.refusal import Refused

TABLES = (
    Certificate, CheckedFact, Delivery, Grant, GrantedPaper, GrantedSlip, Pad, Party, Slip, Material,
    Attachment, FormPage, Letter, Mandate, Notice,
)  # fmt: skip


def written() -> tuple[object, ...]:
    """All that an act of this room could have left: rows, lines, files."""
    rows = [list(model._default_manager.order_by("pk").values()) for model in TABLES]
    files = sum(path.is_file() for path in Path(settings.FILES_DIR).rglob("*"))
    return rows, Entry.objects.count(), StoredFile.objects.count(), files


def refused(act: Callable[[], object], *codes: str) -> None:
    """The act is refused for exactly these reasons, and nothing is written."""
    before = written()
    with pytest.raises(Refused) as caught:
        act()
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)
    assert written() == before


def last_line(case: UUID) -> RegisterLine:
    """The newest line of a case."""
    return lines_of(case)[-1]


def refuses(guard: str, statement: str, *values: Any) -> None:
    """The database itself says no, and names the guard."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    diagnosis = caught.value.__cause__.diag  # type: ignore[union-attr]
    assert guard in (diagnosis.constraint_name or diagnosis.message_primary)


def execute(statement: str, *values: Any) -> None:
    """By raw SQL, as somebody with the application's password would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
