"""The served processes: `python -m config.served --port 8000 --workers 2`.

What stays for good is loaded once, here; the workers are forked from it and share it. Nothing that
starts a thread or opens a connection may be done before the fork.
"""

import argparse
import ctypes
import multiprocessing

import rjieba
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

THREADS = 4  # of a worker, each with a connection to the database
M_ARENA_MAX = -8  # in glibc's malloc.h


def main() -> None:
    """Load, fork, and serve until told to stop."""
    parser = argparse.ArgumentParser(prog="config.served")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    share_one_heap()
    load()
    multiprocessing.set_start_method("fork", force=True)  # granian takes the default; 3.14 changed it
    Granian(
        "config.wsgi:application", address="127.0.0.1", port=args.port, interface=Interfaces.WSGI,
        workers=args.workers, blocking_threads=THREADS, websockets=False, log_level=LogLevels.warning,
    ).serve()  # fmt: skip


def share_one_heap() -> None:
    """glibc gives each thread a heap of its own, and none gives back what typesetting took there."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        mallopt(M_ARENA_MAX, 1)


def load() -> None:
    """The product, the segmenter's dictionary and the index of the fonts."""
    import config.wsgi  # noqa: F401
    from zhengyin.documents import fonts, typesetting

    rjieba.cut("证明")
    typesetting.typefaces(fonts.folder())


if __name__ == "__main__":
    main()
