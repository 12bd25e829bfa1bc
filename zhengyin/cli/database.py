"""`zhengyin db`: migrate as the owner, make the two roles on a real server, look for pending migrations."""

import argparse
import os
import sys
import warnings
from pathlib import Path

from zhengyin.cli.roles import APPLICATION, OWNER, ensure_database, ensure_password, ensure_roles, with_role
from zhengyin.cli.stand_in import STAND_IN


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `db migrate`, `db roles` and `db pending`."""
    acts = sub.add_parser("db", help="数据库").add_subparsers(required=True, metavar="做什么")
    migrate = acts.add_parser("migrate", help="以所有者身份更新表结构（DATABASE_OWNER_URL）")
    migrate.set_defaults(run=run_migrate)
    pending = acts.add_parser("pending", help="模型和迁移是否一致")
    pending.set_defaults(run=run_pending)
    roles = acts.add_parser("roles", help="在自己的 PostgreSQL 上建两个角色（DATABASE_ADMIN_URL）")
    roles.add_argument("--database", default="zhengyin", help="数据库名")
    roles.add_argument("--passwords", type=Path, required=True, help="存放两个密码文件的文件夹（0700）")
    roles.set_defaults(run=run_roles)


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


def run_roles(args: argparse.Namespace) -> int:
    """Make roles and database on a real server; print both addresses without their passwords."""
    url = os.environ.get("DATABASE_ADMIN_URL", "")
    if not url:
        print("请在 DATABASE_ADMIN_URL 里给出数据库管理员的连接地址", file=sys.stderr)
        return 2
    args.passwords.mkdir(mode=0o700, parents=True, exist_ok=True)
    passwords = {role: ensure_password(args.passwords / role) for role in (OWNER, APPLICATION)}
    ensure_roles(url, passwords)
    ensure_database(url, args.database)
    for name, role in (("DATABASE_OWNER_URL（只用于升级）", OWNER), ("DATABASE_URL（产品用）", APPLICATION)):
        address = with_role(url, role, "", args.database)
        print(f"{name}：{address}，密码在 {args.passwords / role}")
    return 0


def run_pending(args: argparse.Namespace) -> int:
    """Say whether a model changed without its migration; needs no database."""
    import django

    os.environ.update({**STAND_IN, **os.environ})
    django.setup()
    from django.core.management import call_command

    warnings.filterwarnings("ignore", "Got an error checking", RuntimeWarning)  # no database, none needed
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        return 1
    return 0
