"""`zhengyin checkpoint`: sign all heads into the file outside the database; run every hour."""

import argparse


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `checkpoint`."""
    sub.add_parser("checkpoint", help="把各登记簿的最新一行签名存证（每小时一次）").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Publish one checkpoint."""
    import django

    django.setup()
    from zhengyin.registers.actions import publish_checkpoint
    from zhengyin.registers.queries import now

    publish_checkpoint(at=now())
    return 0
