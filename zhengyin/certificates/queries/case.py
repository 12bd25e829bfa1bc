"""One case on one page: paper, facts and checks, persons, timeline, the next act with its reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.catalogue.ending import Stops
from zhengyin.catalogue.entries import FormField
from zhengyin.catalogue.kinds import Lock, Tie
from zhengyin.catalogue.policy import Answer, Path
from zhengyin.certificates.changes import Change
from zhengyin.certificates.content import Text
from zhengyin.certificates.ended import Ended
from zhengyin.certificates.facts.deciding import ApproveFacts
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.lines.names import JOURNAL
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.approve import refusals_to_approve, refusals_to_countersign
from zhengyin.certificates.policy.verify import refusals_to_verify
from zhengyin.certificates.policy.void import refusals_to_call_unstamped
from zhengyin.certificates.queries import caseparts
from zhengyin.certificates.queries.again import (
    Followed,
    Following,
    following,
    reasons_to_ask_again,
)
from zhengyin.certificates.queries.facts import facts_for_verify, facts_to_be_approved
from zhengyin.certificates.queries.judging import interest_is_open, judged_again, stops_of
from zhengyin.certificates.queries.mandates import MandateShown
from zhengyin.certificates.queries.materials import MaterialShown, materials_shown
from zhengyin.certificates.queries.pages import PageShown, pages_shown
from zhengyin.certificates.queries.register import Receipt, receipts
from zhengyin.certificates.queries.repeats import Earlier, earlier_paper_of
from zhengyin.certificates.queries.shown import FactShown, PersonShown, facts_shown
from zhengyin.certificates.queries.timeline import (
    Happened,
)
from zhengyin.certificates.told import BY_THE_LISTS, GROUND_OF, Told
from zhengyin.certificates.workflow import CERTIFICATE, ONCE_SEALED, Act, State
from zhengyin.people.actor import Actor
from zhengyin.people.policy.deciding import refusals_of_own_case
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal

DECIDE = {Act.APPROVE, Act.APPROVE_FIRST, Act.COUNTERSIGN}
DECIDE_OTHERWISE = {Act.RETURN, Act.DECLINE}  # not offered to whoever may decide nothing in the case


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything the page of a case shows. `acts` are this person's next acts, in the table's order,
    without giving back and declining where the own case is to be decided;
    `reasons` say why the first act that decides (verify, approve, countersign) cannot be done yet."""

    id: UUID
    organization_id: UUID
    state: State
    title: str
    demanding_unit: str
    purpose: str
    copies: int
    number: str
    pad_number: str  # stamped on paper first, on this slip
    basis: str
    path: str
    list_version: str
    text: Text
    text_digest: str  # where this person decides on it: what was seen is what is approved
    facts: tuple[FactShown, ...]
    persons: tuple[PersonShown, ...]
    timeline: tuple[Happened, ...]
    ties_claimed: tuple[Tie, ...]
    ties_sufficient: tuple[Tie, ...]
    identity_checked: str  # how the applicant's identity was checked, with who knows them
    ties_confirmed: str
    missing: tuple[str, ...]  # what the applicant was asked for
    correctable: tuple[FormField, ...]  # with what is typed now, for completing
    typed: Mapping[str, str]
    asked_to_complete: bool
    answer: Answer | None  # of the lists in force today, where this person may refuse
    told: Told | None
    notice_number: str
    interest_open: bool  # the handler has to say at acceptance whether public interest is touched
    acts: tuple[Act, ...]
    reasons: tuple[Refusal, ...]
    return_reason: str
    changed: tuple[Change, ...]  # in the text since it was given back
    checked_again: tuple[str, ...]  # the facts that were verified anew since then
    due_on: date | None
    days_left: int | None
    locked: Lock  # which act waits for the deliberation; NONE once that is through
    valid_until: date | None
    sealed_at: datetime | None
    document_id: UUID | None
    applicant: str
    proxy: str
    collector: str  # who holds a mandate to collect it
    handler: str
    accepted_at: datetime | None
    working_days: int
    needs_second: bool
    channel: str
    receipt: Receipt | None
    followed: Followed | None  # the paper this case corrects or doubles
    following: tuple[Following, ...]  # newer cases that correct or double this one
    not_again: tuple[Refusal, ...]  # why neither a correction nor a further paper begins now
    not_unstamped: tuple[Refusal, ...]  # why it cannot be void as one that was never stamped
    ended: Ended | None
    void_note: str
    materials: tuple[MaterialShown, ...]
    brought_title: str  # of the other side's form; empty: our own paper
    pages: tuple[PageShown, ...]
    mandates: tuple[MandateShown, ...]
    earlier: Earlier | None  # the same paper, not long ago
    stops: Stops | None  # the item ends, and the case is not approved yet

    @property
    def has_facts(self) -> bool:
        """Whether there is anything to show of its facts: a refused demand has none that was looked into."""
        return self.told is None or any(fact.confirmed is not None for fact in self.facts)

    @property
    def lists_say(self) -> Ground | None:
        """The ground on which the lists of today let nothing be issued; None where they would."""
        ground = GROUND_OF.get(self.answer.outcome) if self.answer else None
        return ground if ground in BY_THE_LISTS else None


@regions.remembering()
def case_page(certificate: Certificate, actor: Actor, at: datetime) -> CasePage:
    """Gather one case for one officer. The caller loaded it through visible_to."""
    possible = CERTIFICATE.possible(State(certificate.state), actor.offices_at(certificate.organization_id))
    decision = facts_to_be_approved(certificate, actor, at) if DECIDE & set(possible) else None
    barred = decision and any(refusals_of_own_case(decision.concerned, decision.deciding))
    acts = tuple(act for act in possible if not (barred and act in DECIDE_OTHERWISE))
    lines = tuple(line for line in registers.lines_of(certificate.id) if line.book == JOURNAL)
    facts = facts_shown(certificate, day_of(at))
    return CasePage(
        **caseparts.kept_of(certificate),
        **caseparts.wording_of(certificate, at, seen=bool(DECIDE & set(acts))),
        **caseparts.ties_of(certificate),
        **caseparts.way_of(certificate, lines, facts),
        **caseparts.persons_of(certificate, at),
        **caseparts.refused_of(certificate),
        **caseparts.term_of(certificate, at),
        **caseparts.completing_of(certificate, waits=Act.COMPLETE in acts),
        state=State(certificate.state),
        path=Path(certificate.path).words,
        facts=facts,
        answer=judged_again(certificate, at) if {Act.REFUSE, Act.DECLINE} & set(possible) else None,
        interest_open=Act.ACCEPT in acts and interest_is_open(certificate, at),
        acts=acts,
        reasons=tuple(_reasons(certificate, acts, decision)),
        receipt=receipts([certificate.id]).get(certificate.id),
        following=following(certificate) if certificate.state in ONCE_SEALED else (),
        not_again=tuple(reasons_to_ask_again(certificate)) if Act.REISSUE in acts else (),
        not_unstamped=tuple(refusals_to_call_unstamped(stamped_on_paper=bool(certificate.pad_number))),
        materials=materials_shown(certificate),
        pages=pages_shown(certificate),
        earlier=earlier_paper_of(certificate, at),
        stops=stops_of(certificate, at),
    )


def _reasons(
    certificate: Certificate, acts: tuple[Act, ...], decision: ApproveFacts | None
) -> Iterable[Refusal]:
    """What stands in the way of the deciding act, the near-relative question taken as answered."""
    if Act.VERIFY in acts:
        return refusals_to_verify(facts_for_verify(certificate))
    if decision is None:
        return ()
    return refusals_to_countersign(decision) if Act.COUNTERSIGN in acts else refusals_to_approve(decision)
