"""A pad in the drawer, and one of its slips as it is typed after a power cut."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.certificates import cast
from zhengyin.certificates import actions
from zhengyin.certificates.actions import LateReceipt
from zhengyin.certificates.asked import Application
from zhengyin.certificates.models import Pad, Slip
from zhengyin.certificates.slips import LateGiven, Outage
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account
from zhengyin.registers.queries import now

PHOTO = b"a photograph of the slip"


def person(username: str) -> UUID:
    return Account.objects.get(username=username).person_id


def printed(village: str = "hn.ljw", slips: int = 4) -> Pad:
    keeper = cast.officer(cast.keeper(village))
    return actions.issue_pad(organization_id=cast.VILLAGES[village], slips=slips, actor=keeper, at=now())


def slip(pad: Pad, place: int = 1) -> Slip:
    return Slip.objects.get(pad=pad, no=pad.first_no + place - 1)


def given(village: str = "hn.ljw", wanted: Application | None = None, **changed: Any) -> LateGiven:
    """Everything in order: approved by the director, stamped by whoever keeps the seal."""
    usual = LateGiven(
        application=wanted or cast.application(),
        happened_at=now(),
        outage=Outage.POWER,
        approved_by=person(f"{village}.director"),
        countersigned_by=None,
        handled_by=person(f"{village}.clerk"),
        sealed_by=person(cast.keeper(village)),
        approver_near=False,
        sealer_near=False,
        methods=("document_seen",),
        informant="",
        impressions=1,
        photo=PHOTO,
        content_type="image/jpeg",
    )
    return replace(usual, **changed)


def enter(
    one: Slip, late: LateGiven, custodian: Actor, grant: UUID | None = None, at: datetime | None = None
) -> LateReceipt:
    """Enter with a fresh grant, or with the given one."""
    grant = grant or actions.grant_slip(slip_id=one.id, actor=custodian, at=now()).id
    return actions.record_late(slip_id=one.id, late=late, grant_id=grant, actor=custodian, at=at or now())


def entered(village: str = "hn.ljw", pad: Pad | None = None, **changed: Any) -> tuple[Slip, LateReceipt]:
    one = slip(pad or printed(village))
    receipt = enter(one, given(village, **changed), cast.officer(cast.keeper(village)))
    one.refresh_from_db()
    return one, receipt
