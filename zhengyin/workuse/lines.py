"""The lines this room writes: acts in 办理流水, the seal in 工作用印登记簿, a letter in its own book."""

from zhengyin.registers.lines import ALSO_NUMBERED, HANDOVER, NOTE, Column, LineKind, Remark

JOURNAL = "journal"
REGISTER = "work"
INTRODUCTIONS = "introductions"
REGISTERED = "register.work"
INTRODUCED = "register.introduction"
RECUSED = "work.recused"
VOIDED = "work.voided"
APPROVALS = ("work.approved", "work.countersigned")

_MATTER: tuple[Column, ...] = (("matter", "用印内容"),)
_NUMBER: tuple[Column, ...] = (*_MATTER, ("number", "编号"))
_REASON: tuple[Column, ...] = (("reason", "原因"),)  # free words: they may name somebody
_ASKED: tuple[Column, ...] = (
    *_MATTER,
    ("kind", "哪一种"),
    ("use_class", "用印类别"),
    ("scope", "用印范围"),
    ("major", "重大事项"),
    ("copies", "用印份数"),
    ("pages", "页数"),
    ("digests", "文件的校验值"),
    ("unfinished", "没有填完的地方"),
    ("override", "为什么照用"),
)
_DECIDED: tuple[Column, ...] = (*_MATTER, ("copies", "用印份数"), ("near_relative", "是否近亲属"))
_WHOM: tuple[Column, ...] = (("whom", "给谁办的"),)

KINDS: tuple[LineKind, ...] = (
    LineKind("work.asked", JOURNAL, _ASKED, _WHOM, title="申请工作用印"),
    LineKind("work.changed", JOURNAL, _ASKED, _WHOM, title="改好再交"),
    LineKind("work.withdrawn", JOURNAL, _MATTER, _REASON, title="撤回用印申请"),
    LineKind("work.approved", JOURNAL, _DECIDED, title="签批用印"),
    LineKind("work.approved_first", JOURNAL, _DECIDED, title="签批用印（待复核）"),
    LineKind("work.countersigned", JOURNAL, _DECIDED, title="复核签批用印"),
    LineKind("work.returned", JOURNAL, _MATTER, _REASON, title="退回用印申请"),
    LineKind("work.taken_back", JOURNAL, _MATTER, _REASON, title="收回用印签批"),
    LineKind(RECUSED, JOURNAL, _MATTER, title="回避（是近亲属的材料）"),
    LineKind(
        "work.sealed",
        JOURNAL,
        (
            *_NUMBER,
            ("copies", "用印份数"),
            ("impressions", "枚数"),
            ("seal", "印章"),
            ("where", "在哪里盖"),
            ("checked", "看过没有空白"),
        ),
        needs_earlier=APPROVALS,
        title="工作用印",
    ),
    LineKind(
        "work.printed",
        JOURNAL,
        (*_NUMBER, ("copies", "份数")),
        title="打印介绍信",
        remark=Remark("{day}打印{copies}份"),
    ),
    LineKind("work.scan_kept", JOURNAL, (*_NUMBER, ("pages", "页数")), title="存盖章件"),
    LineKind(
        "work.scanned",  # older lines have no `seen`: then the program's count stood in `seals`
        JOURNAL,
        (
            *_NUMBER,
            ("pages", "页数"),
            ("seals", "看到几枚红色圆章"),
            ("seen", "电脑看到几枚"),
            ("code", "方码"),
        ),
        title="数盖章件上的章",
        remark=Remark("{day}存盖章件{pages}页，看到红色圆章{seals}枚"),
    ),
    LineKind(
        "work.filed",
        JOURNAL,
        (*_NUMBER, ("place", "归到哪里")),
        title="归档",
        remark=Remark("{day}归档：{place}"),
    ),
    LineKind(
        VOIDED,
        JOURNAL,
        (*_NUMBER, ("why", "为什么作废"), ("back", "纸在哪里")),
        title="作废用印材料",
        remark=Remark("{why}，{back}，{day}", mark="作废", void=True),
    ),
    LineKind(
        REGISTERED,
        REGISTER,
        (
            ("number", "编号"),
            ("used_at", "用印时间"),
            ("matter", "用印内容"),
            ("copies", "用印份数"),
            ("approver", "签批人员"),
            ("handler", "经办人员"),
            ("impressions", "枚数"),
            ("use_class", "用印类别"),
            ("scope", "用印范围"),
            ("kind", "哪一种"),
            ("major", "重大事项"),
            ("inquirer", "来函单位"),
            ("letter", "函号"),
            ("sealer", "盖章人（保管人）"),
            (HANDOVER, "交接期内"),
            (NOTE, "登记时的备注"),
        ),
        (("whom", "给谁办的"),),
        needs_earlier=APPROVALS,
        title="工作用印",
    ),
    LineKind(
        INTRODUCED,
        INTRODUCTIONS,
        (
            ("number", "编号"),
            ("to", "介绍到哪里"),
            ("persons", "人数"),
            ("matter", "事由"),
            ("valid_until", "有效期至"),
            ("copies", "份数"),
            ("approver", "签批人员"),
            ("handler", "经办人员"),
            (ALSO_NUMBERED, "工作用印登记编号"),
        ),
        (("bearers", "介绍谁"),),
        needs_earlier=APPROVALS,
        title="介绍信",
    ),
)
