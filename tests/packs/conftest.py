"""A copy of the real packs, to spoil one line of."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

PACKS = Path(__file__).resolve().parents[2] / "packs"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    copy = tmp_path / "packs"
    shutil.copytree(PACKS, copy)
    return copy


@pytest.fixture
def spoil(packs: Path) -> Callable[[str, str, str], tuple[Path, int]]:
    """Replace the one place where `old` stands in a file; give the file and the line."""

    def change(name: str, old: str, new: str) -> tuple[Path, int]:
        file = packs / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return file, text[: text.index(old)].count("\n") + 1

    return change
