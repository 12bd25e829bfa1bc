"""The served process cannot become the owner of the database, with everything it can read."""

import json
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from zhengyin.cli.installation import Installation, install
from zhengyin.cli.os_users import run_as
from zhengyin.cli.places import CHECKOUT, SERVED_USER, is_root
from zhengyin.cli.roles import APPLICATION, OWNER

NAME = f"separation-{os.getpid()}"  # each process of the tests installs its own


@pytest.fixture(scope="module")
def installed() -> Iterator[Installation]:
    """A whole installation of its own, as `make run` makes it."""
    with pytest.MonkeyPatch.context() as environment:
        for name in (
            "DATABASE_URL",
            "ZHENGYIN_MASTER_KEY",
            "ZHENGYIN_DJANGO_KEY",
            "ZHENGYIN_SIGNING_PASSPHRASE",
        ):
            environment.delenv(name, raising=False)  # those of the tests
        here = install(NAME)
        yield here
    assert here.cluster
    here.cluster.stop()
    shutil.rmtree(here.where.home)
    (CHECKOUT / "var" / f"home-{NAME}").unlink()


def passwords(here: Installation) -> dict[str, str]:
    return {path.name: path.read_text().strip() for path in here.where.secrets.iterdir()}


@pytest.mark.skipif(not is_root(), reason="without root there is one OS user; the start says so")
def test_as_root_the_served_user_finds_no_way_to_the_owner(installed: Installation) -> None:
    secret = passwords(installed)
    task = {
        "passwords": [secret[OWNER], secret["superuser"]],
        "roots": [str(installed.where.home / part) for part in ("served", "run", "secrets", "data")]
        + [str(CHECKOUT / "var"), "/tmp"],
        "roles": [OWNER, "postgres"],
        "socket": str(installed.where.socket),
        "application": secret[APPLICATION],
    }
    script = installed.where.home / "as_served.py"
    shutil.copyfile(Path(__file__).with_name("as_served.py"), script)
    script.chmod(0o644)
    done = subprocess.run(
        [str(installed.program.python), str(script)], input=json.dumps(task), text=True, check=True,
        env=installed.served_environment(), stdout=subprocess.PIPE, **run_as(SERVED_USER),
    )  # type: ignore[call-overload]  # fmt: skip
    answer = json.loads(done.stdout)
    assert answer == {"user": pwd.getpwnam(SERVED_USER).pw_uid, "found": [], "opened": [], "serves": True}


def test_what_the_served_process_is_told_leads_to_the_application_alone(installed: Installation) -> None:
    """Its environment, and with it its settings: no owner's password, no other role."""
    told = installed.served_environment()
    for role in (OWNER, "superuser"):
        assert passwords(installed)[role] not in "\n".join(told.values())
    assert conninfo_to_dict(told["DATABASE_URL"])["user"] == APPLICATION
    with psycopg.connect(told["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT current_user").fetchone() == (APPLICATION,)


def test_no_open_file_and_no_setting_of_the_served_process_leads_to_the_owner(
    installed: Installation,
) -> None:
    """With root or without: with it the child is the served user, here as in any start.

    Whoever starts it holds the owner's passwords open, marked to be handed down: they are not.
    """
    secrets = installed.where.secrets
    with (secrets / OWNER).open() as one, (secrets / "superuser").open() as other:
        for held in (one, other):
            os.set_inheritable(held.fileno(), True)
        script = installed.where.home / "open_files.py"
        shutil.copyfile(Path(__file__).with_name("open_files.py"), script)
        script.chmod(0o644)
        done = subprocess.run(
            [str(installed.program.python), str(script)], text=True, env=installed.served_environment(),
            capture_output=True, start_new_session=True, check=False, **run_as(SERVED_USER),
        )  # type: ignore[call-overload]  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["role"] == APPLICATION
    assert (found["uid"] == os.getuid()) is not is_root()
    assert not [path for path in found["open"] if path.startswith((str(secrets), str(secrets.resolve())))]
    assert not [path for path in found["open"] if path.startswith(str(installed.where.home / "data"))]
    for role in (OWNER, "superuser"):
        assert passwords(installed)[role] not in json.dumps(found)


def test_every_connection_needs_its_password(installed: Installation) -> None:
    for role in (OWNER, APPLICATION, "postgres"):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(host=str(installed.where.socket), user=role, dbname="postgres")


def test_secrets_are_for_their_owner_alone(installed: Installation) -> None:
    """Files 0600, and the folders that set-up found keep the mode they had."""
    for path in installed.where.secrets.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
    assert (installed.where.served / "secrets.env").stat().st_mode & 0o777 == 0o600
    assert installed.where.secrets.stat().st_mode & 0o777 == 0o700


def test_set_up_changes_the_mode_of_no_folder_it_did_not_create(installed: Installation) -> None:
    above = [CHECKOUT, *CHECKOUT.parents, *installed.where.home.parent.parents]
    before = {folder: folder.stat().st_mode for folder in above}
    assert installed.cluster
    installed.cluster.ensure_running()
    install(NAME)
    assert {folder: folder.stat().st_mode for folder in above} == before
