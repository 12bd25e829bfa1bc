"""A copy of the program that another OS user can run, for a start by root.

Files that everybody may read anyway are linked, not copied; folders are made anew, so no
mode outside changes. The copy holds nothing secret: code, packs, fonts, packages, Python.
"""

import os
import shutil
import stat
import sys
import sysconfig
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from zhengyin.cli.places import CHECKOUT, Places, is_root

CODE = ("config", "zhengyin", "packs")
NOT_NEEDED = shutil.ignore_patterns("__pycache__", "test", "tests", "idlelib", "turtledemo", "*.a", "share")


def skipped(folder: str, names: list[str]) -> set[str]:
    """Left out of the copy. `django.test` stays: django-ninja listens to a signal of it."""
    return NOT_NEEDED(folder, names) - ({"test"} if Path(folder).name == "django" else set())


@dataclass(frozen=True, slots=True)
class Program:
    """How to run the product's Python: the command and the environment it needs besides."""

    python: Path
    environment: dict[str, str]
    fonts: Path


def in_place() -> Program:
    """The program as it lies in the checkout, for one's own OS user."""
    return Program(Path(sys.executable), {"PYTHONPATH": str(CHECKOUT)}, CHECKOUT / "var" / "fonts")


def runnable_by_served(where: Places) -> Program:
    """The program for the served process: in place, or as root brought up to date outside."""
    return copied(where.program) if is_root() else in_place()


def copied(to: Path) -> Program:
    """Bring the copy up to date and return how to run it."""
    to.mkdir(mode=0o755, exist_ok=True)
    for part in CODE:
        renew(CHECKOUT / part, to / "code" / part, link=False)
    renew(CHECKOUT / "var" / "fonts", to / "fonts", link=True)
    site = Path(sysconfig.get_paths()["purelib"])
    unless_same(to / "site", stamp(site), lambda: renew(site, to / "site", link=True))
    environment = {"PYTHONPATH": f"{to / 'site'}:{to / 'code'}"}
    python = Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    if not open_to_all(python):
        unless_same(
            to / "python", sys.version, lambda: renew(Path(sys.base_prefix), to / "python", link=True)
        )
        python = to / "python" / "bin" / python.name
        environment |= {"PYTHONHOME": str(to / "python"), "LD_LIBRARY_PATH": str(to / "python" / "lib")}
    return Program(python, environment, to / "fonts")


def open_to_all(path: Path) -> bool:
    """Say whether every OS user can reach and read a file by its path."""
    real = path.resolve()
    passable = all(folder.stat().st_mode & stat.S_IXOTH for folder in real.parents)
    return passable and bool(real.stat().st_mode & stat.S_IROTH)


def stamp(site: Path) -> str:
    """What changes when packages are installed or removed."""
    return "\n".join(sorted(entry.name for entry in site.iterdir() if entry.name.endswith("-info")))


def unless_same(folder: Path, mark: str, act: Callable[[], None]) -> None:
    """Do `act` unless it was done for the same `mark` before."""
    noted = folder.with_name(folder.name + ".mark")
    if not (noted.exists() and noted.read_text() == mark):
        act()
        noted.write_text(mark)


def renew(source: Path, target: Path, *, link: bool) -> None:
    """Replace `target` by the present state of `source`, folders 0755, files readable."""
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    take(source, fresh, link=link)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def take(source: Path, target: Path, *, link: bool) -> None:
    """Copy a tree; with `link`, files open to all and on the same disk are linked."""
    target.mkdir(parents=True)
    target.chmod(0o755)
    entries = list(source.iterdir())
    left_out = skipped(str(source), [entry.name for entry in entries])
    for entry in wanted(entries, left_out):
        copy = target / entry.name
        if entry.is_symlink() and not entry.exists():
            continue
        if entry.is_dir():
            take(entry, copy, link=link)
        elif not (link and linked(entry, copy)):
            shutil.copyfile(entry, copy)
            copy.chmod(0o755 if entry.stat().st_mode & stat.S_IXUSR else 0o644)


def wanted(entries: Iterable[Path], skipped: set[str]) -> Iterable[Path]:
    """Leave out what nobody needs to run."""
    return (entry for entry in entries if entry.name not in skipped)


def linked(source: Path, target: Path) -> bool:
    """Link a file that everybody may read; say whether that was possible."""
    if not source.stat().st_mode & stat.S_IROTH:
        return False
    try:
        os.link(source.resolve(), target)
    except OSError:  # another disk
        return False
    return True
