"""The demonstration's consultation: sent by the same acts as any other, some answers there."""

from datetime import datetime, timedelta

from django.db import transaction

from zhengyin.admission.kinds import Way
from zhengyin.consultation.actions.answering import answer
from zhengyin.consultation.actions.drafting import Typed, draft
from zhengyin.consultation.actions.sending import send
from zhengyin.consultation.clauses import titled
from zhengyin.consultation.example import Example, ExampleAnswer
from zhengyin.consultation.facts import Said
from zhengyin.consultation.kinds import Stance
from zhengyin.consultation.models import Addressee, Consultation
from zhengyin.consultation.queries.facts import units_to_ask
from zhengyin.people.models import Account
from zhengyin.people.queries import actor_for
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import is_demonstration
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused


@transaction.atomic
def load_demo_consultation(*, example: Example, login: str, at: datetime) -> Consultation:
    """Send it and let its units answer; one that stands already is left as it is.

    `login` is the account of the person who drafts. Refused: not_a_demonstration, and what the acts refuse.
    """
    if not is_demonstration():
        raise Refused([Refusal("not_a_demonstration")])
    body = Organization.of(example.body)
    if standing := Consultation.objects.filter(body=body, title=titled(example.title)).first():
        return standing
    actor = actor_for(Account.objects.select_related("person").get(username=login), None, at)
    typed = Typed(example.title, example.text, example.contact, example.telephone)
    row = draft(body_id=body.pk, typed=typed, actor=actor, at=at)
    send(
        consultation_id=row.pk, bodies=list(units_to_ask(body)), others=example.others,
        due_on=day_of(at) + timedelta(days=example.days), due_time=None, actor=actor, at=at,
    )  # fmt: skip
    for one in example.answers:
        _answer(row, one, at)
    row.refresh_from_db()
    return row


def _answer(row: Consultation, one: ExampleAnswer, at: datetime) -> None:
    marks = {mark: no for no, mark in row.clauses.values_list("no", "mark")}
    said = Said(
        answered_by=one.answered_by,
        stance=Stance.NONE if one.none else Stance.GIVEN if one.opinions else None,
        opinions=tuple((marks[mark], words) for mark, words in one.opinions.items()),
        liaison=one.liaison,
    )
    unit = Addressee.objects.get(consultation=row, name=one.unit)
    answer(addressee_id=unit.pk, said=said, way=Way.LINK, actor=None, at=at)
