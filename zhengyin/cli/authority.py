"""`zhengyin authority`: a county brings the certificate authority of its own."""

import argparse
import getpass
import sys
from pathlib import Path


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `authority`."""
    parser = sub.add_parser("authority", help="启用本地自有的校验根证书（代替安装时建立的那一张）")
    parser.add_argument("--county", required=True, metavar="代码", help="县（旗、区）的12位代码")
    parser.add_argument("--certificate", required=True, type=Path, metavar="文件", help="根证书（PEM）")
    parser.add_argument("--key", required=True, type=Path, metavar="文件", help="私钥（PEM，P-256）")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Bring it; the key's passphrase is asked for, never written in the command."""
    import django

    django.setup()
    from zhengyin.registers.queries import now
    from zhengyin.seals.actions import bring_county_authority
    from zhengyin.seals.words import WORDS
    from zhengyin.shared.refusal import Refused

    passphrase = getpass.getpass("私钥的口令（没有就直接回车）：").encode()
    try:
        made = bring_county_authority(
            county_code=args.county,
            certificate_pem=args.certificate.read_bytes(),
            key_pem=args.key.read_bytes(),
            passphrase=passphrase,
            at=now(),
        )
    except Refused as refused:
        for one in refused.refusals:
            print(WORDS[one.code].replace("{about}", one.about), file=sys.stderr)
        return 1
    print(f"已启用。证书序列号 {made.serial}。各村（社区）吊销旧校验证书、重新签发以后，才用新根证书签名。")
    return 0
