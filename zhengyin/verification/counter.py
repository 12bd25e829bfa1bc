"""Counting looks without holding up the page: a queue in memory, one thread, batches.

The page does one put and goes on. The thread has its own connection and its own transactions;
what goes wrong there is logged and never reaches a page. Full or killed, it forgets counts,
nothing else: no register, no personal data, hangs on it.
"""

import atexit
import logging
import queue
import threading
import time

from django.db import connection

from zhengyin.verification.models import Seen

MOST_WAITING = 20_000  # looks in memory; beyond, they are dropped
BATCH = 1_000
PAUSE = 0.1  # seconds in which looks gather into a batch
logger = logging.getLogger(__name__)


class Counter:
    """One a process. The thread starts with the first look, so after any fork."""

    def __init__(self) -> None:
        self.waiting: queue.Queue[Seen] = queue.Queue(MOST_WAITING)
        self.starting = threading.Lock()
        self.thread: threading.Thread | None = None

    def count(self, seen: Seen) -> None:
        """Take a look to be written soon. Never waits, never raises."""
        try:
            self.waiting.put_nowait(seen)
        except queue.Full:
            logger.warning("scan counter: the queue is full, a look is not counted")
        if self.thread is None:
            self.start()

    def start(self) -> None:
        """Start the thread once."""
        with self.starting:
            if self.thread is None:
                self.thread = threading.Thread(target=self.work, name="scan-counter", daemon=True)
                self.thread.start()
                atexit.register(self.settle)

    def settle(self) -> None:
        """Wait until what was counted is written; an ending process does."""
        self.waiting.join()

    def work(self) -> None:
        """Write batch after batch, for ever."""
        while True:
            batch = self.gathered()
            try:
                Seen.objects.bulk_create(batch)
            except Exception:  # whatever it is, pages go on and the next batch may succeed
                logger.exception("scan counter: %d looks were not counted", len(batch))
            finally:
                connection.close()
                for _ in batch:
                    self.waiting.task_done()

    def gathered(self) -> list[Seen]:
        """Wait for one look, then take what came with it."""
        batch = [self.waiting.get()]
        time.sleep(PAUSE)
        while len(batch) < BATCH:
            try:
                batch.append(self.waiting.get_nowait())
            except queue.Empty:
                break
        return batch


COUNTER = Counter()
