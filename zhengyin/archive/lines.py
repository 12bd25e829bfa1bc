"""The lines of the year's end, in 归档登记簿 of the year in which it is done. Pure."""

from zhengyin.registers.lines import LineKind

BOOK = "archives"
PREPARED = "year_end.prepared"
PREPARED_AGAIN = "year_end.prepared_again"
RETURNED = "year_end.returned"
SIGNED = "year_end.signed"
CLOSED = "year_end.closed"
PACKED = "year_end.packed"
RECEIVED = "year_end.received"
DOWNLOADED = "archive.downloaded"
REGISTERS_CLOSED = "ended_registers.closed"

_HEADS = (("year", "年度"), ("books", "登记簿起止号"), ("lines", "行数"), ("heads", "各册末号的校验"))

KINDS: tuple[LineKind, ...] = (
    LineKind(PREPARED, BOOK, (*_HEADS, ("open_cases", "结转未办结")), title="清点登记簿"),
    LineKind(PREPARED_AGAIN, BOOK, (*_HEADS, ("open_cases", "结转未办结")), title="重新清点登记簿"),
    LineKind(
        RETURNED,
        BOOK,
        (("year", "年度"),),
        personal=(("reason", "原因"),),  # free words may name somebody: erasable
        title="退回重新清点",
    ),
    LineKind(SIGNED, BOOK, _HEADS, title="监督委员会核对签名"),
    LineKind(CLOSED, BOOK, _HEADS, title="年终归档"),
    LineKind(
        PACKED,
        BOOK,
        (("year", "年度"), ("files", "文件数"), ("digest", "清单的校验值"), ("key", "校验点公钥")),
        title="做成归档包",
    ),
    LineKind(
        RECEIVED,
        BOOK,
        (("year", "年度"), ("township", "接收单位"), ("number", "回执编号"), ("digest", "清单的校验值")),
        title="乡镇接收归档包",
    ),
    LineKind(
        DOWNLOADED,
        BOOK,
        (("year", "年度"), ("digest", "清单的校验值")),
        title="取走归档包",
    ),
    LineKind(REGISTERS_CLOSED, BOOK, _HEADS, title="已撤并，关闭登记簿"),
)
