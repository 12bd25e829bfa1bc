"""What binds every use of the official seal, on a certificate or on a paper of the committee's work. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from zhengyin.seals.policy.whereabouts import AT_OFFICE, Where, Whereabouts, refusals_of_where
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Stamping:
    """A paper under the seal of whoever is about to use it. `seal_name` empty: none is in use.

    `where` is where the custodian says that it is stamped, `seal` where the seal is; `handover_over` the
    last day of a handover of the seal that is over, else empty.
    """

    person_id: UUID
    approvers: frozenset[UUID]
    seal_name: str
    custodian: UUID | None
    approved_digest: str
    text_digest: str
    approved_copies: int
    copies: int
    impressions: int
    seal: Whereabouts = AT_OFFICE
    where: Where = Where.OFFICE
    handover_over: str = ""


def refusals_to_stamp(facts: Stamping) -> Iterator[Refusal]:
    """Yield why this person cannot stamp this text so many times (H3.2.2a, H3.2.3a, H3.2.4b–e)."""
    if facts.person_id in facts.approvers:
        yield Refusal("approver_may_not_seal", clause="H3.2.4c")
    if not facts.seal_name:
        yield Refusal("no_seal_in_use")
    elif facts.custodian != facts.person_id:
        yield Refusal("seal_not_in_your_custody", facts.seal_name, "H3.2.3a")
    elif facts.handover_over:
        yield Refusal("handover_is_over", facts.handover_over, "H3.2.4e")
    yield from refusals_of_where(facts.seal, facts.where, facts.person_id)
    if facts.text_digest != facts.approved_digest:
        yield Refusal("text_changed_after_approval", clause="H3.2.2a")
    if facts.copies != facts.approved_copies:
        yield Refusal("copies_differ", f"{facts.approved_copies}份", "H3.2.4d")
    if facts.impressions < 1:
        yield Refusal("impressions_missing")


def refusals_of_the_grant(*, granted: bool, expired: bool) -> Iterator[Refusal]:
    """Yield that nobody proved for exactly this paper who they are, in the last two minutes."""
    if not granted:
        yield Refusal("grant_missing")
    elif expired:
        yield Refusal("grant_expired")
