"""Nation ∪ province ∪ city ∪ county, computed. Pure.

A lower level may add and narrow, never widen what a higher one forbids. An item of a lower list that is a
prohibited matter under another name stays findable, but is judged as that matter: the pack's named path
decides, not the lower list.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind, Level
from zhengyin.catalogue.lists import Listed, SetAside

ORDER: Final = tuple(Level)
NOISE: Final = re.compile(r"[\s()（）〔〕“”\"、，·]|证明$|情况证明$")


def layered(listed: Iterable[Listed]) -> tuple[dict[str, Listed], tuple[SetAside, ...]]:
    """The entries in force by code, and what a higher list does not allow."""
    kept: dict[str, Listed] = {}
    aside: list[SetAside] = []
    for one in sorted(listed, key=lambda one: ORDER.index(one.level)):
        higher = kept.get(one.entry.code)
        why = _why_not(higher.entry, one.entry) if higher else ""
        if higher and why:
            aside.append(SetAside(one.entry.code, one.level, higher.entry.code, why))
        else:
            kept[one.entry.code] = one
    return _under_prohibitions(kept, aside), tuple(aside)


def _why_not(higher: Entry, lower: Entry) -> str:
    """Why `lower` may not stand in the place of `higher` of the same code; empty when it may."""
    if lower.kind is EntryKind.PROHIBITED and higher.kind in (EntryKind.ISSUABLE, EntryKind.ROUTE):
        return ""
    if lower.kind is not higher.kind:
        return "下级清单不能把上级清单的条目改成别的种类"
    if lower.kind is EntryKind.PROHIBITED and lower.exception not in (None, higher.exception):
        return "下级清单不能给上级不应出具的事项另加例外"
    if lower.kind is EntryKind.ISSUABLE and not _narrower(higher, lower):
        return "下级清单只能收窄上级清单的事项，不能放宽"
    return ""


def _narrower(higher: Entry, lower: Entry) -> bool:
    """Fewer ties, fewer units, a shorter validity, the same restraints."""
    shorter = not higher.valid_days or 0 < lower.valid_days <= higher.valid_days
    units = not higher.demanded_by or set(lower.demanded_by or "*") <= set(higher.demanded_by)
    sealed = lower.paper_only_with_seal or not higher.paper_only_with_seal
    return set(lower.ties) <= set(higher.ties) and shorter and units and sealed


def _under_prohibitions(kept: dict[str, Listed], aside: list[SetAside]) -> dict[str, Listed]:
    prohibited = [one.entry for one in kept.values() if one.entry.kind is EntryKind.PROHIBITED]
    names = {plain(name): entry.code for entry in prohibited for name in entry.search_names}
    exceptions = {entry.code: entry.exception.entry for entry in prohibited if entry.exception}
    result: dict[str, Listed] = {}
    for code, one in kept.items():
        hit = [] if one.entry.kind is not EntryKind.ISSUABLE else _hits(one.entry, names, exceptions)
        if hit:
            aside.append(SetAside(code, one.level, hit[0], "这是不应出具的事项，清单不能另列为可以出具"))
        judged = one.entry.model_copy(update={"overlaps": tuple(hit)}) if hit else one.entry
        result[code] = replace(one, entry=judged)
    return result


def _hits(entry: Entry, names: dict[str, str], exceptions: dict[str, str]) -> list[str]:
    if entry.exception_of:
        return [] if exceptions.get(entry.exception_of) == entry.code else [entry.exception_of]
    by_name = [names[plain(name)] for name in entry.search_names if plain(name) in names]
    declared = [code for code in entry.overlaps if code in names.values()]
    return list(dict.fromkeys((*declared, *by_name)))


def plain(name: str) -> str:
    """A name without brackets, spaces and the word 证明, to be compared."""
    return NOISE.sub("", NOISE.sub("", name))
