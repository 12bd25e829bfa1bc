"""Once a working day, to who said yes, for what waits; each row of the table with its near miss."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.certificates import cast, pads
from tests.certificates.cast import officer
from tests.certificates.test_letter import drafted
from tests.deliberation import cast as held
from tests.reminders.values import (
    CLERK,
    DIRECTOR,
    KEEPER,
    TOWNSHIP,
    person,
    says_yes,
    texts,
    working,
)
from zhengyin.certificates import actions as certificates
from zhengyin.certificates.models import Certificate
from zhengyin.outbox.models import Message
from zhengyin.people.models import Account
from zhengyin.registers.queries import now
from zhengyin.reminders.actions import put, put_reminders
from zhengyin.reminders.models import Choice
from zhengyin.reminders.policy.choice import Way
from zhengyin.reminders.queries import TABLE, told_to

pytestmark = pytest.mark.usefixtures("world")


def told(username: str, days: int = 1) -> list[str]:
    """The sentences of the one place this person works at."""
    found = told_to(person(username).pk, working(days))
    return list(found[0].sentences) if found else []


def test_who_never_said_yes_gets_nothing() -> None:
    cast.verified()
    assert put_reminders(at=working(1)) == 0
    assert texts() == []


def test_the_director_is_reminded_once_a_working_day() -> None:
    cast.verified()
    says_yes(DIRECTOR)
    assert put_reminders(at=working(1)) == 1
    cast.verified()
    assert put_reminders(at=working(1) + timedelta(hours=2)) == 0, "whatever came since"
    assert put_reminders(at=working(2)) == 1
    first, second = texts()
    assert first.startswith(
        "【证印】（示例）平头川镇李家湾村：有1件等您签批，最早的已等1个工作日。请打开 http"
    )
    assert "有2件等您签批，最早的已等2个工作日" in second
    assert {row.channel for row in Message.objects.all()} == {"sms"}
    assert {row.to_masked[-4:] for row in Message.objects.all()} == {person(DIRECTOR).phone_tail}


@pytest.mark.parametrize("away", [timedelta(minutes=-16), timedelta(hours=9, minutes=15)])
def test_before_half_past_eight_and_after_six_nobody_is_reminded(away: timedelta) -> None:
    cast.verified()
    says_yes(DIRECTOR)
    assert put_reminders(at=working(1) + away) == 0
    assert put_reminders(at=working(1) + away, early=True) == 1, "for trying"


def test_where_nothing_waits_nothing_is_sent() -> None:
    says_yes(DIRECTOR)
    assert put_reminders(at=working(1)) == 0


def test_who_said_no_again_gets_nothing() -> None:
    cast.verified()
    says_yes(DIRECTOR)
    says_yes(DIRECTOR, Way.NONE)
    assert put_reminders(at=working(1)) == 0


def test_whose_account_was_closed_gets_nothing() -> None:
    cast.verified()
    says_yes(DIRECTOR)
    Account.objects.filter(username=DIRECTOR).update(is_active=False)
    assert put_reminders(at=working(1)) == 0


def test_one_person_s_trouble_stops_nobody_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    cast.verified()
    says_yes(DIRECTOR)
    says_yes(CLERK)
    cast.applied()
    whole, broken = put._where, person(DIRECTOR).pk

    def where(choice: Choice) -> tuple[str, str]:
        return whole(choice) if choice.person_id != broken else ("", str(1 / 0))

    monkeypatch.setattr(put, "_where", where)
    assert put_reminders(at=working(1)) == 1
    assert "a reminder was not put" in caplog.text


def test_every_row_has_a_question_and_words_of_its_own() -> None:
    assert len({row.key for row in TABLE}) == len(TABLE)
    assert all("{count}" in row.words and row.offices for row in TABLE)


def test_approve() -> None:
    cast.applied()
    assert told(DIRECTOR) == []
    cast.verified()
    assert told_to(person(DIRECTOR).pk, now())[0].sentences == ("有1件等您签批",)
    assert told(DIRECTOR) == ["有1件等您签批，最早的已等1个工作日"]
    assert told(KEEPER) == []


def test_what_waits_for_a_deliberation_waits_for_nobody() -> None:
    case = cast.verified()
    Certificate.objects.filter(pk=case).update(lock="approve")
    assert told(DIRECTOR) == []
    Certificate.objects.filter(pk=case).update(lock="seal")
    assert told(DIRECTOR) == ["有1件等您签批，最早的已等1个工作日"]


def test_from_what_somebody_stepped_aside_waits_for_another() -> None:
    case = cast.verified()
    certificates.recuse(certificate_id=case, actor=officer(DIRECTOR), at=now())
    assert told(DIRECTOR) == []


def test_countersign() -> None:
    case = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    assert told("hn.ljw.deputy") == []
    cast.agree(certificate_id=case, near_relative=False, actor=officer(DIRECTOR), at=now())
    assert told("hn.ljw.deputy") == ["有1件等您复核签批，最早的已等1个工作日"]
    assert told(DIRECTOR) == []


def test_seal_only_after_some_hours() -> None:
    cast.approved()
    soon = told_to(person(KEEPER).pk, now() + timedelta(hours=3, minutes=59))
    assert soon == ()
    later = told_to(person(KEEPER).pk, now() + timedelta(hours=4, minutes=1))
    assert later[0].sentences[0].startswith("有1件已签批，等您盖章")


def test_accept_and_deadline() -> None:
    case = cast.applied()
    assert told(CLERK) == ["有1件申请等您收下，最早的已等1个工作日"]
    cast.accept(case, officer(CLERK))
    assert told(CLERK, 1) == ["有1件快到期或者已经到期，等您办，其中1件已经超期"]  # on the spot: due today


def test_what_has_time_is_not_told() -> None:
    case = cast.applied()
    cast.accept(case, officer(CLERK))
    Certificate.objects.filter(pk=case).update(working_days=5)
    assert told(CLERK, 3) == []
    assert told(CLERK, 4) == ["有1件快到期或者已经到期，等您办"]
    assert told(CLERK, 6) == ["有1件快到期或者已经到期，等您办，其中1件已经超期"]


def test_objections() -> None:
    notice = held.post(uuid4())
    assert told(CLERK) == []
    objection = held.object_to(notice)
    for who in (CLERK, DIRECTOR):
        assert told(who) == ["有1条对公示的异议还没答复，最早的已等1个工作日"]
    held.answer(objection)
    assert told(CLERK) == told(DIRECTOR) == []


def test_slips() -> None:
    pad = pads.printed(slips=3)
    assert told(KEEPER, 5) == []
    certificates.spoil_slip(slip_id=pads.slip(pad, 2).pk, reason="damaged", actor=officer(KEEPER), at=now())
    assert told(KEEPER, 2) == []
    assert told(KEEPER, 3) == ["有1张应急用印单过了日子还没补登"]


def test_letters() -> None:
    letter = drafted()
    assert told(DIRECTOR) == ["有1份告知函等您签发，最早的已等1个工作日"]
    cast.let_go(certificate_id=letter, actor=officer(DIRECTOR), at=now())
    assert told(DIRECTOR) == []


def test_overdue_below() -> None:
    case = cast.applied()
    cast.accept(case, officer(CLERK))
    words = "有1个村（社区）有超期没办完的"
    assert all(words not in place.sentences for place in told_to(person(TOWNSHIP).pk, now()))
    assert words in told(TOWNSHIP)
