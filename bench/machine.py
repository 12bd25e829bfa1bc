"""What the figures were measured on."""

import os
import platform
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import psycopg

SETTINGS = ("fsync", "synchronous_commit", "full_page_writes", "server_version")


def described(database_url: str, workers: int) -> dict[str, str]:
    """Machine, commit, how it was served and the database's settings of durability."""
    from django.conf import settings

    with psycopg.connect(database_url) as connection:
        durable = {name: str(connection.execute(f"SHOW {name}").fetchone()[0]) for name in SETTINGS}  # type: ignore[index]
    return {
        "measured_at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "commit": git("rev-parse", "--short", "HEAD") + ("+" if git("status", "--porcelain") else ""),
        "processor": processor(),
        "cores": str(os.cpu_count()),
        "load_before": f"{os.getloadavg()[0]:.1f}",
        "system": platform.platform(),
        "python": platform.python_version(),
        "workers": str(workers),
        "middleware": str(len(settings.MIDDLEWARE)),
        **durable,
    }


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()
