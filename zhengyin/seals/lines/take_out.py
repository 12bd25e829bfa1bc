"""Lines of a seal taken out of its place of keeping: together they read as the 印章携带外出登记.

The reason is free words and may name a resident, so it lies beside the line, erasable; the place is
asked for as an institution or an address.
"""

from zhengyin.registers.lines import Column, LineKind
from zhengyin.seals.lines.book import BOOK, SEAL

ASKED = "take_out.asked"
APPROVED = "take_out.approved"
DECLINED = "take_out.declined"
WITHDRAWN = "take_out.withdrawn"
LEFT = "take_out.left"
EXTENDED = "take_out.extended"
BACK = "take_out.back"
LOST_OUTSIDE = "take_out.lost"

_PLANNED: tuple[Column, ...] = (
    *SEAL,
    ("borrower", "携带人"),
    ("place", "带到哪里"),
    ("from_at", "从"),
    ("until_at", "到"),
)
_OUT: tuple[Column, ...] = (
    *SEAL,
    ("approver", "批准人"),
    ("borrower", "携带人"),
    ("place", "带到哪里"),
    ("out_at", "带离时间"),
)
_USES: tuple[Column, ...] = (("uses", "外出期间用印明细"),)
_REASON: tuple[Column, ...] = (("reason", "事由"),)
_WHY: tuple[Column, ...] = (("why", "原因"),)

KINDS: tuple[LineKind, ...] = (
    LineKind(ASKED, BOOK, _PLANNED, personal=_REASON, title="申请带出印章"),
    LineKind(APPROVED, BOOK, (*_PLANNED, ("approver", "批准人")), title="批准带出印章"),
    LineKind(DECLINED, BOOK, _PLANNED, personal=_WHY, title="不同意带出印章"),
    LineKind(WITHDRAWN, BOOK, _PLANNED, personal=_WHY, title="撤回带出印章"),
    LineKind(LEFT, BOOK, (*_OUT, ("until_at", "最晚归还")), personal=_REASON, title="印章带出"),
    LineKind(EXTENDED, BOOK, (*_OUT, ("until_at", "最晚归还")), personal=_WHY, title="延长带出时间"),
    LineKind(BACK, BOOK, (*_OUT, ("back_at", "归还时间"), *_USES), personal=_REASON, title="印章归还"),
    LineKind(LOST_OUTSIDE, BOOK, (*_OUT, *_USES), personal=_REASON, title="带出后没有归还"),
)
