"""The practice installation beside the real one: a database, keys and files of its own, one process."""

import os
import secrets
import subprocess
from dataclasses import replace

from zhengyin.cli.installation import Installation, ensure_secrets
from zhengyin.cli.os_users import make_folder, run_as, write_secret
from zhengyin.cli.places import SERVED_USER, Places
from zhengyin.cli.roles import APPLICATION, OWNER, ensure_database, ensure_password

DATABASE = "zhengyin_practice"


def both(here: Installation, port: int) -> tuple[Installation, Installation]:
    """Return the real installation, told where practice is, and the practice one."""
    if here.cluster is None:
        raise SystemExit("用自己的 PostgreSQL 时，练习要另外装一套：见 docs/operations.md")
    shared = {
        "ZHENGYIN_PRACTICE_URL": os.environ.get("ZHENGYIN_PRACTICE_URL", f"http://127.0.0.1:{port + 1}"),
        "ZHENGYIN_PRACTICE_KEY": _key(here),
    }
    return replace(here, told=shared), _beside(here, shared)


def load(beside: Installation) -> None:
    """Places and lists; no cast: a village is set up when somebody enters."""
    print("· 装载练习库", flush=True)
    subprocess.run(  # type: ignore[call-overload]
        [str(beside.program.python), "-m", "zhengyin.cli", "load", "--practice"],
        env=beside.served_environment(), check=True, stdout=subprocess.DEVNULL, **run_as(SERVED_USER),
    )  # fmt: skip


def _beside(here: Installation, shared: dict[str, str]) -> Installation:
    where, cluster = Places(here.where.home / "practice"), here.cluster
    assert cluster is not None
    make_folder(where.home, 0o755)
    make_folder(where.served, 0o700, SERVED_USER)
    ensure_secrets(where.served / "secrets.env", from_environment=False)
    ensure_database(cluster.superuser_url(), DATABASE)
    passwords = {role: ensure_password(here.where.secrets / role) for role in (OWNER, APPLICATION)}
    addresses = {role: cluster.url(role, passwords[role], DATABASE) for role in passwords}
    told = {
        "ZHENGYIN_PRACTICE": "1",
        "ZHENGYIN_PRACTICE_KEY": shared["ZHENGYIN_PRACTICE_KEY"],
        "ZHENGYIN_PUBLIC_URL": shared["ZHENGYIN_PRACTICE_URL"],
    }
    return Installation(where, here.program, addresses[APPLICATION], addresses[OWNER], None, told)


def _key(here: Installation) -> str:
    """What slips are signed with: both processes know it, and it opens nothing else."""
    path = here.where.secrets / "practice-key"
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(36))
    return path.read_text().strip()
