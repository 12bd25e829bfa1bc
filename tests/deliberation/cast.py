"""李家湾's people about one matter, and the values acts take when nothing is wrong.

A notice that has run out was put up in the past: the database tells days by its own clock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.certificates.cast import HARIGENTU, LIJIAWAN, officer
from zhengyin.deliberation import actions
from zhengyin.deliberation.kinds import Handling, Heard, MeetingKind
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.deliberation.policy.meeting import Measure, Votes
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import RegisterLine, lines_of, now
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

VILLAGES = {"hn.ljw": LIJIAWAN, "od.hrgt": HARIGENTU}
MATTER = "三社一户申请宅基地，占用村里的公用地"
PLACE = "村务公开栏"
MEASURE = Measure(quorum=21, majority=14, article="村民代表会议议事规则第九条（示例）")


def days_ago(days: int) -> datetime:
    return now() - timedelta(days=days)


def today() -> date:
    return day_of(now())


def post(
    subject: UUID | None = None, *, village: str = "hn.ljw", began: int = 0, days: int = 7, **changed: Any
) -> Notice:
    """A notice put up `began` days ago for `days` days, the first and the last counted."""
    at = days_ago(began)
    values: dict[str, Any] = {
        "matter": MATTER, "place": PLACE, "from_on": day_of(at),
        "until_on": day_of(at) + timedelta(days=days - 1), **changed,
    }  # fmt: skip
    return actions.post_notice(
        organization_id=VILLAGES[village], subject=subject or uuid4(), at=at,
        actor=officer(f"{village}.clerk"), **values,
    )  # fmt: skip


def ran_out(subject: UUID | None = None, village: str = "hn.ljw") -> Notice:
    """Its last day was yesterday."""
    return post(subject, village=village, began=7)


def confirmed(subject: UUID | None = None, village: str = "hn.ljw") -> Notice:
    return confirm(ran_out(subject, village), f"{village}.director")


def confirm(notice: Notice, who: str = "hn.ljw.director") -> Notice:
    return actions.confirm_notice(notice_id=notice.pk, actor=officer(who), at=now())


def extend(notice: Notice, days: int = 5, who: str = "hn.ljw.clerk", reason: str = "有人没有看到") -> Notice:
    until_on = max(notice.until_on, today()) + timedelta(days=days)
    return actions.extend_notice(
        notice_id=notice.pk, until_on=until_on, reason=reason, actor=officer(who), at=now()
    )


def object_to(notice: Notice, who: str = "hn.ljw.supervisor", **changed: Any) -> Objection:
    values: dict[str, Any] = {
        "name": "马志明", "words": "那块地是大家走的路", "heard": Heard.IN_PERSON, "heard_at": now(),
        **changed,
    }  # fmt: skip
    return actions.record_objection(notice_id=notice.pk, actor=officer(who), at=now(), **values)


def answer(
    objection: Objection, who: str = "hn.ljw.clerk", words: str = "路往北让三米，本人同意"
) -> Objection:
    return actions.answer_objection(
        objection_id=objection.pk, handling=Handling.PARTLY, answer=words, actor=officer(who), at=now()
    )


def votes(**changed: Any) -> Votes:
    usual: dict[str, Any] = {
        "held_on": today(), "presided_by": "李国栋", "eligible": 31, "present": 27, "votes_for": 20,
        "votes_against": 4, "abstentions": 3, "conclusion": "同意出具",
        "minutes": "2026年第3次会议记录（示例）",
        "party_studied_on": today() - timedelta(days=3), **changed,
    }  # fmt: skip
    return Votes(**usual)


def convene(
    subject: UUID | None = None, *, village: str = "hn.ljw",
    kind: MeetingKind = MeetingKind.VILLAGERS_REPRESENTATIVES, **changed: Any,
) -> Meeting:  # fmt: skip
    values: dict[str, Any] = {"matter": MATTER, "place": "村委会会议室", "planned_on": today(), **changed}
    return actions.convene_meeting(
        organization_id=VILLAGES[village], subject=subject or uuid4(), kind=kind,
        actor=officer(f"{village}.clerk"), at=now(), **values,
    )  # fmt: skip


def count(meeting: Meeting, village: str = "hn.ljw", **changed: Any) -> Meeting:
    return actions.record_votes(
        meeting_id=meeting.pk, votes=votes(**changed), actor=officer(f"{village}.clerk"), at=now()
    )


def agree(meeting: Meeting, village: str = "hn.ljw", measure: Measure = MEASURE) -> Meeting:
    return actions.confirm_meeting(
        meeting_id=meeting.pk, measure=measure, actor=officer(f"{village}.director"), at=now()
    )


def fail(meeting: Meeting, village: str = "hn.ljw") -> Meeting:
    return actions.fail_meeting(
        meeting_id=meeting.pk, reason="票数不够", actor=officer(f"{village}.director"), at=now()
    )


def passed(subject: UUID | None = None, village: str = "hn.ljw", **changed: Any) -> Meeting:
    return agree(count(convene(subject, village=village, **changed), village), village)


def last_line(subject: UUID) -> RegisterLine:
    return lines_of(subject)[-1]


def kinds_of(subject: UUID) -> list[str]:
    return [line.kind for line in lines_of(subject)]


def written() -> tuple[object, ...]:
    rows = [list(model._default_manager.order_by("pk").values()) for model in (Notice, Objection, Meeting)]
    return rows, Entry.objects.count()


@contextmanager
def refused(*codes: str) -> Iterator[None]:
    """The act inside is refused for exactly these reasons, and nothing is written."""
    before = written()
    with pytest.raises(Refused) as caught:
        yield
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)
    assert written() == before
