"""`zhengyin administrators`: the three administrators of a county, once; everybody else comes from them.

Asks for names and identity numbers, so that none stands in a command line or a shell's history.
Passwords and the secrets of the authenticator are printed here and once.
"""

import argparse
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengyin.people.actions.set_up import Administrator, FirstAccount
    from zhengyin.people.offices import Office


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `administrators`."""
    parser = sub.add_parser("administrators", help="设三个管理员并开通账户（每个县一次）")
    parser.add_argument("--county", required=True, metavar="代码", help="县（旗、区）的12位代码")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask, set up, print what is handed over."""
    import django

    django.setup()
    from zhengyin.people.words import WORDS
    from zhengyin.regions.models import Organization
    from zhengyin.registers.queries import now
    from zhengyin.shared.refusal import Refused

    try:
        made = administrators(args.county, asked(), input("依据的文件（名称和文号）：").strip(), now())
    except Organization.DoesNotExist:
        print(f"没有载入代码为{args.county}的县，请先 zhengyin load，并核对12位代码。", file=sys.stderr)
        return 1
    except Refused as refused:
        for one in refused.refusals:
            print(WORDS[one.code].replace("{about}", one.about), file=sys.stderr)
        return 1
    print("\n只显示这一次。当面交给本人；第一次登录要先换成自己的密码。")
    print(*(handed(one) for one in made), sep="\n")
    return 0


def administrators(
    county_code: str, people: "Mapping[Office, Administrator]", document: str, at: datetime
) -> "tuple[FirstAccount, ...]":
    """Set up the county's three administrators. Raises Refused and Organization.DoesNotExist."""
    from zhengyin.people.actions import open_administration

    return open_administration(county_code=county_code, people=people, document=document, at=at)


def asked() -> "dict[Office, Administrator]":
    """Ask for three people, one after the other."""
    from zhengyin.people.actions.set_up import Administrator
    from zhengyin.people.offices import LABELS, Office

    people = {}
    for office in (Office.SYSTEM_ADMINISTRATOR, Office.SECURITY_ADMINISTRATOR, Office.AUDIT_ADMINISTRATOR):
        print(f"\n{LABELS[office]}")
        questions = ("  姓名：", "  身份证号码：", "  手机号（可以空着）：", "  登录名：")
        people[office] = Administrator(*(input(question).strip() for question in questions))
    return people


def handed(one: "FirstAccount") -> str:
    """系统管理员 田浩　登录名 tianhao　密码 …　动态码密钥 …."""
    from zhengyin.people.offices import LABELS

    secret = " ".join(one.totp_secret[start : start + 4] for start in range(0, len(one.totp_secret), 4))
    return (
        f"{LABELS[one.office]} {one.name}\n  登录名 {one.username}\n  密码 {one.password}\n"
        f"  手机动态码密钥 {secret}（在手机的身份验证器里选“手工输入”）"
    )
