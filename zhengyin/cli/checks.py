"""`zhengyin checks`: format, lint, types, walls, migrations; stops at nothing, names every failure."""

import argparse
import os
import subprocess
import sys

from zhengyin.cli.places import CHECKOUT
from zhengyin.cli.stand_in import STAND_IN

CHECKS = (
    ("格式", ("ruff", "format", "--check", ".")),
    ("规范", ("ruff", "check", ".")),
    ("类型", ("mypy",)),
    ("分层", ("lint-imports",)),
    ("本地规则", ("zhengyin", "packs", "check")),
    ("迁移", ("zhengyin", "db", "pending")),
)


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `checks`."""
    sub.add_parser("checks", help="make check 的内容").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run every check and return 1 when one failed."""
    failed = [name for name, words in CHECKS if not passed(name, words)]
    print(f"没有通过：{'、'.join(failed)}" if failed else "检查全部通过")
    return 1 if failed else 0


def passed(name: str, words: tuple[str, ...]) -> bool:
    """Run one check from the virtual environment; print what it said only when it failed."""
    program = CHECKOUT / ".venv" / "bin" / words[0]
    done = subprocess.run(
        [str(program), *words[1:]], cwd=CHECKOUT, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**STAND_IN, **os.environ},
    )  # fmt: skip
    print(f"{'✓' if done.returncode == 0 else '✗'} {name}", flush=True)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0
