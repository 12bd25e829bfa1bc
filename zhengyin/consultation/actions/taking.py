"""A county's lead body makes a draft of admission of what a unit listed."""

import re
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.admission import actions as admission
from zhengyin.admission.kinds import Kind
from zhengyin.catalogue.kinds import Confidence, Standing
from zhengyin.consultation.actions.record import locked
from zhengyin.consultation.kinds import Part
from zhengyin.consultation.models import ListedItem, Reply, TakenUp
from zhengyin.consultation.policy.closing import refusals_to_take_up
from zhengyin.consultation.queries.facts import items_that_count, latest_of
from zhengyin.consultation.workflow import ITEM, ConsultationState, ItemAct, ItemState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_by
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.shared.refusal import refuse_if

NAMED = re.compile(r"《(.+?)》(.*)$")
FINAL = (ConsultationState.WEIGHING, ConsultationState.PUBLISHED)


@transaction.atomic
def take_up(*, item_id: UUID, lead_id: UUID, actor: Actor, at: datetime) -> TakenUp:
    """Draft the admission a unit's list asks for, once a county; it goes the whole way from there (O0a).

    `lead_id` is the county's own, where it asked or was asked. Refused: wrong_state, wrong_office,
    lists_still_change, list_given_anew, and whatever admission.draft refuses.
    """
    of = ListedItem.objects.values_list("reply__addressee__consultation_id", flat=True).get(pk=item_id)
    row, lead = locked(of), Organization.objects.get(pk=lead_id)
    item = ListedItem.objects.select_related("reply__addressee").get(pk=item_id)
    there = TakenUp.objects.filter(item=item, county_code=lead.county_code).exists()
    state = ItemState.TAKEN_UP if there else ItemState.LISTED
    here = row.body_id == lead_id or row.addressees.filter(body=lead).exists()
    offices = actor.offices_at(lead_id) if here else frozenset[Office]()
    step, signature = step_by(ITEM, state, ItemAct.TAKE_UP, offices, actor)
    latest = items_that_count(row.pk).filter(pk=item_id).exists()
    refuse_if(refusals_to_take_up(final=row.state in FINAL, latest=latest))
    proposal = admission.draft(
        county_code=lead.county_code,
        applicant_id=None,
        kind=Kind.ADMIT,
        typed=_typed(item),
        actor=actor,
        at=at,
    )
    made = TakenUp.objects.create(item=item, county_code=lead.county_code, proposal=proposal)
    registers.write(
        kind=step.line, owner=lead_id, county_code=lead.county_code, subject=row.pk, happened_at=at,
        signature=signature,
        columns={"title": row.title, "unit": item.reply.addressee.name, "item": item.name},
    )  # fmt: skip
    return made


def _typed(item: ListedItem) -> admission.Typed:
    """What the list says of it; the rest of the form is still to be written."""
    unit = item.reply.addressee
    liaison: Reply | None = latest_of(unit.pk, Part.LIAISON)
    return admission.Typed(
        applicant_name=unit.name, liaison=liaison.liaison if liaison else "",
        telephone=(liaison.telephone if liaison else "")[:20], item_name=item.name,
        entry={
            "name": item.name, "bases": [_basis(item.basis)] if item.basis else [],
            "class_of_use": item.class_of_use or None,
        },
        said={"purpose": item.purpose},
    )  # fmt: skip


def _basis(words: str) -> dict[str, str]:
    """《户口登记条例》第十条, as a unit writes it; what it does not say is still to be checked."""
    found = NAMED.match(words)
    document, article = found.groups() if found else (words, "")
    return {
        "document": document, "number": "", "article": article.strip() or "待核",
        "standing": Standing.IN_FORCE.value, "confidence": Confidence.PARTIAL.value,
    }  # fmt: skip
