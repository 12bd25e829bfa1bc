"""Twenty crashes of the served product while papers are sealed, six of the bare ledger.

The same harness runs as many as wanted by `make crash CYCLES=n`.
"""

import subprocess
import sys

import pytest

from tests.harness import CHECKOUT


@pytest.mark.clause("H3.2.3a")
@pytest.mark.parametrize("workload, cycles", [
    ("tests.crash.workloads:Lines", 6), ("tests.crash.served:Served", 20),
])  # fmt: skip
def test_nothing_acknowledged_is_lost(workload: str, cycles: int):
    command = [sys.executable, "-m", "tests.crash.harness", "--cycles", str(cycles), "--workload", workload]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing lost" in done.stdout
