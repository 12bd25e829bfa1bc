"""lists.csv: one row an entry, for a spreadsheet."""

import csv
import io
from typing import Final

from zhengyin.catalogue.dataset import Dataset, EntryTold, WayTold, digest
from zhengyin.catalogue.entries import SECTIONS
from zhengyin.shared.cells import plain
from zhengyin.shared.days import in_words

MARK: Final = b"\xef\xbb\xbf"  # by it spreadsheets know UTF-8
SAYS_SO: Final = {True: "示例", False: ""}


def as_csv(dataset: Dataset) -> bytes:
    """With the byte order mark, CRLF, a first row of titles; no cell is ever a formula."""
    whole = {
        "示例": SAYS_SO[dataset.demonstration],
        "数据截至": in_words(dataset.day),
        "数据校验值": digest(dataset),
    }
    rows = [_cells(entry) | whole for entry in dataset.entries]
    out = io.StringIO()
    writer = csv.DictWriter(out, (*TITLES, *whole))
    writer.writeheader()
    writer.writerows({title: plain(value) for title, value in row.items()} for row in rows)
    return MARK + out.getvalue().encode()


def _cells(entry: EntryTold) -> dict[str, str]:
    return {
        "代码": entry.code,
        "种类": entry.kind.words,
        "名称": entry.name,
        "别的叫法": "、".join(entry.aliases),
        "答复": entry.answer.mark if entry.answer else "",
        "为什么": entry.answer.reason if entry.answer else "",
        "您可以这样办": "；".join(map(_way, entry.ways)),
        "清单": entry.list.title,
        "级别": entry.list.level.words,
        "版本": f"第{entry.list.version}版",
        "施行日期": in_words(entry.list.takes_effect_on),
        "依据": "；".join(one.words for one in entry.bases),
        "依据的效力": "；".join(one.standing.words for one in entry.bases),
        "依据见于": "；".join(one.confidence.words for one in entry.bases),
        **_guide(entry),
        "和本村（社区）的关系": "、".join(one.words for one in entry.ties),
        "办结": entry.completion.words if entry.completion else "",
        "几个工作日": str(entry.working_days or ""),
        "有效几天": str(entry.valid_days or ""),
        "给哪类单位用": "、".join(one.words for one in entry.demanded_by),
        **_form(entry),
        "示例条目": SAYS_SO[entry.demonstration],
    }


def _guide(entry: EntryTold) -> dict[str, str]:
    said = {one.title: "\n".join(one.texts) for one in entry.guide.headings} if entry.guide else {}
    not_written = entry.guide.not_written if entry.guide else ""
    return {title: said.get(title, "") for title in SECTIONS} | {"不能写的": not_written}


def _form(entry: EntryTold) -> dict[str, str]:
    form = entry.form
    fields = (
        "、".join(f"{one.label}{'' if one.required else '（可以不填）'}" for one in form.fields)
        if form
        else ""
    )
    sentences = "".join(one.sentence for one in form.sentences) + form.closing if form else ""
    return {"证明的标题": form.title if form else "", "要填的栏目": fields, "证明上的句子": sentences}


def _way(way: WayTold) -> str:
    where = f"（{way.where}）" if way.where else ""
    bring = f"带{'、'.join(way.bring)}。" if way.bring else ""
    call = f"电话：{way.telephone.name}{way.telephone.number}。" if way.telephone else ""
    unsure = "（需当地确认）" if way.to_confirm else ""
    return f"{way.who}：{way.do}{where}{bring}{call}{unsure}"


TITLES: Final = (
    "代码", "种类", "名称", "别的叫法", "答复", "为什么", "您可以这样办", "清单", "级别", "版本", "施行日期",
    "依据", "依据的效力", "依据见于", *SECTIONS, "不能写的", "和本村（社区）的关系", "办结", "几个工作日",
    "有效几天", "给哪类单位用", "证明的标题", "要填的栏目", "证明上的句子", "示例条目",
)  # fmt: skip
