"""`zhengyin verify`: says at most that the signature holds, with nothing but the file and the roots."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.conftest import County
from tests.harness import CHECKOUT
from zhengyin.cli.verify import NOT_VALID, VALID

NOTHING = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}  # no database, no settings


def verify(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "zhengyin.cli", "verify", *words]
    return subprocess.run(command, cwd=CHECKOUT, env=NOTHING, capture_output=True, text=True, check=False)


@pytest.fixture
def roots(county: County, tmp_path: Path) -> str:
    file = tmp_path / "roots.pem"
    file.write_bytes(b"".join(county.roots))
    return str(file)


def written(folder: Path, pdf: bytes) -> str:
    file = folder / "received.pdf"
    file.write_bytes(pdf)
    return str(file)


def test_a_sealed_file_holds_and_no_more_is_said(sealed: bytes, roots: str, tmp_path: Path) -> None:
    done = verify(written(tmp_path, sealed), "--roots", roots)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == VALID and "没通过" not in done.stdout


def test_a_changed_file_does_not(sealed: bytes, roots: str, tmp_path: Path) -> None:
    for pdf in (sealed + b"\n%", b"%PDF-1.7", b""):
        done = verify(written(tmp_path, pdf), "--roots", roots)
        assert done.returncode == 1 and done.stdout.splitlines()[-1] == NOT_VALID
        assert VALID not in done.stdout


def test_what_is_missing_is_said(sealed: bytes, tmp_path: Path) -> None:
    file = written(tmp_path, sealed)
    assert "--roots" in verify(file).stderr and verify(file).returncode == 2
    assert "nowhere.pdf" in verify("nowhere.pdf").stderr
