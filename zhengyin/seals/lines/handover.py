"""Lines of the handover of a seal. What people say of it in free words lies beside the line, erasable."""

from zhengyin.registers.lines import Column, LineKind
from zhengyin.seals.lines.book import BOOK, SEAL

OPENED = "handover.opened"
NAMED = "handover.successor_named"
LISTED = "handover.listed"
COMPLETED = "handover.completed"
REAPPOINTED = "handover.reappointed"
CANCELLED = "handover.cancelled"
LAPSED = "handover.lapsed"

_HANDOVER: tuple[Column, ...] = (*SEAL, ("number", "移交编号"))
_LISTED: tuple[Column, ...] = (
    ("condition", "印章完好情况"),
    ("keys", "存放处和钥匙"),
    ("registers", "登记簿"),
    ("slips", "应急用印单"),
    ("archives", "随交档案"),
    ("unfinished", "未办完的"),
)
_SIGNED: tuple[Column, ...] = (
    ("signed_on", "签字日期"),
    ("handed_by", "移交人"),
    ("received_by", "接交人"),
    ("supervised_by", "监交人"),
    ("due_on", "应于哪天前移交完"),
)

KINDS: tuple[LineKind, ...] = (
    LineKind(
        OPENED,
        BOOK,
        (
            *_HANDOVER,
            ("custodian", "原保管人"),
            ("reason", "为什么移交"),
            ("changed_on", "变动日期"),
            ("due_on", "应于哪天前移交完"),
        ),
        title="开始移交印章",
    ),
    LineKind(NAMED, BOOK, (*_HANDOVER, ("successor", "拟接交人")), title="确定拟接交人"),
    LineKind(LISTED, BOOK, (*_HANDOVER, *_LISTED), title="清点，编制移交清单"),
    LineKind(
        COMPLETED, BOOK, (*_HANDOVER, *_SIGNED), (("handed_reason", "由他移交的原因"),), title="印章移交完毕"
    ),
    LineKind(REAPPOINTED, BOOK, (*_HANDOVER, ("custodian", "保管人")), title="原保管人续任"),
    LineKind(CANCELLED, BOOK, _HANDOVER, (("reason", "原因"),), title="撤销移交"),
    LineKind(LAPSED, BOOK, (*_HANDOVER, ("reason", "原因")), title="印章停用，移交终止"),
)
