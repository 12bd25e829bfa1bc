"""The demonstration world, loaded once a session by the application's role and copied from then on."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg

from tests import harness
from zhengyin.cli.places import CHECKOUT


@dataclass(frozen=True, slots=True)
class World:
    """A committed database of one's own with both packs, lists, cast and seals; and its accounts."""

    database: str
    accounts: tuple[dict[str, str], ...]

    def account(self, username: str) -> dict[str, str]:
        return next(account for account in self.accounts if account["username"] == username)


def loaded() -> tuple[str, tuple[dict[str, str], ...]]:
    """Return the template of the world and its accounts; made once for each state of the files."""
    digest = harness.digest_of(
        "packs/**/*", "zhengyin/*/migrations/*.py", "zhengyin/*/lines.py", "zhengyin/*/lines/*.py",
        "zhengyin/*/actions/*.py", "zhengyin/*/actions.py", "zhengyin/catalogue/bases/*.py",
        "zhengyin/cli/load.py",
    )  # fmt: skip
    name, noted = f"world_{digest}", CHECKOUT / "var" / f"world-{digest}.json"
    home = noted.with_suffix("")
    with harness.one_at_a_time("world"):
        if not (noted.exists() and home.exists() and harness.exists(name)):
            making = harness.copy_of(harness.template())
            shutil.rmtree(home, ignore_errors=True)
            noted.write_text(load_into(making, home))
            with psycopg.connect(harness.owner_url(making), autocommit=True) as owner:
                owner.execute("ANALYZE")  # as the start does
            harness.drop(name)  # left by a checkout that was deleted: its accounts are gone
            harness.rename(making, name)
    put_files(Path(os.environ["ZHENGYIN_SERVED"]), home)
    return name, tuple(json.loads(noted.read_text()))


@cache
def put_files(served: Path, home: Path | None = None) -> None:
    """Put the papers loaded with the world on the disk of this process, or from there on a server's."""
    files = (home or Path(os.environ["ZHENGYIN_SERVED"])) / "files"
    shutil.copytree(files, served / "files", dirs_exist_ok=True)


def load_into(database: str, home: Path) -> str:
    """Run `zhengyin load` as the product does, with a home of its own for what is kept on the disk."""
    command = [sys.executable, "-m", "zhengyin.cli", "load", "--demonstration"]
    home.mkdir(mode=0o700)
    served = {"ZHENGYIN_SERVED": str(home)}
    environment = {**os.environ, **served, "DATABASE_URL": harness.application_url(database)}
    done = subprocess.run(command, cwd=CHECKOUT, text=True, env=environment, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the world could not be loaded:\n{done.stderr[-3000:]}")
    return done.stdout
