"""Lines of a seal's life. Why something was done is free words: beside the line, erasable."""

from zhengyin.registers.lines import Column, LineKind
from zhengyin.seals.lines.book import BOOK, SEAL

ORDERED = "seal.ordered"
REPLACEMENT_ORDERED = "seal.replacement_ordered"
REISSUE_ORDERED = "seal.reissue_ordered"
IMPRESSION = "seal.impression_recorded"
ISSUED = "seal.issued"
CALLED_OFF = "seal.called_off"
LOST = "seal.lost"
STOPPED = "seal.stopped"
RESTORED = "seal.restored"
COLLECTED = "seal.collected"
DESTROYED = "seal.destroyed"
DECLARED_VOID = "seal.declared_void"

_ORDER: tuple[Column, ...] = (
    *SEAL,
    ("kind", "印章种类"),
    ("shape", "形状"),
    ("diameter", "直径"),
    ("star", "五角星"),
    ("second_script", "第二种文字（图样校验值）"),
    ("material", "质料"),
    ("engraver", "刻制单位"),
    ("police_number", "公安备案号"),
    ("replaces", "代替的印章"),
)
_REASON: tuple[Column, ...] = (("reason", "原因"),)

KINDS: tuple[LineKind, ...] = (
    LineKind(ORDERED, BOOK, _ORDER, _REASON, title="制作印章"),
    LineKind(REPLACEMENT_ORDERED, BOOK, _ORDER, _REASON, title="更换印章，制作新章"),
    LineKind(REISSUE_ORDERED, BOOK, _ORDER, _REASON, title="补发印章，制作新章"),
    LineKind(IMPRESSION, BOOK, (*SEAL, ("measured", "量得直径")), _REASON, title="留存印模"),
    LineKind(
        ISSUED,
        BOOK,
        (
            *SEAL,
            ("made_on", "刻制日期"),
            ("issued_on", "颁发日期"),
            ("received_by", "领取人"),
            ("police_number", "公安备案号"),
            ("receipt", "领取单（校验值）"),
        ),
        title="颁发印章",
    ),
    LineKind(CALLED_OFF, BOOK, SEAL, _REASON, title="撤销制作"),
    LineKind(LOST, BOOK, (*SEAL, ("lost_at", "遗失时间")), (("circumstances", "经过"),), title="印章报失"),
    LineKind(STOPPED, BOOK, (*SEAL, ("why", "停用事由")), _REASON, title="停用印章"),
    LineKind(RESTORED, BOOK, SEAL, _REASON, title="恢复使用"),
    LineKind(
        COLLECTED,
        BOOK,
        (*SEAL, ("collected_on", "收缴日期")),
        personal=(("handed_in_by", "交印人"),),
        title="收缴印章",
    ),
    LineKind(
        DESTROYED,
        BOOK,
        (*SEAL, ("destroyed_on", "销毁日期"), ("place", "地点"), ("how", "方式")),
        personal=(("witnesses", "见证人"),),
        title="销毁印章",
    ),
    LineKind(
        DECLARED_VOID,
        BOOK,
        (*SEAL, ("withheld_since", "从什么时候起不交"), ("document", "公告文号")),
        _REASON,
        title="印章拒不交出，公告作废",
    ),
)
