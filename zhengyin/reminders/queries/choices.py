"""What the owner chose, and what may be chosen here."""

from dataclasses import dataclass
from datetime import datetime

from zhengyin.outbox.policy import Channel
from zhengyin.people import senders
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.reminders.models import Choice, EmailCode
from zhengyin.reminders.policy.choice import TRIES, ChoiceFacts, CodeFacts, Way
from zhengyin.shared.days import day_of, start_of


@dataclass(frozen=True, slots=True)
class RemindersPage:
    """The page 提醒我. `pending` is the address a code went to just now, masked."""

    way: Way
    phone_tail: str
    email: str
    sms_offered: bool
    email_offered: bool
    pending: str
    holds_office: bool


def reminders_page(person: Person, actor: Actor, at: datetime) -> RemindersPage:
    """Gather the page."""
    choice, offered = choice_of(person), senders.offered()
    code = last_code(person)
    live = code is not None and code.used_at is None and code.expires_at > at and code.tries < TRIES
    return RemindersPage(
        way=Way(choice.way) if choice else Way.NONE,
        phone_tail=person.phone_tail,
        email=choice.email_masked if choice else "",
        sms_offered=Channel.SMS in offered,
        email_offered=Channel.EMAIL in offered,
        pending=code.email_masked if code and live else "",
        holds_office=bool(actor.holds),
    )


def choice_of(person: Person) -> Choice | None:
    """What was chosen, if anything ever was."""
    return Choice.objects.filter(person=person).first()


def last_code(person: Person) -> EmailCode | None:
    """The code sent last to any address."""
    return EmailCode.objects.filter(person=person).order_by("-sent_at", "-id").first()


def facts_for_choose(person: Person, choice: Choice | None, actor: Actor) -> ChoiceFacts:
    """What the rule looks at."""
    return ChoiceFacts(
        offered=frozenset(senders.offered()),
        phone=person.phone_tail != "",
        email=choice is not None and choice.email_masked != "",
        holds_office=bool(actor.holds),
    )


def facts_for_send_code(person: Person, address: str, actor: Actor, at: datetime) -> CodeFacts:
    """What the rule looks at."""
    last = last_code(person)
    today = EmailCode.objects.filter(person=person, sent_at__gte=start_of(day_of(at)))
    return CodeFacts(
        offered=frozenset(senders.offered()),
        address=address,
        last_sent_at=last.sent_at if last else None,
        sent_today=today.count(),
        holds_office=bool(actor.holds),
    )
