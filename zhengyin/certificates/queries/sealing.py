"""What stands in the way of a seal, before the custodian proves again who they are."""

from datetime import datetime

from zhengyin.certificates.facts.sealing import GrantFacts, PaperAsked
from zhengyin.certificates.models import Certificate, Grant, GrantedPaper, Slip
from zhengyin.certificates.policy.grant import refusals_to_grant
from zhengyin.certificates.policy.seal import refusals_to_seal
from zhengyin.certificates.queries.facts import facts_for_seal
from zhengyin.certificates.slips import SlipState
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.shared.refusal import Refusal


def paper_asked(certificate: Certificate, actor: Actor) -> PaperAsked:
    """A paper for which this person would prove who they are."""
    keeps = actor.has(Office.CUSTODIAN, certificate.organization_id)
    return PaperAsked(keeps, certificate.state == State.APPROVED, certificate.state)


def slip_asked(slip: Slip, actor: Actor) -> PaperAsked:
    """The same for a slip of an emergency pad."""
    keeps = actor.has(Office.CUSTODIAN, slip.organization_id)
    return PaperAsked(keeps, slip.state == SlipState.ISSUED, slip.state)


def too_early(asked: PaperAsked, actor: Actor) -> tuple[Refusal, ...]:
    """Why nobody need prove anything for it yet."""
    return tuple(refusals_to_grant(GrantFacts(actor.session_id is not None, True, (asked,))))


def reasons_before_grant(
    certificate: Certificate,
    actor: Actor,
    at: datetime,
    *,
    near_relative: bool | None,
    impressions: int,
    form_filled: bool | None = None,
    where: Where = Where.OFFICE,
) -> tuple[Refusal, ...]:
    """Why the seal would be refused whatever the second factor says; empty when only that is missing."""
    if early := too_early(paper_asked(certificate, actor), actor):
        return early
    assert actor.session_id is not None
    supposed = GrantedPaper(
        certificate=certificate,
        copies=certificate.copies,
        text_digest=certificate.approved_digest,
        grant=Grant(person_id=actor.person_id, session=actor.session_id, granted_at=at, expires_at=at),
    )
    facts = facts_for_seal(
        certificate, supposed, copies=certificate.copies, impressions=impressions,
        near_relative=near_relative, form_filled=form_filled, where=where, actor=actor, at=at,
    )  # fmt: skip
    return tuple(refusals_to_seal(facts))


def reasons_under_grant(
    paper: GrantedPaper,
    actor: Actor,
    at: datetime,
    *,
    near_relative: bool | None,
    impressions: int,
    where: Where = Where.OFFICE,
) -> tuple[Refusal, ...]:
    """Why a paper of our own under this grant cannot be sealed now; empty where the seal would go through."""
    certificate = paper.certificate
    if early := too_early(paper_asked(certificate, actor), actor):
        return early
    facts = facts_for_seal(
        certificate, paper, copies=paper.copies, impressions=impressions,
        near_relative=near_relative, form_filled=None, where=where, actor=actor, at=at,
    )  # fmt: skip
    return tuple(refusals_to_seal(facts))
