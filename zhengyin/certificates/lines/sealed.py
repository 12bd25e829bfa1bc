"""The lines of the seal and after it: the statutory register, print, hand-over, void, correction."""

from zhengyin.certificates.lines.columns import ITEM
from zhengyin.certificates.lines.names import (
    APPROVALS,
    CORRECTED,
    JOURNAL,
    RECTIFIED,
    REGISTER,
    REGISTERED,
    REGISTERED_LATE,
    VOIDED,
    VOIDED_UNSTAMPED,
)
from zhengyin.registers.lines import FAILED_CHECKS, HANDOVER, Column, LineKind, Remark

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
    (HANDOVER, "交接期内"),
)
_PERSONS: tuple[Column, ...] = (("name", "姓名"), ("phone", "联系电话"), ("identity", "证件号码"))
_NUMBER: tuple[Column, ...] = (*ITEM, ("number", "编号"))
_WHY: tuple[Column, ...] = (("why", "为什么作废"),)
_NOTE: tuple[Column, ...] = (("note", "作废的说明"),)

SEALED: tuple[LineKind, ...] = (
    LineKind(
        "certificate.sealed",
        JOURNAL,
        (
            *ITEM,
            ("number", "编号"),
            ("copies", "份数"),
            ("impressions", "枚数"),
            ("seal", "印章"),
            ("where", "在哪里盖"),
            ("signature_algorithm", "校验码算法"),
        ),
        needs_earlier=APPROVALS,
        title="用印",
    ),
    LineKind("certificate.printed", JOURNAL, (*ITEM, ("number", "编号"), ("copies", "份数")), title="打印"),
    LineKind(
        "certificate.reprinted",
        JOURNAL,
        (
            *ITEM,
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
            *ITEM,
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
    LineKind(REGISTERED, REGISTER, _REGISTER, personal=_PERSONS, needs_earlier=APPROVALS, title="出具证明"),
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
            *ITEM,
            ("slip", "应急用印单"),
            ("number", "编号"),
            ("copies", "份数"),
            ("impressions", "枚数"),
            ("seal", "印章"),
            ("where", "印章那时在哪里"),
            ("sealer", "盖章人"),
        ),
        title="补登",
    ),
    LineKind(
        RECTIFIED,
        JOURNAL,
        (*ITEM, ("number", "编号")),
        personal=(("done", "怎样整改的"),),
        title="整改",
        remark=Remark("{day}整改", mark="已整改"),
    ),
)
