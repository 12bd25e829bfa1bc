"""A paper and the loss of a seal: one row, one moment; the near misses stand beside it."""

from datetime import datetime, timedelta

import pytest

from zhengyin.shared.days import SHANGHAI
from zhengyin.verification.lost import Bearing, Loss, bearing

ISSUED = datetime(2026, 1, 5, 9, tzinfo=SHANGHAI)
GONE = datetime(2026, 11, 20, 15, tzinfo=SHANGHAI)
FOUND = datetime(2026, 11, 22, 10, tzinfo=SHANGHAI)
NEXT = datetime(2026, 12, 1, 9, tzinfo=SHANGHAI)
TICK = timedelta(microseconds=1)
OPEN = Loss(since=GONE, found_at=None, served_from=ISSUED, served_until=None)
RESTORED = Loss(since=GONE, found_at=FOUND, served_from=ISSUED, served_until=None)
FOLLOWED = Loss(since=GONE, found_at=None, served_from=ISSUED, served_until=NEXT)


@pytest.mark.clause("H3.2.1b")
@pytest.mark.parametrize(
    "loss, sealed_at, expected",
    [
        (OPEN, ISSUED - TICK, Bearing.NONE),  # the seal before this one sealed it
        (OPEN, ISSUED, Bearing.BEFORE),
        (OPEN, GONE - TICK, Bearing.BEFORE),
        (OPEN, GONE, Bearing.DOUBTED),
        (OPEN, NEXT, Bearing.DOUBTED),
        (RESTORED, GONE - TICK, Bearing.BEFORE),
        (RESTORED, FOUND - TICK, Bearing.DOUBTED),
        (RESTORED, FOUND, Bearing.FOUND),
        (FOLLOWED, GONE - TICK, Bearing.BEFORE),
        (FOLLOWED, NEXT - TICK, Bearing.DOUBTED),
        (FOLLOWED, NEXT, Bearing.NONE),  # the re-issued seal's paper says nothing of the old one's loss
    ],
)
def test_how_a_paper_stands_to_a_loss(loss: Loss, sealed_at: datetime, expected: Bearing) -> None:
    assert bearing(loss, sealed_at) is expected
