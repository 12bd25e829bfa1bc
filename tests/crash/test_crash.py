"""Twenty crashes; the same harness runs as many as wanted by `make crash CYCLES=n`."""

import subprocess
import sys

import pytest

from tests.harness import CHECKOUT


@pytest.mark.clause("H3.2.3a")
def test_nothing_acknowledged_is_lost_in_twenty_crashes():
    command = [sys.executable, "-m", "tests.crash.harness", "--cycles", "20"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing lost" in done.stdout
