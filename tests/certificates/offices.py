"""Offices given, lent and ended while a test runs, by the acts of the people's room."""

from datetime import timedelta

from tests.certificates.cast import VILLAGES, officer
from zhengyin.people import actions
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment
from zhengyin.people.offices import Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.who_appoints import Basis
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of


def appoint(username: str, office: Office, *, by: Actor, paper: Paper | None = None) -> Appointment:
    """Give one of the committee's people an office, from today; by default the director does."""
    at, person = now(), Account.objects.get(username=username).person_id
    village = VILLAGES[username.rsplit(".", 1)[0]]
    return actions.appoint(
        person_id=person, organization_id=village, office=office, since=day_of(at), actor=by, at=at,
        paper=paper or Paper(Basis.DIRECTOR, "主任指定（示例）"),
    )  # fmt: skip


def elected(username: str) -> None:
    """The township enters a member from the recorded election."""
    result = Paper(Basis.ELECTION, "补选结果（示例）", elected_on=day_of(now()))
    appoint(username, Office.COMMITTEE_MEMBER, by=officer("hn.pt.officer"), paper=result)


def lend(director: str, to: str) -> Actor:
    """The director lends the office for a week; return whoever now holds it, in a new session."""
    at = now()
    lent = Appointment.objects.get(person__accounts__username=director, office=Office.DIRECTOR.value)
    person = Account.objects.get(username=to).person_id
    actions.delegate(
        appointment_id=lent.pk, person_id=person, since=day_of(at), until=day_of(at) + timedelta(days=7),
        reason="外出学习（示例）", actor=officer(director), at=at,
    )  # fmt: skip
    return officer(to)


def end(username: str, office: Office, *, by: Actor) -> None:
    """Today is the first day without the office."""
    at = now()
    held = Appointment.objects.get(person__accounts__username=username, office=office.value)
    actions.end_appointment(appointment_id=held.pk, on=day_of(at), reason="换届", actor=by, at=at)
