"""A committee that was abolished or merged: from which day, by what, into whom."""

from dataclasses import dataclass
from datetime import date

from zhengyin.regions.models import Committee
from zhengyin.regions.names import Ending
from zhengyin.shared.days import in_words


@dataclass(frozen=True, slots=True)
class Ended:
    """Its end, as pages tell it; `into` and `into_code` are empty of one that was abolished."""

    on: date
    words: str  # 2026年11月1日合并到平头川镇李家湾村
    into: str
    into_code: str
    document: str


def end_of(row: Committee) -> Ended | None:
    """The end of a committee, or None while it stands."""
    if row.ended_on is None:
        return None
    into = row.merged_into
    return Ended(
        row.ended_on,
        end_in_words(row),
        into.spoken if into else "",
        into.code if into else "",
        row.end_document,
    )


def end_in_words(row: Committee) -> str:
    """2026年11月1日撤销; empty while it stands."""
    if row.ended_on is None:
        return ""
    into = row.merged_into
    done = f"合并到{into.spoken}" if row.ended_how == Ending.MERGED and into else "撤销"
    return in_words(row.ended_on) + done
