"""The verification page under load: wrk, a compiled client, over real papers with the limits on."""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

SECONDS = 10
CONNECTIONS = 8
SCRIPT = Path(__file__).with_name("verify.lua")


def measured(port: int, paths: Sequence[str]) -> dict[str, float]:
    """Pages a second and milliseconds; every answer must be a 200 of a sealed paper."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(paths))
        file.flush()
        loaded(port, file.name, 2)  # warms every worker
        told = loaded(port, file.name, SECONDS)
    if told["wrong"]:
        raise SystemExit(f"{told['wrong']:.0f} answers of the verification page were not 200")
    return {
        "verify_per_s": told["answers"] / told["seconds"],
        "verify_ms_p50": told["p50"],
        "verify_ms_p99": told["p99"],
    }


def loaded(port: int, file: str, seconds: int) -> dict[str, float]:
    """Run the client once; its script tells the figures at the end."""
    done = subprocess.run(
        [
            "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(SCRIPT),
            f"http://127.0.0.1:{port}", "--", file,
        ],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    told: dict[str, float] = json.loads(done.stderr.strip().splitlines()[-1])
    return told
