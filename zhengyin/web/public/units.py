"""Who demands certificates, in residents' words and in one order wherever a resident is asked.

The table of the pack stays what is recorded; two of its classes, which nobody would tell apart from
their neighbours, are not offered here: whoever means them takes the neighbour.
"""

from typing import Final

from zhengyin.regions import queries as regions

WORDS: Final = {
    "bank": "银行、保险公司",
    "school": "学校、幼儿园",
    "government": "政府部门，比如民政局、人社局、住建局",
    "public_utility": "供电、供水、供气、医院这样的单位",
    "notary": "公证处",
    "employer": "上班的单位",
    "company": "别的公司，或者哪一个人",
    "abroad": "国外、境外的单位",
    "court": "人民法院",
    "procuratorate": "人民检察院",
    "police": "公安局、派出所",
    "discipline": "纪委监委",
}
FOLDED: Final = ("service_body", "private_school")  # beside 供电、供水… and 别的公司


def unit_words() -> dict[str, str]:
    """Every class by its key, those named here first; courts and police last."""
    known = {one.key: one.name for one in regions.unit_classes()}
    return {key: words for key, words in WORDS.items() if key in known} | {
        key: name for key, name in known.items() if key not in WORDS
    }


def offered(units: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What a resident chooses from."""
    return tuple((key, words) for key, words in units.items() if key not in FOLDED)
