"""`zhengyin export`: a county's lists as a folder of files that any web server can host.

Exit status 0: written; 1: refused, with nothing written; 2: the folder could not be written.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengyin.catalogue.dataset import Dataset


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `export`."""
    parser = sub.add_parser("export", help="导出一个县的清单：网页、数据、表格、更新通知，放到任何网站上")
    parser.add_argument("--county", required=True, metavar="代码", help="县（市、区、旗）的12位区划代码")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="文件夹", help="没有的会建；只替换以前导出的"
    )
    parser.add_argument("--day", type=day_of_words, metavar="日期", help="哪一天有效的；不写就是今天")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read once, write the folder, say what was written."""
    import django

    django.setup()
    from zhengyin.catalogue.dataset import digest
    from zhengyin.publication.folder import export
    from zhengyin.shared.days import in_words

    with one_snapshot():
        dataset = read(args.county, args.day)
    try:
        files = export(dataset, args.out)
    except OSError as error:
        print(f"写不进文件夹 {args.out}：{error.strerror}", file=sys.stderr)
        return 2
    shown = "（示例）" if dataset.demonstration else ""
    print(f"已导出{dataset.county.words}{in_words(dataset.day)}的清单{shown}：{args.out}")
    print(f"{len(dataset.entries)}条，{len(files)}个文件，数据校验值 {digest(dataset)}")
    return 0


def read(county_code: str, day: date | None) -> "Dataset":
    """The dataset, of today where no day is given; refused for another place or a day to come."""
    from zhengyin.catalogue.published import published
    from zhengyin.publication.policy import refusals_to_read
    from zhengyin.regions.queries import counties
    from zhengyin.registers.queries import now
    from zhengyin.shared.days import day_of
    from zhengyin.shared.refusal import refuse_if

    today = day_of(now())
    wanted = day or today
    known = any(one.code == county_code for one in counties())
    refuse_if(refusals_to_read(county_code, wanted, known=known, today=today))
    return published(county_code, wanted)


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Lists and versions of one moment, whatever is published meanwhile; nothing can be written."""
    from django.db import connection, transaction

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def day_of_words(text: str) -> date:
    """2026-11-29 as a day."""
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError("日期请写成2026-11-29这样") from wrong
