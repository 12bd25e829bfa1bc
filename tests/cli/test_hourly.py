"""What a crash left is taken away after an hour, under the lock, and nothing else."""

import os
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.papers import sealed_pdf
from zhengyin.cli.hourly import sweep_all
from zhengyin.registers.queries import now

TWO_HOURS = 7200


def aged(path: Path) -> Path:
    old = path.stat().st_mtime - TWO_HOURS
    os.utime(path, (old, old))
    return path


def test_only_old_files_without_a_row_are_quarantined(demo_world: World) -> None:
    case, _ = cast.sealed()
    folder = Path(settings.FILES_DIR) / str(cast.LIJIAWAN)
    known = [aged(path) for path in folder.iterdir() if path.is_file()]
    stray, fresh = folder / uuid4().hex, folder / uuid4().hex
    for path in (stray, fresh):
        path.write_bytes(b"left by a crash")
    aged(stray)
    assert sweep_all(now()) == [stray.name]
    assert all(path.exists() for path in [*known, fresh]) and not stray.exists()
    assert sealed_pdf(Certificate.objects.get(pk=case))
    assert sweep_all(now()) == []
