"""A file is whole on disk before its row, encrypted under a name that says nothing."""

import errno
import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from zhengyin.documents import files
from zhengyin.documents.disk import Disk
from zhengyin.documents.models import StoredFile
from zhengyin.documents.sweeping import QUARANTINE, sweep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files_folder")]
OWNER = UUID("8a6f0d4e-0000-4000-8000-000000000001")
AT = datetime(2026, 11, 21, 8, 30, tzinfo=timezone.utc)
PLAIN = "马桂花 620422196805120003".encode() * 20


class Recorder(Disk):
    """The real disk, which remembers what was done to it, in words; `stop_at` is where the power fails."""

    def __init__(self, stop_at: str = "") -> None:
        self.calls: list[str] = []
        self.stop_at = stop_at

    def _done(self, what: str) -> None:
        self.calls.append(what)
        if what == self.stop_at:
            raise OSError("power cut")

    def write(self, path: Path, data: bytes) -> None:
        super().write(path, data)
        self._done(f"write {path.suffix}")

    def fsync(self, path: Path) -> None:
        super().fsync(path)
        self._done(f"fsync {path.suffix}")

    def rename(self, source: Path, target: Path) -> None:
        assert source.parent == target.parent
        super().rename(source, target)
        self._done(f"rename {source.suffix} to {target.suffix or 'final'}")

    def fsync_dir(self, folder: Path) -> None:
        super().fsync_dir(folder)
        self._done(f"fsync folder {'own' if folder.name == str(OWNER) else 'above'}")


def put(disk: Disk | None = None, data: bytes = PLAIN) -> StoredFile:
    return files.put(
        data=data,
        content_type="application/pdf",
        purpose="certificate",
        owner=OWNER,
        county_code="620422000000",
        at=AT,
        disk=disk or Disk(),
    )


def lying() -> list[str]:
    return sorted(path.name for path in files.folder_of(OWNER).iterdir() if path.is_file())


def age(hours: float) -> None:
    """Make every file of the owner that many hours old."""
    then = (AT - timedelta(hours=hours)).timestamp()
    for path in files.folder_of(OWNER).iterdir():
        os.utime(path, (then, then))


def test_the_file_is_on_disk_before_its_name_and_its_name_before_its_row() -> None:
    disk = Recorder()
    with connection.execute_wrapper(recording(disk)):
        put(disk)
    assert disk.calls == [
        "fsync folder above",
        "write .part",
        "fsync .part",
        "rename .part to final",
        "fsync folder own",
        "INSERT row",
    ]


def recording(disk: Recorder) -> Callable[..., object]:
    def wrapper(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        if sql.startswith("INSERT"):
            disk.calls.append("INSERT row")
        return execute(sql, params, many, context)

    return wrapper


@pytest.mark.parametrize("stop_at", ["write .part", "fsync .part"])
def test_a_crash_before_the_rename_leaves_nothing_visible(stop_at: str) -> None:
    with pytest.raises(OSError, match="power"), transaction.atomic():
        put(Recorder(stop_at))
    assert not StoredFile.objects.exists()
    assert [name for name in lying() if not name.endswith(files.UNFINISHED)] == []
    age(hours=2)
    assert len(sweep(owner=OWNER, at=AT)) == 1
    assert lying() == []


class Full(Recorder):
    """A disk on which no more than a beginning fits."""

    def write(self, path: Path, data: bytes) -> None:
        super().write(path, data[:100])
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_keeps_no_half_file() -> None:
    """Unlike a crash: we are still there to tidy up, and the room is needed now."""
    with pytest.raises(OSError, match="space"), transaction.atomic():
        put(Full())
    assert lying() == []
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("stop_at", ["rename .part to final", "fsync folder own"])
def test_a_crash_before_the_row_leaves_a_file_for_the_sweep(stop_at: str) -> None:
    with pytest.raises(OSError, match="power"), transaction.atomic():
        put(Recorder(stop_at))
    assert not StoredFile.objects.exists()
    (name,) = lying()
    age(hours=2)
    assert sweep(owner=OWNER, at=AT) == (name,)
    assert (files.folder_of(OWNER) / QUARANTINE / name).exists()


def test_the_sweep_leaves_young_files_and_files_with_a_row() -> None:
    kept = put()
    age(hours=2)
    with pytest.raises(OSError, match="power"), transaction.atomic():
        put(Recorder("fsync folder own"))
    young = next(name for name in lying() if name != kept.name)
    os.utime(files.folder_of(OWNER) / young, (AT.timestamp() - 3500, AT.timestamp() - 3500))
    assert sweep(owner=OWNER, at=AT) == ()
    assert sweep(owner=OWNER, at=AT + timedelta(minutes=2)) == (young,)
    assert files.get(kept.id) == PLAIN


def test_an_owner_without_files_has_nothing_to_sweep() -> None:
    assert sweep(owner=uuid4(), at=AT) == ()


def test_what_was_put_comes_back_and_lies_encrypted(files_folder: Path) -> None:
    file = put()
    assert files.get(file.id) == PLAIN
    on_disk = b"".join(path.read_bytes() for path in files_folder.rglob("*") if path.is_file())
    assert PLAIN[:20] not in on_disk and b"620422" not in on_disk
    assert "certificate" not in file.name and len(file.name) == 32
    assert (files.folder_of(OWNER) / file.name).stat().st_mode & 0o777 == 0o600


def test_two_files_with_the_same_content_share_neither_name_nor_bytes() -> None:
    one, two = put(), put()
    folder = files.folder_of(OWNER)
    assert (folder / one.name).read_bytes() != (folder / two.name).read_bytes()


def test_a_changed_missing_or_exchanged_file_is_damage() -> None:
    changed, missing, one, two = put(), put(), put(), put()
    folder = files.folder_of(OWNER)
    sealed = (folder / changed.name).read_bytes()
    (folder / changed.name).write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    (folder / missing.name).unlink()
    (folder / one.name).rename(folder / "aside")
    (folder / two.name).rename(folder / one.name)
    (folder / "aside").rename(folder / two.name)
    for file in (changed, missing, one, two):
        with pytest.raises(files.FileDamaged):
            files.get(file.id)
    assert {damage.file for damage in files.damages()} == {changed, missing, one, two}


def test_another_installations_key_opens_nothing(settings) -> None:  # type: ignore[no-untyped-def]
    file = put()
    settings.DATA_KEY = settings.DATA_KEY.derive("another")
    with pytest.raises(files.FileDamaged):
        files.get(file.id)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents_storedfile SET sha256 = repeat('0', 64)",
        "DELETE FROM documents_storedfile",
        "TRUNCATE documents_storedfile",
    ],
)
def test_the_application_can_neither_change_nor_remove_a_row(statement: str) -> None:
    put()
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_a_name_stands_once() -> None:
    """Two rows of one file would open as one another's."""
    put()
    again = """INSERT INTO documents_storedfile SELECT (jsonb_populate_record(one, %s)).*
               FROM documents_storedfile one"""
    new = {"id": str(uuid4())}
    with pytest.raises(DatabaseError, match="documents_storedfile_name_key"), transaction.atomic():
        connection.cursor().execute(again, [json.dumps(new)])
    connection.cursor().execute(again, [json.dumps({**new, "name": "0" * 32})])


@pytest.mark.parametrize(
    "column, value, constraint",
    [
        ("sha256", "xyz", "stored_file_sha256_is_hexadecimal"),
        ("size", 0, "stored_file_is_not_empty"),
        ("name", "马桂花.pdf", "stored_file_name_is_random"),
        ("purpose", "", "stored_file_is_placed"),
        ("county_code", "", "stored_file_is_placed"),
    ],
)
def test_the_database_refuses_a_row_that_cannot_be(column: str, value: object, constraint: str) -> None:
    put()
    others = "owner, county_code, name, sha256, size, content_type, purpose, wrapped_key, key_id, created_at"
    chosen = others.replace(column, "%s", 1)
    if column != "name":
        chosen = chosen.replace("name", "md5(name)", 1)
    with pytest.raises(DatabaseError, match=constraint), transaction.atomic():
        connection.cursor().execute(
            f"INSERT INTO documents_storedfile (id, {others})"
            f" SELECT gen_random_uuid(), {chosen} FROM documents_storedfile",
            [value],
        )
