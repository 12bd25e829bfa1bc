"""Which drawn lines and empty cells are blanks, which the custodian is asked about, and which are neither."""

import pytest

from tests.documents.typed import ruled, table, typed
from zhengyin.documents.pdfpages import pages_seen
from zhengyin.documents.ruling import Cell, Ruled, RuledLine
from zhengyin.workuse.policy.ruled import blanks_drawn, doubts_drawn
from zhengyin.workuse.policy.unfinished import Page, blanks_in, doubts_of, faults_of

BODY = "三社到四社的机耕路需要维修，费用由镇里拨付，请批示。"
LINES, CELLS = "没写字的横线", "表格里空着的格"
AT_THE_HAND = (
    "到会代表签字：", "收到人（签字）：", "起草人签字：", "签到人签名：", "于海签字：", "签字人：于海 ",
)  # fmt: skip
Found = tuple[list[str], list[str]]


def lines(*said: tuple[str, str, bool] | tuple[str, str, bool, float]) -> Ruled:
    """Lines below each other: before, after, whether written; the height where it matters."""
    return Ruled(
        tuple(
            RuledLine(one[0], one[1], one[2], height=one[3] if len(one) > 3 else 700 - 100 * at)
            for at, one in enumerate(said)
        )
    )


def grid(*rows: tuple[str, ...]) -> Ruled:
    """A table of equal cells; "+" holds ink that is no word, "<" belongs to the cell before."""
    cells: list[Cell] = []
    for down, row in enumerate(rows):
        top = 700 - 20 * down
        for across, text in enumerate(row):
            left, right = 100 + 80 * across, 180 + 80 * across
            if text == "<":
                last = cells.pop()
                cells.append(Cell(last.text, last.written, last.left, last.bottom, right, last.top))
            else:
                cells.append(Cell(text.strip("+"), bool(text), left, top - 20, right, top))
    return Ruled(tables=(tuple(cells),))


def judged(found: Ruled) -> Found:
    return list(blanks_drawn(found)), list(doubts_drawn(found))


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize(
    "drawn, blanks, doubts",
    [
        (lines(("姓名：", "", False)), ["姓名：____"], []),
        (lines(("姓名:", "", False)), ["姓名:____"], []),
        (lines(("共", "户参加", False)), ["共____"], []),
        (lines(("报送日期：", "", False)), ["报送日期：____"], []),
        (lines(("成文日期：", "", False), ("村委会（盖章）", "", False)), ["成文日期：____"], []),
        (lines(("姓名：", "", False), ("电话：", "", False)), ["姓名：____", "电话：____"], []),
        # the custodian looks
        (lines(("编制单位", "", False)), [], [LINES]),
        (lines(("", "年", False), ("年", "月", False)), [], [LINES]),
        (lines(EMPTY_LINE := ("", "", False, 300.0), ("", "", False, 275.0)), [], [LINES]),
        (Ruled(crowded=True), [], ["线条太多的图"]),
        # neither
        (lines(("姓名：", "", True)), [], []),  # somebody's name on it
        (lines(("共", "户参加", True)), [], []),
        (lines(("", "", True)), [], []),  # an underlined heading
        (lines(("", "", False)), [], []),  # the rule under an official letter's head, above a footnote
        (lines(EMPTY_LINE, ("", "", False, 296.0)), [], []),  # a double rule
        (lines(EMPTY_LINE, ("", "", False, 60.0)), [], []),  # one at the head, one at the foot
        (lines(EMPTY_LINE, ("", "", True, 275.0)), [], []),
        (lines(("负责人签字：", "", False)), [], []),
        (lines(("村民签名", "", False)), [], []),
        (lines(("（盖章）", "", False)), [], []),
        (lines(("签字：", "", False, 300.0), ("日期：", "", False, 270.0)), [], []),
        (lines(("签字：", "年", False, 300.0), ("年", "月", False, 300.0)), [], []),
        (Ruled(), [], []),
    ],
)  # fmt: skip
def test_lines(drawn: Ruled, blanks: list[str], doubts: list[str]) -> None:
    assert judged(drawn) == (blanks, doubts)


def test_the_date_far_from_a_signature_is_not_the_signers() -> None:
    assert judged(lines(("签字：", "", False, 600.0), ("日期：", "", False, 300.0))) == (["日期：____"], [])


@pytest.mark.parametrize("apart, left", [(30.0, True), (0.0, True), (40.0, False), (-30.0, False)])
def test_the_signers_date_stands_on_the_same_or_the_next_line(apart: float, left: bool) -> None:
    found = judged(lines(("签字：", "", False, 600.0), ("日期：", "", False, 600.0 - apart)))
    assert found == ([] if left else ["日期：____"], [])


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("before, blank", [("自", True), ("有效期限", True), ("", False), ("2026年", False)])
def test_a_day_agreed_on_is_no_signers_date(before: str, blank: bool) -> None:
    found = judged(lines(("签字：", "", False, 600.0), (before, "月", False, 580.0)))
    assert found == ([f"{before}____"] if blank else [], [])


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("before", AT_THE_HAND)
def test_who_signs_may_be_called_anything(before: str) -> None:
    assert judged(lines((before, "", False))) == ([], [])
    assert not list(blanks_in(f"{before}____")), "typed as drawn"


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("before", ["双方签字之日起至：", "签字后交到：", "签收于：", "签字期限："])
def test_what_is_agreed_on_after_a_signature_is_a_blank(before: str) -> None:
    assert judged(lines((before, "", False))) == ([f"{before}____"], [])
    assert list(blanks_in(f"{before}____")) == [f"{before}____"], "typed as drawn"


LIST = ("序号", "姓名", "电话", "备注")
NOTHING = "序号、姓名、电话、备注（表里一行也没填）"


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize(
    "drawn, blanks, doubts",
    [
        # a form: after its label
        (grid(("姓名", "张三", "性别", ""), ("住址", "平头川", "<", "<")), ["性别____"], [CELLS]),
        (grid(("家庭住址：", "", "<"), ("事由", "修路", "<")), ["家庭住址：____"], [CELLS]),
        (grid(("面积（亩）", ""), ("用途", "修路")), ["面积（亩）____"], [CELLS]),
        (grid(("镇政府意见", ""), ("村委会意见", "同意")), ["镇政府意见____"], [CELLS]),
        (grid(("姓名", "张三"), ("情况说明", "")), ["情况说明____"], [CELLS]),
        (grid(("姓名", "张三"), ("备注原因", "")), ["备注原因____"], [CELLS]),
        (grid(("姓名", "张三"), ("其他收入", "")), ["其他收入____"], [CELLS]),
        # a list of which no row is filled
        (grid(LIST, ("", "", "", ""), ("", "", "", "")), [NOTHING], []),
        (grid(LIST, ("1", "", "", ""), ("2.", "", "", "")), [NOTHING], []),
        (grid(("作物", "亩产"), ("", ""), ("", "")), ["作物、亩产（表里一行也没填）"], []),
        (grid(("花名册", "<", "<", "<"), LIST, ("1", "", "", "")), [NOTHING], []),
        # a list with a cell empty: the custodian looks
        (grid(LIST, ("1", "张三", "", ""), ("2", "李四", "138", "")), [], [CELLS]),
        (grid(("户主", "关系", "电话"), ("张三", "户主", ""), ("李梅", "妻", "138")), [], [CELLS]),
        (grid(("作物", "亩产", ""), ("玉米", "900", "+")), [], [CELLS]),
        # neither
        (grid(LIST, ("1", "张三", "138", ""), ("2", "李四", "139", "")), [], []),  # remarks
        (grid(LIST, ("1", "张三", "138", ""), ("2", "", "", ""), ("", "", "", "")), [], []),  # last rows
        (grid(LIST, ("1", "张三", "138", ""), ("合计", "1人", "<", "<")), [], []),  # merged
        (grid(("姓名", "签字"), ("张三", ""), ("李四", "")), [], []),
        (grid(("村主任签字", "监委会主任签字"), ("", "")), [], []),
        (grid(("签字", "日期"), ("", "")), [], []),
        (grid(("姓名", "张三"), ("性别", "+")), [], []),  # a slash, a signature's picture
        (grid(("姓名", "张三"), ("签章", "")), [], []),
        *((grid(("姓名", "张三"), (label, "")), [], []) for label in (
            "备 注", "备注：", "备注（可不填）", "说  明", "其他", "其他事项", "备注/说明", "贴照片处",
            "村主任签字",
        )),
        (grid(("姓名", "张三", "性别", "男"), ("", "", "", "")), [], []),
    ],
)  # fmt: skip
def test_tables(drawn: Ruled, blanks: list[str], doubts: list[str]) -> None:
    assert judged(drawn) == (blanks, doubts)


def test_room_for_a_photograph_over_several_rows_is_no_blank() -> None:
    photo = Cell("", False, 260, 620, 340, 700)
    name, own = Cell("姓名", True, 100, 680, 180, 700), Cell("张三", True, 180, 680, 260, 700)
    found = Ruled(tables=((name, own, photo),))
    assert judged(found) == ([], [])
    low = Cell("", False, 260, 680, 340, 700)
    assert judged(Ruled(tables=((name, own, low),))) == ([], [CELLS]), "the near miss"


def seen(*pages: str) -> Found:
    """As a request's pages are judged."""
    some = [
        Page(f"第{one.number}页", one.text, one.ink, pictured=one.pictured, ruled=one.ruled)
        for one in pages_seen(typed(*pages))
    ]
    return [fault.about for fault in faults_of(some)], list(doubts_of(some))


TYPESET = [
    (f"{BODY}\n\n姓名：{ruled()}", ["第1页“姓名：____”"], []),
    (f"{BODY}\n\n姓名：{ruled('张三')}", [], []),
    (f"共{ruled(wide='2cm')}户参加。{BODY}", ["第1页“共____”"], []),
    (f"#align(center)[#underline[关于修路的请示]]\n\n{BODY}", [], []),
    (f"李家湾村村民委员会文件\n#line(length: 100%, stroke: 2pt + red)\n{BODY}", [], []),
    (f"{BODY}#footnote[镇里的通知见附件。]", [], []),
    (f"{BODY}\n\n负责人签字：{ruled()} 日期：{ruled(wide='2cm')}", [], []),
    (
        f"{BODY}\n\n签字：{ruled()}\n\n{ruled(wide='1cm')}年{ruled(wide='1cm')}月{ruled(wide='1cm')}日",
        [],
        [],
    ),
    (BODY + "\n\n" + table(4, "姓名", "张三", "电话", "", "住址", "3|平头川"), ["第1页“电话____”"], None),
    (BODY + "\n\n" + table(4, *LIST, "1", "张三", "138", "", "2", "", "", "", "合计", "3|1人"), [], []),
    (
        BODY + "\n\n" + table(4, *LIST, "1", "张三", "", "", "2", "李四", "138", ""),
        [],
        ["第1页表格里空着的格"],
    ),
    (
        BODY + "\n\n" + table(4, *LIST, "1", "", "", "", "2", "", "", ""),
        ["第1页“序号、姓名、电话、备注（表里一行也没填）”"],
        [],
    ),
]


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("page, faults, doubts", TYPESET)
def test_typeset_papers(page: str, faults: list[str], doubts: list[str] | None) -> None:
    found = seen(page)
    assert found[0] == faults
    assert doubts is None or found[1] == doubts
