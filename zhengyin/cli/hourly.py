"""`zhengyin hourly`: sign all heads into the file outside the database; take away what a crash left.

The start runs it every hour; on a county's own servers a timer does.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `hourly`."""
    help_ = "每小时一次：各登记簿的最新一行签名存证，清走中断留下的文件"
    sub.add_parser("hourly", help=help_).set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Publish one checkpoint, then sweep; 1 when either failed, said in a sentence each."""
    import django

    django.setup()
    from zhengyin.registers.actions import publish_checkpoint
    from zhengyin.registers.queries import now

    signed = done("签名存证", lambda: publish_checkpoint(at=now()))
    swept = done("清走中断留下的文件", lambda: show(sweep_all(now())))
    return 0 if signed and swept else 1


def done(what: str, act: Callable[[], object]) -> bool:
    """Do one thing; a failure is told and does not keep the other from being done."""
    try:
        act()
    except Exception as error:
        print(f"没有做成：{what}。原因：{type(error).__name__}：{error}", file=sys.stderr, flush=True)
        return False
    return True


def show(names: list[str]) -> None:
    """Say what was taken away."""
    for name in names:
        print(f"已隔离没有登记的文件：{name}")


def sweep_all(at: datetime) -> list[str]:
    """Sweep every organization's folder, each under the lock of its register of certificates."""
    from django.conf import settings
    from django.db import transaction

    from zhengyin.certificates.lines.names import REGISTER
    from zhengyin.documents.sweeping import sweep
    from zhengyin.registers.actions import hold
    from zhengyin.shared.days import day_of

    found: list[str] = []
    for owner in owners(settings.FILES_DIR):
        with transaction.atomic():
            hold(owner=owner, book=REGISTER, year=day_of(at).year)
            found += sweep(owner=owner, at=at)
    return found


def owners(folder: Path) -> list[UUID]:
    """Whose folders lie there; what bears another name (lost+found, a copy) is not ours to look into."""
    found = []
    for inner in sorted(folder.iterdir()) if folder.is_dir() else ():
        try:
            owner = UUID(inner.name)
        except ValueError:
            continue
        if inner.is_dir() and str(owner) == inner.name:
            found.append(owner)
    return found
