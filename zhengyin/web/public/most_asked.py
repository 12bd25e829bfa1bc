"""The ten lines on a village's front page.

Nobody counts what residents ask (the public pages write nothing), so the order is a table: what
is asked most by common experience, answers of both kinds mixed; the first ten in force are shown.
"""

from datetime import date

from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.lists import Lists, PackRules
from zhengyin.web.public.pages import Asked
from zhengyin.web.public.village import Village, asked, of_kinds

OFTEN = (
    "健在证明", "居（租）住证明", "无犯罪记录证明", "收入证明", "亲属关系证明", "大学生助学贷款证明",
    "婚姻状况证明", "低保、特困人员证明", "死亡证明", "家庭经济困难证明",
)  # fmt: skip
KINDS = (EntryKind.PROHIBITED, EntryKind.ISSUABLE, EntryKind.ROUTE)
TEN = 10
SHOWN_LARGE = 7  # lines kept in 大字版


def most_asked(village: Village, lists: Lists, rules: PackRules, day: date) -> tuple[Asked, ...]:
    """The items of the table as far as they are in force, filled up in the lists' order."""
    known = [
        entry
        for entry in of_kinds(lists, *KINDS)
        if not (entry.exception_of or entry.overlaps or (entry.kind is EntryKind.ISSUABLE and entry.unfilled))
    ]
    chosen = sorted(known, key=lambda entry: rank(entry.name))[:TEN]
    return tuple(
        asked(entry, village, lists, rules, day, extra=place >= SHOWN_LARGE)
        for place, entry in enumerate(chosen)
    )


def rank(name: str) -> int:
    """Where a name stands in the table; names not in it come after, in the list's order."""
    return OFTEN.index(name) if name in OFTEN else len(OFTEN)
