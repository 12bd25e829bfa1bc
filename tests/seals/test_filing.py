"""备案: what stands in the book waits for the township, which acknowledges it or sends it back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.seals.cast import AT, HARIGENTU, LIJIAWAN, Cast, kinds_of, last_line, refused
from tests.seals.filed import acknowledge, answer, entrusted, key_of, rows, send_back, today
from zhengyin.people.actor import Actor
from zhengyin.registers.lines import BOOKS, kind_of
from zhengyin.seals import actions
from zhengyin.seals.lines.filing import TO_FILE
from zhengyin.seals.models import Filing
from zhengyin.seals.policy.filing import (
    FilingFacts,
    due_on,
    last_overdue,
    refusals_to_acknowledge,
    refusals_to_answer_filing,
    refusals_to_return_filing,
)
from zhengyin.seals.policy.seal import CommitteeFacts
from zhengyin.seals.queries.filings import FilingCounts, Part, filing_counts
from zhengyin.seals.workflow import FilingState
from zhengyin.shared.days import WorkingCalendar


@pytest.mark.clause("O2.3a")
def test_nothing_is_typed_twice_the_acts_line_waits_by_itself(cast: Cast) -> None:
    seal = cast.kept().seal
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    assert [row.title for row in rows(Part.OPEN)] == ["颁发印章", "委托保管印章", "印章报失"]
    assert filing_counts([LIJIAWAN], today()) == FilingCounts(open=3, overdue=0, returned=0, done=0)
    assert filing_counts([HARIGENTU], today()) == FilingCounts(0, 0, 0, 0)


@pytest.mark.clause("O2.3a")
def test_the_township_acknowledges_dated_and_by_name(cast: Cast) -> None:
    key = entrusted(cast)
    filing = acknowledge(cast, key)
    assert (filing.state, filing.handled_at) == (FilingState.ACKNOWLEDGED, AT)
    line = last_line(filing.pk)
    assert (line.kind, line.office, line.columns["filed"]) == (
        "filing.acknowledged",
        "township",
        "委托保管印章",
    )
    assert line.columns["number"] == f"平头川镇李家湾村印章台账〔2026〕{key.no}号"
    assert [row.title for row in rows(Part.OPEN)] == ["颁发印章"]
    assert [row.key for row in rows(Part.DONE)] == [key]


def test_not_twice(cast: Cast) -> None:
    key = entrusted(cast)
    acknowledge(cast, key)
    for again in (acknowledge, send_back):
        with refused("wrong_state"):
            again(cast, key)
    assert Filing.objects.count() == 1


@pytest.mark.parametrize("who", ["ljw_director", "ljw_custodian", "hn_lead", "ptc_director"])
def test_only_a_township_acknowledges(cast: Cast, who: str) -> None:
    key = entrusted(cast)
    with refused("wrong_office"):
        acknowledge(cast, key, who)


def test_a_neighbouring_township_does_not(cast: Cast) -> None:
    key = entrusted(cast)
    with refused("another_township"):
        acknowledge(cast, key, "hs_officer")


def test_what_need_not_be_filed_is_not(cast: Cast) -> None:
    """The order of a seal is the township's own; and a number that no line has."""
    key = key_of(cast.ordered().pk)
    for wrong in (key, replace(key, no=99), replace(key, book="appointments")):
        with refused("not_to_be_filed"):
            acknowledge(cast, wrong)


@pytest.mark.clause("O2.3a")
def test_sent_back_with_a_question_answered_and_acknowledged(cast: Cast) -> None:
    key = entrusted(cast)
    filing = send_back(cast, key)
    assert [row.key for row in rows(Part.RETURNED)] == [key]
    assert last_line(filing.pk).personal == {"question": "委托书缺日期"}
    answer(cast, key)
    again = send_back(cast, key, question="日期晚于保管")
    assert (again.question, again.answer, again.answered_by) == ("日期晚于保管", "", None)
    answer(cast, key, "ljw_custodian", "改正了")
    acknowledge(cast, key)
    assert kinds_of(filing.pk) == [
        "filing.returned", "filing.answered", "filing.returned", "filing.answered", "filing.acknowledged",
    ]  # fmt: skip
    assert Filing.objects.get().answer == "改正了"


def test_questions_and_answers_say_something(cast: Cast) -> None:
    key = entrusted(cast)
    with refused("filing_question_missing"):
        send_back(cast, key, question=" ")
    with refused("wrong_state"):
        answer(cast, key)  # nothing was asked
    send_back(cast, key)
    with refused("filing_answer_missing"):
        answer(cast, key, words="")
    with refused("wrong_office"):
        answer(cast, key, "ljw_clerk")


@pytest.mark.clause("O2.3a")
def test_unacknowledged_after_ten_days_it_is_overdue(cast: Cast) -> None:
    """2026-11-20 and ten days is a Monday; the first day is not counted."""
    entrusted(cast)
    (row, _) = rows(Part.OPEN)
    assert (row.due_on, row.days_left) == (date(2026, 11, 30), 10)
    assert filing_counts([LIJIAWAN], today(10)).overdue == 0
    assert filing_counts([LIJIAWAN], today(11)).overdue == 2
    late = rows(Part.OVERDUE, 12)
    assert [one.days_over for one in late] == [2, 2] and all(one.overdue for one in late)


def test_what_is_filed_is_declared_in_a_book_of_its_committee() -> None:
    assert {kind_of(kind).book for kind in TO_FILE} <= set(BOOKS)


CALENDAR = WorkingCalendar(off=frozenset({date(2026, 11, 30)}))


@pytest.mark.clause("O2.3a")
@pytest.mark.parametrize("happened, last", [
    (date(2026, 11, 20), date(2026, 12, 1)),  # the tenth day is a holiday here
    (date(2026, 11, 18), date(2026, 12, 1)),  # a Saturday, and on
    (date(2026, 11, 17), date(2026, 11, 27)),
])  # fmt: skip
def test_a_last_day_without_work_moves_on(happened: date, last: date) -> None:
    assert due_on(happened, 10, CALENDAR) == last


@pytest.mark.parametrize("shift", range(30))
def test_the_latest_overdue_day_is_the_latest(shift: int) -> None:
    today = date(2026, 11, 20) + timedelta(days=shift)
    day = last_overdue(today, 10, CALENDAR)
    assert due_on(day, 10, CALENDAR) < today <= due_on(day + timedelta(days=1), 10, CALENDAR)


FACTS = FilingFacts(CommitteeFacts(LIJIAWAN, HARIGENTU, "李家湾村村民委员会", ()), to_be_filed=True)
NOBODY = Actor(LIJIAWAN, "", None, frozenset())


def test_the_rules_name_every_reason() -> None:
    assert not [*refusals_to_acknowledge(FACTS, NOBODY), *refusals_to_return_filing(FACTS, "缺", NOBODY)]
    nothing = replace(FACTS, to_be_filed=False)
    assert [one.code for one in refusals_to_return_filing(nothing, "", NOBODY)] == [
        "not_to_be_filed", "filing_question_missing",
    ]  # fmt: skip
    assert [one.code for one in refusals_to_answer_filing(nothing, "")] == [
        "not_to_be_filed", "filing_answer_missing",
    ]  # fmt: skip
    assert not list(refusals_to_answer_filing(FACTS, "补了"))
