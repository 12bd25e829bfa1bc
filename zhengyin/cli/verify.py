"""`zhengyin verify FILE`: what a PDF proves by itself, without network and without database.

Exit status 0: signed by a committee under one of the roots, whole and unchanged; 1: not so;
2: a file is missing. Whether the paper was voided since, only the register can say.
"""

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengyin.verification.filecheck import FileReport

VALID = "签名有效；是否作废须联网查询"
NOT_VALID = "不能确认：上面有没通过的"
NO_ROOTS = (
    "没有县级校验根证书。从查验网页的地址后面加 roots.pem 处取得（例如 https://…/v/roots.pem），"
    "再用 --roots 文件 给出。"
)
END = b"-----END CERTIFICATE-----"


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `verify`."""
    parser = sub.add_parser("verify", help="不联网核对一份PDF的签名（是否作废须联网查询）")
    parser.add_argument("file", type=Path, metavar="文件", help="收到的PDF")
    parser.add_argument("--roots", type=Path, nargs="+", default=[], metavar="PEM", help="县级校验根证书")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check one file and say in words what was found."""
    from zhengyin.verification.filecheck import examine

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # why it is no good stands in the report
    try:
        pdf = args.file.read_bytes()
        roots = [root for path in args.roots for root in certificates_in(path.read_bytes())]
    except OSError as missing:
        print(f"读不到文件 {missing.filename}", file=sys.stderr)
        return 2
    roots = roots or installed()
    if not roots:
        print(NO_ROOTS, file=sys.stderr)
        return 2
    report = examine(pdf, roots)
    print(*sentences(report), sep="\n")
    return 0 if report.signature_ok else 1


def certificates_in(pem: bytes) -> list[bytes]:
    """Each certificate of a PEM file by itself."""
    return [part + END + b"\n" for part in pem.split(END)[:-1]]


def installed() -> list[bytes]:
    """The roots of the installation whose environment this is; none elsewhere."""
    if "DATABASE_URL" not in os.environ:
        return []
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from zhengyin.seals.queries import roots

    return list(roots())


def sentences(report: "FileReport") -> list[str]:
    """The checks in order, then the most that can be said."""
    found = [f"{'通过' if check.ok else '没通过'}　{check.words}" for check in report.checks]
    found.append(f"文件的SHA-256校验值：{report.sha256}")
    if report.signature_ok and report.signature.signed_at:
        at = report.signature.signed_at.astimezone()
        found.append(f"签名的时间（签名人写的）：{at:%Y-%m-%d %H:%M %z}")
    found.append(VALID if report.signature_ok else NOT_VALID)
    return found
