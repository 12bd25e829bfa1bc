"""Loaded before Django: the environment of the tests and a database of the application's role.

One PostgreSQL cluster serves all tests. The owner migrates a template once for each state
of the migrations; every test process gets a copy of it, and works in it as the application:
nobody gets TRUNCATE for the tests' sake. Tests that need committed data ask for
`fresh_database`, a copy of their own.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from zhengyin.cli.os_users import make_folder
from zhengyin.cli.places import CHECKOUT, places
from zhengyin.cli.postgres import Cluster
from zhengyin.cli.roles import APPLICATION, OWNER, ensure_database, ensure_password, ensure_roles

WHERE = places("test")
# A test's database is thrown away: no test asks what is on its disk after the power went. The product's own
# cluster and that of the crash test keep every setting of zhengyin.cli.postgres. Commits stay synchronous:
# VACUUM would not see later ones, and the tests of the plans would read another database.
CLUSTER = Cluster(WHERE, settings={"fsync": "off", "full_page_writes": "off"})
PASSWORDS: dict[str, str] = {}


def owner_url(database: str) -> str:
    return CLUSTER.url(OWNER, PASSWORDS[OWNER], database)


def application_url(database: str) -> str:
    return CLUSTER.url(APPLICATION, PASSWORDS[APPLICATION], database)


@contextmanager
def one_at_a_time(what: str = "test") -> Iterator[None]:
    """Several test processes may start at once; the first prepares, the others wait."""
    lock = CHECKOUT / "var" / f"{what}.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def digest_of(*patterns: str) -> str:
    """Twelve letters that change with any of the files."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in CHECKOUT.glob(pattern) if path.is_file()}):
        digest.update(str(path.relative_to(CHECKOUT)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def state_of_migrations() -> str:
    """A digest of all that decides what a migrated database looks like."""
    return digest_of(
        "zhengyin/*/migrations/*.py",
        "zhengyin/*/lines.py",
        "zhengyin/*/lines/*.py",
        "zhengyin/*/workflow.py",
        "zhengyin/*/workflow/*.py",
        "zhengyin/cli/roles.py",
    )


def prepare_environment() -> None:
    served = make_folder(WHERE.home / f"served-{os.getpid()}", 0o700)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL=application_url("postgres"),
        ZHENGYIN_MASTER_KEY=hashlib.sha256(b"only for tests").hexdigest(),
        ZHENGYIN_DJANGO_KEY="only for tests",
        ZHENGYIN_SIGNING_PASSPHRASE="only for tests",
        ZHENGYIN_SERVED=str(served),
        ZHENGYIN_FONTS=str(CHECKOUT / "var" / "fonts"),
        ZHENGYIN_POOL="0",
    )


def template() -> str:
    """Return the name of a migrated database that nobody is connected to."""
    name = f"template_{state_of_migrations()}"
    with one_at_a_time():
        if exists(name):
            return name
        making = f"making_{uuid.uuid4().hex[:8]}"
        ensure_database(CLUSTER.superuser_url(), making)
        migrate(owner_url(making))
        rename(making, name)
    return name


def exists(name: str) -> bool:
    with psycopg.connect(CLUSTER.superuser_url(), autocommit=True) as connection:
        return bool(connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone())


def rename(name: str, to: str) -> None:
    with psycopg.connect(CLUSTER.superuser_url(), autocommit=True) as connection:
        command = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        connection.execute(command.format(sql.Identifier(name), sql.Identifier(to)))


def migrate(url: str) -> None:
    command = [sys.executable, "-m", "zhengyin.cli", "db", "migrate"]
    done = subprocess.run(command, env={**os.environ, "DATABASE_OWNER_URL": url}, cwd=CHECKOUT,
                          capture_output=True, text=True, check=False)  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the owner could not migrate:\n{done.stdout}{done.stderr}")


def copy_of(source: str) -> str:
    """Make a database of its own from `source` and return its name."""
    name = f"copy_{os.getpid()}_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(CLUSTER.superuser_url(), autocommit=True) as connection:
        command = "CREATE DATABASE {} TEMPLATE {} OWNER {} STRATEGY FILE_COPY"
        connection.execute(sql.SQL(command).format(*map(sql.Identifier, (name, source, OWNER))))
        grant = "GRANT CONNECT ON DATABASE {} TO {}"
        connection.execute(sql.SQL(grant).format(*map(sql.Identifier, (name, APPLICATION))))
    return name


def drop(name: str) -> None:
    with psycopg.connect(CLUSTER.superuser_url(), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def start() -> bool:
    """Bring the cluster up; say whether it stood still before, so that whoever started it stops it."""
    with one_at_a_time():
        started = CLUSTER.ensure_running()
        for role in (OWNER, APPLICATION):
            PASSWORDS[role] = ensure_password(Path(WHERE.secrets) / role)
        ensure_roles(CLUSTER.superuser_url(), PASSWORDS)
    prepare_environment()
    return started


STARTED_HERE = start()
