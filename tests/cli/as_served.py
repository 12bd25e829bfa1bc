"""Run by the served process's OS user: look for the passwords everywhere it can read, and try the door.

Reads from stdin the passwords that must not be found; prints one JSON object of what it found.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg


def readable(roots: list[str]) -> Iterator[Path]:
    """Every file this user can open, under `roots` and in /proc."""
    for root in roots:
        for folder, _, names in os.walk(root):
            yield from (Path(folder) / name for name in names)
    for process in Path("/proc").glob("[0-9]*"):
        yield from (process / "environ", process / "cmdline")


def holds(path: Path, passwords: list[bytes]) -> bool:
    try:
        return path.is_file() and any(password in path.read_bytes() for password in passwords)
    except OSError:
        return False


def opens(host: str, role: str, password: str) -> bool:
    try:
        psycopg.connect(host=host, user=role, password=password or None, dbname="zhengyin").close()
    except psycopg.OperationalError:
        return False
    return True


task = json.load(sys.stdin)
passwords = [password.encode() for password in task["passwords"]]
own = [value for value in os.environ.values() if len(value) < 200]
print(
    json.dumps(
        {
            "user": os.getuid(),
            "found": [str(path) for path in readable(task["roots"]) if holds(path, passwords)],
            "opened": [
                role for role in task["roles"] for word in ["", *own] if opens(task["socket"], role, word)
            ],
            "serves": opens(task["socket"], "zhengyin_app", task["application"]),
        }
    )
)
