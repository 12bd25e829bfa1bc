"""People who said yes, and moments at which offices are reminded."""

from datetime import datetime, timedelta

from tests.certificates.cast import officer
from zhengyin.outbox.models import Message
from zhengyin.people.models import Account, Person
from zhengyin.regions import queries as regions
from zhengyin.registers.queries import now
from zhengyin.reminders import actions
from zhengyin.reminders.models import Choice
from zhengyin.reminders.policy.choice import Way
from zhengyin.shared.days import day_of, start_of

DIRECTOR, CLERK, KEEPER = "hn.ljw.director", "hn.ljw.clerk", "hn.ljw.custodian"
SUPERVISOR, TOWNSHIP = "hn.ljw.supervisor", "hn.pt.officer"


def person(username: str) -> Person:
    return Account.objects.get(username=username).person


def says_yes(username: str, way: Way = Way.SMS) -> Choice:
    return actions.choose(way=way, actor=officer(username), at=now())


def working(days: int) -> datetime:
    """A quarter to nine of the working day that many of them after today."""
    day = regions.calendar().add_working_days(day_of(now()), days)
    return start_of(day) + timedelta(hours=8, minutes=45)


def texts() -> list[str]:
    return list(Message.objects.order_by("put_at", "id").values_list("text", flat=True))
