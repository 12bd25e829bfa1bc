"""`zhengyin audit`: can the books be trusted?

Exit status 0: yes; 1: a break, or an approval that matches no session; 2: a file is missing.
What the audit replays and asks comes from the rooms above the registers; it is assembled here.
"""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengyin.registers.audit.findings import Report


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `audit`."""
    parser = sub.add_parser("audit", help="核对登记簿：逐号重算校验链，重放办理过程，列出可疑签批")
    parser.add_argument("--checkpoints", type=Path, metavar="文件", help="与签存的校验点逐一核对")
    parser.add_argument("--checkpoint-key", type=Path, metavar="公钥", help="校验点公钥（默认用本机的）")
    parser.add_argument("--files", action="store_true", help="重新计算已登记文件的校验值")
    parser.add_argument("--personal", action="store_true", help="逐条解密，核对个人信息和被证明人的姓名")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Audit in one snapshot, print what was found."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    try:
        report = _audit(args)
    except FileNotFoundError as missing:
        print(f"找不到文件 {missing.filename}", file=sys.stderr)
        return 2
    print(*_sentences(report), sep="\n")
    return 0 if report.whole else 1


def _audit(args: argparse.Namespace) -> "Report":
    from django.conf import settings
    from django.db import connection, transaction

    from zhengyin.cli.audited import sources
    from zhengyin.registers.audit.report import audit

    key = args.checkpoint_key or settings.CHECKPOINT_KEY_FILE.with_name(
        settings.CHECKPOINT_KEY_FILE.name + ".pub"
    )
    with transaction.atomic():
        with connection.cursor() as cursor:  # first: one snapshot for lines, states and files
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        known = sources()
        wanted = replace(
            known,
            checkpoints=args.checkpoints,
            checkpoint_key=key,
            personal=args.personal,
            damages=known.damages if args.files else None,
        )
        return audit(wanted)


def _sentences(report: "Report") -> list[str]:
    rate = round(report.lines / report.seconds) if report.seconds else 0
    found = [
        f"核对了{report.books}本登记簿、{report.lines}条登记，用时{report.seconds:.1f}秒（每秒{rate}条）。"
    ]
    found += _part("发现以下问题：", report.breaks)
    found += _part("以下线上签批与本人登录记录对不上：", report.unmatched)
    found += _part("以下补登需要处理：", tuple(_late(report)))
    if report.whole:
        found.append("校验链完整，没有发现改动。")
    return found


def _part(heading: str, sentences: tuple[str, ...]) -> list[str]:
    return [heading, *(f"  {sentence}" for sentence in sentences)] if sentences else []


def _late(report: "Report") -> list[str]:
    return [
        f"{line.where}（应急用印单{line.pad_number}）："
        + "；".join(
            [
                *(["单据扫描件缺失"] if line.slip_missing else []),
                *([f"待整改：{line.failed_checks}"] if line.failed_checks else []),
            ]
        )
        for line in report.late
    ]
