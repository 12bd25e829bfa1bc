"""Every act begins alike: the row's lock and the table's step; and ends alike: state and line."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.admission.kinds import Kind
from zhengyin.admission.lines import BOOK
from zhengyin.admission.models import Proposal
from zhengyin.admission.workflow import PROPOSAL, ProposalAct, ProposalState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_by
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING, Held, Line
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.workflow import Step

Taken = tuple[Proposal, Step[ProposalState, ProposalAct], Signature]


def hold(lead_id: UUID, at: datetime) -> Held:
    """Lock the lead body's 准入登记簿 until the end: what is numbered or counted there comes one by one."""
    return registers.hold(owner=lead_id, book=BOOK, year=day_of(at).year)


def locked(rows: QuerySet[Proposal]) -> tuple[Proposal, ...]:
    """Lock several, always in the same order and always before the book: nobody waits in a ring."""
    return tuple(rows.select_for_update(of=("self",)).order_by("pk"))


def taken(proposal_id: UUID, act: ProposalAct, actor: Actor) -> Taken:
    """Lock a proposal and find the step, for the applicant's desk or the lead body's."""
    row = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal_id)
    return row, *step_by(PROPOSAL, ProposalState(row.state), act, offices_of(row, actor), actor)


def offices_of(row: Proposal, actor: Actor) -> frozenset[Office]:
    """What the person holds at either end of the proposal.

    A draft of a department's own is nobody else's: the lead body writes for those without a desk.
    """
    at_lead = actor.offices_at(row.lead_id) & {Office.COUNTY_LEAD}
    if row.applicant_id is None:
        return at_lead
    own = actor.offices_at(row.applicant_id) & {Office.DEPARTMENT}
    return own if row.state == ProposalState.DRAFT else own | at_lead


def carry_out(
    begun: Taken,
    at: datetime,
    *,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    held: Held | None = None,
) -> Line:
    """Save the row in its new state and write its line."""
    row, step, signature = begun
    row.state = step.after.value
    if step.after in PROPOSAL.ends:
        row.ended_at = at
    row.save()
    return registers.write(
        kind=step.line, owner=row.lead_id, county_code=row.county_code, subject=row.pk, happened_at=at,
        signature=signature,
        columns={
            "kind": Kind(row.kind).words, "applicant": row.applicant_name, "item": row.item_name, **columns,
        },
        personal=personal, held=held,
    )  # fmt: skip
