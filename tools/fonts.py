"""Fetch the fonts the papers are printed with: python3 tools/fonts.py DEST.

Standard library only, since set-up runs it before anything is installed. What is wanted stands in
zhengyin/documents/fonts.lock; every font file must match its SHA-256 there, wherever it comes from:
already in DEST, the folder named by ZHENGYIN_FONTS, or Debian's packages (downloaded, never installed).
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "zhengyin" / "documents" / "fonts.lock"
SECONDS_PER_DOWNLOAD = 600
# As root apt would hand the download to the user _apt, who cannot write to our folder, and warn.
APT = ("apt-get", "-qq", "-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=3")


class FontsMissing(Exception):
    """The fonts cannot be had; the message says in Chinese what is missing and how to get it."""


@dataclass(frozen=True)
class Font:
    file: str
    sha256: str
    package: str
    version: str
    path: str  # inside the package


def wanted() -> tuple[Font, ...]:
    rows = json.loads(LOCK.read_text(encoding="utf-8"))["fonts"]
    return tuple(Font(r["file"], r["sha256"], r["package"], r["version"], r["path"]) for r in rows)


def is_right(file: Path, font: Font) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == font.sha256


def lacking(folder: Path) -> tuple[Font, ...]:
    return tuple(font for font in wanted() if not is_right(folder / font.file, font))


def copy_verified(source: Path, font: Font, dest: Path) -> None:
    """Put one font in place by rename, so that no half-written font is ever found there."""
    if not is_right(source, font):
        state = "内容与清单不符" if source.is_file() else "没有找到"
        raise FontsMissing(f"{font.file}：{state}（要的是 {font.package} {font.version} 里的这个文件）")
    half = dest / f".{font.file}.part"
    shutil.copyfile(source, half)
    half.chmod(0o644)
    half.replace(dest / font.file)


def run(command: tuple[str, ...], folder: Path) -> str:
    """Empty when it went well, else the last words the command said."""
    try:
        done = subprocess.run(
            command, check=False, cwd=folder, capture_output=True, text=True, timeout=SECONDS_PER_DOWNLOAD
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
    if done.returncode == 0:
        return ""
    return (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]


def fetch_package(package: str, folder: Path) -> str:
    room = folder / package
    room.mkdir(exist_ok=True)
    if problem := run((*APT, "download", package), room):
        return f"{package}：{problem}"
    if problem := run(("dpkg", "-x", str(next(room.glob("*.deb"))), str(room)), room):
        return f"{package}：{problem}"
    return ""


def fetch_packages(packages: Iterable[str], folder: Path) -> tuple[str, ...]:
    """All at once: together they are 112 MB, and one slow mirror connection must not queue the rest."""
    with ThreadPoolExecutor() as pool:
        answers = pool.map(lambda package: fetch_package(package, folder), sorted(set(packages)))
    return tuple(problem for problem in answers if problem)


def fetch(fonts: tuple[Font, ...], dest: Path) -> None:
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        raise FontsMissing("这台机器没有 apt-get 和 dpkg")
    packages = {font.package for font in fonts}
    with tempfile.TemporaryDirectory(prefix="zhengyin-fonts-") as name:
        folder = Path(name)
        if fetch_packages(packages, folder):  # a fresh machine has no package lists yet
            run((*APT, "update"), folder)
            if problems := fetch_packages(packages, folder):
                raise FontsMissing("；".join(problems))
        for font in fonts:
            copy_verified(folder / font.package / font.path, font, dest)


def provide(dest: Path) -> int:
    """Make DEST hold every wanted font; return how many had to be brought in."""
    dest.mkdir(parents=True, exist_ok=True)
    fonts = lacking(dest)
    if not fonts:
        return 0
    given = os.environ.get("ZHENGYIN_FONTS", "")
    if given:
        for font in fonts:
            copy_verified(Path(given) / font.file, font, dest)
    else:
        fetch(fonts, dest)
    return len(fonts)


def explain(problem: FontsMissing, dest: Path) -> str:
    lines = [f"字体没有备齐：{problem}", "", "还缺："]
    lines += [f"  {f.file}（Debian 软件包 {f.package} {f.version}）" for f in lacking(dest)]
    lines += [
        "",
        "怎么办：",
        "  1. 能上网的 Debian 12：以 root 执行 apt-get update，再运行一次。",
        "  2. 其他机器：在一台 Debian 12 上运行 python3 tools/fonts.py 字体文件夹，把文件夹拷过来，",
        "     再设 ZHENGYIN_FONTS=那个文件夹 后运行一次。文件会逐个核对 SHA-256。",
    ]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("用法：python3 tools/fonts.py 字体文件夹", file=sys.stderr)
        return 2
    dest = Path(arguments[0]).resolve()
    try:
        brought = provide(dest)
    except FontsMissing as problem:
        print(explain(problem, dest), file=sys.stderr)
        return 1
    print(f"字体齐全：{dest}" + (f"（新取 {brought} 个文件）" if brought else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
