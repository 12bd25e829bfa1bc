"""May this signing certificate be issued or revoked, this authority be brought?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from zhengyin.people.actor import Actor
from zhengyin.seals.policy.seal import CommitteeFacts, refusals_of_place
from zhengyin.shared.refusal import Refusal

RENEWED_WITHIN = timedelta(days=30)  # 产品默认: before the end of the old one, so that no day is lost


@dataclass(frozen=True, slots=True)
class CertifyFacts:
    """`in_force_until` is the end of the certificate that may sign at `at`, or None.

    `authority` says that the county has one that outlasts it.
    """

    committee: CommitteeFacts
    seal_in_use: bool
    in_force_until: datetime | None
    authority: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class RevokeFacts:
    """The certificate's committee, and why it is revoked."""

    committee: CommitteeFacts
    reason: str


@dataclass(frozen=True, slots=True)
class KeyLossFacts:
    """Since when the key may be in other hands, and how that came."""

    committee: CommitteeFacts
    valid_from: datetime
    lost_at: datetime
    circumstances: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BringFacts:
    """What was found in the county's own certificate and key; `problem` is empty when both are fit."""

    problem: str
    valid_from: datetime | None
    valid_until: datetime | None
    at: datetime
    same_as_present: bool


def refusals_to_certify(facts: CertifyFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when a seal is in use, no certificate or one soon over, and the county can issue the next."""
    yield from refusals_of_place(facts.committee, actor)
    if not facts.seal_in_use:
        yield Refusal("seal_not_in_use", facts.committee.name)
    if facts.in_force_until and not soon_over(facts.in_force_until, facts.at):
        yield Refusal("signing_certificate_in_force")
    if not facts.authority:
        yield Refusal("county_authority_missing")


def soon_over(until: datetime, at: datetime) -> bool:
    """Whether a certificate that ends at `until` may be replaced already."""
    return until - at <= RENEWED_WITHIN


def refusals_to_revoke(facts: RevokeFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the own township says why."""
    yield from refusals_of_place(facts.committee, actor)
    if not facts.reason.strip():
        yield Refusal("reason_missing")


def refusals_to_report_key_loss(facts: KeyLossFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when it is said when and how; nothing else may delay a report."""
    yield from refusals_of_place(facts.committee, actor)
    if facts.lost_at > facts.at:
        yield Refusal("loss_lies_ahead")
    if facts.lost_at < facts.valid_from:
        yield Refusal("key_lost_before_issued")
    if not facts.circumstances.strip():
        yield Refusal("circumstances_missing")


def refusals_to_bring(facts: BringFacts) -> Iterator[Refusal]:
    """Empty when certificate and key belong together and may certify from now on."""
    if facts.problem:
        yield Refusal("authority_unfit", facts.problem)
    if facts.valid_from and facts.valid_until and not facts.valid_from <= facts.at < facts.valid_until:
        yield Refusal("authority_unfit", "证书不在有效期内")
    if facts.same_as_present:
        yield Refusal("authority_there_already")
