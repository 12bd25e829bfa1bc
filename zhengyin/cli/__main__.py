"""The command line, `zhengyin`: one file a command, one call a command."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from zhengyin.cli.words import sentence
from zhengyin.shared.refusal import Refused

COMMANDS = (
    "up", "load", "administrators", "authority", "hourly", "books", "database", "packs", "audit", "verify",
    "archive", "export", "outbox", "tour", "docs", "checks", "tests",
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
    try:
        status: int = args.run(args)
    except Refused as refused:
        print(*(sentence(refusal) for refusal in refused.refusals), sep="\n", file=sys.stderr)
        return 1
    except Exception as error:
        if (
            type(error).__name__ != "OperationalError"
        ):  # Django's or psycopg's; neither is loaded for every command
            raise
        print(f"连不上数据库，请检查 DATABASE_URL 和数据库是否启动：{error}", file=sys.stderr)
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
