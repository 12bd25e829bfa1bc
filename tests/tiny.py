"""A disk of a few hundred kilobytes that really is full: mounted for one test, gone after it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FILLER = "filler"


@contextmanager
def disk(folder: Path, size: int) -> Iterator[Path]:
    """Mount `folder` on a disk of `size` bytes; a machine that cannot mount skips the test."""
    folder.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0755", "tmpfs", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip(f"no disk of its own can be mounted here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, leaving: int = 0) -> None:
    """Use up the room, save for `leaving` bytes."""
    room = os.statvfs(folder)
    with (folder / FILLER).open("wb") as file:
        file.write(bytes(max(room.f_bavail * room.f_frsize - leaving, 0)))


def make_room(folder: Path) -> None:
    (folder / FILLER).unlink()
