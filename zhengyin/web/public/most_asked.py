"""The ten lines on a village's front page.

Nobody counts what residents ask (the public pages write nothing), so the order is a table: what
is asked most by common experience, answers of both kinds mixed; the first ten in force are shown.
"""

from datetime import date

from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.lists import Lists, PackRules
from zhengyin.web.public.pages import Asked
from zhengyin.web.public.village import Village, asked, of_kinds

OFTEN = ("健在证明", "无犯罪记录证明", "亲属关系证明", "婚姻状况证明", "死亡证明", "居民身份信息证明")
TEN = 10
SHOWN_LARGE = 7  # lines kept in 大字版


def most_asked(village: Village, lists: Lists, rules: PackRules, day: date) -> tuple[Asked, ...]:
    """Ten items, a no and a yes by turns as long as there are both."""
    noes = sorted(of_kinds(lists, EntryKind.PROHIBITED), key=lambda entry: rank(entry.name))
    yeses = [
        entry
        for entry in of_kinds(lists, EntryKind.ISSUABLE)
        if not entry.unfilled and not entry.exception_of
    ]
    turns = [entry for pair in zip(noes, yeses, strict=False) for entry in pair]
    rest = [entry for entry in (*noes, *yeses) if entry not in turns]
    chosen = (turns + rest)[:TEN]
    return tuple(
        asked(entry, village, lists, rules, day, extra=place >= SHOWN_LARGE)
        for place, entry in enumerate(chosen)
    )


def rank(name: str) -> int:
    """Where a name stands in the table; names not in it come after, in the list's order."""
    return next((place for place, often in enumerate(OFTEN) if often[:4] in name), len(OFTEN))
