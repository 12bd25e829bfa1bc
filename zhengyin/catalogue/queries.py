"""Reading the lists: what is in force for a committee on a day, one entry, its guide, the versions."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind, Level
from zhengyin.catalogue.layers import ORDER, layered
from zhengyin.catalogue.lists import Contact, Listed, Lists, PackRules, VersionRef
from zhengyin.catalogue.models import ListEntry, ListVersion
from zhengyin.catalogue.places import chain
from zhengyin.catalogue.policy import Answer, Question, may_it_be_issued
from zhengyin.catalogue.rules import rules_of
from zhengyin.catalogue.search import Found, Index
from zhengyin.regions.names import CommitteeKind
from zhengyin.regions.queries import committee, remembered, settings_for, unit_classes

KEPT: Final = 256
Stamp = tuple[tuple[str, int, date, str], ...]


def lists_for(organization_id: UUID, day: date) -> Lists:
    """The lists in force for this committee on this day, with their layers and versions."""
    card = committee(organization_id)
    return replace(lists_in(card.county_code, day), issuer=card.kind is not CommitteeKind.VIRTUAL)


def lists_in(county_code: str, day: date) -> Lists:
    """The lists in force in a county on this day, whoever issues there."""
    return _in_force(county_code, day, _stamp(county_code))


def own_items(county_code: str, day: date) -> tuple[tuple[str, str], ...]:
    """What may be issued by the county's own lists on this day: (code, name), by code."""
    rows = ListEntry.objects.filter(
        division_code=county_code, kind=EntryKind.ISSUABLE, in_force_from__lte=day
    )
    return tuple(rows.filter(lasting(day)).order_by("code").values_list("code", "name"))


def own_codes(county_code: str, day: date) -> frozenset[str]:
    """What stands on the county's own lists on this day or begins later."""
    return frozenset(standing(county_code, day).values_list("code", flat=True))


def standing(county_code: str, day: date) -> QuerySet[ListEntry]:
    """The entries of the county's own lists that are in force on this day or begin later."""
    return ListEntry.objects.filter(lasting(day), division_code=county_code, ended_by=None)


def lasting(day: date) -> Q:
    """Of entries: not over on this day."""
    return Q(in_force_until=None) | Q(in_force_until__gt=day)


def rules_for(organization_id: UUID, day: date) -> PackRules:
    """What the committee's pack decides on this day."""
    card = committee(organization_id)
    return rules_of(
        settings_for(card.county_code), unit_classes(), day=day,
        committee=Contact(card.display_name, card.telephone),
        township=Contact(card.township_name, card.township_telephone),
    )  # fmt: skip


def rules_in(county_code: str, day: date) -> PackRules:
    """What the county's pack decides on this day, for every committee there and by no one's telephone."""
    return rules_of(
        settings_for(county_code), unit_classes(), day=day,
        committee=Contact("村（居）民委员会"), township=Contact("乡镇（街道、苏木）"),
    )  # fmt: skip


def answer_to(organization_id: UUID, question: Question) -> Answer:
    """May it be issued, here and on the question's day?"""
    lists = lists_for(organization_id, question.day)
    return may_it_be_issued(question, lists, rules_for(organization_id, question.day))


def search(organization_id: UUID, text: str, day: date) -> Found:
    """The items that may be meant, in residents' words; abstains rather than guesses."""
    county = committee(organization_id).county_code
    return _index(county, day, _stamp(county)).search(text)


def entry(organization_id: UUID, code: str, day: date) -> Listed | None:
    """One entry in force, with its layer and version; nothing when none has this code that day."""
    return lists_for(organization_id, day).listed.get(code)


def _stamp(county_code: str) -> Stamp:
    """Changes whenever a version or an entry that binds the county does; the caches hang on it."""
    rows = ListVersion.objects.filter(document__division_code__in=chain(county_code))
    told = rows.order_by("document_id", "no").values_list("document_id", "no", "takes_effect_on", "digest")
    return remembered(("stamp", county_code), lambda: tuple(told))


def listed_above(county_code: str, day: date) -> tuple[Listed, ...]:
    """What the lists above the county's own say on a day."""
    above = chain(county_code)[:-1]
    kept, _ = layered(_listed(above, day, _current_versions(county_code, day)))
    return tuple(kept.values())


@lru_cache(maxsize=KEPT)
def _index(county_code: str, day: date, stamp: Stamp) -> Index:
    return Index(one.entry for one in _in_force(county_code, day, stamp).listed.values())


@lru_cache(maxsize=KEPT)
def _in_force(county_code: str, day: date, stamp: Stamp) -> Lists:
    refs = _current_versions(county_code, day)
    kept, aside = layered(_listed(chain(county_code), day, refs))
    return Lists(county_code, day, kept, tuple(refs.values()), aside)


def _listed(divisions: Collection[str], day: date, refs: Mapping[str, VersionRef]) -> list[Listed]:
    rows = (
        ListEntry.objects.filter(lasting(day), division_code__in=divisions, in_force_from__lte=day)
        .select_related("introduced_by")
        .order_by("code", "level")
    )
    return [
        Listed(
            Entry.model_validate(row.content), Level(row.level), refs[row.introduced_by.document_id], row.pk
        )
        for row in rows
    ]


def _current_versions(county_code: str, day: date) -> dict[str, VersionRef]:
    """By document: the newest version that has taken effect on `day`."""
    rows = ListVersion.objects.filter(
        document__division_code__in=chain(county_code), takes_effect_on__lte=day
    ).select_related("document")
    refs = [(row.document_id, _ref(row)) for row in rows.order_by("document_id", "no")]
    return dict(sorted(refs, key=lambda ref: ORDER.index(ref[1].level)))


def _ref(row: ListVersion) -> VersionRef:
    document = row.document
    return VersionRef(
        Level(document.level), document.division_code, document.title, row.no, row.takes_effect_on
    )
