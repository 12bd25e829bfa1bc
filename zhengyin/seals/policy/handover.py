"""The handover of a seal (交接期): when it runs, who may open, list, sign, renew or take it back.

Who may keep the seal next is asked of the rules of custody, in the same act.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.policy.plain import refusals_of_plain
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal

CLAUSE = "H3.2.4e"
PIECES = {"condition": "印章完好情况", "keys": "存放处和钥匙", "archives": "随交档案"}


@dataclass(frozen=True, slots=True)
class Change:
    """Something after which the seal must be handed over, and its day."""

    reason: HandoverReason
    on: date


@dataclass(frozen=True, slots=True)
class Period:
    """A handover that runs on a day. `id` is None while nobody has entered it: it began by itself.

    `keeper` may be empty: nobody keeps the seal. `due_on` is the last day of the ten.
    """

    id: UUID | None
    reason: HandoverReason
    since: date
    due_on: date
    day: date
    keeper: str
    acting: bool
    successor: str
    successor_id: UUID | None
    listed: bool

    @property
    def over(self) -> bool:
        """Ten days have gone by without the three signatures."""
        return self.day > self.due_on

    @property
    def stops(self) -> bool:
        """The old custodian can seal no more; acting custody has an end of its own."""
        return self.over and not self.acting

    @property
    def days(self) -> int:
        """Calendar days left, the due day counted; below zero: so many days too late."""
        return (self.due_on - self.day).days

    @property
    def remark(self) -> str:
        """What a line says that is sealed in this time."""
        keeper = f"临时代管人{self.keeper}" if self.acting else f"原保管人{self.keeper}"
        return f"{in_words(self.since)}起，{keeper}盖章"


@dataclass(frozen=True, slots=True)
class OpenFacts:
    """`kept_since` is the first day of the custody that ends, None where nobody ever kept the seal."""

    seal_name: str
    seal_state: SealState
    kept_since: date | None
    open_already: bool
    changed_on: date | None


@dataclass(frozen=True, slots=True)
class NameFacts:
    """The person who is to take over."""

    name: str
    keeps_it: bool
    may_approve: bool
    watches: bool = False  # sits in the supervision committee there


@dataclass(frozen=True, slots=True)
class Listing:
    """What is handed over, as it was counted; `registers`, `slips` and `unfinished` are computed."""

    condition: str
    keys: str
    archives: str
    registers: str
    slips: str
    unfinished: str


@dataclass(frozen=True, slots=True)
class Signed:
    """The three signatures under the list: 移交人, 接交人, 监交人."""

    signed_on: date | None
    handed_by: UUID
    handed_reason: str
    supervised_by: UUID
    scan: UUID | None


@dataclass(frozen=True, slots=True)
class CompleteFacts:
    """`received_by` is the next custodian.

    `hands_over` are those who hand over without saying why: the custodian before, and who acts for
    him. `regular_keeper` is who keeps the seal now and does not act only, or None.
    """

    listed: bool
    changed_on: date
    hands_over: frozenset[UUID]
    regular_keeper: UUID | None
    received_by: UUID
    signed: Signed
    supervises: bool  # 监交人 sat in the supervision committee that day
    supervisor: str
    since: date  # the first day of the next custody
    out: str = ""  # where a seal of this handover was taken to and still is
    named: UUID | None = None  # who stands as 接交人 on the list that was printed
    named_name: str = ""


@dataclass(frozen=True, slots=True)
class ReappointFacts:
    """`keeper` keeps the seal now and does not act only, or is None; `person` is to be appointed anew."""

    keeper: UUID | None
    keeper_name: str
    person: UUID
    since: date


@dataclass(frozen=True, slots=True)
class CancelFacts:
    """`by_itself`: a term ended or an election was held, whatever was entered."""

    by_itself: bool
    kept: bool  # the custody goes on, by somebody who is not acting only
    reason: str


def first_change(changes: Iterator[Change | None]) -> Change | None:
    """The change from which the days are counted: the earliest."""
    return min((one for one in changes if one is not None), key=lambda one: one.on, default=None)


def refusals_to_open_handover(facts: OpenFacts, day: date) -> Iterator[Refusal]:
    """Empty when a seal in use was kept by somebody and the change has happened."""
    if facts.seal_state is not SealState.IN_USE:
        yield Refusal("seal_not_in_use", facts.seal_name)
    if facts.open_already:
        yield Refusal("handover_open_already", facts.seal_name, CLAUSE)
    if facts.kept_since is None:
        yield Refusal("nobody_hands_over", facts.seal_name, CLAUSE)
    elif facts.changed_on is None or not facts.kept_since <= facts.changed_on <= day:
        yield Refusal("change_day_wrong", in_words(facts.kept_since), CLAUSE)


def refusals_to_name(facts: NameFacts) -> Iterator[Refusal]:
    """Empty when another person takes over, who cannot approve (H3.2.4c, O2.3c)."""
    if facts.keeps_it:
        yield Refusal("successor_keeps_it_now", facts.name, CLAUSE)
    if facts.may_approve:
        yield Refusal("successor_may_approve", facts.name, "H3.2.4c")
    if facts.watches:
        yield Refusal("custodian_watches")


def refusals_to_list(listing: Listing) -> Iterator[Refusal]:
    """Empty when everything that is not computed is said."""
    for piece, label in PIECES.items():
        if not getattr(listing, piece).strip():
            yield Refusal("listing_piece_missing", label, CLAUSE)
        yield from refusals_of_plain(getattr(listing, piece))


def refusals_to_complete(facts: CompleteFacts, day: date) -> Iterator[Refusal]:
    """Empty when three different people signed the list, and its picture is there."""
    signed = facts.signed
    if not facts.listed:
        yield Refusal("handover_not_listed", clause=CLAUSE)
    if facts.out:
        yield Refusal("seal_out_at_handover", facts.out, "H3.2.4b")
    if signed.scan is None:
        yield Refusal("handover_scan_missing", clause=CLAUSE)
    if signed.signed_on is None or not facts.changed_on <= signed.signed_on <= day:
        yield Refusal("signed_day_wrong", in_words(facts.changed_on), CLAUSE)
    if len({signed.handed_by, facts.received_by, signed.supervised_by}) < 3:
        yield Refusal("three_people_sign", clause=CLAUSE)
    if facts.named is not None and facts.received_by != facts.named:
        yield Refusal("another_was_named", facts.named_name, CLAUSE)
    if facts.received_by == facts.regular_keeper:
        yield Refusal("successor_keeps_it_now", clause=CLAUSE)
    if signed.handed_by not in facts.hands_over and not signed.handed_reason.strip():
        yield Refusal("handed_reason_missing", clause=CLAUSE)
    if not facts.supervises:
        yield Refusal("not_of_the_supervision_committee", facts.supervisor, CLAUSE)
    yield from _today(facts.since, day)


def refusals_to_reappoint(facts: ReappointFacts, day: date) -> Iterator[Refusal]:
    """Empty when whoever keeps the seal, and does not act only, is appointed anew from today."""
    if facts.keeper is None:
        yield Refusal("nobody_to_reappoint", clause=CLAUSE)
    elif facts.person != facts.keeper:
        yield Refusal("reappointed_is_another", facts.keeper_name, CLAUSE)
    yield from _today(facts.since, day)


def refusals_to_cancel(facts: CancelFacts) -> Iterator[Refusal]:
    """Empty when nothing that makes a handover necessary has happened, and somebody keeps the seal."""
    if facts.by_itself:
        yield Refusal("handover_came_by_itself", clause=CLAUSE)
    if not facts.kept:
        yield Refusal("handover_without_keeper", clause=CLAUSE)
    if not facts.reason.strip():
        yield Refusal("reason_missing")


def refusals_to_act(*, gone: str, acted_before: str) -> Iterator[Refusal]:
    """Empty when it is said why the custodian is not there, and nobody's acting custody is prolonged."""
    if not gone.strip():
        yield Refusal("gone_reason_missing", clause=CLAUSE)
    if acted_before:
        yield Refusal("acting_not_prolonged", acted_before, CLAUSE)


def _today(since: date, day: date) -> Iterator[Refusal]:
    """The custody before ends today, so the next begins today: no day is without a keeper."""
    if since != day:
        yield Refusal("passes_on_today", in_words(day), CLAUSE)
