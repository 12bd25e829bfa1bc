"""What the pages of pads and slips show."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.certificates.queries.pads import Attention, PadShown, SlipShown, attention, pads_shown
from zhengyin.certificates.slips import PadState, SlipState
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.seals import queries as seals
from zhengyin.shared.days import day_of
from zhengyin.web.pads.forms import CloseForm, IssueForm
from zhengyin.web.request import Request

SHAPES = {
    SlipState.ISSUED: "wait", SlipState.ENTERED: "ok", SlipState.SPOILED: "void", SlipState.UNUSED: "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PadView:
    """One printing; `close` is there for whoever may collect what is left."""

    one: PadShown
    sums: tuple[tuple[SlipState, int], ...]
    rows: tuple[tuple[SlipShown, str], ...]
    open: bool
    close: CloseForm | None


@dataclass(frozen=True, slots=True)
class PadsPage:
    """Every pad, what is overdue, what must be put right."""

    pads: tuple[PadView, ...]
    overdue: tuple[SlipShown, ...]
    to_rectify: tuple[SlipShown, ...]
    within: int
    mine: bool
    keeps: bool
    issue: IssueForm


def attention_of(organization_id: UUID, at: datetime) -> Attention:
    """What other desks are told of the pads."""
    return attention(organization_id, regions.committee(organization_id).county_code, at)


def pads_page(
    request: Request,
    organization_id: UUID,
    issue: IssueForm | None = None,
    close: tuple[UUID, CloseForm] | None = None,
) -> PadsPage:
    """Gather the page; a form that came back keeps what was typed."""
    county = regions.committee(organization_id).county_code
    pads = pads_shown(organization_id, county, request.at)
    slips = [slip for pad in pads for slip in pad.slips]
    mine = request.actor.has(Office.CUSTODIAN, organization_id)
    card = seals.seal_of(organization_id, day_of(request.at)) if mine else None
    back = dict([close]) if close else {}
    return PadsPage(
        pads=tuple(_pad(pad, mine, back.get(pad.id)) for pad in pads),
        overdue=tuple(slip for slip in slips if slip.overdue),
        to_rectify=tuple(slip for slip in slips if slip.to_rectify),
        within=regions.settings_for(county).numbers.late_entry_working_days,
        mine=mine,
        keeps=bool(card and card.in_custody_of(request.actor.person_id)),
        issue=issue or IssueForm(),
    )


def _pad(pad: PadShown, mine: bool, back: CloseForm | None) -> PadView:
    unused = ",".join(str(slip.no) for slip in pad.without_end)
    running = pad.state is PadState.OPEN
    return PadView(
        one=pad,
        sums=tuple((state, pad.count(state)) for state in SlipState),
        rows=tuple((slip, SHAPES[slip.state]) for slip in pad.slips),
        open=running,
        close=(back or CloseForm(initial={"unused": unused}, auto_id=f"close-{pad.id}-%s"))
        if mine and running
        else None,
    )
