"""Lines of the custody of a seal. Why somebody keeps it no more is free words: beside the line, erasable."""

from zhengyin.registers.lines import Column, LineKind
from zhengyin.seals.lines.book import BOOK, SEAL

ENTRUSTED = "custody.entrusted"
DECIDED = "custody.decided"
CUSTODY_ENDED = "custody.ended"
PLACE_MOVED = "custody.moved"
ACTING = "custody.acting"
ENDED_WITH_SEAL = "custody.ended_with_seal"

_CUSTODY: tuple[Column, ...] = (
    *SEAL,
    ("custodian", "保管人"),
    ("valid_from", "保管自"),
    ("valid_until", "保管至（不含当日）"),
    ("place", "存放地点"),
    ("caution", "提示"),
)
_VOTE: tuple[Column, ...] = (
    ("party_nominated_on", "党组织提名日期"),
    ("committee_nominated_on", "村（居）民委员会提名日期"),
    ("meeting", "会议"),
    ("held_on", "会议日期"),
    ("presided_by", "主持人"),
    ("eligible", "应到人数"),
    ("present", "实到人数"),
    ("votes_for", "同意"),
    ("votes_against", "反对"),
    ("abstentions", "弃权"),
    ("quorum", "最低到会人数"),
    ("majority", "通过所需票数"),
    ("article", "议事规则条款"),
    ("minutes", "会议记录"),
    ("attendance", "签到表"),
)

KINDS: tuple[LineKind, ...] = (
    LineKind(
        ENTRUSTED,
        BOOK,
        (*_CUSTODY, ("entrusted_on", "委托日期"), ("document", "委托书")),
        title="委托保管印章",
    ),
    LineKind(DECIDED, BOOK, (*_CUSTODY, *_VOTE), title="决定印章保管人"),
    LineKind(
        CUSTODY_ENDED,
        BOOK,
        (*SEAL, ("custodian", "保管人"), ("valid_until", "保管至（不含当日）")),
        (("reason", "原因"),),
        title="结束保管",
    ),
    LineKind(
        PLACE_MOVED,
        BOOK,
        (*SEAL, ("custodian", "保管人"), ("old_place", "原来的存放地点"), ("place", "存放地点")),
        title="改变存放地点",
    ),
    LineKind(
        ACTING,
        BOOK,
        (*_CUSTODY, ("entrusted_on", "指定日期"), ("document", "书面依据")),
        (("reason", "原保管人为什么不在"),),
        title="指定临时代管人",
    ),
    LineKind(
        ENDED_WITH_SEAL,
        BOOK,
        (*SEAL, ("custodian", "保管人"), ("valid_until", "保管至（不含当日）"), ("reason", "原因")),
        title="印章收回或作废，保管结束",
    ),
)
