"""The numbers of a work use and the paper of a letter of introduction."""

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from zhengyin.documents.paper.introduction import IntroductionPaper
from zhengyin.documents.paper.parts import UNNUMBERED, Entered, Issuer, Registered, mark_for
from zhengyin.regions import queries as regions
from zhengyin.shared.days import in_words
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.secrets import opened_personal


def _stem(organization_id: UUID) -> str:
    return regions.committee(organization_id).number_prefix.removesuffix("证字")


def work_number(organization_id: UUID, year: int, no: int) -> str:
    """平头川镇李家湾村用印〔2026〕3号: its place in 工作用印登记簿; it does not stand on the paper."""
    return f"{_stem(organization_id)}用印〔{year}〕{no}号"


def letter_number(organization_id: UUID, year: int, no: int) -> str:
    """平头川镇李家湾村介字〔2026〕1号: on the letter, its stub, and across the cut between them."""
    return f"{_stem(organization_id)}介字〔{year}〕{no}号"


def good_until(work_use: WorkUse, signed_on: date) -> date:
    """The last day of a letter: that of signing is its first."""
    return signed_on + timedelta(days=int(work_use.details["valid_days"]) - 1)


def draft_letter(work_use: WorkUse, today: date) -> IntroductionPaper:
    """The letter as it would be signed today, before its seal: without a number."""
    paper = introduction_paper(work_use, Entered(UNNUMBERED, ""), today)
    return replace(paper, mark=mark_for(sealed=False, demonstration=regions.is_demonstration()))


def introduction_paper(work_use: WorkUse, book: Registered | Entered, signed_on: date) -> IntroductionPaper:
    """A letter with its stub, as many sheets as copies."""
    card = regions.committee(work_use.organization_id)
    return IntroductionPaper(
        book=book,
        issuer=Issuer(card.issuer_place, card.issuer_name),
        to=work_use.details["to"],
        bearers=opened_personal(work_use.id, work_use.personal_encrypted)["bearers"],
        persons=int(work_use.details["persons"]),
        matter=work_use.matter,
        signed_on=signed_on,
        valid_until=in_words(good_until(work_use, signed_on)),
        copies=work_use.copies,
        phone=card.telephone or "电话待核",
        site=f"{urlsplit(settings.PUBLIC_URL).netloc}/v",
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
    )
