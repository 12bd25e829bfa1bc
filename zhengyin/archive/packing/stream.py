"""The package as one ZIP, sent while it is read: no half of it lies anywhere in the clear."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime

from zhengyin.archive.models import YearEnd
from zhengyin.archive.packing.finishing import file_of
from zhengyin.documents import files
from zhengyin.registers.package import shape
from zhengyin.shared.days import SHANGHAI

PACKED_ALREADY = (".pdf", ".jpg", ".jpeg", ".png", ".webp")


class _Pipe(io.RawIOBase):
    """Where the archive is written to; what has come so far is taken out. It cannot go back."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.waiting += data  # type: ignore[arg-type]
        return len(data)  # type: ignore[arg-type]

    def taken(self) -> bytes:
        """What has come since the last time."""
        data, self.waiting = bytes(self.waiting), bytearray()
        return data


def zipped(row: YearEnd) -> Iterator[bytes]:
    """The explanation first, then list and signature, then every file of the list.

    Raises files.FileDamaged in the middle where a stored file is no longer what it was: a package cut
    off is refused by every check.
    """
    assert row.manifest is not None and row.packed_at is not None
    listed = files.plain_of(row.manifest)
    manifest, pipe = shape.read(listed), _Pipe()
    beside = [(shape.MANIFEST, listed), (shape.SIGNATURE, row.signature.encode())]
    with zipfile.ZipFile(pipe, "w") as package:
        for name, data in beside:
            package.writestr(_entry(name, row.packed_at), data)
        for one in sorted(manifest.files, key=lambda one: one.path != shape.EXPLANATION):
            stored = file_of(row.organization_id, one.sha256)
            package.writestr(_entry(one.path, row.packed_at), files.plain_of(stored))
            yield pipe.taken()
    yield pipe.taken()


def size_of(row: YearEnd) -> int:
    """Bytes of all files together, before packing."""
    assert row.manifest is not None
    return sum(one.size for one in shape.read(files.plain_of(row.manifest)).files)


def _entry(name: str, at: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, at.astimezone(SHANGHAI).timetuple()[:6])
    info.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED_ALREADY) else zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info
