"""What a unit returns, by its link, at its desk or on paper: each part by itself, each time kept."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.admission.kinds import Way
from zhengyin.consultation.actions.record import locked, write
from zhengyin.consultation.facts import Answering, Row, Said
from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.models import Addressee, Clause, Consultation, ListedItem, Opinion, Reply
from zhengyin.consultation.policy.answering import is_late, refusals_to_answer
from zhengyin.consultation.queries.facts import OFFICE_OF, facts_for_answer, latest_of
from zhengyin.consultation.workflow import (
    ADDRESSEE,
    ITEM,
    OPINION,
    AddresseeAct,
    AddresseeState,
    ItemAct,
    OpinionAct,
)
from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

BY_LINK = "link"  # stands for the office of whoever holds the one-time link


@transaction.atomic
def answer(
    *,
    addressee_id: UUID,
    said: Said,
    way: Way,
    actor: Actor | None,
    at: datetime,
    scan_id: UUID | None = None,
) -> Addressee:
    """Keep the parts that came; a part given before is replaced until the deadline (O0a).

    `actor` is None for whoever holds the link. A part that says what stands already is not kept twice.
    Refused: wrong_state, wrong_office, the codes of policy.answering.
    """
    unit, row = _locked(addressee_id)
    offices = _answering(unit, row, way, actor)
    step = ADDRESSEE.step(AddresseeState(unit.state), AddresseeAct.ANSWER, offices)
    scan_id = scan_id if way is Way.PAPER else None
    answered_on = said.answered_on if way is Way.PAPER else day_of(at)
    new = said.only([part for part in said.parts if not _stands(unit, part, said, scan_id)])
    if said.parts and not new.parts:
        return unit
    said = replace(new, answered_on=answered_on, scanned=scan_id is not None)
    facts = facts_for_answer(row, unit, said, way, at)
    refuse_if(refusals_to_answer(facts))
    for part in said.parts:
        _keep(unit, part, facts, scan_id)
    unit.state = step.after.value
    unit.save(update_fields=("state",))
    write(
        row, step.line, _signature(unit, actor, offices), at, subject=unit.pk, columns=_columns(unit, facts),
        personal={
            "words": "；".join(words.strip() for _, words in said.opinions),
            "answered_by": said.answered_by.strip(), "liaison": " ".join(said.liaison or ()),
        },
    )  # fmt: skip
    return unit


def _columns(unit: Addressee, facts: Answering) -> dict[str, str]:
    said = facts.said
    assert said.answered_on is not None  # the rules asked for it
    told = {Part.OPINIONS: "无意见", Part.ITEMS: "没有要报的事项"}
    none = {Part.OPINIONS: said.stance is Stance.NONE, Part.ITEMS: said.listing is Stance.NONE}
    return {
        "unit": unit.name, "way": facts.way.words, "answered_on": said.answered_on.isoformat(),
        "parts": "、".join(told[part] if none.get(part) else part.words for part in said.parts),
        "late": "逾期" if is_late(facts, said.answered_on) else "",
    }  # fmt: skip


def _locked(addressee_id: UUID) -> tuple[Addressee, Consultation]:
    """The consultation's lock first: closing waits for an answer under way, and it for closing."""
    of = Addressee.objects.values_list("consultation_id", flat=True).get(pk=addressee_id)
    row = locked(of)
    unit = Addressee.objects.select_for_update(of=("self",)).select_related("body").get(pk=addressee_id)
    return unit, row


def _answering(unit: Addressee, row: Consultation, way: Way, actor: Actor | None) -> frozenset[str]:
    """The unit's own desk, its link, or the asking body with the paper in hand."""
    if actor is None:
        return frozenset({BY_LINK}) if way is Way.LINK else frozenset()
    if way is Way.PAPER:
        return frozenset(actor.offices_at(row.body_id) & {Office.CITY, Office.COUNTY_LEAD})
    if unit.body is None or way is Way.LINK:
        return frozenset()
    return frozenset(actor.offices_at(unit.body.pk) & {OFFICE_OF[unit.body.kind]})


def _signature(unit: Addressee, actor: Actor | None, offices: Collection[str]) -> Signature:
    if actor is None:
        return Signature(unit.pk, "凭一次性链接", BY_LINK, None)
    return actor.signature(Office(next(iter(offices))))


def _keep(unit: Addressee, part: Part, facts: Answering, scan_id: UUID | None) -> None:
    said, before = facts.said, latest_of(unit.pk, part)
    assert said.answered_on is not None  # the rules asked for it
    liaison, telephone = said.liaison if part is Part.LIAISON and said.liaison else ("", "")
    reply = Reply.objects.create(
        addressee=unit, part=part.value, no=before.no + 1 if before else 1,
        stance=_stance(part, said).value, liaison=liaison.strip(), telephone=telephone.strip(),
        way=facts.way.value, answered_by=said.answered_by.strip(), answered_on=said.answered_on,
        recorded_at=facts.at, late=is_late(facts, said.answered_on), scan_id=scan_id,
    )  # fmt: skip
    if part is Part.OPINIONS and said.stance is Stance.GIVEN:
        state = OPINION.step(None, OpinionAct.GIVE, (BY_LINK,)).after.value
        clauses = dict(Clause.objects.filter(consultation=unit.consultation_id).values_list("no", "pk"))
        for no, words in said.opinions:
            if words.strip():
                Opinion.objects.create(
                    reply=reply, clause_id=clauses.get(no), words=words.strip(), state=state
                )
    if part is Part.ITEMS and said.listing is Stance.GIVEN:
        ITEM.step(None, ItemAct.LIST, (BY_LINK,))
        for no, one in enumerate(said.items, 1):
            ListedItem.objects.create(reply=reply, no=no, **_typed(one))


def _stance(part: Part, said: Said) -> Stance:
    stance = {Part.OPINIONS: said.stance, Part.ITEMS: said.listing, Part.LIAISON: Stance.GIVEN}[part]
    assert stance is not None  # the part is among what came
    return stance


def _typed(one: Row) -> dict[str, str]:
    return {
        "name": one.name.strip(), "basis": one.basis.strip(), "purpose": one.purpose.strip(),
        "class_of_use": one.class_of_use,
    }  # fmt: skip


def _stands(unit: Addressee, part: Part, said: Said, scan_id: UUID | None) -> bool:
    """What counts of this part says the very same; on paper, it is the same paper too."""
    reply = latest_of(unit.pk, part)
    if reply is None or reply.stance != _stance(part, said).value:
        return False
    scans = StoredFile.objects.filter(pk__in=[one for one in (scan_id, reply.scan_id) if one])
    if scan_id and (reply.scan_id is None or scans.values("sha256").distinct().count() > 1):
        return False
    if part is Part.OPINIONS:
        there = {
            (one.clause.no if one.clause else 0, one.words) for one in reply.opinions.select_related("clause")
        }
        return there == {(no, words.strip()) for no, words in said.opinions if words.strip()}
    if part is Part.ITEMS:
        items = [
            Row(one.name, one.basis, one.purpose, one.class_of_use) for one in reply.items.order_by("no")
        ]
        return items == [Row(**_typed(one)) for one in said.items]
    return (reply.liaison, reply.telephone) == tuple(one.strip() for one in said.liaison or ())
