"""What the pages of take-outs show: the register of one committee, and one take-out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.people.offices import Office
from zhengyin.registers.queries import RegisterLine
from zhengyin.seals import queries as seals
from zhengyin.seals.models import TakeOut
from zhengyin.seals.queries import SealCard, TakeOutShown
from zhengyin.seals.queries.take_outs import reasons_against
from zhengyin.seals.workflow import TAKE_OUT, TakeOutAct, TakeOutState
from zhengyin.shared.days import day_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

PAGE = 50
ASKING = (Office.CUSTODIAN, Office.HANDLER)
SHAPES = {
    TakeOutState.ASKED: "wait", TakeOutState.APPROVED: "half", TakeOutState.OUT: "way",
    TakeOutState.BACK: "ok", TakeOutState.DECLINED: "none", TakeOutState.WITHDRAWN: "none",
    TakeOutState.LOST: "care",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One take-out in the register, with its shape."""

    one: TakeOutShown
    shape: str


@dataclass(frozen=True, slots=True)
class TakeOutsPage:
    """The newest take-outs of a committee; `older` is where the next page begins, 0 at the end."""

    rows: tuple[Row, ...]
    seal: SealCard | None
    may_ask: bool
    newer: int
    older: int


@dataclass(frozen=True, slots=True)
class Use:
    """One stamp made while the seal was out."""

    number: str
    words: str
    copies: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TakeOutPage:
    """One take-out, what was stamped meanwhile and what this person may do next."""

    one: TakeOutShown
    shape: str
    uses: tuple[Use, ...]
    acts: tuple[TakeOutAct, ...]
    cannot: tuple[str, ...]  # why the act that waits for this person is not possible

    def may(self, act: TakeOutAct) -> bool:
        """Whether the table lets this person do it now."""
        return act in self.acts


def take_outs_page(request: Request, organization_id: UUID, begin: int) -> TakeOutsPage:
    """Gather the register, newest first, from row `begin` on."""
    rows = seals.take_outs_visible_to(request.actor).filter(seal__committee_id=organization_id)
    found = list(rows.order_by("-asked_at", "id")[begin : begin + PAGE + 1])
    seal = seals.seal_of(organization_id, day_of(request.at))
    shown = seals.take_outs_shown(found[:PAGE], request.at)
    asking = request.actor.offices_at(organization_id) & set(ASKING)
    running = {one.seal_id for one in shown if one.open}
    return TakeOutsPage(
        rows=tuple(Row(one, SHAPES[one.state]) for one in shown),
        seal=seal,
        may_ask=bool(asking and seal and seal.in_use and seal.id not in running),
        newer=max(begin - PAGE, 0),
        older=begin + PAGE if len(found) > PAGE else 0,
    )


def take_out_page(request: Request, row: TakeOut) -> TakeOutPage:
    """Gather one; the acts themselves decide again."""
    (one,) = seals.take_outs_shown([row], request.at)
    acts = TAKE_OUT.possible(one.state, request.actor.offices_at(one.organization_id))
    acts = tuple(act for act in acts if act is not TakeOutAct.LOSE)  # the report of a loss does that
    against = [reason for act in acts for reason in reasons_against(row, act, request.actor, request.at)]
    uses = seals.uses_meanwhile(row, request.at)
    return TakeOutPage(one, SHAPES[one.state], tuple(map(_use, uses)), acts, sentences(against))


def _use(line: RegisterLine) -> Use:
    said = line.columns
    return Use(
        number=said.get("number", ""),
        words=said.get("matter") or said.get("content") or line.title,
        copies=said.get("copies", ""),
        at=line.happened_at,
    )
