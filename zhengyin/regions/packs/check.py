"""Everything wrong with the packs, by file and line. Other rooms add the check of their own files."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from zhengyin.regions.packs.demo import demo_problems
from zhengyin.regions.packs.marks import Problem
from zhengyin.regions.packs.reading import NATIONAL, examine

# Given a pack's folder, list what is wrong with the files a room keeps there.
PackCheck = Callable[[Path], Iterable[Problem]]

_SHARED = {"pack.yaml", "README.md", "lists", "bases.yaml", "demo"}
_KNOWN = {
    True: _SHARED | {"unit_classes.yaml", "calendar.yaml"},
    False: _SHARED | {"units.yaml", "divisions.csv"},
}


def check(path: Path) -> list[Problem]:
    """List what is wrong with one pack; empty when it can be loaded."""
    pack, problems = examine(path)
    problems += _strangers(path)
    if (path / "demo").exists() and pack is not None:
        problems += demo_problems(path, pack.divisions)
    return sorted(set(problems))


def check_all(root: Path, extra: Sequence[PackCheck] = ()) -> list[Problem]:
    """List what is wrong with every pack under `root`, other rooms' files included."""
    folders = sorted(folder for folder in root.iterdir() if folder.is_dir()) if root.is_dir() else []
    if root / NATIONAL not in folders:
        return [Problem(root, 1, f"缺少 {NATIONAL} 这一套")]
    problems = {problem for folder in folders for problem in check(folder)}
    problems |= {problem for folder in folders for room in extra for problem in room(folder)}
    return sorted(problems)


def _strangers(path: Path) -> list[Problem]:
    known = _KNOWN[path.name == NATIONAL]
    names = sorted(file.name for file in path.iterdir()) if path.is_dir() else []
    return [Problem(path / name, 1, "这里不该有这个文件") for name in names if name not in known]
