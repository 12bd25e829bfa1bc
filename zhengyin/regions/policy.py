"""Rules about names and counters of organizations. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.regions.names import FULL_NAME, CommitteeKind, Ending
from zhengyin.regions.uscc import uscc_problem
from zhengyin.shared.refusal import Refusal

TOWNSHIP, DIRECTOR, COUNTY_LEAD = "township", "director", "county_lead"


@dataclass(frozen=True, slots=True)
class Signer:
    """An office and the organization where the person signing holds it, as the people's room knows."""

    office: str
    organization_id: UUID


@dataclass(frozen=True, slots=True)
class IssuerFacts:
    """What decides whether a committee may issue anything at all."""

    kind: CommitteeKind
    display_name: str
    legal_name_confirmed: bool
    demonstration: bool
    ended: str = ""  # 2026年11月1日撤销; empty while it stands


@dataclass(frozen=True, slots=True)
class EndFacts:
    """A committee that is said to have ended, and the paper that says so.

    `into` names the committee it was merged into; `into_fits` says that it is another of this county
    that stands.
    """

    display_name: str
    township_id: UUID
    lead_id: UUID
    ended: str
    how: Ending
    ended_on: date
    into: str
    into_fits: bool
    document: str
    today: date


@dataclass(frozen=True, slots=True)
class NameFacts:
    """A committee and what the township read off its certificate.

    `own_part` is the village's own name, 李家湾; `name_taken_by`, who else of the county has this name.
    """

    kind: CommitteeKind
    display_name: str
    township_id: UUID
    standing_name: str
    standing_uscc: str
    uscc_taken_by: str
    legal_name: str
    uscc: str
    certificate_filed: bool
    demonstration: bool
    ended: str = ""
    name_taken_by: str = ""
    own_part: str = ""
    why_without: str = ""  # why the name does not hold `own_part`


@dataclass(frozen=True, slots=True)
class CounterFacts:
    """An organization and who stands above it (itself where nobody does)."""

    organization_id: UUID
    superior_id: UUID
    superior_office: str
    own_office: str
    telephone: str
    ended: str = ""


def refusals_to_issue(facts: IssuerFacts) -> Iterator[Refusal]:
    """A virtual community is no committee; a name nobody confirmed stands on no paper."""
    if facts.kind is CommitteeKind.VIRTUAL:
        yield Refusal("virtual_community_never_issues", facts.display_name, "H3.2.1a")
    elif not facts.legal_name_confirmed and not facts.demonstration:
        yield Refusal("legal_name_not_confirmed", facts.display_name, "H3.2.1a")
    if facts.ended:
        yield Refusal("committee_ended", facts.ended, "H3.2.1d")


def refusals_to_record_end(facts: EndFacts, signer: Signer) -> Iterator[Refusal]:
    """The township or its county records what was approved above, on the day or after, with the paper.

    A township itself may have been merged away: then the county's desk is the one left to record it.
    """
    if signer not in (Signer(TOWNSHIP, facts.township_id), Signer(COUNTY_LEAD, facts.lead_id)):
        yield Refusal("only_its_township_records_the_end", facts.display_name, "H3.2.1d")
    if facts.ended:
        yield Refusal("committee_ended_already", facts.ended)
    if facts.ended_on > facts.today:
        yield Refusal("end_lies_ahead")
    if not facts.document.strip():
        yield Refusal("end_document_missing")
    if facts.how is Ending.MERGED and not facts.into_fits:
        yield Refusal("merged_into_nobody", facts.into)
    if facts.how is Ending.ABOLISHED and facts.into:
        yield Refusal("abolished_into_somebody", facts.into)


def refusals_to_confirm_legal_name(facts: NameFacts, signer: Signer) -> Iterator[Refusal]:
    """The committee's own township confirms, from the certificate, name and code together."""
    if signer != Signer(TOWNSHIP, facts.township_id):
        yield Refusal("only_its_township_confirms_the_name", facts.display_name, "H3.2.1a")
    if facts.kind is CommitteeKind.VIRTUAL:
        yield Refusal("virtual_community_never_issues", facts.display_name, "H3.2.1a")
    if not FULL_NAME.search(facts.legal_name):
        yield Refusal("legal_name_not_full", facts.legal_name)
    if facts.name_taken_by:
        yield Refusal("legal_name_belongs_to_another", facts.name_taken_by, "H3.2.1a")
    if facts.own_part not in facts.legal_name and not facts.why_without.strip():
        yield Refusal("legal_name_lacks_its_own", facts.own_part)
    if uscc_problem(facts.uscc):
        yield Refusal("uscc_wrong", facts.uscc)
    if facts.uscc_taken_by:
        yield Refusal("uscc_belongs_to_another", facts.uscc_taken_by)
    if not facts.certificate_filed and not facts.demonstration:
        yield Refusal("uscc_certificate_missing", facts.display_name)
    yield from _over(facts.ended)
    if (facts.legal_name, facts.uscc) == (facts.standing_name, facts.standing_uscc):
        yield Refusal("legal_name_stands_already", facts.legal_name)


def refusals_to_set_counter(facts: CounterFacts, signer: Signer) -> Iterator[Refusal]:
    """Who leads an organization says when its door is open; so may the office above it."""
    own = Signer(facts.own_office, facts.organization_id)
    if signer not in (own, Signer(facts.superior_office, facts.superior_id)):
        yield Refusal("not_your_counter")
    if not facts.telephone.strip():
        yield Refusal("telephone_missing")
    yield from _over(facts.ended)


def _over(ended: str) -> Iterator[Refusal]:
    """Name and door of a committee that ended stay as they stood on its last day."""
    if ended:
        yield Refusal("ended_stays_as_it_was", ended, "H3.2.1d")
