"""When nothing is exported, and why. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Kept:
    """Whose earlier export lies in the folder; `more` is a file there that is none of it."""

    county_code: str
    county: str
    demonstration: bool
    more: str = ""

    @property
    def words(self) -> str:
        """会宁县（示例）"""
        return f"{self.county}（示例）" if self.demonstration else self.county


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """Where it would be written. `kept` is None where no export of ours lies; an empty folder has nothing."""

    path: str
    above: str
    above_exists: bool
    is_file: bool
    is_empty: bool
    kept: Kept | None


def refusals_to_read(county_code: str, day: date, *, known: bool, today: date) -> Iterator[Refusal]:
    """Before anything is read: the county and the day."""
    if not known:
        yield Refusal("export_county_unknown", county_code, "H2.1d")
    if day > today:
        yield Refusal("export_day_not_yet", in_words(day), "H2.1d")


def refusals_to_write(folder: FolderFacts, own: Kept) -> Iterator[Refusal]:
    """Only what an export of the same county left is replaced: anything else may be somebody's only copy."""
    if not folder.above_exists:
        yield Refusal("export_place_missing", folder.above, "H2.1d")
    elif folder.is_file:
        yield Refusal("export_place_is_file", folder.path, "H2.1d")
    elif folder.is_empty:
        return
    elif folder.kept is None:
        yield Refusal("export_folder_not_ours", folder.path, "H2.1d")
    elif folder.kept.words != own.words or folder.kept.county_code != own.county_code:
        yield Refusal("export_folder_of_another", folder.kept.words, "H2.1d")
    elif folder.kept.more:
        yield Refusal("export_folder_has_more", folder.kept.more, "H2.1d")
