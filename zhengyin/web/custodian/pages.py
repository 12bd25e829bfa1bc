"""What is approved, and one paper before and after its seal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from zhengyin.certificates.lines.names import REGISTER
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.printing import Printed, printings
from zhengyin.certificates.queries.sealing import reasons_before_grant
from zhengyin.certificates.queries.shown import PersonShown
from zhengyin.certificates.queries.worklists import (
    WorkPage,
    WorkRow,
    held_back,
    stepped_aside_from,
    work_page,
    work_rows,
)
from zhengyin.certificates.workflow import Act, State
from zhengyin.seals import queries as seals
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Whereabouts
from zhengyin.shared.days import day_of
from zhengyin.web.committee.case import SHAPES, persons_of
from zhengyin.web.committee.line import LineAt, line_at
from zhengyin.web.committee.paper import PaperShown, case_words, names_of, paper_shown
from zhengyin.web.committee.turning import turned_page
from zhengyin.web.keeping.turning import Turning, turning_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

HANDED_OVER = "已经交付的，不会是没有盖章的。要作废，请主任在这份证明的页面上办。"


@dataclass(frozen=True, slots=True)
class ToSeal:
    """One approved paper."""

    id: UUID
    brought: bool  # it has a question of its own: not sealed together with others
    href: str
    who: str
    title: str
    unit: str
    approver: str
    approved_at: datetime | None
    copies: int


@dataclass(frozen=True, slots=True)
class SealList:
    """What waits for the seal; `seal` is its name, empty without one in use.

    Both lists turn their own pages: what waits to be fetched pushes nothing out that waits for the seal.
    """

    rows: tuple[ToSeal, ...]
    approved: WorkPage
    fetched: tuple[ToSeal, ...]
    sealed: WorkPage
    deliberated: tuple[ToSeal, ...]  # what waits for a deliberation first
    relatives: tuple[ToSeal, ...]  # from which this person stepped aside
    seal: str
    mine: bool
    keeper: str
    turning: Turning | None

    @property
    def together(self) -> bool:
        """Whether several may be ticked and sealed with one proof."""
        return self.mine and sum(not row.brought for row in self.rows) > 1


@dataclass(frozen=True, slots=True)
class SealView:
    """One paper before its seal."""

    case: CasePage
    paper: PaperShown
    title: str
    shape: str
    names: str
    persons: tuple[tuple[str, PersonShown], ...]
    may_seal: bool
    may_take_back: bool
    seal: Whereabouts
    cannot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """After the seal."""

    case: CasePage
    names: str
    impressions: str
    approver: str
    sealer: str
    sealed_at: datetime
    printed: tuple[Printed, ...]
    line: LineAt
    slip: str
    may_void: bool
    may_not_void: str  # why the custodian cannot; empty where there is nothing to void
    next_href: str
    left: int


def seal_list(request: Request, organization_id: UUID) -> SealList:
    """Gather the list, the oldest deadline first."""
    relatives = stepped_aside_from(request.actor, organization_id, (State.APPROVED,))
    locked = held_back(request.actor, organization_id, (State.APPROVED,), request.at, without=relatives)
    approved = turned_page(request, organization_id, (State.APPROVED,), "page", (*relatives, *locked))
    sealed = turned_page(request, organization_id, (State.SEALED,), "fetched")
    card = seals.seal_of(organization_id, day_of(request.at))
    return SealList(
        rows=tuple(_row(row, "custodian-seal", organization_id) for row in approved.rows),
        approved=approved,
        fetched=tuple(_row(row, "handler-case", organization_id) for row in sealed.rows),
        sealed=sealed,
        deliberated=tuple(
            _row(row, "custodian-seal", organization_id) for row in work_rows(list(locked), request.at)
        ),
        relatives=tuple(
            _row(row, "custodian-seal", organization_id) for row in work_rows(list(relatives), request.at)
        ),
        seal=card.name if card and card.in_use else "",
        mine=bool(card and card.in_custody_of(request.actor.person_id)),
        keeper=card.custodian if card else "",
        turning=turning_of(card),
    )


def seal_view(request: Request, certificate: Certificate, case: CasePage) -> SealView:
    """The paper with everything that stands in the way, the question taken as answered."""
    seal = whereabouts(certificate.organization_id, request.at)
    reasons: tuple[str, ...] = ()
    if Act.SEAL in case.acts:
        reasons = sentences(
            reasons_before_grant(
                certificate,
                request.actor,
                request.at,
                near_relative=False,
                impressions=case.copies,
                form_filled=True,
                where=seal.where,
            )
        )
    return SealView(
        case=case,
        paper=paper_shown(case, day_of(request.at)),
        title=case_words(case),
        shape=SHAPES[case.state],
        names=names_of(case),
        persons=persons_of(case),
        may_seal=Act.SEAL in case.acts,
        may_take_back=Act.TAKE_BACK in case.acts,
        seal=seal,
        cannot=reasons,
    )


def whereabouts(organization_id: UUID, at: datetime) -> Whereabouts:
    """Where the committee's seal is now."""
    card = seals.seal_of(organization_id, day_of(at))
    return seals.where_is(card.id) if card else AT_OFFICE


def receipt_view(request: Request, certificate: Certificate, case: CasePage, impressions: str) -> ReceiptView:
    """The receipt, with what waits next."""
    relatives = stepped_aside_from(request.actor, case.organization_id, (State.APPROVED,))
    locked = held_back(request.actor, case.organization_id, (State.APPROVED,), request.at)
    found = work_page(
        request.actor,
        case.organization_id,
        request.at,
        states=(State.APPROVED,),
        without=(*relatives, *locked),
    )
    assert certificate.sealed_by and certificate.approved_by and certificate.sealed_at
    assert certificate.year and certificate.no
    approvers = [certificate.approved_by.name]
    approvers += [certificate.countersigned_by.name] if certificate.countersigned_by else []
    return ReceiptView(
        case=case,
        names=names_of(case),
        impressions=impressions,
        approver="、".join(approvers),
        sealer=certificate.sealed_by.name,
        sealed_at=certificate.sealed_at,
        printed=printings(certificate.id),
        line=line_at(
            case.organization_id,
            REGISTER,
            "committee-register",
            (certificate.year, certificate.no),
        ),
        slip=reverse("committee-slip", args=[case.organization_id, case.id]),
        may_void=Act.VOID_UNSTAMPED in case.acts and not case.not_unstamped,
        may_not_void=HANDED_OVER if case.state is State.DELIVERED else "",
        next_href=reverse("custodian-seal", args=[case.organization_id, found.rows[0].id])
        if found.rows
        else "",
        left=found.total,
    )


def _row(row: WorkRow, name: str, organization_id: UUID) -> ToSeal:
    return ToSeal(
        id=row.id,
        brought=row.brought,
        href=reverse(name, args=[organization_id, row.id]),
        who=row.who,
        title=row.title,
        unit=row.demanding_unit,
        approver=row.approver,
        approved_at=row.approved_at,
        copies=row.copies,
    )
