"""Filing with the township (备案, O2.3a): what must be filed, and the lines of its acknowledgement."""

from zhengyin.registers.lines import Column, LineKind
from zhengyin.seals.lines import custody, handover, seal, signing
from zhengyin.seals.lines.book import BOOK

# What goes to the township once its line stands: 印模、保管人、存放地点、移交、报失、密钥挂失、登记簿截止.
# A kind that is added here is filed from then on, its older lines included, unless queries/filings leaves
# them out. Any committee's book may hold it.
TO_FILE: tuple[str, ...] = (
    seal.ISSUED,
    seal.LOST,
    seal.RESTORED,
    custody.ENTRUSTED,
    custody.DECIDED,
    custody.CUSTODY_ENDED,
    custody.PLACE_MOVED,
    custody.ACTING,
    # what the township did itself (收缴、作废、撤并) it need not file with itself
    handover.COMPLETED,
    handover.REAPPOINTED,
    signing.KEY_LOST,  # handled like a lost seal, whoever reported it
    "year_end.closed",  # of the room that closes a year, which stands above this one
)

ACKNOWLEDGED = "filing.acknowledged"
RETURNED = "filing.returned"
ANSWERED = "filing.answered"

_FILED: tuple[Column, ...] = (
    ("filed", "备案事项"),
    ("number", "备案编号"),
    ("happened_on", "发生日期"),
    ("line_hash", "所备案的一行"),
)

KINDS: tuple[LineKind, ...] = (
    LineKind(ACKNOWLEDGED, BOOK, _FILED, title="备案签收"),
    LineKind(RETURNED, BOOK, _FILED, personal=(("question", "要补正什么"),), title="备案退回补正"),
    LineKind(ANSWERED, BOOK, _FILED, personal=(("answer", "怎样补正的"),), title="备案补正"),
)
