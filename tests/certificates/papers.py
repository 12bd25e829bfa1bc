"""Papers of one village's life: certificates, papers of its work and late entries, each act at its moment."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from tests.certificates.cast import CHECKS, LIJIAWAN, application, officer, page
from tests.certificates.pads import given, person
from tests.workuse.cast import request
from zhengyin.certificates import actions
from zhengyin.certificates.asked import Application, IdentityMethod
from zhengyin.certificates.models import Certificate, Slip
from zhengyin.certificates.queries.wording import shown_digest
from zhengyin.certificates.slips import Outage
from zhengyin.people.actor import Actor
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.shared.days import day_of
from zhengyin.workuse import actions as work
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.queries.content import digest_now

PAGE = page(8)


@dataclass
class Paper:
    """What the model knows of one paper; `handler` and `approver` are accounts, empty before."""

    id: UUID
    of_work: bool
    state: str = "verified"
    handler: str = ""
    approver: str = ""


def wanted(at: datetime, copies: int = 1) -> Application:
    """An application of that day."""
    usual = application()
    return replace(usual, question=replace(usual.question, day=day_of(at)), copies=copies)


def apply(clerk: Actor, at: datetime) -> UUID:
    done = actions.apply(organization_id=LIJIAWAN, application=wanted(at), actor=clerk, at=at)
    return done.certificate_id


def verify(case: UUID, clerk: Actor, at: datetime) -> None:
    """From the application to the director."""
    said = {"certificate_id": case, "actor": clerk, "at": at}
    ties = wanted(at).question.ties
    actions.accept(identity_method=IdentityMethod.DOCUMENT, identity_note="", ties=list(ties), **said)  # type: ignore[arg-type]
    actions.start_verifying(**said)  # type: ignore[arg-type]
    actions.record_checks(checks=CHECKS, **said)  # type: ignore[arg-type]
    actions.verify(**said)  # type: ignore[arg-type]


def bring(of_work: bool, who: str, at: datetime) -> Paper:
    """A paper that waits for the director."""
    clerk = officer(who, at)
    if of_work:
        asked = request(copies=2, files=(PAGE,))
        made = work.ask(organization_id=LIJIAWAN, asked=asked, actor=clerk, at=at)
        return Paper(made.id, True, handler=who)
    case = apply(clerk, at)
    verify(case, clerk, at)
    return Paper(case, False, handler=who)


def approve(paper: Paper, who: str, at: datetime) -> None:
    actor = officer(who, at)
    if paper.of_work:
        seen = digest_now(WorkUse.objects.get(pk=paper.id))
        work.approve(work_use_id=paper.id, near_relative=None, seen=seen, actor=actor, at=at)
    else:
        seen = shown_digest(Certificate.objects.get(pk=paper.id), day_of(at))
        actions.approve(certificate_id=paper.id, near_relative=False, seen=seen, actor=actor, at=at)


def take_back(paper: Paper, who: str, at: datetime) -> None:
    actor = officer(who, at)
    if paper.of_work:
        work.take_back(work_use_id=paper.id, reason="有误", actor=actor, at=at)
    else:
        actions.take_back(certificate_id=paper.id, reason="有误", actor=actor, at=at)


def hand_in_again(paper: Paper, who: str, at: datetime) -> None:
    """What came back waits for the director anew."""
    clerk = officer(who, at)
    if paper.of_work:
        asked = request(copies=2, files=(PAGE,))
        work.change(work_use_id=paper.id, asked=asked, actor=clerk, at=at)
        return
    said = {"certificate_id": paper.id, "actor": clerk, "at": at}
    actions.start_verifying(**said)  # type: ignore[arg-type]
    actions.verify(**said)  # type: ignore[arg-type]


def seal(paper: Paper, who: str, where: Where, at: datetime) -> None:
    """Prove again and seal, a minute later."""
    actor, after = officer(who, at), at + timedelta(minutes=1)
    said = {"impressions": 1, "near_relative": False, "where": where, "actor": actor, "at": after}
    if paper.of_work:
        row = WorkUse.objects.get(pk=paper.id)
        grant = work.grant(work_use_id=paper.id, actor=actor, at=at).id
        work.seal(work_use_id=paper.id, grant_id=grant, copies=row.copies, checked=True, **said)  # type: ignore[arg-type]
        return
    row = Certificate.objects.get(pk=paper.id)
    proved = actions.grant(certificate_ids=[paper.id], actor=actor, at=at)
    actions.seal(certificate_id=paper.id, grant_id=proved.id, copies=row.copies, **said)  # type: ignore[arg-type]


def print_pad(who: str, at: datetime) -> list[UUID]:
    """The slips of a new pad."""
    pad = actions.issue_pad(organization_id=LIJIAWAN, slips=3, actor=officer(who, at), at=at)
    return list(Slip.objects.filter(pad=pad).order_by("no").values_list("id", flat=True))


@dataclass(frozen=True)
class Stamped:
    """What stands on a slip: who approved and who stamped it, accounts both, and when."""

    approver: str
    sealer: str
    at: datetime


def enter(slip: UUID, stamped: Stamped, who: str, at: datetime) -> str:
    """补登; returns why it is marked, empty where every check held."""
    actor = officer(who, at)
    late = given(
        wanted=wanted(stamped.at), happened_at=stamped.at, outage=Outage.POWER,
        approved_by=person(stamped.approver), sealed_by=person(stamped.sealer),
    )  # fmt: skip
    grant = actions.grant_slip(slip_id=slip, actor=actor, at=at).id
    return actions.record_late(slip_id=slip, late=late, grant_id=grant, actor=actor, at=at).failed
