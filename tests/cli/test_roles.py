"""What the two roles may and may not do, on a database made by `zhengyin db roles`."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import harness
from zhengyin.cli.places import CHECKOUT
from zhengyin.cli.roles import APPLICATION, OWNER

ROLES = (sys.executable, "-m", "zhengyin.cli", "db", "roles")
DATABASE = "roles_of_a_real_server"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[subprocess.CompletedProcess[str]]:
    """Roles and database on a server that somebody else runs; passwords as they already are there."""
    for role in (OWNER, APPLICATION):
        (tmp_path / role).write_text(harness.PASSWORDS[role])
    done = subprocess.run(
        [*ROLES, "--database", DATABASE, "--passwords", str(tmp_path)],
        cwd=CHECKOUT, env={"DATABASE_ADMIN_URL": harness.CLUSTER.superuser_url()}, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    yield done
    harness.drop(DATABASE)


def test_it_prints_both_addresses_and_no_password(made: subprocess.CompletedProcess[str]) -> None:
    assert made.returncode == 0, made.stderr
    assert OWNER in made.stdout and APPLICATION in made.stdout
    assert not any(password in made.stdout for password in harness.PASSWORDS.values())


def test_the_owner_makes_tables_and_the_application_works_in_them(
    made: subprocess.CompletedProcess[str],
) -> None:
    with psycopg.connect(harness.owner_url(DATABASE), autocommit=True) as owner:
        owner.execute("CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY, word text)")
    with psycopg.connect(harness.application_url(DATABASE), autocommit=True) as application:
        application.execute("INSERT INTO thing (word) VALUES ('x')")
        assert application.execute("UPDATE thing SET word = 'y' RETURNING word").fetchone() == ("y",)
        for forbidden in (
            "TRUNCATE thing", "DROP TABLE thing", "CREATE TABLE other (id int)",
            "ALTER TABLE thing ADD more int",
            "CREATE TRIGGER t BEFORE INSERT ON thing EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            f"SET ROLE {OWNER}", "CREATE ROLE other", "CREATE DATABASE other",
        ):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(forbidden)  # type: ignore[call-overload]


def test_without_the_admin_address_it_says_what_to_do() -> None:
    done = subprocess.run(
        [*ROLES, "--passwords", "/nonexistent"],
        cwd=CHECKOUT, env={}, text=True, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2 and "DATABASE_ADMIN_URL" in done.stderr
