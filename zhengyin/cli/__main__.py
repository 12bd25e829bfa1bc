"""The command line, `zhengyin`: one file a command, one call a command."""

import argparse
import importlib
import sys
from collections.abc import Sequence

COMMANDS = (
    "up", "load", "administrators", "authority", "hourly", "database", "packs", "audit", "verify", "tour", "docs", "checks", "tests",
)  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """Build the parser; each command's module adds its own words and its `run`."""
    top = argparse.ArgumentParser(prog="zhengyin", description="证印")
    sub = top.add_subparsers(required=True, metavar="命令")
    for name in COMMANDS:
        importlib.import_module(f"zhengyin.cli.{name}").add_parser(sub)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    args = parser().parse_args(words)
    status: int = args.run(args)
    return status


if __name__ == "__main__":
    sys.exit(main())
