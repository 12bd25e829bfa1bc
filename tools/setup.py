"""Set up everything `make` needs, from nothing: `python3 tools/setup.py run|test|check|bench`.

Standard library only, for it runs before anything is installed. Each step says what it does,
is instant when there is nothing to do, and on failure names what is missing and how to get it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = CHECKOUT / "var" / "setup"


class Missing(Exception):
    """Something the set-up cannot get by itself; the message says how to get it."""


def say(words: str) -> None:
    print(f"· {words}", flush=True)


def run(command: Sequence[str], missing: str, env: dict[str, str] | None = None) -> None:
    """Run quietly; on failure show the end of what it printed and what to do."""
    done = subprocess.run(
        list(command), cwd=CHECKOUT, text=True, check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **(env or {})},
    )  # fmt: skip
    if done.returncode:
        raise Missing(f"{missing}\n—— {' '.join(command[:4])} 说：\n{done.stdout[-1500:]}")


def unchanged(name: str, *files: Path) -> Callable[[], None] | None:
    """Return None when `files` are as at the last success, else what to call on success."""
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    stamp = STAMPS / name
    if stamp.exists() and stamp.read_text() == digest:
        return None

    def done() -> None:
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp.write_text(digest)

    return done


def python_packages(with_tests: bool) -> None:
    """The virtual environment with exactly the locked packages, each checked by its hash."""
    if not PYTHON.exists():
        say("建立 Python 虚拟环境 .venv")
        run(
            [sys.executable, "-m", "venv", str(VENV)],
            "建不了虚拟环境：请安装 python3-venv（Debian：apt-get install python3-venv）",
        )
        for stamp in STAMPS.glob("python-*"):
            stamp.unlink()
    locks = [CHECKOUT / "requirements.txt"]
    if with_tests or (STAMPS / "python-test").exists():
        locks.append(CHECKOUT / "requirements-test.txt")
    done = unchanged("python-test" if len(locks) > 1 else "python-run", *locks)
    if done:
        say("安装锁定版本的 Python 包（逐个核对哈希）")
        how = "装不了 Python 包：需要能访问 Python 软件包源（PIP_INDEX_URL 可指向本地镜像）"
        uv = CHECKOUT / "requirements-uv.txt"
        run([str(PYTHON), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(uv)], how)
        words = [word for lock in locks for word in ("-r", str(lock))]
        install = [str(VENV / "bin/uv"), "pip", "install", "-q", "--python", str(PYTHON)]
        run([*install, "--require-hashes", *words], how)
        done()
    command_line()


def command_line() -> None:
    """Make `.venv/bin/zhengyin` and let the environment's Python find the checkout."""
    for folder in (VENV / "lib").glob("python3*/site-packages"):
        (folder / "zhengyin.pth").write_text(f"{CHECKOUT}\n")
    script = VENV / "bin" / "zhengyin"
    script.write_text(
        f"#!{PYTHON}\nimport sys\n\nfrom zhengyin.cli.__main__ import main\n\nsys.exit(main())\n"
    )
    script.chmod(0o755)


def page_parts() -> None:
    """Bootstrap and htmx from npm, as locked."""
    done = unchanged("npm", CHECKOUT / "package-lock.json", CHECKOUT / "tools/static.py")
    if done is None and (CHECKOUT / "zhengyin/web/static/vendor").exists():
        return
    if not shutil.which("npm"):
        raise Missing("没有 npm：请安装 Node.js 20（自带 npm）")
    say("安装锁定版本的网页部件（Bootstrap、htmx）")
    run(
        ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"],
        "装不了网页部件：需要能访问 npm 软件包源（npm config set registry 可指向本地镜像）",
    )
    run([sys.executable, "tools/static.py"], "网页部件没有收集成功")
    if done:
        done()


def fonts() -> None:
    """The fonts of the printed papers, each file checked by its SHA-256."""
    run(
        [sys.executable, "tools/fonts.py", str(CHECKOUT / "var" / "fonts")],
        "印文件用的字体不齐：Debian 上需要 apt-get；没有 apt 的机器请把字体放进一个文件夹，"
        "用 ZHENGYIN_FONTS=文件夹 指出",
    )


def system_programs(wanted: dict[str, str]) -> None:
    """Programs from Debian packages: {program: package}; a package may be several words."""
    missing = {program: package for program, package in wanted.items() if not present(program)}
    if not missing:
        return
    packages = sorted({word for package in missing.values() for word in package.split()})
    how = f"缺少程序 {'、'.join(missing)}：请以管理员身份运行 apt-get install {' '.join(packages)}"
    if os.geteuid() or not shutil.which("apt-get"):
        raise Missing(how)
    say(f"安装系统程序：{'、'.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], how, quiet)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], how, quiet)


def present(program: str) -> bool:
    """Say whether a program is there; a name with a slash is a file."""
    return Path(program).exists() if "/" in program else shutil.which(program) is not None


def printing(programs: dict[str, str]) -> None:
    """Programs and fonts, one after the other: both ask apt."""
    system_programs(programs)
    fonts()


TO_RUN = {"pdfsig": "poppler-utils"}
TO_MEASURE = {**TO_RUN, "wrk": "wrk"}
TO_TEST = {
    **TO_RUN,
    "chromium": "chromium",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
}


def set_up(purpose: str) -> None:
    """Do the independent steps at the same time; raise the first Missing."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this is where an older one is told
        raise Missing("需要 Python 3.11 或更新的版本")
    programs = {"run": TO_RUN, "test": TO_TEST, "check": {}, "bench": TO_MEASURE}[purpose]
    steps: list[Callable[[], None]] = [lambda: python_packages(purpose != "run"), page_parts]
    if purpose != "check":
        steps.append(lambda: printing(programs))
    with ThreadPoolExecutor() as pool:
        for future in [pool.submit(step) for step in steps]:
            future.result()


if __name__ == "__main__":
    began = time.monotonic()
    try:
        set_up(sys.argv[1] if len(sys.argv) > 1 else "run")
    except Missing as missing:
        sys.exit(f"\n没有准备好：{missing}")
    if time.monotonic() - began > 2:
        say(f"准备好了，用时 {time.monotonic() - began:.0f} 秒")
