"""The lines this room writes, all in the book of seals (印章台账) of the organization concerned.

The owner is the committee, not its township: a committee's book stays whole when townships merge,
its supervision committee reads it, and two villages never wait for each other's head row. The
township's inventory is computed over its committees' rows. A county authority's line stands in
the book of the county's lead body.
"""

from zhengyin.registers.lines import LineKind
from zhengyin.seals.lines import custody, filing, handover, seal, signing, take_out
from zhengyin.seals.lines.book import BOOK as BOOK

KINDS: tuple[LineKind, ...] = (
    *seal.KINDS,
    *custody.KINDS,
    *signing.KINDS,
    *handover.KINDS,
    *take_out.KINDS,
    *filing.KINDS,
)
