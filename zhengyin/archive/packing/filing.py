"""档号、保管期限 and the contents of the box, as they stand on list, notes, label and receipt.

No text of DA/T 22 or of a schedule for villages was read here: the columns are 待核, ours marked 产品自拟.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from zhengyin.archive.models import PackagePart, YearEnd
from zhengyin.documents.paper.archive import ArchivePaper
from zhengyin.documents.paper.parts import Issuer, mark_for
from zhengyin.regions import queries as regions
from zhengyin.regions.queries import CommitteeCard

UNKNOWN = "待档案主管部门确认"
COLUMNS = (
    ("序号", 9), ("档号", 30), ("文号", 12), ("责任者", 30), ("题名", 0), ("日期", 19), ("密级", 9),
    ("页数", 9), ("备注", 18),
)  # fmt: skip
UNREAD = "本目录的栏目没有查到标准原文，待核；档号、保管期限以档案主管部门确认的为准。"


@dataclass(frozen=True, slots=True)
class Filed:
    """How one year of a committee is filed."""

    card: CommitteeCard
    year: int
    fonds: str
    category: str
    box: str
    retention: str

    @property
    def archive_number(self) -> str:
        """全宗号-类别·年度-保管期限-盒号 as far as known."""
        parts = (self.fonds, f"{self.category}·{self.year}" if self.category else str(self.year), self.box)
        return "-".join(part for part in parts if part) if self.fonds else UNKNOWN


def filed(year_end: YearEnd) -> Filed:
    """The committee's own parts before the pack's."""
    card = regions.committee(year_end.organization_id)
    pack = regions.settings_for(card.county_code).archive
    sure = f"（{pack.confirmed_by}）" if pack.confirmed_by else f"（产品默认，{UNKNOWN}）"
    return Filed(
        card=card,
        year=year_end.year,
        fonds=year_end.fonds or pack.fonds,
        category=year_end.category or pack.category,
        box=year_end.box,
        retention=f"{pack.retention}{sure}" if pack.retention else UNKNOWN,
    )


def contents(how: Filed, parts: Iterable[PackagePart], documents: int) -> tuple[tuple[str, ...], ...]:
    """One row a volume; all papers together are one more."""
    day = f"{how.year}1231"
    number = how.archive_number if how.fonds else ""
    rows = [(one.what, str(one.pages), "") for one in parts if one.pages]
    if documents:
        rows.append((f"{how.year}年登记簿写到的证明、告知单等电子文件{documents}份", "", "见清单"))
    return tuple(
        (str(at), f"{number}-{at}" if number else "", "", how.card.issuer_full, title, day, "", pages, note)
        for at, (title, pages, note) in enumerate(rows, start=1)
    )


def catalogue(how: Filed, rows: tuple[tuple[str, ...], ...]) -> ArchivePaper:
    """归档文件目录."""
    facts = (("保管期限", how.retention),)
    return replace(_blank(how, "归档文件目录"), facts=facts, columns=COLUMNS, rows=rows, words=(UNREAD,))


def notes(how: Filed, year_end: YearEnd, *, said: tuple[str, ...], open_cases: int) -> ArchivePaper:
    """备考表: what there is to say of the box, who made it up and who looked it through.

    `open_cases` is the length of the list in the same package; on counting day there may have been more.
    """
    prepared, signed, closed = (
        one.name if one else "" for one in (year_end.prepared_by, year_end.signed_by, year_end.closed_by)
    )
    facts = (
        ("档号", how.archive_number),
        ("保管期限", how.retention),
        ("清点人", prepared),
        ("监督委员会核对", signed),
        ("主任归档", closed),
        ("结转未办结", f"{open_cases}件，接着办"),
    )
    signers = ("整理人：", "检查人：", "日期：")
    return replace(_blank(how, "备考表"), facts=facts, words=said, signers=signers)


def label(how: Filed, digest: str, key: str) -> ArchivePaper:
    """盒签, to be stuck on the box of papers and on the disk."""
    facts = (
        ("全宗号", how.fonds or UNKNOWN),
        ("类别号", how.category or UNKNOWN),
        ("年度", f"{how.year}年"),
        ("保管期限", how.retention),
        ("盒号", how.box or "　"),
        ("清单的校验值", grouped(digest)),
        ("校验点公钥", grouped(key)),
    )
    words = ("核对的办法写在归档包里的“说明.txt”，清单的校验值要和上面的一样。",)
    return replace(_blank(how, "归档盒签"), facts=facts, words=words)


def receipt(
    how: Filed, *, number: str, township: str, files: int, size: str, digest: str, key: str
) -> ArchivePaper:
    """回执 of the township: what it took over; signed by both."""
    facts = (
        ("回执编号", number or "　"),
        ("移交单位", how.card.issuer_full),
        ("接收单位", township),
        ("移交内容", f"{how.year}年登记簿归档包一份，{files}个文件，{size}"),
        ("清单的校验值", grouped(digest)),
        ("校验点公钥", grouped(key)),
        ("保管期限", how.retention),
    )
    words = ("接收前已照归档包里“说明.txt”的办法核对，清单的校验值和上面的一样。",)
    signers = ("移交人：", "接收人：", "移交日期：", "接收日期：")
    return replace(_blank(how, "归档包移交回执"), facts=facts, words=words, signers=signers)


def grouped(digest: str) -> str:
    """In eights, to be compared by eye and copied by hand."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _blank(how: Filed, title: str) -> ArchivePaper:
    return ArchivePaper(
        issuer=Issuer(how.card.issuer_place, how.card.issuer_name), title=title, year=how.year, facts=(),
        columns=(), rows=(), words=(), signers=(),
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
    )  # fmt: skip
