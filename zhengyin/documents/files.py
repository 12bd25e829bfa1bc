"""Encrypted files: on disk first, then the row; so no row ever names bytes that are not there.

put() runs inside the caller's transaction: write under a temporary name in the same folder, fsync,
rename, fsync the folder, then the row. Should the transaction fail, the file stays without a row and
the sweep takes it away. Every file has a key of its own, wrapped by the installation's.
"""

import hashlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from zhengyin.documents.disk import DISK, NO_ROOM, Disk
from zhengyin.documents.models import StoredFile
from zhengyin.shared.secrecy import Key, UnableToDecrypt

UNFINISHED = ".part"  # the ending of a file that is still being written


class FileDamaged(Exception):
    """A stored file is missing, unreadable or not the one its row describes."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One file that is not what its row says, in words for the report."""

    file: StoredFile
    problem: str


def key_id(key: Key) -> str:
    """Return a name for the installation's key that says nothing about it."""
    return key.blind_index("key id").hex()[:16]


def folder_of(owner: UUID) -> Path:
    return Path(settings.FILES_DIR) / str(owner)


def made_folder(owner: UUID, disk: Disk) -> Path:
    """Return the owner's folder; a new one is on disk before anything lies in it."""
    folder = folder_of(owner)
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        disk.fsync_dir(folder.parent)
    return folder


def about(file_id: UUID) -> bytes:
    """Bind ciphertext and key to their row: neither opens in another's place."""
    return b"file:" + file_id.bytes


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal: the same bytes are the same file."""
    return hashlib.sha256(data).hexdigest()


def put(
    *,
    data: bytes,
    content_type: str,
    purpose: str,
    owner: UUID,
    county_code: str,
    at: datetime,
    disk: Disk = DISK,
) -> StoredFile:
    """Keep `data` encrypted under a random name and return its row."""
    file_id, own_key = uuid4(), Key(os.urandom(32))
    name = secrets.token_hex(16)
    stage(own_key.encrypt(data, about(file_id)), made_folder(owner, disk), name, disk)
    return StoredFile.objects.create(
        id=file_id,
        owner=owner,
        county_code=county_code,
        name=name,
        sha256=digest_of(data),
        size=len(data),
        content_type=content_type,
        purpose=purpose,
        wrapped_key=settings.DATA_KEY.encrypt(own_key.secret, about(file_id)),
        key_id=key_id(settings.DATA_KEY),
        created_at=at,
    )


def stage(sealed: bytes, folder: Path, name: str, disk: Disk) -> None:
    """Put already encrypted bytes in place so that a crash leaves all of them or none."""
    unfinished = folder / f"{name}{UNFINISHED}"
    try:
        disk.write(unfinished, sealed)
        disk.fsync(unfinished)
        disk.rename(unfinished, folder / name)
    except OSError as error:
        if error.errno in NO_ROOM:  # the half file would take what room there is until the sweep
            unfinished.unlink(missing_ok=True)
        raise
    disk.fsync_dir(folder)


def get(file_id: UUID) -> bytes:
    """Return the plain bytes; raise FileDamaged where they are not those once put."""
    return plain_of(StoredFile.objects.get(pk=file_id))


def plain_of(file: StoredFile) -> bytes:
    try:
        own_key = Key(settings.DATA_KEY.decrypt(bytes(file.wrapped_key), about(file.id)))
        plain = own_key.decrypt((folder_of(file.owner) / file.name).read_bytes(), about(file.id))
    except FileNotFoundError as error:
        raise FileDamaged("文件不见了") from error
    except UnableToDecrypt as error:
        raise FileDamaged("文件或钥匙被改动过，打不开") from error
    if digest_of(plain) != file.sha256:
        raise FileDamaged("内容和登记的校验值不一致")
    return plain


def damages() -> Iterator[Damage]:
    """Re-hash every stored file and yield those that are not what their row says."""
    for file in StoredFile.objects.order_by("created_at", "id").iterator():
        try:
            plain_of(file)
        except FileDamaged as problem:
            yield Damage(file, str(problem))


def with_digest(owner: UUID, sha256: str) -> StoredFile | None:
    """The owner's file that a register line names by its digest, the newest; None where it names none."""
    if not sha256:
        return None
    return StoredFile.objects.filter(owner=owner, sha256=sha256).order_by("-created_at").first()
