"""A process that works until it is killed, and what it acknowledged up to then.

Forked, so that the next one is there at once; it opens a database connection of its own.
"""

import os
import signal
import time
import traceback
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.crash.workloads import Workload


@dataclass
class Writer:
    """A writing process and the end of the pipe on which it acknowledges."""

    pid: int
    pipe: int
    rest: bytes = b""

    def take(self) -> list[str]:
        """What it acknowledged since the last time, without waiting."""
        try:
            while more := os.read(self.pipe, 65536):
                self.rest += more
        except BlockingIOError:
            pass
        *whole, self.rest = self.rest.split(b"\n")
        return [line.decode() for line in whole]

    def kill(self) -> list[str]:
        """kill -9; the pipe still holds what it acknowledged up to that moment."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        last = self.take()
        os.close(self.pipe)
        return last


def start(workload: "Workload", seed: int) -> Writer:
    """Fork a writer; no database connection may be open, both would use it."""
    from django.db import connection

    connection.close()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            _write(workload, Random(seed), writing)
        except BaseException:
            traceback.print_exc()  # a writer that ends by itself is a fault, seen by nobody otherwise
        finally:
            os._exit(1)
    os.close(writing)
    os.set_blocking(reading, False)
    return Writer(pid, reading)


def _write(workload: "Workload", random: Random, pipe: int) -> None:
    """Act, acknowledge, act again; wait while the database is away; end with the harness."""
    from django.db import Error, connection

    parent = os.getppid()
    while os.getppid() == parent:
        try:
            said = workload.act(random)
        except Error:
            connection.close()
            time.sleep(0.02)
            continue
        os.write(pipe, said.encode() + b"\n")
        time.sleep(random.random() / 100)
