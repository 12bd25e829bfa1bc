"""The printed sheet of one-time codes."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents.paper.codesheet import CodeSheetPaper
from zhengyin.documents.paper.parts import Issuer, Mark
from zhengyin.documents.typesetting import Typeset, typeset
from zhengyin.people.actions.factors import digest_of
from zhengyin.people.actions.lines import write
from zhengyin.people.actor import Actor
from zhengyin.people.lines import CODE_SHEET_MADE
from zhengyin.people.models import Account, CodeSheet, SheetCode
from zhengyin.people.offices import Office
from zhengyin.people.policy.factors import SHEET_CODES, SHEET_DIGITS
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import full_name, is_demonstration
from zhengyin.shared.days import day_of

RULES = (
    "登录时，电脑问第几号，就输入那一号的码；用过一个，划掉一个。",
    "这张纸就是您的钥匙：自己收好，不拍照，不给别人看，任何人打电话来要都不给。",
    "码快用完了，登录后在“我的账户”里再打一张；新表一出，这张就作废。",
)


def new_sheet(*, account: Account, at: datetime) -> tuple[str, ...]:
    """End the sheet before and make a new one; return its codes, which are nowhere else in clear."""
    CodeSheet.objects.filter(account=account, ended_at=None).update(ended_at=at)
    sheet = CodeSheet.objects.create(account=account, made_at=at)
    codes: list[str] = []
    while len(codes) < SHEET_CODES:
        code = f"{secrets.randbelow(10**SHEET_DIGITS):0{SHEET_DIGITS}d}"
        if code not in codes:
            codes.append(code)
    SheetCode.objects.bulk_create(
        SheetCode(sheet=sheet, position=position, digest=digest_of(account, code))
        for position, code in enumerate(codes, start=1)
    )
    return tuple(codes)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A code sheet to print now; it is not kept."""

    pdf: bytes = field(repr=False)
    pages: int


@transaction.atomic
def make_code_sheet(
    *, account: Account, office: Office, organization_id: UUID, actor: Actor, at: datetime
) -> Sheet:
    """Make and typeset a new sheet for the owner, who is logged in; the one before ends."""
    organization = Organization.objects.get(pk=organization_id)
    codes = new_sheet(account=account, at=at)
    write(
        kind=CODE_SHEET_MADE,
        organization=organization,
        subject=account.id,
        signature=actor.signature(office),
        at=at,
        columns={
            "name": account.person.name,
            "username": account.username,
            "organization": full_name(organization),
        },
    )
    made = print_sheet(account=account, organization=organization, codes=codes, at=at)
    return Sheet(made.pdf, made.pages)


def print_handed(*, account: Account, organization_id: UUID, codes: tuple[str, ...], at: datetime) -> Sheet:
    """Typeset the sheet a reset or an opened account hands to its owner."""
    organization = Organization.objects.get(pk=organization_id)
    made = print_sheet(account=account, organization=organization, codes=codes, at=at)
    return Sheet(made.pdf, made.pages)


def print_sheet(
    *, account: Account, organization: Organization, codes: tuple[str, ...], at: datetime
) -> Typeset:
    """Typeset codes just made; the only moment they can be printed."""
    day = day_of(at)
    paper = CodeSheetPaper(
        issuer=_issuer(organization),
        holder=account.person.name,
        login_name=account.username,
        sheet_number=f"{day:%Y%m%d}-{CodeSheet.objects.filter(account=account).count()}",
        codes=tuple(f"{code[:4]} {code[4:]}" for code in codes),
        printed_on=day,
        lost=_lost(organization),
        mark=Mark.DEMONSTRATION if is_demonstration() else Mark.NONE,
        rules=RULES,
    )
    return typeset(paper, at)


def _issuer(organization: Organization) -> Issuer:
    whole = full_name(organization)
    return Issuer(whole.removesuffix(organization.name), organization.name)


def _lost(organization: Organization) -> str:
    telephone = organization.telephone
    return (
        f"丢了马上打{organization.name}电话{telephone}，请上级当场重置。"
        if telephone
        else "丢了马上请上级当场重置。"
    )
