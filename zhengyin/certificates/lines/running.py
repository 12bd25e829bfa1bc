"""The lines of a case on its way: from the application to the approval, or to its end before the seal."""

from zhengyin.certificates.lines.columns import ITEM, REASON
from zhengyin.certificates.lines.names import JOURNAL, RECUSED
from zhengyin.registers.lines import Column, LineKind

_GROUND: tuple[Column, ...] = (("ground", "不予出具的原因"), ("notice", "告知单编号"))
_RULE: tuple[Column, ...] = (("list_version", "清单版本"), ("path", "出具路径"))
_APPLIED: tuple[Column, ...] = (
    *ITEM,
    ("item_code", "事项代码"),
    *_RULE,
    ("basis", "依据"),
    ("demanding_unit", "需要单位"),
    ("channel", "申请方式"),
)
_COPIES: tuple[Column, ...] = (*ITEM, ("copies", "份数"), ("near_relative", "是否近亲属"))

RUNNING: tuple[LineKind, ...] = (
    LineKind("certificate.applied", JOURNAL, _APPLIED, personal=(("applicant", "申请人"),), title="申请"),
    LineKind(
        "certificate.applied_again",
        JOURNAL,
        (*_APPLIED, ("again", "更正还是再开"), ("old_number", "原来的编号")),
        personal=(("applicant", "申请人"), *REASON),
        title="重新申请",
    ),
    LineKind(
        "certificate.accepted",
        JOURNAL,
        (
            *ITEM,
            ("identity_method", "怎样核对身份"),
            ("ties", "与本村（社区）的关系"),
            ("public_interest", "是否涉及公共利益"),
            *_RULE,
        ),
        # free words: they name whoever knows the applicant, or a neighbour
        personal=(("identity_note", "核对身份说明"), ("public_interest_reason", "涉及公共利益的理由")),
        title="受理",
    ),
    LineKind(
        "certificate.to_complete", JOURNAL, ITEM, personal=(("missing", "还差什么"),), title="请申请人补正"
    ),
    LineKind(
        "certificate.mandate_recorded",
        JOURNAL,
        (*ITEM, ("covers", "委托办什么"), ("until", "委托到哪天"), ("kept", "委托书怎样留存")),
        personal=(("proxy", "代办人"), ("relation", "和申请人的关系")),
        title="记委托书",
    ),
    LineKind("certificate.completed", JOURNAL, ITEM, personal=(("said", "补了什么"),), title="补正"),
    LineKind(
        "certificate.materials",
        JOURNAL,
        (*ITEM, ("pictures", "照片张数")),
        personal=(("materials", "哪几样，怎么样了"),),
        title="记下材料",
    ),
    LineKind(
        "certificate.attached",
        JOURNAL,
        (*ITEM, ("pictures", "照片张数")),
        personal=(("material", "哪一样"),),
        title="申请人传来材料照片",
    ),
    LineKind(
        "certificate.attachment_removed",
        JOURNAL,
        ITEM,
        personal=(("material", "哪一样"), *REASON),
        title="撤下材料照片",
    ),
    LineKind(
        "certificate.form_pages",
        JOURNAL,
        (*ITEM, ("done", "做了什么"), ("pages", "页数"), ("digests", "每一页照片的校验值")),
        title="拍对方的表",
    ),
    LineKind("certificate.refused", JOURNAL, (*ITEM, *_GROUND), personal=REASON, title="不予出具"),
    LineKind("certificate.declined", JOURNAL, (*ITEM, *_GROUND), personal=REASON, title="不同意出具"),
    LineKind(RECUSED, JOURNAL, ITEM, title="回避（申请人是近亲属）"),
    LineKind("certificate.revealed", JOURNAL, (*ITEM, ("purpose", "为什么看")), title="看完整号码和电话"),
    LineKind("certificate.verifying", JOURNAL, ITEM, title="开始核实"),
    LineKind(
        "certificate.checked",
        JOURNAL,
        (*ITEM, ("checked", "核实了哪几项、方式、结果")),
        personal=(("informants", "向谁、凭什么核实"),),
        title="记录核实",
    ),
    LineKind("certificate.verified", JOURNAL, (*ITEM, ("methods", "核实方式"), *_RULE), title="核实完毕"),
    LineKind("certificate.approved", JOURNAL, _COPIES, title="签批"),
    LineKind("certificate.approved_first", JOURNAL, _COPIES, title="签批（待复核）"),
    LineKind("certificate.countersigned", JOURNAL, _COPIES, title="复核签批"),
    LineKind("certificate.returned", JOURNAL, ITEM, personal=REASON, title="退回核实"),
    LineKind("certificate.taken_back", JOURNAL, ITEM, personal=REASON, title="收回签批"),
    LineKind("certificate.withdrawn", JOURNAL, ITEM, personal=REASON, title="撤回"),
)
