"""Take away what a crash left: files without a row, and those never finished.

The caller holds the lock of the owner's books, so no sealing is between its file and its row; and only
files older than an hour are touched. They are moved, not deleted: they are ciphertext, and whoever looks
into the crash wants them.
"""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

from zhengyin.documents.disk import DISK, Disk
from zhengyin.documents.files import folder_of
from zhengyin.documents.models import StoredFile

HOUR = timedelta(hours=1)
QUARANTINE = "quarantine"


def sweep(*, owner: UUID, at: datetime, older_than: timedelta = HOUR, disk: Disk = DISK) -> tuple[str, ...]:
    """Move the owner's files without a row into quarantine and return their names.

    Call it under the lock of the owner's books, with the database's clock as `at`.
    """
    folder = folder_of(owner)
    if not folder.is_dir():
        return ()
    old = [path for path in folder.iterdir() if path.is_file() and changed_at(path) < at - older_than]
    known = set(
        StoredFile.objects.filter(owner=owner, name__in=[p.name for p in old]).values_list("name", flat=True)
    )
    stray = sorted(path for path in old if path.name not in known)
    for path in stray:
        quarantine(path, disk)
    return tuple(path.name for path in stray)


def changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, timezone.utc)


def quarantine(path: Path, disk: Disk) -> None:
    place = path.parent / QUARANTINE
    place.mkdir(mode=0o700, exist_ok=True)
    disk.rename(path, place / path.name)
    disk.fsync_dir(place)
    disk.fsync_dir(path.parent)
