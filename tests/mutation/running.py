"""Two pytest processes at a time, one a batch of mutants; their results as they come."""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.harness import CHECKOUT

CORES = 2


@dataclass(frozen=True, slots=True)
class Batch:
    """Mutants, by name, and the folders of tests that are to miss them."""

    names: tuple[str, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one mutant; `by` is the test that missed it, empty for a survivor."""

    name: str
    kind: str
    by: str
    seconds: float


class UnableToTry(Exception):
    """A batch ended without all its results; the message holds the end of what pytest said."""


def results(batches: Sequence[Batch], package: Path, until: float = math.inf) -> Iterator[Result]:
    """Run the batches on both cores, and give each result as it comes.

    `until` is a moment of time.monotonic(): what has not been tried by then is left, without a word.
    """
    coming: SimpleQueue[Result | Exception | None] = SimpleQueue()
    with ThreadPoolExecutor(CORES) as pool:
        for batch in batches:
            pool.submit(_run, batch, package, coming, until)
        open_batches = len(batches)
        while open_batches:
            one = coming.get()
            if one is None:
                open_batches -= 1
            elif isinstance(one, Result):
                yield one
            else:
                pool.shutdown(cancel_futures=True)
                raise one


def _run(batch: Batch, package: Path, coming: "SimpleQueue[Result | Exception | None]", until: float) -> None:
    try:
        for result in _of(batch, package, until) if time.monotonic() < until else ():
            coming.put(result)
    except Exception as problem:  # a thread's own error is seen by nobody
        coming.put(problem)
    coming.put(None)


def _of(batch: Batch, package: Path, until: float) -> Iterator[Result]:
    """The results of one batch, from a pytest process of its own."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as folder, os.fdopen(reading, encoding="utf-8") as pipe:
        (wanted := Path(folder) / "mutants").write_text("\n".join(batch.names), encoding="utf-8")
        with (said := Path(folder) / "said").open("w") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "pytest", "-p", "tests.mutation.plugin", "-p", "no:cacheprovider",
                 "-p", "no:xdist", "-c", "pyproject.toml", *batch.tests],
                cwd=CHECKOUT, pass_fds=[writing], stdout=output, stderr=subprocess.STDOUT,
                env={**os.environ, "ZHENGYIN_MUTANTS": str(wanted), "ZHENGYIN_MUTANTS_OF": str(package),
                     "ZHENGYIN_MUTANTS_TO": str(writing), "PYTHONPATH": str(package.parent)},
            )  # fmt: skip
        os.close(writing)
        waiting = set(batch.names)
        for line in pipe:
            result = Result(**json.loads(line))
            waiting.discard(result.name)
            yield result
            if time.monotonic() > until:
                process.kill()
                waiting.clear()
                break
        process.wait()
        if waiting:
            raise UnableToTry(f"{batch.tests}\n{said.read_text()[-4000:]}")
