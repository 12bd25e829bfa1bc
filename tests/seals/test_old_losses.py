"""Migration 0004 turned a loss from a column into a row: a database that has losses already migrates."""

import os
import subprocess
import sys
import uuid

from tests import harness
from zhengyin.cli.roles import ensure_database


def test_a_seal_lost_before_the_migration_is_stopped_after_it() -> None:
    name = f"old_{uuid.uuid4().hex[:8]}"
    ensure_database(harness.CLUSTER.superuser_url(), name)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.seals.old_losses"], cwd=harness.CHECKOUT, capture_output=True,
            env={**os.environ, "DATABASE_URL": harness.owner_url(name)}, text=True, check=False,
        )  # fmt: skip
        assert done.stdout.endswith("migrated\n"), done.stderr[-3000:]
    finally:
        harness.drop(name)
