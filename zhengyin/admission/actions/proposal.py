"""The paper: drafted, submitted, withdrawn by whoever asks; returned, refused, taken in by the lead body."""

from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from zhengyin.admission.actions.record import carry_out, hold, offices_of, taken
from zhengyin.admission.kinds import Kind, Rule
from zhengyin.admission.models import Proposal
from zhengyin.admission.policy.proposal import (
    refusals_to_accept,
    refusals_to_draft,
    refusals_to_file,
    refusals_to_refuse,
    refusals_to_submit,
    refusals_without_reason,
)
from zhengyin.admission.queries.facts import facts_for_accept, facts_for_submit, stands
from zhengyin.admission.workflow import PROPOSAL, ProposalAct, ProposalState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_by
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.regions.queries import lead_of, place, settings_for
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

SAME = ("county_code", "kind", "covers", "applicant_id", "drafted_by_id")  # of two forms that are one


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as typed: `entry` is the item without code (catalogue.entries.Entry), `said` by Piece.key."""

    applicant_name: str
    liaison: str
    telephone: str
    item_name: str
    item_code: str = ""
    entry: dict[str, Any] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    stop_on: date | None = None


@transaction.atomic
def draft(
    *, county_code: str, applicant_id: UUID | None, kind: Kind, typed: Typed, actor: Actor, at: datetime,
    covers: FormCovers = FormCovers.CERTIFICATES,
) -> Proposal:  # fmt: skip
    """Begin a form: a department its own, the lead body the paper of one that has no desk (H2.2a, O3.2b).

    The same form sent twice is one draft: of two at once the second waits, and finds what the first made.
    """
    lead = lead_of(county_code)
    row = Proposal(
        county_code=county_code, lead_id=lead, kind=kind.value, covers=covers.value,
        form_name=_form_name(county_code, covers),
        applicant_id=applicant_id, drafted_by_id=actor.person_id, drafted_at=at, state="",
    )  # fmt: skip
    step, signature = step_by(PROPOSAL, None, ProposalAct.DRAFT, _drafting(row, actor), actor)
    _put(row, typed)
    refuse_if(refusals_to_draft(row.applicant_name, row.item_name, form=bool(row.form_name)))
    hold(lead, at)
    if earlier := _sent_before(row):
        return earlier
    carry_out((row, step, signature), at)
    return row


@transaction.atomic
def change(*, proposal_id: UUID, typed: Typed, actor: Actor, at: datetime) -> Proposal:
    """Type it anew while it is a draft."""
    begun = taken(proposal_id, ProposalAct.CHANGE, actor)
    _put(begun[0], typed)
    refuse_if(refusals_to_draft(begun[0].applicant_name, begun[0].item_name))
    carry_out(begun, at)
    return begun[0]


@transaction.atomic
def submit(
    *,
    proposal_id: UUID,
    actor: Actor,
    at: datetime,
    paper_id: UUID | None = None,
    received_on: date | None = None,
) -> Proposal:
    """Hand it in; what came on paper with its scan and the day it was received (H2.2a, H4.2a)."""
    begun = taken(proposal_id, ProposalAct.SUBMIT, actor)
    row = begun[0]
    row.paper_id = paper_id or row.paper_id
    row.received_on = (received_on if row.applicant_id is None else None) or day_of(at)
    if row.kind == Kind.ADJUST:
        row.before = stands(row, day_of(at))
    refuse_if(refusals_to_submit(facts_for_submit(row, row.received_on, at)))
    row.submitted_at = at
    carry_out(begun, at, columns={"received_on": row.received_on.isoformat(), "form": row.form_name})
    return row


@transaction.atomic
def withdraw(*, proposal_id: UUID, reason: str, actor: Actor, at: datetime) -> Proposal:
    """Take it back before it is published; what the joint meeting approved too, so that nothing is stuck."""
    return _ended(proposal_id, ProposalAct.WITHDRAW, reason, actor, at)


@transaction.atomic
def return_(*, proposal_id: UUID, reason: str, actor: Actor, at: datetime) -> Proposal:
    """Send it back to be completed; it is a draft again."""
    return _ended(proposal_id, ProposalAct.RETURN, reason, actor, at)


@transaction.atomic
def refuse(*, proposal_id: UUID, rule: Rule | None, reason: str, actor: Actor, at: datetime) -> Proposal:
    """Not taken in, by a named rule (H2.2e, O2.1a–f)."""
    begun = taken(proposal_id, ProposalAct.REFUSE, actor)
    refuse_if(refusals_to_refuse(Kind(begun[0].kind), rule, reason))
    assert rule is not None  # the rules asked for it
    begun[0].rule = rule.value
    carry_out(begun, at, columns={"rule": rule.words}, personal={"reason": reason.strip()})
    return begun[0]


@transaction.atomic
def accept(*, proposal_id: UUID, actor: Actor, at: datetime) -> Proposal:
    """Take it in under a number: complete, with a basis, neither prohibited nor proved by a document."""
    begun = taken(proposal_id, ProposalAct.ACCEPT, actor)
    row = begun[0]
    held = hold(row.lead_id, at)
    refuse_if(refusals_to_accept(facts_for_accept(row, at)))
    row.number = f"{place(row.county_code).name}准入〔{held.year}〕{held.next_no}号"
    carry_out(begun, at, columns={"number": row.number}, held=held)
    return row


@transaction.atomic
def file(*, proposal_id: UUID, actor: Actor, at: datetime) -> Proposal:
    """收到报备: nothing on a list changes."""
    begun = taken(proposal_id, ProposalAct.FILE, actor)
    refuse_if(refusals_to_file(Kind(begun[0].kind)))
    carry_out(begun, at)
    return begun[0]


def _ended(proposal_id: UUID, act: ProposalAct, reason: str, actor: Actor, at: datetime) -> Proposal:
    begun = taken(proposal_id, act, actor)
    refuse_if(refusals_without_reason(reason))
    carry_out(begun, at, personal={"reason": reason.strip()})
    return begun[0]


def _drafting(row: Proposal, actor: Actor) -> frozenset[Office]:
    """Only the own department's form, or, from the lead body's desk, one on paper."""
    if row.applicant_id is None:
        return offices_of(row, actor)
    department = Organization.objects.filter(
        pk=row.applicant_id, kind=OrganizationKind.DEPARTMENT, county_code=row.county_code
    )
    return offices_of(row, actor) if department.exists() else frozenset()


def _sent_before(row: Proposal) -> Proposal | None:
    """The draft of the same person that says the very same."""
    same = {name: getattr(row, name) for name in SAME}
    said = {one.name: getattr(row, one.name) for one in fields(Typed)}
    return Proposal.objects.filter(**same, **said, state=ProposalState.DRAFT).first()


def _put(row: Proposal, typed: Typed) -> None:
    for name, one in asdict(typed).items():
        setattr(row, name, one.strip() if isinstance(one, str) else one)
    if row.entry:  # by one name on the form, on the list, in the books
        row.entry = {**row.entry, "name": row.item_name}
    if row.applicant_id is not None:
        row.applicant_name = Organization.objects.values_list("name", flat=True).get(pk=row.applicant_id)


def _form_name(county_code: str, covers: FormCovers) -> str:
    """The pack's form for these, by its first name; empty where it has none."""
    forms = settings_for(county_code).admission_forms
    return next((one.name for one in forms if one.covers is covers), "")
