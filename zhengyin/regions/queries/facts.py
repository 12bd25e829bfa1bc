"""What the rules of this room look at."""

from datetime import date
from uuid import UUID

from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.names import CommitteeKind, Ending, OrganizationKind, key_of, organization_id, own_part
from zhengyin.regions.policy import COUNTY_LEAD, DIRECTOR, TOWNSHIP, CounterFacts, EndFacts, NameFacts
from zhengyin.regions.queries.ended import end_in_words
from zhengyin.regions.queries.settings import is_demonstration


def facts_for_confirm_legal_name(
    committee: Committee, *, legal_name: str, uscc: str, certificate_filed: bool, why_without: str = ""
) -> NameFacts:
    """The committee as it stands and what was read off its certificate."""
    other = Committee.objects.filter(uscc=uscc).exclude(uscc="").exclude(pk=committee.pk).first()
    same = Committee.objects.filter(
        county_code=committee.county_code, legal_name=legal_name, ended_on=None
    ).exclude(legal_name="")
    namesake = same.exclude(pk=committee.pk).order_by("code").first()
    return NameFacts(
        kind=CommitteeKind(committee.kind),
        display_name=committee.spoken,
        township_id=committee.township_id,
        standing_name=committee.legal_name,
        standing_uscc=committee.uscc,
        uscc_taken_by=other.spoken if other else "",
        legal_name=legal_name,
        uscc=uscc,
        certificate_filed=certificate_filed,
        demonstration=is_demonstration(),
        ended=end_in_words(committee),
        name_taken_by=namesake.spoken if namesake else "",
        own_part=own_part(committee.name),
        why_without=why_without,
    )


def facts_for_record_end(
    committee: Committee, *, how: Ending, ended_on: date, into: Committee | None, document: str, today: date
) -> EndFacts:
    """A committee that is said to have ended."""
    fits = into is not None and (
        into.county_code == committee.county_code
        and into.pk != committee.pk
        and into.issuer
        and into.ended_on is None
    )
    return EndFacts(
        display_name=committee.spoken,
        township_id=committee.township_id,
        lead_id=lead_of(committee.county_code),
        ended=end_in_words(committee),
        how=how,
        ended_on=ended_on,
        into=into.spoken if into else "",
        into_fits=fits,
        document=document,
        today=today,
    )


def lead_of(county_code: str) -> UUID:
    """The county's lead body (民政局 or 县委社会工作部)."""
    return organization_id(key_of(OrganizationKind.COUNTY_LEAD, county_code))


def facts_for_set_counter(organization: Organization, telephone: str) -> CounterFacts:
    """Who may say when this organization's door is open."""
    own, superior_office, ended = organization.kind, COUNTY_LEAD, ""
    superior = lead_of(organization.county_code)
    if organization.kind == OrganizationKind.COMMITTEE:
        own, superior_office = DIRECTOR, TOWNSHIP
        committee = Committee.objects.select_related("merged_into__organization").get(pk=organization.pk)
        superior, ended = committee.township_id, end_in_words(committee)
    return CounterFacts(
        organization_id=organization.pk,
        superior_id=superior,
        superior_office=superior_office,
        own_office=own,
        telephone=telephone,
        ended=ended,
    )
