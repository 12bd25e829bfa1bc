"""The product as it is served: granian in front of a committed database of the demonstration."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests import harness
from tests.world import loaded, put_files
from zhengyin.cli.os_users import make_folder


@dataclass(frozen=True, slots=True)
class Site:
    """Where it answers and who can log in."""

    url: str
    accounts: tuple[dict[str, str], ...]
    database: str
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(database: str, port: int, home: Path) -> dict[str, str]:
    """What `zhengyin up` would tell the served process."""
    return {
        **os.environ,
        "DATABASE_URL": harness.application_url(database),
        "ZHENGYIN_SERVED": str(home),
        "ZHENGYIN_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PYTHONPATH": str(harness.CHECKOUT),
    }


def wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError("the server gave up; its words stand above")
        try:
            httpx.get(url, timeout=10)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer within 20 seconds")


@contextmanager
def served(port: int = 0, **told: str) -> Iterator[Site]:
    """A copy of the demonstration world, served; everything is gone afterwards."""
    template, accounts = loaded()
    with serving(harness.copy_of(template), port or free_port(), accounts, **told) as site:
        yield site


@contextmanager
def serving(
    database: str, port: int, accounts: tuple[dict[str, str], ...] = (), **told: str
) -> Iterator[Site]:
    """Serve a database of one's own, which is dropped afterwards."""
    home = make_folder(Path(tempfile.mkdtemp(prefix="zhengyin-journeys-")) / "served", 0o700)
    if accounts:  # the loaded world: its papers come with it
        put_files(home)
    env = {**environment(database, port, home), **told}
    server = subprocess.Popen(
        [sys.executable, "-m", "config.served", "--port", str(port), "--workers", "1"],
        env=env, cwd=harness.CHECKOUT,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/", server)
        yield Site(f"http://127.0.0.1:{port}", accounts, database, env)
    finally:
        server.terminate()
        server.wait(timeout=20)
        harness.drop(database)
        shutil.rmtree(home.parent, ignore_errors=True)
