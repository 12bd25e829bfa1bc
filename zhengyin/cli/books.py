"""`zhengyin books`: begin a register where the paper one ended; erase the personal fields of a line.

Both are rare, both leave a line, and both stand behind somebody's paper: the closed paper
register's last page, the decision to erase.
"""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengyin.registers.actions import Line


STILL_THERE = (
    "只删了登记簿里的这一份。案卷里的姓名、号码、电话和办理流水还在，查验页面照样显示隐去后的姓名；"
    "随案卷销毁一起删除的功能还没有做。"
)


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `books open` and `books erase`."""
    acts = sub.add_parser("books", help="登记簿：接着纸质簿编号、删除登记簿里的个人信息").add_subparsers(
        required=True, metavar="做什么"
    )
    begin = acts.add_parser("open", help="启用登记簿：写明启用前纸质登记簿截至第几号，附最后一页的扫描件")
    begin.add_argument("--last", type=int, required=True, metavar="号", help="纸质登记簿的最后一个号")
    begin.add_argument("--scan", type=Path, required=True, metavar="文件", help="最后一页的照片或 PDF")
    erase = acts.add_parser(
        "erase", help="删除登记簿里一条登记的个人信息（案卷里的还在；校验链不变，删除本身也登记）"
    )
    erase.add_argument("--number", type=int, required=True, metavar="号", help="登记号")
    erase.add_argument("--reason", required=True, metavar="理由", help="依据和理由")
    for act, run in ((begin, run_open), (erase, run_erase)):
        act.add_argument("--committee", required=True, metavar="代码", help="村（社区）的12位代码")
        act.add_argument("--book", default="certificates", help="登记簿（默认：证明事项登记簿）")
        act.add_argument("--year", type=int, required=True, metavar="年", help="年度")
        act.set_defaults(run=run)


def run_open(args: argparse.Namespace) -> int:
    """Open the book and say with which number it goes on."""
    begin()
    from django.core.exceptions import ValidationError

    from zhengyin.registers.queries import now

    try:
        line = open_book(args.committee, args.book, args.year, args.last, args.scan.read_bytes(), now())
    except ValidationError as error:
        print(*error.messages, sep="\n", file=sys.stderr)
        return 1
    print(f"登记簿已启用，从第{line.no + 1}号接着编。")
    return 0


def run_erase(args: argparse.Namespace) -> int:
    """Erase and name the line that says so."""
    begin()
    from zhengyin.registers.queries import now

    line = erase(args.committee, args.book, args.year, args.number, args.reason, now())
    print(f"登记簿这一条的个人信息已删除；删除登记在个人信息删除登记簿第{line.no}号。")
    print(STILL_THERE)
    return 0


def begin() -> None:
    """Start Django."""
    import django

    django.setup()


def open_book(committee: str, book: str, year: int, last: int, scan: bytes, at: datetime) -> "Line":
    """Keep the scan and begin the book; Refused and ValidationError (the scan) pass through."""
    from django.db import transaction

    from zhengyin.documents import files, uploads
    from zhengyin.regions.lines import BY_COMMAND
    from zhengyin.regions.queries import committee_by_code
    from zhengyin.registers import actions as registers

    card, kept = committee_by_code(committee), uploads.checked_bytes(scan)
    with transaction.atomic():
        file = files.put(
            data=kept.data, content_type=kept.content_type, purpose="paper_register",
            owner=card.organization_id, county_code=card.county_code, at=at,
        )  # fmt: skip
        return registers.open_book(
            owner=card.organization_id, county_code=card.county_code, book=book, year=year,
            last_paper_no=last, scan_digest=file.sha256, signature=BY_COMMAND, happened_at=at,
        )  # fmt: skip


def erase(committee: str, book: str, year: int, number: int, reason: str, at: datetime) -> "Line":
    """Erase the personal fields of one line; Refused passes through."""
    from zhengyin.regions.lines import BY_COMMAND
    from zhengyin.regions.queries import committee_by_code
    from zhengyin.registers import actions as registers

    card = committee_by_code(committee)
    return registers.erase_personal(
        owner=card.organization_id, county_code=card.county_code, book=book, year=year, no=number,
        reason=reason, signature=BY_COMMAND, happened_at=at,
    )  # fmt: skip
