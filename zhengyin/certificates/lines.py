"""The lines this room writes: acts into the journal (办理流水), sealing into the statutory register too."""

from zhengyin.certificates.slips import PAD_CLOSED, PAD_ISSUED, SLIP_ENTERED, SLIP_SPOILED
from zhengyin.registers.lines import FAILED_CHECKS, Column, LineKind, Remark

JOURNAL = "journal"
REGISTER = "certificates"
NOTICES = "notices"
LETTERS = "letters"
PADS = "pads"

APPROVALS = ("certificate.approved", "certificate.countersigned")
RECUSED = "certificate.recused"
REGISTERED = "register.certificate"
REGISTERED_LATE = "register.certificate_late"
IN_REGISTER = (REGISTERED, REGISTERED_LATE)
RECTIFIED = "certificate.rectified"
TOLD = "register.notice"
LETTER_WRITTEN = "register.letter"
LETTER_DRAFTED = "letter.drafted"
VOIDED_UNSTAMPED = "certificate.voided_unstamped"
VOIDED = "certificate.voided"
CORRECTED = "certificate.corrected"

_REGISTER: tuple[Column, ...] = (
    ("number", "编号"),
    ("used_at", "用印的时间"),
    ("matter", "办理事项内容"),
    ("demanding_unit", "需要单位"),
    ("purpose", "用途"),
    ("valid_until", "有效期至"),
    ("copies", "份数"),
    ("impressions", "枚数"),
    ("item_code", "清单事项代码"),
    ("list_version", "清单版本"),
    ("path", "出具路径"),
    ("methods", "核实方式"),
    ("approver", "签批人员"),
    ("handler", "经办人员"),
    ("sealer", "盖章人（保管人）"),
    ("signature_algorithm", "校验码算法"),
)
_PERSONS: tuple[Column, ...] = (("name", "姓名"), ("phone", "联系电话"), ("identity", "证件号码"))
_ITEM: tuple[Column, ...] = (("item", "事项"),)
_REASON: tuple[Column, ...] = (("reason", "原因"),)  # free words may name somebody: erasable
_GROUND: tuple[Column, ...] = (("ground", "不予出具的原因"), ("notice", "告知单编号"))
_LETTER: tuple[Column, ...] = (*_ITEM, ("number", "编号"))
_ANSWERED: tuple[Column, ...] = (("said", "怎样答复的"),)
_NUMBER: tuple[Column, ...] = (*_ITEM, ("number", "编号"))
_WHY: tuple[Column, ...] = (("why", "为什么作废"),)
_NOTE: tuple[Column, ...] = (("note", "作废的说明"),)
_RULE: tuple[Column, ...] = (("list_version", "清单版本"), ("path", "出具路径"))
_APPLIED: tuple[Column, ...] = (
    *_ITEM,
    ("item_code", "事项代码"),
    *_RULE,
    ("basis", "依据"),
    ("demanding_unit", "需要单位"),
    ("channel", "申请方式"),
)
_RANGE: tuple[Column, ...] = (("first", "从"), ("last", "到"))
_COPIES: tuple[Column, ...] = (*_ITEM, ("copies", "份数"), ("near_relative", "是否近亲属"))

KINDS: tuple[LineKind, ...] = (
    LineKind("certificate.applied", JOURNAL, _APPLIED, personal=(("applicant", "申请人"),), title="申请"),
    LineKind(
        "certificate.applied_again",
        JOURNAL,
        (*_APPLIED, ("again", "更正还是再开"), ("old_number", "原来的编号")),
        personal=(("applicant", "申请人"), *_REASON),
        title="重新申请",
    ),
    LineKind(
        "certificate.accepted",
        JOURNAL,
        (
            *_ITEM,
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
        "certificate.to_complete", JOURNAL, _ITEM, personal=(("missing", "还差什么"),), title="请申请人补正"
    ),
    LineKind(
        "certificate.mandate_recorded",
        JOURNAL,
        (*_ITEM, ("covers", "委托办什么"), ("until", "委托到哪天"), ("kept", "委托书怎样留存")),
        personal=(("proxy", "代办人"), ("relation", "和申请人的关系")),
        title="记委托书",
    ),
    LineKind("certificate.completed", JOURNAL, _ITEM, personal=(("said", "补了什么"),), title="补正"),
    LineKind(
        "certificate.materials",
        JOURNAL,
        (*_ITEM, ("pictures", "照片张数")),
        personal=(("materials", "哪几样，怎么样了"),),
        title="记下材料",
    ),
    LineKind(
        "certificate.attached",
        JOURNAL,
        (*_ITEM, ("pictures", "照片张数")),
        personal=(("material", "哪一样"),),
        title="申请人传来材料照片",
    ),
    LineKind(
        "certificate.attachment_removed",
        JOURNAL,
        _ITEM,
        personal=(("material", "哪一样"), *_REASON),
        title="撤下材料照片",
    ),
    LineKind(
        "certificate.form_pages",
        JOURNAL,
        (*_ITEM, ("done", "做了什么"), ("pages", "页数"), ("digests", "每一页照片的校验值")),
        title="拍对方的表",
    ),
    LineKind("certificate.refused", JOURNAL, (*_ITEM, *_GROUND), personal=_REASON, title="不予出具"),
    LineKind("certificate.declined", JOURNAL, (*_ITEM, *_GROUND), personal=_REASON, title="不同意出具"),
    LineKind(RECUSED, JOURNAL, _ITEM, title="回避（申请人是近亲属）"),
    LineKind("certificate.revealed", JOURNAL, (*_ITEM, ("purpose", "为什么看")), title="看完整号码和电话"),
    LineKind("certificate.verifying", JOURNAL, _ITEM, title="开始核实"),
    LineKind(
        "certificate.checked",
        JOURNAL,
        (*_ITEM, ("checked", "核实了哪几项、方式、结果")),
        personal=(("informants", "向谁、凭什么核实"),),
        title="记录核实",
    ),
    LineKind("certificate.verified", JOURNAL, (*_ITEM, ("methods", "核实方式"), *_RULE), title="核实完毕"),
    LineKind("certificate.approved", JOURNAL, _COPIES, title="签批"),
    LineKind("certificate.approved_first", JOURNAL, _COPIES, title="签批（待复核）"),
    LineKind("certificate.countersigned", JOURNAL, _COPIES, title="复核签批"),
    LineKind("certificate.returned", JOURNAL, _ITEM, personal=_REASON, title="退回核实"),
    LineKind("certificate.taken_back", JOURNAL, _ITEM, personal=_REASON, title="收回签批"),
    LineKind(
        "certificate.sealed",
        JOURNAL,
        (
            *_ITEM,
            ("number", "编号"),
            ("copies", "份数"),
            ("impressions", "枚数"),
            ("seal", "印章"),
            ("signature_algorithm", "校验码算法"),
        ),
        needs_earlier=APPROVALS,
        title="用印",
    ),
    LineKind("certificate.printed", JOURNAL, (*_ITEM, ("number", "编号"), ("copies", "份数")), title="打印"),
    LineKind(
        "certificate.reprinted",
        JOURNAL,
        (
            *_ITEM,
            ("number", "编号"),
            ("copies", "份数"),
            ("reason", "为什么再打"),
            ("spoiled", "打坏作废的张数"),
        ),
        title="再打印",
        remark=Remark("{day}再打{copies}份（{reason}，作废{spoiled}张）"),
    ),
    LineKind(
        "certificate.delivered",
        JOURNAL,
        (
            *_ITEM,
            ("number", "编号"),
            ("how", "交付方式"),
            ("signed_by", "签收方式"),
            ("carrier", "承运单位"),
            ("post_number", "单号"),
        ),
        personal=(("recipient", "领取人"),),
        title="交付",
        remark=Remark("{day}交付（{how}{carrier}{post_number}）"),
    ),
    LineKind(
        VOIDED_UNSTAMPED,
        JOURNAL,
        (*_NUMBER, *_WHY),
        personal=_NOTE,
        title="作废（未盖章）",
        remark=Remark("{why}，{day}", mark="作废（未盖章）", void=True),
    ),
    LineKind(
        VOIDED,
        JOURNAL,
        (*_NUMBER, *_WHY, ("kind", "纸收回没有"), ("papers", "收回几份，或者在哪里公告")),
        personal=_NOTE,
        title="作废",
        remark=Remark("{papers}；{why}，{day}", mark="作废（{kind}）", void=True),
    ),
    LineKind("certificate.correction_begun", JOURNAL, _NUMBER, title="开始更正"),
    LineKind("certificate.reissue_begun", JOURNAL, _NUMBER, title="申请再开一份"),
    LineKind(
        CORRECTED,
        JOURNAL,
        (*_NUMBER, ("new_number", "新编号")),
        title="更正",
        remark=Remark("{day}更正，见{new_number}", mark="已更正", void=True),
    ),
    LineKind(
        "certificate.reissued",
        JOURNAL,
        (*_NUMBER, ("new_number", "新编号")),
        title="再开了一份",
        remark=Remark("{day}再开一份，见{new_number}"),
    ),
    # On the new paper, about the old one.
    LineKind(
        "certificate.corrects",
        JOURNAL,
        (*_NUMBER, ("old_number", "原来的编号")),
        title="代替原来的",
        remark=Remark("代替{old_number}", mark="更正"),
    ),
    LineKind(
        "certificate.reissues",
        JOURNAL,
        (*_NUMBER, ("old_number", "原来的编号")),
        title="再开一份",
        remark=Remark("内容同{old_number}", mark="再开一份"),
    ),
    LineKind("certificate.withdrawn", JOURNAL, _ITEM, personal=_REASON, title="撤回"),
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
    LineKind(REGISTERED, REGISTER, _REGISTER, personal=_PERSONS, needs_earlier=APPROVALS, title="出具证明"),
    LineKind(
        LETTER_DRAFTED,
        JOURNAL,
        (*_ITEM, ("unit", "给哪个单位"), ("answer_by", "请对方答复的日期")),
        title="拟告知函",
    ),
    LineKind("letter.returned", JOURNAL, _ITEM, personal=_REASON, title="退回告知函"),
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
        personal=_REASON,
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
    LineKind(
        REGISTERED_LATE,
        REGISTER,
        (*_REGISTER, ("outage", "为什么应急"), (FAILED_CHECKS, "待整改")),
        personal=_PERSONS,
        needs_earlier=APPROVALS,
        late=True,
        title="出具证明（补登）",
    ),
    LineKind(
        "certificate.recorded_late",
        JOURNAL,
        (
            *_ITEM,
            ("slip", "应急用印单"),
            ("number", "编号"),
            ("copies", "份数"),
            ("impressions", "枚数"),
            ("seal", "印章"),
            ("sealer", "盖章人"),
        ),
        title="补登",
    ),
    LineKind(
        RECTIFIED,
        JOURNAL,
        (*_ITEM, ("number", "编号")),
        personal=(("done", "怎样整改的"),),
        title="整改",
        remark=Remark("{day}整改", mark="已整改"),
    ),
    LineKind(
        PAD_ISSUED,
        PADS,
        (*_RANGE, ("slips", "张数"), ("seal", "印章")),
        title="印制应急用印单",
    ),
    LineKind(PAD_CLOSED, PADS, (*_RANGE, ("unused", "未用、收回的")), title="收回应急用印单"),
    LineKind(SLIP_SPOILED, PADS, (("slip", "应急用印单"), ("reason", "原因")), title="应急用印单作废"),
    LineKind(SLIP_ENTERED, PADS, (("slip", "应急用印单"), ("number", "编号")), title="应急用印单已补登"),
)
