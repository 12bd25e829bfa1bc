"""One installation on this machine: database, roles, secrets, the environment of the served process."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zhengyin.cli.os_users import ensure_os_user, make_folder, write_secret
from zhengyin.cli.places import SERVED_USER, Places, is_root, note_home, places
from zhengyin.cli.postgres import Cluster
from zhengyin.cli.program import Program, runnable_by_served
from zhengyin.cli.roles import APPLICATION, OWNER, ensure_database, ensure_password, ensure_roles

DATABASE = "zhengyin"


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it lies, how its program runs, and both connection addresses."""

    where: Places
    program: Program
    application_url: str
    owner_url: str = field(repr=False)
    cluster: Cluster | None = None
    told: Mapping[str, str] = field(default_factory=dict)  # more of what the served process is told

    def served_environment(self, **more: str) -> dict[str, str]:
        """All that the served process is told; nothing of it leads to the owner."""
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": self.application_url,
            "ZHENGYIN_SERVED": str(self.where.served),
            "ZHENGYIN_FONTS": str(self.program.fonts),
            **read_secrets(self.where.served / "secrets.env"),
            **self.program.environment,
            **self.told,
            **more,
        }

    def owner_environment(self) -> dict[str, str]:
        """The environment of migrations alone."""
        return {**self.served_environment(ZHENGYIN_POOL="0"), "DATABASE_OWNER_URL": self.owner_url}


def install(name: str = "run") -> Installation:
    """Bring database, roles, folders and secrets into being; everything once, all of it repeatable."""
    where = places(name)
    note_home(where, name)
    url = os.environ.get("DATABASE_URL", "")
    cluster = None if url else Cluster(where)
    if cluster:
        cluster.ensure_running()
    make_folder(where.home, 0o755)
    if is_root():
        ensure_os_user(SERVED_USER)
    make_folder(where.served, 0o700, SERVED_USER)
    ensure_secrets(where.served / "secrets.env")
    program = runnable_by_served(where)
    if cluster is None:
        return Installation(where, program, url, os.environ.get("DATABASE_OWNER_URL", ""))
    passwords = {role: ensure_password(where.secrets / role) for role in (OWNER, APPLICATION)}
    ensure_roles(cluster.superuser_url(), passwords)
    ensure_database(cluster.superuser_url(), DATABASE)
    addresses = {role: cluster.url(role, passwords[role], DATABASE) for role in passwords}
    return Installation(where, program, addresses[APPLICATION], addresses[OWNER], cluster)


def ensure_secrets(path: Path, *, from_environment: bool = True) -> None:
    """Make the keys of an installation once; an operator may give the real one's in the environment."""
    if path.exists():
        return
    fresh = {
        "ZHENGYIN_MASTER_KEY": secrets.token_hex(32),
        "ZHENGYIN_DJANGO_KEY": secrets.token_urlsafe(48),
        "ZHENGYIN_SIGNING_PASSPHRASE": secrets.token_urlsafe(24),
    }
    given = os.environ if from_environment else {}
    lines = (f"{name}={given.get(name, value)}\n" for name, value in fresh.items())
    write_secret(path, "".join(lines), SERVED_USER)


def read_secrets(path: Path) -> dict[str, str]:
    """Read NAME=value lines."""
    lines = path.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line)
