"""The four things done to a disk. An object, so that a test can record their order or stop between two."""

import errno
import os
from pathlib import Path

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})  # the disk, or what we may use of it, is full


class Disk:
    """The real one. Nothing is on disk before its fsync, no name before its folder's."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a new file only the product's OS user may read; an existing one is an error."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)

    def fsync(self, path: Path) -> None:
        self._sync(path)

    def rename(self, source: Path, target: Path) -> None:
        source.rename(target)

    def fsync_dir(self, folder: Path) -> None:
        self._sync(folder)

    def _sync(self, path: Path) -> None:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


DISK = Disk()
