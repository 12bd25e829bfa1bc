"""`zhengyin hourly`: sign all heads into the file outside the database; take away what a crash left.

The start runs it every hour; on a county's own servers a timer does.
"""

import argparse
from datetime import datetime
from uuid import UUID


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `hourly`."""
    help_ = "每小时一次：各登记簿的最新一行签名存证，清走中断留下的文件"
    sub.add_parser("hourly", help=help_).set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Sweep, then publish one checkpoint."""
    import django

    django.setup()
    from zhengyin.registers.actions import publish_checkpoint
    from zhengyin.registers.queries import now

    for name in sweep_all(now()):
        print(f"已隔离没有登记的文件：{name}")
    publish_checkpoint(at=now())
    return 0


def sweep_all(at: datetime) -> list[str]:
    """Sweep every organization's folder, each under the lock of its register of certificates."""
    from django.conf import settings
    from django.db import transaction

    from zhengyin.certificates.lines import REGISTER
    from zhengyin.documents.sweeping import sweep
    from zhengyin.registers.actions import hold
    from zhengyin.shared.days import day_of

    found: list[str] = []
    folders = sorted(settings.FILES_DIR.iterdir()) if settings.FILES_DIR.is_dir() else []
    for folder in folders:
        with transaction.atomic():
            hold(owner=UUID(folder.name), book=REGISTER, year=day_of(at).year)
            found += sweep(owner=UUID(folder.name), at=at)
    return found
