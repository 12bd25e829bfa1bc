"""The fonts are the locked ones, and a character they lack is known before it is printed."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.documents.papers import RARE
from zhengyin.documents import fonts

SCRIPT = Path(__file__).parents[2] / "tools" / "fonts.py"


def run(dest: Path, given: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(dest)],
        env={**os.environ, "ZHENGYIN_FONTS": str(given)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_installed_fonts_are_the_locked_ones() -> None:
    for font in json.loads(fonts.LOCK.read_text())["fonts"]:
        installed = Path(settings.FONTS_DIR) / font["file"]
        assert hashlib.sha256(installed.read_bytes()).hexdigest() == font["sha256"], font["file"]


@pytest.mark.parametrize("text", [RARE, "会宁县〔2026〕1号", "阿依古丽·买买提", "Ａbc 123\n　", ""])
def test_what_people_write_is_covered(text: str) -> None:
    assert fonts.uncovered(text) == ()


@pytest.mark.parametrize("text, missing", [("王\ue000王\ue000", ("\ue000",)), ("王\u202e二", ("\u202e",))])
def test_what_cannot_be_printed_is_named_once(text: str, missing: tuple[str, ...]) -> None:
    assert fonts.uncovered(text) == missing


def test_missing_fonts_are_an_error_that_says_how_to_get_them(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.FONTS_DIR = tmp_path
    with pytest.raises(fonts.FontsMissing, match=r"tools/fonts\.py"):
        fonts.uncovered("王")


def test_the_set_up_takes_verified_fonts_from_a_folder(tmp_path: Path) -> None:
    done = run(tmp_path / "dest", Path(settings.FONTS_DIR))
    assert done.returncode == 0 and "7 个文件" in done.stdout
    assert "新取" not in run(tmp_path / "dest", tmp_path / "nowhere").stdout


def test_the_set_up_refuses_a_changed_font_and_says_what_to_do(tmp_path: Path) -> None:
    given = tmp_path / "given"
    shutil.copytree(settings.FONTS_DIR, given)
    (given / "FandolHei-Bold.otf").write_bytes(b"another font")
    done = run(tmp_path / "dest", given)
    assert done.returncode == 1
    assert "FandolHei-Bold.otf：内容与清单不符" in done.stderr and "怎么办" in done.stderr
    assert not (tmp_path / "dest" / "FandolHei-Bold.otf").exists()
