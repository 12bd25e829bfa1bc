"""Who may open, reset and close log-ins: a person above, never the owner.

Blocks approve, seal, appoint, lend and the log-ins of others for 24 hours or until the township
confirms, because whoever resets a log-in could for a moment act as its owner.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import APPROVING, KEEPING
from zhengyin.people.policy.above import OwnerFacts, confirming_office, office_above
from zhengyin.people.policy.entry import refusals_to_phone
from zhengyin.shared.refusal import Refusal

BLOCKED_FOR = timedelta(hours=24)


class Reset(StrEnum):
    """What is made anew. An account opened again after another is one too, and a telephone changed
    (codes go there), but these are acts of their own and no choice of the page.
    """

    PASSWORD = "password"
    PIN = "pin"
    SECOND_FACTOR = "second_factor"
    ACCOUNT = "account"
    PHONE = "phone"


RESET_LABELS: dict[Reset, str] = {
    Reset.PASSWORD: "登录密码",
    Reset.PIN: "换人口令（PIN）",
    Reset.SECOND_FACTOR: "第二重验证（动态码、码表）",
    Reset.ACCOUNT: "重新开通账户",
    Reset.PHONE: "收验证码的手机号",
}
CHOICES = (Reset.PASSWORD, Reset.PIN, Reset.SECOND_FACTOR)


@dataclass(frozen=True, slots=True)
class PhoneChange:
    """The number known (empty where none is), the one wanted, and why."""

    known: str = field(repr=False)
    wanted: str = field(repr=False)
    reason: str


def refusals_to_reset(facts: OwnerFacts, actor: Actor, reason: str) -> Iterator[Refusal]:
    """Empty when the actor stands above the owner and the separation holds."""
    if not reason.strip():
        yield Refusal("reason_missing")
    yield from refusals_to_manage(facts, actor)
    if _would_join_approve_and_keep(facts, actor):
        yield Refusal("approver_may_not_reset_keeper", clause="H3.2.4c")


def refusals_to_change_phone(facts: OwnerFacts, actor: Actor, change: PhoneChange) -> Iterator[Refusal]:
    """As for a reset, and the number must be one, and another."""
    yield from refusals_to_reset(facts, actor, change.reason)
    yield from refusals_to_phone(change.wanted)
    if change.wanted == change.known:
        yield Refusal("phone_is_the_same")


def refusals_to_open(facts: OwnerFacts, actor: Actor) -> Iterator[Refusal]:
    """Whoever opens an account holds its first password and codes for a moment: as for a reset."""
    if facts.has_account:
        yield Refusal("account_there_already")
    yield from refusals_to_manage(facts, actor)
    if _would_join_approve_and_keep(facts, actor):
        yield Refusal("approver_may_not_open_keeper", clause="H3.2.4c")


def refusals_to_manage(facts: OwnerFacts, actor: Actor) -> Iterator[Refusal]:
    """Empty when the actor may close an account of the owner."""
    if actor.person_id == facts.person_id:
        yield Refusal("nobody_resets_himself", clause="H1a")
    if office_above(facts, actor) is None:
        yield Refusal("not_above_the_owner", clause="H1a")
    if facts.actor_blocked:
        yield Refusal("recently_reset")


def refusals_to_confirm(
    facts: OwnerFacts, actor: Actor, reset_by: UUID, *, confirmed: bool
) -> Iterator[Refusal]:
    """A third person confirms: of the township, or above the owner where there is none."""
    if actor.person_id in (facts.person_id, reset_by):
        yield Refusal("a_third_person_confirms", clause="H1a")
    if confirmed:
        yield Refusal("already_confirmed")
    if confirming_office(facts, actor) is None:
        yield Refusal("not_above_the_owner", clause="H1a")
    if facts.actor_blocked:
        yield Refusal("recently_reset")


def _would_join_approve_and_keep(facts: OwnerFacts, actor: Actor) -> bool:
    for post in facts.posts:
        mine = actor.offices_at(post.term.organization_id)
        theirs = post.term.office
        if (theirs in KEEPING and mine & APPROVING) or (theirs in APPROVING and mine & KEEPING):
            return True
    return False
