"""What every desk of the committee says of a case: state, persons, deadline, receipt, reasons."""

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.shown import PersonShown
from zhengyin.certificates.workflow import State
from zhengyin.shared.refusal import Refused
from zhengyin.web.words import sentences, word

SHAPES = {
    State.APPLIED: "wait", State.ACCEPTED: "wait", State.VERIFYING: "half", State.VERIFIED: "half",
    State.AWAITING_SECOND: "half", State.APPROVED: "half", State.RETURNED: "care", State.SEALED: "ok",
    State.DELIVERED: "ok", State.WITHDRAWN: "none", State.TO_COMPLETE: "care", State.REFUSED: "void",
    State.VOIDED: "void", State.CORRECTED: "void",
}  # fmt: skip
ROLES = {"applicant": "申请人", "certified": "被证明人", "proxy": "代办人"}


def persons_of(page: CasePage) -> tuple[tuple[str, PersonShown], ...]:
    """The persons of the case, each once with all that they are to it."""
    found: dict[tuple[str, str], tuple[list[str], PersonShown]] = {}
    for person in page.persons:
        roles, _ = found.setdefault((person.name, person.identity), ([], person))
        roles.append(ROLES[person.role])
    return tuple(("、".join(roles), person) for roles, person in found.values())


def reasons_of(refused: Refused, page: CasePage) -> tuple[str, ...]:
    """Every reason; a stale page also learns who did what in the meantime."""
    reasons = sentences(refused.refusals)
    if any(refusal.code == "wrong_state" for refusal in refused.refusals) and page.timeline:
        last = page.timeline[-1]
        reasons += (f"最近一步：{last.who}已经记了“{last.words}”，现在是“{word(page.state)}”。",)
    return reasons


def deadline_words(days_left: int | None, *, late: bool, locked: Lock) -> str:
    """Working days, in words; empty where no clock runs."""
    if locked is not Lock.NONE:
        return "议事中，时间另算"
    if days_left is None:
        return ""
    if late:
        return f"超了{-days_left}个工作日" if days_left < 0 else "过了期限"
    return f"还剩{days_left}个工作日" if days_left else "今天要办好"


def receipt_words(page: CasePage) -> str:
    """本人领取，签收单."""
    if page.receipt is None:
        return ""
    return f"{word(f'how.{page.receipt.how}')}，{word(f'signed_by.{page.receipt.signed_by}')}"
