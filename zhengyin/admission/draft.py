"""The item a proposal asks for, as it would stand on the list; and what it still lacks, in words. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from zhengyin.catalogue.entries import SECTIONS, Entry
from zhengyin.catalogue.kinds import Confidence, EntryKind

NO_CODE: Final = "ISS-ZR-00"
"""Stands in an unpublished item for the code it gets with its version."""

LABELS: Final[Mapping[tuple[str, ...], str]] = {
    ("name",): "事项名称", ("bases",): "设定依据", ("ties",): "和本村（社区）的关系",
    ("class_of_use",): "用途类别", ("completion",): "当场办还是限时办", ("valid_days",): "有效天数",
    ("working_days",): "办理时限", ("guide", "subject"): SECTIONS[0], ("guide", "issuer"): SECTIONS[1],
    ("guide", "basis"): SECTIONS[2], ("guide", "conditions"): "四、办理条件",
    ("guide", "materials"): "四、申请材料", ("guide", "procedure"): "四、办理流程",
    ("guide", "time_limit"): SECTIONS[4], ("guide", "demanded_by"): SECTIONS[5],
    ("guide", "sample"): SECTIONS[6], ("form", "fields"): "样表的栏目", ("form", "facts"): "样表的句子",
    ("form",): "样表", ("guide",): "办事指南",
}  # fmt: skip


WANTED: Final = ("name", "bases", "class_of_use", "ties", "completion", "guide", "form")
"""What an entry cannot do without, whatever else is wrong with it (entries.Entry says it for all files)."""


def entry_of(content: Mapping[str, Any], code: str = NO_CODE) -> Entry:
    """The item as an entry with this code; raises ValidationError where it is not whole."""
    fixed = {"code": code, "kind": EntryKind.ISSUABLE, "confidence": Confidence.SOURCE}
    return Entry.model_validate({**content, **fixed})


def faults_of(content: Mapping[str, Any]) -> tuple[str, ...]:
    """What keeps it from being one, each named once, in the order of the guide."""
    missing = tuple(LABELS[(key,)] for key in WANTED if not content.get(key))
    if missing:
        return missing
    try:
        entry = entry_of(content)
    except ValidationError as error:
        return tuple(dict.fromkeys(_faults(error)))
    return entry.unfilled


def service_faults(content: Mapping[str, Any]) -> tuple[str, ...]:
    """What a 公共服务事项 or 工作任务 lacks beside the questions of its form."""
    return tuple(words for key, words in (("what", "是哪一种"), ("bases", "依据")) if not content.get(key))


def _faults(error: ValidationError) -> Iterator[str]:
    for one in error.errors():
        named = tuple(str(part) for part in one["loc"] if isinstance(part, str))
        known = next((LABELS[named[:n]] for n in (2, 1) if named[:n] in LABELS), "")
        if one["type"] == "value_error":  # said in words by the entry itself
            yield str(one["ctx"]["error"])
        elif known:
            yield known
        else:
            yield "、".join(named)
