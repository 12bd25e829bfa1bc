"""The lines of a refusal: 告知单 and 告知函, their books and their way."""

from zhengyin.certificates.lines.columns import ITEM, REASON
from zhengyin.certificates.lines.names import JOURNAL, LETTER_DRAFTED, LETTER_WRITTEN, LETTERS, NOTICES, TOLD
from zhengyin.registers.lines import Column, LineKind, Remark

_LETTER: tuple[Column, ...] = (*ITEM, ("number", "编号"))
_ANSWERED: tuple[Column, ...] = (("said", "怎样答复的"),)

OF_LETTERS: tuple[LineKind, ...] = (
    LineKind(
        TOLD,
        NOTICES,
        (
            ("number", "编号"),
            ("matter", "要开的证明"),
            ("item_code", "清单事项代码"),
            ("demanding_unit", "需要单位"),
            ("ground", "不予出具的原因"),
            ("basis", "依据"),
            ("list_version", "清单版本"),
        ),
        personal=(("name", "告知谁"), ("why", "为什么"), ("where", "去哪里办")),
        title="不予出具告知",
    ),
    LineKind(
        LETTER_DRAFTED,
        JOURNAL,
        (*ITEM, ("unit", "给哪个单位"), ("answer_by", "请对方答复的日期")),
        title="拟告知函",
    ),
    LineKind("letter.returned", JOURNAL, ITEM, personal=REASON, title="退回告知函"),
    LineKind("letter.approved", JOURNAL, _LETTER, title="签发告知函"),
    LineKind(
        "letter.sent",
        JOURNAL,
        (*_LETTER, ("how", "怎样送的"), ("post_number", "单号")),
        personal=(("note", "送达说明"),),
        title="送出告知函",
        remark=Remark("{day}{how}{post_number}"),
    ),
    LineKind(
        "letter.taken_back",
        JOURNAL,
        _LETTER,
        personal=REASON,
        title="收回告知函",
        remark=Remark("{day}，没有送出", mark="收回", void=True),
    ),
    LineKind(
        "letter.basis_given",
        JOURNAL,
        (*_LETTER, ("basis", "对方给出的依据")),
        personal=_ANSWERED,
        title="对方给出依据",
        remark=Remark("{day}对方给出依据：{basis}"),
    ),
    LineKind(
        "letter.demand_dropped",
        JOURNAL,
        _LETTER,
        personal=_ANSWERED,
        title="对方不再要求",
        remark=Remark("{day}对方不再要求"),
    ),
    LineKind("letter.unanswered", JOURNAL, _LETTER, title="对方没有答复", remark=Remark("{day}对方没有答复")),
    LineKind(
        LETTER_WRITTEN,
        LETTERS,
        (
            ("number", "编号"),
            ("unit", "收函单位"),
            ("matter", "要开的证明"),
            ("item_code", "清单事项代码"),
            ("notice", "告知单编号"),
            ("ground", "不予出具的原因"),
            ("basis", "依据"),
            ("answer_by", "请对方答复的日期"),
        ),
        personal=(("name", "谁被要求开证明"), ("address", "收函地址")),
        needs_earlier=(LETTER_DRAFTED,),  # drafted and approved by two
        title="告知函",
    ),
)
