"""OS users and folders of the set-up's own; no folder it did not create changes its mode."""

import os
import pwd
import subprocess
from pathlib import Path

from zhengyin.cli.places import is_root


def ensure_os_user(name: str) -> None:
    """Create a system user without log-in and home, once."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        subprocess.run(
            ["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent",
             "--shell", "/usr/sbin/nologin", name],
            check=True,
        )  # fmt: skip


def make_folder(path: Path, mode: int, owner: str | None = None) -> Path:
    """Create a folder with `mode` and owner; a folder already there keeps what it has."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        path.mkdir(mode=mode)
        path.chmod(mode)  # mkdir's mode is cut by the umask
        if owner and is_root():
            give(path, owner)
    return path


def give(path: Path, owner: str) -> None:
    """Hand a file or folder to an OS user."""
    entry = pwd.getpwnam(owner)
    os.chown(path, entry.pw_uid, entry.pw_gid)


def write_secret(path: Path, text: str, owner: str | None = None) -> None:
    """Write a file nobody but its owner can read, never readable by others for a moment."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        os.fchmod(descriptor, 0o600)  # a file already there keeps its mode otherwise
        file.write(text)
    if owner and is_root():
        give(path, owner)


def run_as(owner: str | None) -> dict[str, object]:
    """Return subprocess arguments that make the child another OS user, in a folder it can enter."""
    if not (owner and is_root()):
        return {"cwd": "/"}
    entry = pwd.getpwnam(owner)
    return {"cwd": "/", "user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
