"""Every act begins alike: the row's lock and the table's step; and ends alike: state and line."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from zhengyin.deliberation.lines import BOOK
from zhengyin.deliberation.models import Meeting, Notice
from zhengyin.deliberation.workflow import MEETING, NOTICE, MeetingAct, MeetingState, NoticeAct, NoticeState
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING, Held, Line
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.workflow import Step


def hold(organization_id: UUID, at: datetime) -> Held:
    """Lock the committee's 议事登记簿, and with it what is put up or called there, until the end.

    Whoever changes what a deliberation is about holds it too, before the facts are read.
    """
    return registers.hold(owner=organization_id, book=BOOK, year=day_of(at).year)


def locked_notice(notice_id: UUID) -> Notice:
    """The notice under its row lock until the transaction ends."""
    return Notice.objects.select_for_update(of=("self",)).get(pk=notice_id)


def notice_taken(
    notice_id: UUID, act: NoticeAct, actor: Actor
) -> tuple[Notice, Step[NoticeState, NoticeAct], Signature]:
    """Lock a notice and find the step."""
    notice = locked_notice(notice_id)
    return notice, *step_of(NOTICE, NoticeState(notice.state), act, notice.organization_id, actor)


def meeting_taken(
    meeting_id: UUID, act: MeetingAct, actor: Actor
) -> tuple[Meeting, Step[MeetingState, MeetingAct], Signature]:
    """Lock a meeting and find the step."""
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)
    return meeting, *step_of(MEETING, MeetingState(meeting.state), act, meeting.organization_id, actor)


def write(
    *,
    kind: str,
    about: Notice | Meeting,
    signature: Signature,
    at: datetime,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    subject: UUID | None = None,
    held: Held | None = None,
) -> Line:
    """Write one line into the committee's 议事登记簿."""
    return registers.write(
        kind=kind,
        owner=about.organization_id,
        county_code=about.county_code,
        subject=subject or about.pk,
        happened_at=at,
        signature=signature,
        columns={"matter": about.matter, **_number(about), **columns},
        personal=personal,
        held=held,
    )


def _number(about: Notice | Meeting) -> dict[str, str]:
    return {"number": about.number} if isinstance(about, Notice) else {}
