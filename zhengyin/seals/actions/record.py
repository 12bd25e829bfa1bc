"""The row of the table by which an actor acts, and the line the act leaves."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_by
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.lines import Signature
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.seal import CommitteeFacts
from zhengyin.seals.queries.cards import hold_seals
from zhengyin.seals.workflow import SealState
from zhengyin.shared.refusal import Refusal, Refused
from zhengyin.shared.workflow import A, S, Step, Workflow

R = TypeVar("R")


def step_of(
    table: Workflow[S, A], state: S | None, act: A, committee: CommitteeFacts, actor: Actor
) -> tuple[Step[S, A], Signature]:
    """The table's row and who signs. Refused: wrong_state, wrong_office."""
    offices = offices_for(actor, committee.organization_id, committee.township_id)
    if committee.lead_id is not None:
        offices = {*offices, *(actor.offices_at(committee.lead_id) & {Office.COUNTY_LEAD})}
    return step_by(table, state, act, offices, actor)


def offices_for(actor: Actor, organization_id: UUID, township_id: UUID) -> Collection[Office]:
    """Offices in the committee, and that of its own township: another's does not count."""
    above = actor.offices_at(township_id) & {Office.TOWNSHIP}
    return actor.offices_at(organization_id) | above


def locked(seal_id: UUID) -> Seal:
    """The seal under its row lock until the transaction ends."""
    return Seal.objects.select_for_update(of=("self",)).get(pk=seal_id)


def locked_among_all(seal_id: UUID) -> Seal:
    """The same with every seal of its committee, in their order: whoever stamps locks them so too."""
    hold_seals(Seal.objects.values_list("committee_id", flat=True).get(pk=seal_id))
    return locked(seal_id)


def move(seal: Seal, state: SealState) -> None:
    """Save the state a step leads to; what goes with it was written before, or the database refuses."""
    seal.state = state
    seal.save(update_fields=("state",))


@contextmanager
def gathering(reasons: list[Refusal]) -> Iterator[None]:
    """Keep why what is inside was refused, and take back what it wrote; the caller refuses in the end."""
    try:
        with transaction.atomic():
            yield
    except Refused as refused:
        reasons.extend(one for one in refused.refusals if one not in reasons)


def write_of_seal(
    kind: str,
    seal: Seal,
    signature: Signature,
    *,
    at: datetime,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    subject: UUID | None = None,
    document_digest: str = "",
) -> None:
    """A line that begins with the seal's name; its subject is the seal unless said otherwise."""
    write(
        kind=kind, owner=seal.committee_id, county_code=seal.county_code, subject=subject or seal.pk,
        signature=signature, at=at, columns={"seal": seal.name, **columns}, personal=personal,
        document_digest=document_digest,
    )  # fmt: skip


def write(
    *,
    kind: str,
    owner: UUID,
    county_code: str,
    subject: UUID,
    signature: Signature,
    at: datetime,
    columns: Mapping[str, str],
    personal: Mapping[str, str] = NOTHING,
    document_digest: str = "",
) -> None:
    """Write one line into the book of seals of the organization."""
    registers.write(
        kind=kind,
        owner=owner,
        county_code=county_code,
        subject=subject,
        happened_at=at,
        signature=signature,
        columns=columns,
        personal=personal,
        document_digest=document_digest,
    )
