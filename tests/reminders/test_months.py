"""Months that are over and that nobody signed: the supervision committee's, and the township's to know."""

from tests.certificates.cast import LIJIAWAN, officer
from tests.reminders.values import DIRECTOR, SUPERVISOR, TOWNSHIP, person, working
from tests.supervision.past import months
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import told_to
from zhengyin.supervision.actions import sign_month


def told(username: str) -> list[str]:
    found = [words for at in told_to(person(username).pk, working(1)) for words in at.sentences]
    return [words for words in found if "月" in words]


def test_months_wait_until_somebody_signs(past: World) -> None:
    older, last = months(now())
    assert told(SUPERVISOR) == [f"有2个月的登记等您核对、签名，最早的是{older.words}"]
    assert told(TOWNSHIP) == ["有1个村（社区）有没核对的月份"]
    assert told(DIRECTOR) == []
    for month in (older, last):
        sign_month(organization_id=LIJIAWAN, month=month, note="", actor=officer(SUPERVISOR), at=now())
    assert told(SUPERVISOR) == told(TOWNSHIP) == []
