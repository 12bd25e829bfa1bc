"""What the seal may be used for in a committee's county, by the pack in force (H3.1a)."""

from collections.abc import Mapping

from zhengyin.regions import queries as regions
from zhengyin.regions.names import CommitteeKind
from zhengyin.regions.packs.settings import MajorMatter, SealUse


def scope_of(county_code: str) -> Mapping[str, SealUse]:
    """The entries of the committee's work by code, in the pack's order."""
    return {entry.code: entry for entry in regions.settings_for(county_code).seal_uses}


def scope_for(county_code: str, kind: CommitteeKind) -> Mapping[str, SealUse]:
    """The same for one kind of committee: what is written for the other stands last."""
    entries = scope_of(county_code).items()
    return dict(sorted(entries, key=lambda one: one[1].written_for not in (None, kind)))


def majors_of(county_code: str) -> Mapping[str, MajorMatter]:
    """What is announced or voted on first, by code."""
    return {entry.code: entry for entry in regions.settings_for(county_code).major_matters}
