"""`zhengyin tests`: every test, then the list of clauses shown; leaves no database running."""

import argparse
import subprocess

from zhengyin.cli.docs import run as write_docs
from zhengyin.cli.places import CHECKOUT, places
from zhengyin.cli.postgres import Cluster


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `tests`."""
    sub.add_parser("tests", help="make test 的内容").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run pytest on both cores; reasons of skipped tests are printed at the end."""
    pytest = [
        str(CHECKOUT / ".venv/bin/python"),
        "-m",
        "pytest",
        "-n",
        "2",
        "--dist",
        "loadgroup",
        "-rs",
        "tests",
    ]
    try:
        status = subprocess.run(pytest, cwd=CHECKOUT, check=False).returncode
        return status or write_docs(args)
    finally:
        Cluster(places("test")).stop()
