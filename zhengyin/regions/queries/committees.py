"""Committees: the card every page and paper takes its words from, search, unsettled names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from zhengyin.regions import policy
from zhengyin.regions.lines import NAME_CONFIRMED
from zhengyin.regions.models import Committee, County
from zhengyin.regions.names import CommitteeKind, is_full_legal_name, is_gacha
from zhengyin.regions.packs.settings import Settings, TelephoneKind
from zhengyin.regions.queries.ended import Ended, end_in_words, end_of
from zhengyin.regions.queries.remembering import remembered
from zhengyin.regions.queries.settings import is_demonstration, settings_for
from zhengyin.registers.queries import lines_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal

MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class CommitteeCard:
    """What pages and papers say about a committee.

    `legal_name` is None until the township confirmed it. `issuer_full` is what stands under a
    paper: county and township, then the legal name (the statistics' in demonstration before that).
    `reasons` say why it may not issue; `may_issue` means there are none.
    """

    organization_id: UUID
    code: str
    kind: CommitteeKind
    name: str
    short_name: str
    legal_name: str | None
    legal_name_confirmed_on: date | None
    uscc: str
    county_code: str
    county_name: str
    county_word: str
    township_id: UUID
    township_name: str
    township_telephone: str
    display_name: str
    issuer_place: str
    issuer_name: str
    number_prefix: str
    telephone: str
    address: str
    hours: str
    duty: str
    county_office: str
    county_telephone: str
    director_title: str
    resident_word: str
    group_word: str
    page: str
    may_issue: bool
    reasons: tuple[Refusal, ...]
    ended: Ended | None

    @property
    def issuer_full(self) -> str:
        """会宁县平头川镇李家湾村村民委员会."""
        return self.issuer_place + self.issuer_name


@dataclass(frozen=True, slots=True)
class CommitteeFound:
    """A committee in a list of findings; the township always stands with it."""

    organization_id: UUID
    code: str
    name: str
    township_name: str
    county_name: str
    page: str
    ended: bool = False

    @property
    def display_name(self) -> str:
        """平头川镇李家湾村民委员会: names repeat, so never without the township."""
        return self.township_name + self.name


@dataclass(frozen=True, slots=True)
class UnsettledName:
    """A committee whose legal name still has to be read off its certificate, and why it is unsure."""

    organization_id: UUID
    code: str
    display_name: str
    full: bool
    shared_by: int


def committee(organization_id: UUID) -> CommitteeCard:
    """Return a committee's card; raises Committee.DoesNotExist."""
    return remembered(("committee", organization_id), lambda: _card(_rows().get(pk=organization_id)))


def committee_by_code(code: str) -> CommitteeCard:
    """Return the card behind the code at the door, /c/<code>; raises Committee.DoesNotExist."""
    return remembered(("committee", code), lambda: _card(_rows().get(code=code)))


def reasons_not_to_issue_then(organization_id: UUID, at: datetime) -> tuple[Refusal, ...]:
    """Why a committee could not issue anything at a moment that has passed.

    The first confirmation counts: a name confirmed again (renamed) later takes nothing back.
    """
    row = _rows().get(pk=organization_id)
    confirmed = [line.happened_at for line in lines_of(organization_id) if line.kind == NAME_CONFIRMED]
    day = row.legal_name_confirmed_on
    named = min(confirmed) <= at if confirmed else day is not None and day <= day_of(at)
    ended = end_in_words(row) if row.ended_on is not None and row.ended_on <= day_of(at) else ""
    return tuple(_reasons(row, named=named, ended=ended))


def reasons_of_the_end(organization_id: UUID) -> tuple[Refusal, ...]:
    """That the committee was abolished or merged: nothing new begins (H3.2.1d). Empty while it stands."""
    return tuple(one for one in committee(organization_id).reasons if one.code == "committee_ended")


def find_committees(text: str, county_code: str = "") -> tuple[CommitteeFound, ...]:
    """Find committees by characters, pinyin, initials or code; the nearest first, at most 50.

    Characters need not be neighbours: 李湾 and 平头川李家湾 find 平头川镇李家湾村民委员会.
    """
    said = re.sub(r"[\W_]+", "", text).lower()
    if not said:
        return ()
    counties = dict(County.objects.values_list("code", "name"))
    rows = Committee.objects.filter(_matching(said) | _in_a_named_county(said, counties))
    if county_code:
        rows = rows.filter(county_code=county_code)
    nearest = sorted(rows, key=lambda row: _distance(row, said))[:MOST_FOUND]
    return tuple(_found(row, counties[row.county_code]) for row in nearest)


def unsettled_names(county_code: str = "") -> tuple[UnsettledName, ...]:
    """Committees (virtual ones are none) whose legal name no township has confirmed, by code."""
    counts = Committee.objects.values_list("name").annotate(number=Count("pk"))
    shared = dict(counts.filter(number__gt=1).order_by("name"))
    rows = Committee.objects.filter(legal_name="", issuer=True).order_by("code")
    if county_code:
        rows = rows.filter(county_code=county_code)
    return tuple(
        UnsettledName(row.pk, row.code, row.spoken, is_full_legal_name(row.name), shared.get(row.name, 1))
        for row in rows
    )


def page_of(code: str) -> str:
    """The short address behind the QR code at a committee's door."""
    return f"/c/{code}"


def _rows() -> QuerySet[Committee]:
    return Committee.objects.select_related("organization", "township", "merged_into")


def _matching(said: str) -> Q:
    if said.isdecimal():
        return Q(code__startswith=said)
    if said.isascii():
        starts = Q(pinyin__startswith=said) | Q(initials__startswith=said)
        return starts | Q(spoken_pinyin__contains=said) | Q(spoken_initials__contains=said)
    return Q(spoken__regex=".*".join(said))


def _in_a_named_county(said: str, counties: Mapping[str, str]) -> Q:
    """会宁李家湾, 甘肃省会宁县平头川李家湾: the village of the county that is named before it."""
    found = Q(pk__in=())
    for code, name in counties.items():
        short = (name[:-1], name[-2:]) if name.endswith("旗") else (name[:-1],)  # 前旗, as people say
        spoken = next((word for word in (name, *short) if word in said), "")
        rest = said.partition(spoken)[2] if spoken else ""
        if rest and not rest.isascii():
            found |= Q(county_code=code) & _matching(rest)
    return found


def _distance(row: Committee, said: str) -> tuple[int, str, str]:
    names = (row.short_name, row.name, row.pinyin, row.initials)
    if said in names:
        rank = 0
    elif any(name.startswith(said) for name in names):
        rank = 1
    else:
        rank = 2 if any(said in name for name in (*names, row.spoken, row.spoken_pinyin)) else 3
    return rank, row.pinyin, row.code


def _found(row: Committee, county: str) -> CommitteeFound:
    """No join: right after a load the database has no statistics, and a join took minutes."""
    township = row.spoken.removesuffix(row.name)
    ended = row.ended_on is not None
    return CommitteeFound(row.pk, row.code, row.name, township, county, page_of(row.code), ended)


def _card(row: Committee) -> CommitteeCard:
    settings, kind = settings_for(row.county_code), CommitteeKind(row.kind)
    reasons = tuple(_reasons(row, named=bool(row.legal_name), ended=end_in_words(row)))
    place, name = _issuer(row, settings)
    office, telephone = _county_line(settings)
    words, residents = settings.words, kind is not CommitteeKind.VILLAGE
    number_word = settings.number_words.residents if residents else settings.number_words.village
    return CommitteeCard(
        organization_id=row.pk,
        code=row.code,
        kind=kind,
        name=row.name,
        short_name=row.short_name,
        legal_name=row.legal_name or None,
        legal_name_confirmed_on=row.legal_name_confirmed_on,
        uscc=row.uscc,
        county_code=row.county_code,
        county_name=settings.county_name,
        county_word=words.county,
        township_id=row.township_id,
        township_name=row.township.name,
        township_telephone=row.township.telephone,
        display_name=row.township.name + row.short_name,
        issuer_place=place,
        issuer_name=name,
        number_prefix=row.township.name + row.short_name + number_word,
        telephone=row.organization.telephone,
        address=row.organization.address,
        hours=row.organization.hours,
        duty=row.organization.duty,
        county_office=office,
        county_telephone=telephone,
        director_title=words.director_of_gacha if is_gacha(row.name) else words.director,
        resident_word=words.resident_of_community if residents else words.resident_of_village,
        group_word=words.group,
        page=page_of(row.code),
        may_issue=not reasons,
        reasons=reasons,
        ended=end_of(row),
    )


def _reasons(row: Committee, *, named: bool, ended: str) -> Iterable[Refusal]:
    facts = policy.IssuerFacts(CommitteeKind(row.kind), row.spoken, named, is_demonstration(), ended)
    return policy.refusals_to_issue(facts)


def _issuer(row: Committee, settings: Settings) -> tuple[str, str]:
    """Place and name apart: a legal name may itself begin with county and township."""
    place, name = settings.county_name + row.township.name, row.legal_name or row.name
    for start in (place, row.township.name, settings.county_name):
        name = name.removeprefix(start)
    return place, name


def _county_line(settings: Settings) -> tuple[str, str]:
    """The office line printed as the county's; empty where the pack knows none."""
    for line in settings.telephones:
        if line.kind is TelephoneKind.LEAD:
            return line.office, line.number
    return "", ""
