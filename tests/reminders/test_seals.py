"""What is told of one committee's seals, and to its township: handover, take-out, filing, loss."""

from datetime import datetime, timedelta

import pytest

from tests.seals import filed, outings
from tests.seals.cast import AT, LIJIAWAN, Cast, later
from tests.seals.outings import HOUR
from tests.seals.test_handover import begin, begun, complete, count
from tests.seals.test_lost_keys import lose
from tests.seals.test_report_loss import report
from tests.seals.test_voiding import void
from zhengyin.reminders.queries import told_to
from zhengyin.seals import actions

DIRECTOR, KEEPER, CLERK, SUPERVISOR = "ljw_director", "ljw_custodian", "ljw_clerk", "ljw_supervisor"
TOWNSHIP = "pt_officer"


def told(cast: Cast, who: str, at: datetime, about: str) -> list[str]:
    """The sentences about a thing, of everywhere this person works."""
    found = [words for place in told_to(cast.person(who).pk, at) for words in place.sentences]
    return [words for words in found if about in words]


@pytest.mark.clause("H3.2.4e")
@pytest.mark.parametrize("who", [DIRECTOR, KEEPER, SUPERVISOR])
def test_a_handover_is_told_to_who_signs_it(cast: Cast, who: str) -> None:
    seal = cast.kept().seal
    assert told(cast, who, AT, "移交") == []
    begin(cast, seal)
    assert told(cast, who, AT, "移交") == ["有1件印章移交还没办完，还剩10天"]
    assert told(cast, who, later(10), "移交") == ["有1件印章移交还没办完，今天是最后一天"]
    assert told(cast, who, later(11), "移交") == ["有1件印章移交还没办完，其中1件已经超期"]
    assert told(cast, CLERK, later(11), "移交") == []


@pytest.mark.clause("H3.2.4e")
def test_the_township_is_told_of_a_handover_past_its_last_day(cast: Cast) -> None:
    begun(cast)
    assert told(cast, TOWNSHIP, later(10), "移交") == []
    assert told(cast, TOWNSHIP, later(11), "移交") == ["有1件印章移交超期"]


def test_a_handover_signed_is_told_no_more(cast: Cast) -> None:
    row = begun(cast)
    count(cast, row)
    complete(cast, row)
    assert all(told(cast, who, later(1), "移交") == [] for who in (DIRECTOR, SUPERVISOR, CLERK))


def test_who_is_to_take_over_is_told_although_without_the_office(cast: Cast) -> None:
    row = begun(cast)
    assert told(cast, CLERK, AT, "接交") == []
    actions.name_successor(
        handover_id=row.pk, person_id=cast.person(CLERK).pk, actor=cast.actor(DIRECTOR), at=AT
    )
    assert told(cast, CLERK, AT, "接交") == ["有1件印章等您接交"]
    assert told(cast, KEEPER, AT, "接交") == []


def test_a_take_out_asked_for_waits_for_the_director(cast: Cast) -> None:
    row = outings.asked(cast)
    assert told(cast, DIRECTOR, AT, "带出") == ["有1次带出印章等您同意"]
    assert told(cast, KEEPER, AT, "带出") == []
    outings.approve(cast, row)
    assert told(cast, DIRECTOR, AT, "带出") == []


def test_a_seal_outside_is_told_on_its_day_and_when_it_is_late(cast: Cast) -> None:
    outings.out(cast)
    for who in (DIRECTOR, KEEPER):
        assert told(cast, who, outings.UNTIL - HOUR, "带出") == ["有1件带出的印章到了归还的日子"]
        late = "有1件带出的印章到了归还的日子，其中1件已经超期"
        assert told(cast, who, outings.UNTIL + HOUR, "带出") == [late]
    assert told(cast, TOWNSHIP, outings.UNTIL - HOUR, "带出") == []
    assert told(cast, TOWNSHIP, outings.UNTIL + HOUR, "带出") == ["有1件带出的印章过了时间没有归还"]


def test_a_seal_that_is_due_tomorrow_or_is_back_is_not_told(cast: Cast) -> None:
    row = outings.ask(cast, cast.kept().seal, until_at=outings.UNTIL + timedelta(days=1))
    outings.leave(cast, outings.approve(cast, row))
    assert told(cast, KEEPER, outings.UNTIL, "带出") == []
    outings.back(cast, row)
    assert told(cast, KEEPER, later(3), "带出") == []


def test_filings_wait_for_the_township(cast: Cast) -> None:
    key = filed.entrusted(cast)
    (before,) = told(cast, TOWNSHIP, AT, "等您签收")
    waiting = int(before.removeprefix("有").split("件")[0])
    filed.send_back(cast, key)
    assert told(cast, TOWNSHIP, AT, "等您签收") == [f"有{waiting - 1}件备案等您签收"], "now the committee's"
    filed.answer(cast, key)
    assert told(cast, TOWNSHIP, AT, "等您签收") == [before]
    filed.acknowledge(cast, key)
    assert told(cast, TOWNSHIP, AT, "等您签收") == [f"有{waiting - 1}件备案等您签收"]


@pytest.mark.parametrize("who", [DIRECTOR, KEEPER])
def test_a_filing_sent_back_waits_for_the_committee(cast: Cast, who: str) -> None:
    key = filed.entrusted(cast)
    assert told(cast, who, AT, "备案") == []
    filed.send_back(cast, key)
    assert told(cast, who, AT, "备案") == ["有1件备案被乡镇退回，等您补正"]
    assert told(cast, CLERK, AT, "备案") == []
    filed.answer(cast, key)
    assert told(cast, who, AT, "备案") == []


def test_a_filing_over_ten_days_is_told_to_the_township_whose_duty_it_is(cast: Cast) -> None:
    key = filed.entrusted(cast)
    assert told(cast, TOWNSHIP, later(10), "过了期限") == []
    (above,) = told(cast, TOWNSHIP, later(11), "过了期限")
    assert above.endswith("件备案过了期限还没有签收")
    assert told(cast, DIRECTOR, later(11), "过了期限") == told(cast, KEEPER, later(11), "过了期限") == []
    filed.acknowledge(cast, key)
    assert told(cast, TOWNSHIP, later(11), "过了期限") != [above]


@pytest.mark.clause("H3.2.1b")
def test_a_loss_is_told_to_the_township_until_another_is_made(cast: Cast) -> None:
    seal = cast.kept().seal
    report(cast, seal)
    assert told(cast, TOWNSHIP, AT, "报失") == ["有1件印章报失或公告作废，还没有补发"]
    assert told(cast, "hs_officer", AT, "报失") == []
    actions.order_seal(organization_id=LIJIAWAN, actor=cast.actor(TOWNSHIP), at=AT, reason="原章报失，补发")
    assert told(cast, TOWNSHIP, AT, "报失") == []


@pytest.mark.clause("H3.2.1c")
def test_a_seal_declared_void_is_not_called_lost(cast: Cast) -> None:
    void(cast, cast.kept().seal)
    assert told(cast, DIRECTOR, AT, "印章") == ["有1件印章公告作废，还没有补发，请去看"]
    assert told(cast, TOWNSHIP, AT, "报失") == ["有1件印章报失或公告作废，还没有补发"]


def test_a_disputed_seal_is_no_loss(cast: Cast) -> None:
    seal = cast.kept().seal
    actions.stop_seal(seal_id=seal.pk, reason="两人争执", actor=cast.actor(TOWNSHIP), at=AT)
    assert told(cast, TOWNSHIP, AT, "报失") == []


def test_no_sentence_names_anybody(cast: Cast) -> None:
    begun(cast)
    everybody = (DIRECTOR, KEEPER, SUPERVISOR, CLERK, TOWNSHIP)
    said = "".join(words for who in everybody for words in told(cast, who, later(11), ""))
    names = [cast.person(who).name for who in everybody]
    assert said and all(name not in said for name in names)


@pytest.mark.clause("H3.2.1b")
def test_a_lost_key_is_told_to_those_who_sign_with_it_and_to_the_township(cast: Cast) -> None:
    cast.kept()
    lose(cast)
    here = "有1件校验证书挂失，乡镇签发新的以前不能盖章，请去看"
    assert [told(cast, who, AT, "校验证书") for who in (DIRECTOR, KEEPER, CLERK)] == [[here], [here], []]
    assert told(cast, TOWNSHIP, AT, "校验证书") == ["有1个村（社区）的校验证书挂失了，等您签发新的"]
    assert told(cast, "hs_officer", AT, "校验证书") == []
    actions.issue_signing_certificate(organization_id=LIJIAWAN, actor=cast.actor(TOWNSHIP), at=later(1))
    assert all(told(cast, who, later(1), "校验证书") == [] for who in (DIRECTOR, KEEPER, TOWNSHIP))
