"""What stands in the way of a seal, before the custodian proves again who they are."""

from datetime import datetime

from zhengyin.certificates.models import Certificate, Grant, GrantedPaper
from zhengyin.certificates.policy.seal import refusals_to_seal
from zhengyin.certificates.queries.facts import facts_for_seal
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import Refusal


def reasons_before_grant(
    certificate: Certificate,
    actor: Actor,
    at: datetime,
    *,
    near_relative: bool | None,
    impressions: int,
    form_filled: bool | None = None,
) -> tuple[Refusal, ...]:
    """Why the seal would be refused whatever the second factor says; empty when only that is missing."""
    if certificate.state != State.APPROVED:
        return (Refusal("wrong_state", certificate.state),)
    if actor.session_id is None:
        return (Refusal("session_missing"),)
    supposed = GrantedPaper(
        certificate=certificate,
        copies=certificate.copies,
        text_digest=certificate.approved_digest,
        grant=Grant(person_id=actor.person_id, session=actor.session_id, granted_at=at, expires_at=at),
    )
    facts = facts_for_seal(
        certificate, supposed, copies=certificate.copies, impressions=impressions,
        near_relative=near_relative, form_filled=form_filled, actor=actor, at=at,
    )  # fmt: skip
    return tuple(refusals_to_seal(facts))


def reasons_under_grant(
    paper: GrantedPaper, actor: Actor, at: datetime, *, near_relative: bool | None, impressions: int
) -> tuple[Refusal, ...]:
    """Why a paper of our own under this grant cannot be sealed now; empty where the seal would go through."""
    certificate = paper.certificate
    if certificate.state != State.APPROVED:
        return (Refusal("wrong_state", certificate.state),)
    facts = facts_for_seal(
        certificate, paper, copies=paper.copies, impressions=impressions,
        near_relative=near_relative, form_filled=None, actor=actor, at=at,
    )  # fmt: skip
    return tuple(refusals_to_seal(facts))
