"""`zhengyin db`: migrate as the owner, make the two roles on a real server."""

import argparse
import os
import sys


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `db migrate` and `db roles`."""
    acts = sub.add_parser("db", help="数据库").add_subparsers(required=True, metavar="做什么")
    migrate = acts.add_parser("migrate", help="以所有者身份更新表结构（DATABASE_OWNER_URL）")
    migrate.set_defaults(run=run_migrate)


def run_migrate(args: argparse.Namespace) -> int:
    """Bring the database's structure up to date, as its owner."""
    url = os.environ.get("DATABASE_OWNER_URL", "")
    if not url:
        print("请在 DATABASE_OWNER_URL 里给出数据库所有者的连接地址", file=sys.stderr)
        return 2
    os.environ["DATABASE_URL"] = url
    os.environ["ZHENGYIN_POOL"] = "0"
    migrate()
    return 0


def migrate() -> None:
    """Migrate and write the kinds of register lines; the environment names the owner."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    from zhengyin.registers.actions import sync_kinds

    sync_kinds()
