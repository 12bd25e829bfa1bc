"""The one next act of a case for one officer, and beside it what cannot be done yet, with every reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from zhengyin.certificates.lines.names import RECUSED
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act, State
from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.registers import queries as registers
from zhengyin.web.words import sentences

FORMS = {
    Act.ACCEPT: ("收下", "accept"),
    Act.COMPLETE: ("补齐了", "complete"),
    Act.START_VERIFYING: ("开始核实", "start"),
    Act.DELIVER: ("记交付", "deliver"),
}
ELSEWHERE = {
    Act.APPROVE: ("去签批", "director-case"),
    Act.APPROVE_FIRST: ("去签批", "director-case"),
    Act.COUNTERSIGN: ("去复核签批", "director-case"),
    Act.SEAL: ("去盖章", "custodian-seal"),
}
NOBODY = "（还没有人任职）"
INSTEAD = {
    State.VERIFIED: "请主任在“人员”里委托别人签批",
    State.AWAITING_SECOND: "请另外任命一位复核签批人",
    State.APPROVED: "请先换人保管印章",
}
WHO = {
    State.VERIFIED: (Office.DIRECTOR, "签批"),
    State.AWAITING_SECOND: (Office.SECOND_APPROVER, "复核签批"),
    State.APPROVED: (Office.CUSTODIAN, "盖章"),
}


@dataclass(frozen=True, slots=True)
class Cannot:
    """An act that is not possible yet."""

    words: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextAct:
    """`form` is the id of the form the button sends, to `action` where not to the form's own address;
    or `href` where the act lies on another desk."""

    words: str
    form: str = ""
    action: str = ""
    href: str = ""
    cannot: Cannot | None = None


def next_act(page: CasePage, today: date) -> NextAct:
    """Say what comes next; without an act of this person's, who is waited for."""
    if Act.VERIFY in page.acts:
        return _verifying(page)
    for act, (words, form) in FORMS.items():
        if act in page.acts:
            return NextAct(words, form=form)
    for act, (words, name) in ELSEWHERE.items():
        if act in page.acts:
            return NextAct(words, href=reverse(name, args=[page.organization_id, page.id]))
    return NextAct(waiting(page.state, *waited_for(page, today)))


def _verifying(page: CasePage) -> NextAct:
    reasons = sentences(page.reasons)
    if not reasons:
        action = reverse("handler-verify", args=[page.organization_id, page.id])
        return NextAct(WORDS["verify"], form="checks", action=action)
    return NextAct(WORDS["record_checks"], form="checks", cannot=Cannot("送签批", reasons))


def waited_for(page: CasePage, today: date) -> tuple[Sequence[people.Official], frozenset[UUID]]:
    """Who holds offices where a case waits for one, and who of them stepped aside."""
    if page.state not in WHO:
        return (), frozenset()
    return people.officials(page.organization_id, today), registers.who_wrote(page.id, RECUSED)


def waiting(state: State, found: Sequence[people.Official], aside: frozenset[UUID]) -> str:
    """等李国栋签批; where everybody who could has stepped aside, what is to be done."""
    if state not in WHO:
        return WORDS[state.value]
    office, act = WHO[state]
    able = named(one for one in found if one.office is office and one.person_id not in aside)
    if able:
        return f"等{able}{act}"
    held = named(one for one in found if one.office is office)
    return f"{held}回避了，{INSTEAD[state]}" if held else f"等{NOBODY}{act}"


def named(found: Iterable[people.Official]) -> str:
    """李国栋、王桂芳, each once."""
    return "、".join(dict.fromkeys(one.name for one in found))
