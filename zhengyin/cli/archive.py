"""`zhengyin archive check FILE`: whether an archive package is whole, without network, database or account.

Exit status 0: whole; 1: something differs; 2: a file is missing.
"""

import argparse
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengyin.registers.package.checking import Report

WHOLE = "归档包完整，没有改过"
NOT_WHOLE = "不能确认：上面有没通过的"
LONGEST = 400  # characters of a sentence
KEY_INSIDE = "签名是用归档包里的公钥核对的；公钥真不真，请和乡镇回执或盒签上的“校验点公钥”比对"


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `archive check`."""
    acts = sub.add_parser("archive", help="归档包：不联网核对是否完整").add_subparsers(
        required=True, metavar="做什么"
    )
    check = acts.add_parser("check", help="核对一个归档包（不用数据库，不用账户）")
    check.add_argument("file", type=Path, metavar="文件", help="归档包（.zip）")
    check.add_argument("--digest", default="", metavar="校验值", help="回执或盒签上清单的校验值")
    check.add_argument("--key", type=Path, metavar="PEM", help="从别处取得的校验点公钥")
    check.add_argument("--every-paper", action="store_true", help="核对每一份证明的签名，不抽查")
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check one package and say in words what was found."""
    from zhengyin.registers.package.checking import check

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # why a paper is no good stands in the report
    try:
        key = args.key.read_bytes() if args.key else b""
        report = check(args.file, key=key, digest=args.digest, every_paper=args.every_paper)
    except OSError as missing:
        print(f"读不到文件 {missing.filename}", file=sys.stderr)
        return 2
    print(*map(_one_line, sentences(report, key_given=bool(key))), sep="\n")
    return 0 if report.whole else 1


def _one_line(words: str) -> str:
    """Names in the file are anybody's: none moves the cursor or begins a line of its own."""
    shown = "".join(one if one.isprintable() or one == "　" else "\N{REPLACEMENT CHARACTER}" for one in words)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}……"


def sentences(report: "Report", *, key_given: bool) -> Iterator[str]:
    """Whose package it is, the checks in order, what to compare by hand, then the most that can be said."""
    if report.manifest:
        yield f"{report.manifest.committee}　{report.manifest.year}年登记簿归档包"
    for check in report.checks:
        yield f"{'通过' if check.ok else '没通过'}　{check.words}"
    if report.digest:
        yield f"清单的校验值：{report.digest}"
    if report.key:
        yield f"校验点公钥：{report.key}"
        if not key_given:
            yield KEY_INSIDE
    yield WHOLE if report.whole else NOT_WHOLE
