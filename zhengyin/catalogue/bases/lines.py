"""The lines about bases, all in the lead body's 设置登记簿. Reasons stand beside, erasable."""

from zhengyin.registers.lines import Column, LineKind

BOOK = "settings"
TABLE_LOADED = "basis.loaded"
ADDED = "basis.added"
CHANGED = "basis.changed"
MISTAKEN = "basis.mistaken"
REVIEWED = "basis.reviewed"

_WHICH: tuple[Column, ...] = (("basis", "依据文件"), ("number", "文号"))
_REASON: tuple[Column, ...] = (("reason", "原因"),)

KINDS: tuple[LineKind, ...] = (
    LineKind(
        TABLE_LOADED, BOOK, (("table", "依据表"), ("documents", "文件"), ("digest", "校验值")),
        title="装入依据表",
    ),
    LineKind(
        ADDED, BOOK,
        (*_WHICH, ("issued_by", "发文机关"), ("standing", "效力"), ("effective_from", "施行日期"),
         ("valid_until", "有效期至（含当日）")),
        title="登记依据文件",
    ),
    LineKind(
        CHANGED, BOOK,
        (*_WHICH, ("event", "变化"), ("takes_effect_on", "从哪天起"), ("by", "按哪份文件"),
         ("articles", "哪些条款")),
        title="登记依据的变化",
    ),
    LineKind(MISTAKEN, BOOK, (*_WHICH, ("what", "哪条登记")), _REASON, title="登记有误，作废"),
    LineKind(
        REVIEWED, BOOK,
        (*_WHICH, ("item", "事项"), ("code", "编码"), ("rests_on", "现在的依据")), _REASON,
        title="复核后保留",
    ),
)  # fmt: skip
