"""Lines of a seal's life."""

from zhengyin.registers.lines import LineKind
from zhengyin.seals.lines.book import BOOK, SEAL

ORDERED = "seal.ordered"
ISSUED = "seal.issued"
LOST = "seal.lost"

KINDS: tuple[LineKind, ...] = (
    LineKind(ORDERED, BOOK, (*SEAL, ("kind", "印章种类")), title="制作印章"),
    LineKind(
        ISSUED,
        BOOK,
        (*SEAL, ("made_on", "刻制日期"), ("issued_on", "颁发日期"), ("received_by", "领取人")),
        title="颁发印章",
    ),
    LineKind(LOST, BOOK, (*SEAL, ("lost_at", "遗失时间"), ("circumstances", "经过")), title="印章报失"),
)
