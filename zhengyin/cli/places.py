"""Where things lie on this machine.

Started by root, nothing that runs lies inside the checkout: that folder may be closed to
everybody else (/root/…), and its mode is not ours to change. So root gets a home of the
set-up's own under /var/lib, and the database and the served process run as OS users of
their own. Everybody else has var/ inside the checkout and one OS user: their own.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
DATABASE_USER = "zhengyin_db"
SERVED_USER = "zhengyin_web"


def is_root() -> bool:
    """Say whether separate OS users are possible at all."""
    return os.geteuid() == 0


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one installation; `home` holds everything that is not the checkout."""

    home: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder, 0700, owned by the database's OS user."""
        return self.home / "data"

    @property
    def server(self) -> Path:
        """The copy of the PostgreSQL server that the database's OS user can run."""
        return self.home / "server"

    @property
    def secrets(self) -> Path:
        """Passwords of the superuser and the owner: 0700, never readable by the served process."""
        return self.home / "secrets"

    @property
    def served(self) -> Path:
        """All that the served process may write: its environment file, files, checkpoints."""
        return self.home / "served"

    @property
    def program(self) -> Path:
        """The copy of the program and its Python that the served process's OS user can run."""
        return self.home / "program"

    @property
    def socket(self) -> Path:
        """The folder of the database's socket; short, for a socket's path has 107 bytes."""
        inside = self.home / "run"
        if len(os.fsencode(inside)) < 85:
            return inside
        return Path("/tmp") / f"zhengyin-{short_name(self.home)}"  # noqa: S108 - made 0755, scram behind it


def short_name(path: Path) -> str:
    """Return eight letters that stand for a path."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:8]


def places(name: str = "run") -> Places:
    """Return the places of this checkout's installation `name` (run, test, bench …)."""
    if is_root():
        return Places(Path("/var/lib/zhengyin") / f"{short_name(CHECKOUT)}-{name}")
    return Places(CHECKOUT / "var" / name)


def note_home(where: Places, name: str = "run") -> None:
    """Write into var/ where the home lies, so that nobody has to guess."""
    var = CHECKOUT / "var"
    var.mkdir(exist_ok=True)
    (var / f"home-{name}").write_text(f"{where.home}\n")
