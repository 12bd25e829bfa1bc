"""Is this paper registered, and does it say what it says? In the body, for addresses are written down."""

import re
import unicodedata
from typing import Final

from ninja import Router

from zhengyin.api.asking import Request, WrongField, failures
from zhengyin.api.papers import Checked, Paper, PaperFound
from zhengyin.api.standing import Coded
from zhengyin.certificates.queries.verifying import PaperKnown, prints_number
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of
from zhengyin.verification import actions
from zhengyin.verification.outcome import Outcome
from zhengyin.verification.queries import By, Verified
from zhengyin.verification.words import WORDS

router = Router(tags=["查验"])
SAME: Final = Coded(code="same", words="一致")
DIFFERENT: Final = Coded(code="different", words="不一致")


@router.post(
    "", url_name="api-verify", operation_id="verify", summary="查验一份证明",
    response={200: Checked, **failures(400, 413, 422)},
)  # fmt: skip
def verify(request: Request, paper: Paper) -> Checked:
    """登记在案的，回答纸上该有的各项，请与手中的证明逐项核对。查不到也是 200，写明“没有查到”。"""
    address = request.META.get("REMOTE_ADDR", "")
    by, key = (By.TOKEN, paper.token) if paper.token else (By.CODE, paper.check_code)
    found = actions.look_up(by=by, key=key or "", address=address, at=request.at)
    known = found.paper
    if known is None or (paper.number and flat(paper.number) != flat(known.number)):
        return Checked(outcome=said(Outcome.NOT_FOUND), paper=None, comparison=None)
    comparison = compared(request, paper, found) if paper.compare else None
    return Checked(outcome=said(found.outcome), paper=told(known), comparison=comparison)


def compared(request: Request, paper: Paper, found: Verified) -> Coded | None:
    """一致 or 不一致; refused where the paper prints a number and its digits were left out."""
    if paper.compare is None or found.paper is None:
        return None
    if not paper.compare.last_four.strip() and prints_number(found.paper.certificate_id):
        raise WrongField("last_four_needed")
    same = actions.compare(
        certificate_id=found.paper.certificate_id, name=paper.compare.name, last_four=paper.compare.last_four,
        address=request.META.get("REMOTE_ADDR", ""), at=request.at,
    )  # fmt: skip
    return SAME if same else DIFFERENT


def told(paper: PaperKnown) -> PaperFound:
    """As the register has it."""
    return PaperFound(
        number=paper.number,
        title=paper.title,
        names=list(paper.names),
        demanding_unit=paper.demanding_unit,
        purpose=paper.purpose,
        issuer=regions.committee(paper.organization_id).issuer_full,
        sealed_on=day_of(paper.sealed_at),
        valid_until=paper.valid_until,
        copies=paper.copies,
        document_sha256=paper.document_sha256,
    )


def said(outcome: Outcome) -> Coded:
    """The answer in one word."""
    return Coded(code=outcome.value, words=WORDS[outcome])


def flat(number: str) -> str:
    """A number without what people type differently: spaces, kinds of brackets, widths."""
    return re.sub(r"[\s〔〕\[\]()【】]", "", unicodedata.normalize("NFKC", number))
