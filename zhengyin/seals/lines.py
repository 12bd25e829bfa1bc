"""The lines this room writes, all in the book of seals (印章台账) of the organization concerned.

The owner is the committee, not its township: a committee's book stays whole when townships merge,
its supervision committee reads it, and two villages never wait for each other's head row. The
township's inventory is computed over its committees' rows. A county authority's line stands in
the book of the county's lead body.
"""

from zhengyin.registers.lines import Column, LineKind

BOOK = "seals"
ORDERED = "seal.ordered"
ISSUED = "seal.issued"
LOST = "seal.lost"
ENTRUSTED = "custody.entrusted"
DECIDED = "custody.decided"
CUSTODY_ENDED = "custody.ended"
CERTIFICATE_ISSUED = "signing_certificate.issued"
CERTIFICATE_REVOKED = "signing_certificate.revoked"
AUTHORITY_MADE = "county_authority.made"
AUTHORITY_BROUGHT = "county_authority.brought"

_SEAL: tuple[Column, ...] = (("seal", "印章名称"),)
_CUSTODY: tuple[Column, ...] = (
    *_SEAL,
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
)
_CERTIFICATE: tuple[Column, ...] = (("name", "名称"), ("serial", "证书序列号"), ("valid_until", "有效期至"))

KINDS: tuple[LineKind, ...] = (
    LineKind(ORDERED, BOOK, (*_SEAL, ("kind", "印章种类")), title="制作印章"),
    LineKind(
        ISSUED,
        BOOK,
        (*_SEAL, ("made_on", "刻制日期"), ("issued_on", "颁发日期"), ("received_by", "领取人")),
        title="颁发印章",
    ),
    LineKind(LOST, BOOK, (*_SEAL, ("lost_at", "遗失时间"), ("circumstances", "经过")), title="印章报失"),
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
        (*_SEAL, ("custodian", "保管人"), ("valid_until", "保管至（不含当日）"), ("reason", "原因")),
        title="结束保管",
    ),
    LineKind(CERTIFICATE_ISSUED, BOOK, _CERTIFICATE, title="签发校验证书"),
    LineKind(CERTIFICATE_REVOKED, BOOK, (*_CERTIFICATE, ("reason", "原因")), title="吊销校验证书"),
    LineKind(AUTHORITY_MADE, BOOK, _CERTIFICATE, title="建立县级校验根证书"),
    LineKind(AUTHORITY_BROUGHT, BOOK, _CERTIFICATE, title="启用本县自有校验根证书"),
)
