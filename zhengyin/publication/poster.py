"""海报和宣传单: both lists on one sheet, from the dataset and nothing else (H4.3a)."""

from collections.abc import Iterable
from typing import Final

from zhengyin.catalogue.dataset import Dataset, EntryTold
from zhengyin.catalogue.entries import SAMPLE
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.documents.paper.parts import Issuer, Mark
from zhengyin.documents.paper.poster import PosterPaper, Row, Sheet
from zhengyin.publication.pages import shown
from zhengyin.shared.days import in_words

DEMANDED: Final = "对方非要村（社区）开？打主管部门的电话，或者扫码，照着上面的办法反映。您不用来回跑。"
TO_CONFIRM: Final = "怎样办是通俗说法，不是文件原文；去之前先打电话问一问。"


def poster(
    dataset: Dataset, sheet: Sheet, issuer: Issuer, telephones: Iterable[Row], address: str
) -> PosterPaper:
    """The poster of one village: its lists are the county's, its name and telephones its own."""
    return PosterPaper(
        sheet=sheet,
        issuer=issuer,
        can=tuple((one.name, how(one)) for one in dataset.entries if shown(one, EntryKind.ISSUABLE)),
        cannot=tuple((one.name, where(one)) for one in dataset.entries if shown(one, EntryKind.PROHIBITED)),
        note=DEMANDED,
        telephones=tuple(telephones),
        address=address,
        standing=standing(dataset),
        mark=Mark.DEMONSTRATION if dataset.demonstration else Mark.NONE,
    )


def how(entry: EntryTold) -> str:
    """当场办。带居民身份证、居民户口簿。 What is not settled yet says so; the sheet itself says 示例."""
    answer = entry.answer
    said = f"{answer.mark}。" if answer and not answer.is_open and not answer.is_yes else ""
    if entry.guide is None or entry.guide.pending:
        return f"{said}怎样办还没有定好，先问一问。"
    days = f"{entry.working_days}个工作日" if entry.working_days else "当场办"
    return f"{said}{days}。带{'、'.join(entry.guide.materials)}。".replace(f"（{SAMPLE}）", "")


def where(entry: EntryTold) -> str:
    """The first way that is the resident's own to go; else the first there is; else whom to ask."""
    own = (one for one in entry.ways if one.who != "要证明的单位")
    way = next(own, entry.ways[0] if entry.ways else None)
    if way is None:
        return "先问一问"
    return way.do if way.who == "您自己" else f"{way.who}：{way.do}"


def standing(dataset: Dataset) -> str:
    """Which lists in which versions, of which day."""
    lists = "；".join(one.words for one in dataset.lists)
    return f"依据：{lists}。{TO_CONFIRM}{in_words(dataset.day)}的清单，过后变了的以扫码看到的为准。"
