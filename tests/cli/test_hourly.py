"""What a crash left is taken away after an hour, under the lock, and nothing else."""

import argparse
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from psycopg.conninfo import make_conninfo

from tests.certificates import cast
from tests.harness import CLUSTER
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.papers import sealed_pdf
from zhengyin.cli import up
from zhengyin.cli.hourly import run, sweep_all
from zhengyin.registers.queries import now

TWO_HOURS = 7200


def aged(path: Path) -> Path:
    old = path.stat().st_mtime - TWO_HOURS
    os.utime(path, (old, old))
    return path


def test_only_old_files_without_a_row_are_quarantined(
    demo_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "FILES_DIR", tmp_path)  # other tests rolled back and left theirs
    case, _ = cast.sealed()
    folder = Path(settings.FILES_DIR) / str(cast.LIJIAWAN)
    known = [aged(path) for path in folder.iterdir() if path.is_file()]
    stray, fresh = folder / uuid4().hex, folder / uuid4().hex
    for path in (stray, fresh):
        path.write_bytes(b"left by a crash")
    aged(stray)
    foreign = [folder.parent / name for name in ("lost+found", str(uuid4()).upper(), uuid4().hex)]
    for other in foreign:
        other.mkdir()
        (other / "kept").write_bytes(b"not ours")
        aged(other / "kept")
    assert sweep_all(now()) == [stray.name]
    assert all((other / "kept").exists() for other in foreign)
    assert all(path.exists() for path in [*known, fresh]) and not stray.exists()
    assert sealed_pdf(Certificate.objects.get(pk=case))
    assert sweep_all(now()) == []


def hourly() -> int:
    return run(argparse.Namespace())


def lines() -> int:
    path = Path(settings.CHECKPOINTS_FILE)
    return len(path.read_bytes().splitlines()) if path.exists() else 0


def test_it_signs_although_the_sweep_fails(
    demo_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(settings, "CHECKPOINTS_FILE", tmp_path / "checkpoints.jsonl")
    assert hourly() == 0 and lines() == 1
    monkeypatch.setattr("zhengyin.cli.hourly.sweep_all", lambda at: 1 / 0)
    assert hourly() == 1 and lines() == 2
    said = capsys.readouterr().err
    assert said.startswith("没有做成：清走中断留下的文件。原因：ZeroDivisionError")


def test_a_history_that_contradicts_what_was_signed_is_told(
    demo_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(settings, "CHECKPOINTS_FILE", tmp_path / "checkpoints.jsonl")
    assert hourly() == 0
    with psycopg.connect(make_conninfo(CLUSTER.superuser_url(), dbname=demo_world.database)) as there:
        there.execute("SET session_replication_role = replica")
        there.execute("DELETE FROM ledger_entry")
        there.execute("DELETE FROM ledger_book")
    assert hourly() == 1 and lines() == 1
    assert "没有做成：签名存证" in capsys.readouterr().err


class Server:
    """Runs for one more hour, then ends."""

    def __init__(self) -> None:
        self.seconds = up.HOUR

    def wait(self, timeout: int) -> int:
        self.seconds -= timeout
        if self.seconds >= 0:
            raise subprocess.TimeoutExpired("server", timeout)
        return 0


@pytest.mark.parametrize("failing, said", [("", (0, 0)), ("hourly", (2, 0)), ("outbox", (0, 13))])
def test_the_start_says_what_failed(
    failing: str, said: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Within an hour and at its end: twice the hourly work, every five minutes the outbox."""
    monkeypatch.setattr(up, "run_as", lambda user: {})
    monkeypatch.setattr(up, "command", lambda here, word: ["/bin/false" if word == failing else "/bin/true"])
    here = SimpleNamespace(served_environment=dict)
    assert up.watch(here, Server(), 8000) == 0  # type: ignore[arg-type]
    told = capsys.readouterr().out
    assert (told.count("签名存证和清理没有做完"), told.count("发提醒没有做完")) == said
