"""kill -9 of writers, server and database at random moments; nothing acknowledged may be lost.

    python -m tests.crash --cycles 20 [--workload module:Class] [--seed N]

An installation of its own, made for the run and removed after it. Writers write all the time; in
each cycle some of them, the served product, the database, or all are killed and started again.
Then, in one snapshot: every chain is whole and free of gaps, it agrees with the checkpoints
signed before the crash, and every act acknowledged so far is there, once.
"""

import argparse
import importlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from random import Random, SystemRandom
from typing import TYPE_CHECKING

import django
import psutil

from tests.crash import writer
from tests.crash.writer import Writer
from zhengyin.cli.installation import Installation, install
from zhengyin.cli.places import CHECKOUT
from zhengyin.cli.up import bring_up_to_date

if TYPE_CHECKING:
    from tests.crash.workloads import Workload

WRITERS = 2
DEFAULT = "tests.crash.served:Served"
IN_PROCESS = ("writer", "writers", "database", "database", "all")
SERVED = (*IN_PROCESS, "server", "server", "server")


def load(name: str) -> "Workload":
    """The workload named `module:Class`."""
    module, _, kind = name.partition(":")
    made: Workload = getattr(importlib.import_module(module), kind)()
    return made


@dataclass
class Run:
    """An installation, its writers, the served product if the workload needs it, all acknowledged."""

    here: Installation
    workload: "Workload"
    random: Random
    acknowledged: list[str] = field(default_factory=list)
    writers: list[Writer] = field(default_factory=list)
    server: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start what does not run: the product first, for writers ask it."""
        self.server = self.server or self.workload.serve(self.here)
        while len(self.writers) < WRITERS:
            self.writers.append(writer.start(self.workload, self.random.randrange(2**32)))

    def kill_writers(self, count: int) -> None:
        for _ in range(count):
            self.acknowledged += self.writers.pop(self.random.randrange(len(self.writers))).kill()

    def kill_server(self) -> None:
        """With all its workers: they are one process group."""
        if self.server:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
            self.server = None

    def cycle(self) -> str:
        """Let them write, kill somebody, start it again; say who was killed."""
        self.workload.refill()
        self._let_write()
        victim = self.random.choice(SERVED if self.server else IN_PROCESS)
        if victim == "database":
            self._kill_database(lambda: None)
        elif victim == "all":
            self._kill_database(self._kill_the_rest)
        elif victim == "server":
            self.kill_server()
        else:
            self.kill_writers(WRITERS if victim == "writers" else 1)
        self.start()
        self._take()
        return victim

    def _kill_the_rest(self) -> None:
        self.kill_server()
        self.kill_writers(WRITERS)

    def _let_write(self) -> None:
        """Until somebody acknowledged something, and a random moment longer."""
        before, began = len(self.acknowledged), time.monotonic()
        until = None
        while until is None or time.monotonic() < until:
            time.sleep(0.005)
            self._take()
            if until is None and len(self.acknowledged) > before:
                until = time.monotonic() + self.random.random() * 0.5
            if until is None and time.monotonic() - began > 60:
                raise TimeoutError("no writer acknowledged anything for a minute")

    def _take(self) -> None:
        for one in self.writers:
            self.acknowledged += one.take()

    def _kill_database(self, meanwhile: Callable[[], None]) -> None:
        assert self.here.cluster
        pid_file = self.here.where.data / "postmaster.pid"
        postmaster = psutil.Process(int(pid_file.read_text().splitlines()[0]))
        family = [postmaster, *postmaster.children(recursive=True)]
        postmaster.kill()
        meanwhile()
        until = time.monotonic() + 60
        while any(map(_alive, family)) and time.monotonic() < until:
            time.sleep(0.01)  # orphaned backends end by themselves when they notice
        if postmaster.is_running():  # a zombie nobody reaps looks alive to PostgreSQL
            for lock in (pid_file, *self.here.where.socket.glob(".s.PGSQL.*.lock")):
                lock.unlink()
        self.here.cluster.ensure_running()


def _alive(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


@contextmanager
def own_installation() -> Iterator[Installation]:
    """A fresh one, whatever database the environment names; this process is its application."""
    os.environ.pop("DATABASE_URL", None)
    name = f"crash-{os.getpid()}"
    here = install(name)
    assert here.cluster
    try:
        bring_up_to_date(here)
        os.environ.update(here.served_environment(ZHENGYIN_POOL="0"))
        yield here
    finally:
        here.cluster.stop(mode="immediate")
        shutil.rmtree(here.where.home, ignore_errors=True)
        (CHECKOUT / "var" / f"home-{name}").unlink()


def faults(workload: "Workload", acknowledged: list[str]) -> list[str]:
    """Everything that is wrong now, in one snapshot; then sign a checkpoint for the next cycle."""
    from django.conf import settings
    from django.db import connection, transaction

    from zhengyin.registers import actions, queries
    from zhengyin.registers.audit.report import audit

    connection.close()  # the server may have died under it
    file, key = settings.CHECKPOINTS_FILE, settings.CHECKPOINT_KEY_FILE
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        wanted = workload.wanted()
        if file.exists():
            wanted = replace(wanted, checkpoints=file, checkpoint_key=key.with_name(key.name + ".pub"))
        report = audit(wanted)
        found = [*report.breaks, *report.unmatched, *_gaps(), *workload.faults(acknowledged)]
    actions.publish_checkpoint(at=queries.now())
    return found


def _gaps() -> list[str]:
    """Counted apart from the audit, so that one mistake cannot hide the other."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT book_id, count(*), min(no), max(no) FROM ledger_entry GROUP BY book_id"
            " HAVING count(*) <> max(no) - min(no) + 1"
        )
        return [f"gap: {row}" for row in cursor.fetchall()]


def main() -> int:
    """Run the cycles; exit 1 at the first fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cycles", type=int, default=20)
    parser.add_argument("--workload", default=DEFAULT)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    args = parser.parse_args()
    print(f"seed {args.seed}", flush=True)
    with own_installation() as here:
        django.setup()
        workload = load(args.workload)
        workload.prepare(here)
        run = Run(here, workload, Random(args.seed))
        try:
            return _cycles(run, args.cycles)
        finally:
            run.kill_writers(len(run.writers))
            run.kill_server()


def _cycles(run: Run, cycles: int) -> int:
    began = time.monotonic()
    run.start()
    for number in range(1, cycles + 1):
        victim = run.cycle()
        known = list(run.acknowledged)
        found = faults(run.workload, known)
        print(f"cycle {number}: killed {victim}, {len(known)} acts acknowledged", flush=True)
        if found:
            print(*found[:20], sep="\n")
            return 1
    print(f"{cycles} cycles, nothing lost, {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
