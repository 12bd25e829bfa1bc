"""The lists in force for one committee on one day, and the pack's rules beside them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from zhengyin.catalogue.entries import Basis, Entry
from zhengyin.catalogue.kinds import EntryKind, Level, Lock, PrivateDemand, ProhibitedMode, Side

NO_ROW: Final = UUID(int=0)


@dataclass(frozen=True, slots=True)
class VersionRef:
    """One layer's list version, as a record names it."""

    level: Level
    division_code: str
    title: str
    no: int
    takes_effect_on: date

    @property
    def words(self) -> str:
        """For the record and for paper."""
        day = self.takes_effect_on
        return f"{self.title}第{self.no}版（{day.year}年{day.month}月{day.day}日起）"


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry in force, with the layer and version it stands in."""

    entry: Entry
    level: Level
    version: VersionRef
    entry_id: UUID = NO_ROW  # the row, for a record that points at it


@dataclass(frozen=True, slots=True)
class SetAside:
    """A lower entry that a higher one does not allow; the county sees it, nobody gets it."""

    code: str
    level: Level
    against: str
    why: str


@dataclass(frozen=True, slots=True)
class Lists:
    """Nation ∪ province ∪ city ∪ county in force on `day`; `issuer` is false for a 虚拟社区."""

    county_code: str
    day: date
    listed: Mapping[str, Listed]
    versions: tuple[VersionRef, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    issuer: bool = True

    def entries(self, kind: EntryKind) -> tuple[Entry, ...]:
        """The entries of one kind, in the order of the layers."""
        return tuple(one.entry for one in self.listed.values() if one.entry.kind is kind)

    def offered(self) -> tuple[Entry, ...]:
        """可以开的: filled guides only, and nothing that is a prohibited matter under another name."""
        issuable = self.entries(EntryKind.ISSUABLE)
        return tuple(entry for entry in issuable if not entry.unfilled and not entry.overlaps)

    def local_ways(self, code: str) -> tuple[Entry, ...]:
        """Ways a lower level added to the entry `code`."""
        return tuple(one.entry for one in self.listed.values() if code and one.entry.for_code == code)

    def principle(self, code: str) -> tuple[Basis, ...]:
        """The general rule under this code; empty when no layer in force states it."""
        return self.listed[code].entry.bases if code in self.listed else ()

    @property
    def version(self) -> str:
        """Every layer's version, for the record."""
        return "、".join(version.words for version in self.versions)


@dataclass(frozen=True, slots=True)
class Contact:
    """An office and its telephone."""

    name: str
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class PackRules:
    """What the pack decides, as of the day asked about."""

    prohibited: ProhibitedMode
    private_demand: PrivateDemand
    lock: Lock
    complaint: Contact  # where an unreasonable demand is reported
    committee: Contact
    sides: Mapping[str, Side] = field(default_factory=dict)  # by unit class
    offices: Mapping[str, Contact] = field(default_factory=dict)

    def side(self, unit_class: str) -> Side:
        """An unknown class is one that was not said: it opens nothing."""
        return self.sides.get(unit_class, Side.NOT_SAID)
