"""What is told of a year, or of a committee, that is over: each time to the one whose turn it is."""

import pytest

from tests.archive import cast
from tests.archive.test_acts import given_back
from tests.archive.test_ended_registers import close, ended
from tests.reminders.values import DIRECTOR, KEEPER, SUPERVISOR, TOWNSHIP, person
from zhengyin.registers.actions import publish_checkpoint
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import told_to

pytestmark = [pytest.mark.usefixtures("last_year"), pytest.mark.clause("H3.2.3e")]
COUNT = "有1个年度的登记簿等您清点"
SIGN = "有1个年度的登记簿清点好了，等您核对、签名"
CLOSE = "有1个年度的登记簿签好了名，等您归档"
PACK = "有1个年度的登记簿等您做成归档包"
RECEIVE = "有1个村（社区）的归档包等您接收"


def told() -> dict[str, str]:
    """By whom, what is said of the year; who is not told is not there."""
    found = {}
    for username in (KEEPER, SUPERVISOR, DIRECTOR, TOWNSHIP):
        for place in told_to(person(username).pk, now()):
            for words in place.sentences:
                if "年度" in words or "归档" in words:
                    found[username] = words
    return found


def test_each_is_told_when_it_is_his_turn() -> None:
    assert told() == {KEEPER: COUNT}
    cast.months_signed()
    cast.prepared()
    assert told() == {SUPERVISOR: SIGN}
    cast.signed()
    assert told() == {DIRECTOR: CLOSE}
    cast.closed()
    assert told() == {KEEPER: PACK}
    publish_checkpoint(at=now())
    cast.made()
    cast.packed()
    assert told() == {TOWNSHIP: RECEIVE}
    cast.received()
    assert told() == {}


def test_what_came_back_is_counted_again() -> None:
    cast.months_signed()
    cast.prepared()
    given_back()
    assert told() == {KEEPER: COUNT}


@pytest.mark.clause("H3.2.1d")
def test_the_township_is_told_of_registers_of_a_committee_that_ended_until_they_are_closed() -> None:
    def told_above() -> list[str]:
        return [
            words
            for place in told_to(person(TOWNSHIP).pk, now())
            for words in place.sentences
            if "撤并" in words
        ]

    assert told_above() == []  # a committee that goes on
    ended()
    assert told_above() == ["有1个撤并的村（社区）的登记簿等您关闭"]
    close()
    assert told_above() == []
