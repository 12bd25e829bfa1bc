"""The lines this room writes: signatures and letters in 监督登记簿, every look by letter in the journal."""

from zhengyin.certificates.lines.names import JOURNAL
from zhengyin.registers.lines import LineKind
from zhengyin.supervision import inspection_lines

BOOK = "supervision"
CHECKED = "register.checked"
LETTER_RECORDED = "letter.recorded"
LETTER_ENDED = "letter.ended"
LOOKED = "register.looked"
DAY_CHECKED = "day.checked"

KINDS: tuple[LineKind, ...] = (
    LineKind(
        CHECKED,
        BOOK,
        (
            ("month", "月份"),
            ("book", "登记簿"),
            ("year", "年度"),
            ("first_no", "自第几号"),
            ("last_no", "至第几号"),
            ("papers", "件数"),
            ("last_hash", "这个月最后一号的校验"),
            ("head_no", "核对时登记到第几号"),
            ("head_hash", "核对时最后一号的校验"),
        ),
        personal=(("note", "要问的事"),),  # free words may name somebody: erasable
        title="按月核对",
    ),
    LineKind(
        LETTER_RECORDED,
        BOOK,
        (
            ("number", "调阅函编号"),
            ("unit", "调阅单位"),
            ("committees", "调阅哪些村（社区）"),
            ("books", "调阅哪些登记簿"),
            ("period", "调阅哪段时间"),
            ("papers", "能不能看文件"),
            ("persons", "哪两个人"),
            ("valid_until", "有效期至（不含当日）"),
        ),
        title="登记调阅函",
    ),
    LineKind(
        LETTER_ENDED,
        BOOK,
        (("number", "调阅函编号"), ("unit", "调阅单位")),
        personal=(("reason", "原因"),),  # free words may name somebody: erasable
        title="提前结束调阅函",
    ),
    LineKind(
        LOOKED,
        JOURNAL,
        (("letter", "调阅函编号"), ("unit", "调阅单位"), ("what", "看了什么")),
        title="凭调阅函查看",
    ),
    LineKind(
        DAY_CHECKED,
        BOOK,
        (
            ("day", "日期"),
            ("papers", "登记了几件"),
            ("copies", "份数"),
            ("impressions", "枚数"),
            ("agree", "和手里的对得上吗"),
            ("following", "下一张空白的应急用印单"),
            ("missing", "撕下来还没有着落的"),
        ),
        personal=(("note", "差在哪里"),),  # free words may name somebody: erasable
        title="日终核对",
    ),
    *inspection_lines.KINDS,
)
