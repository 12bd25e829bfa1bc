"""Who is waited for, by name; where everybody who could has stepped aside, what is to be done."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.lines.names import RECUSED
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.clock import GATES
from zhengyin.certificates.workflow import State
from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.registers import queries as registers

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

NEXT = {
    State.APPLIED: "等经办人收下",
    State.TO_COMPLETE: "等申请人补齐",
    State.ACCEPTED: "等经办人核实",
    State.VERIFYING: "等经办人核实",
    State.RETURNED: "等经办人再核实",
    State.SEALED: "已用印，等人来领，由经办人记交付",
    State.REFUSED: "由经办人把告知单交给申请人",
}


def waited_for(page: CasePage, today: date) -> tuple[Sequence[people.Official], frozenset[UUID]]:
    """Who holds offices where a case waits for one, and who of them stepped aside."""
    if page.state not in WHO:
        return (), frozenset()
    return people.officials(page.organization_id, today), registers.who_wrote(page.id, RECUSED)


def waiting(
    state: State, found: Sequence[people.Official], aside: frozenset[UUID], locked: Lock = Lock.NONE
) -> str:
    """等李国栋签批, or 等议事; where all who could stepped aside, what is to be done; empty when over."""
    if state in GATES.get(locked, ()):
        return "等议事"
    if state not in WHO:
        return NEXT.get(state, "")
    office, act = WHO[state]
    able = named(one for one in found if one.office is office and one.person_id not in aside)
    if able:
        return f"等{able}{act}"
    held = named(one for one in found if one.office is office)
    return f"{held}回避了，{INSTEAD[state]}" if held else f"等{NOBODY}{act}"


def named(found: Iterable[people.Official]) -> str:
    """李国栋、王桂芳, each once."""
    return "、".join(dict.fromkeys(one.name for one in found))
