"""Drawn lines and empty cells of a table: which are blanks, and which only the custodian can judge. Pure.

Left to the hand, as in typed words: places to sign and stamp, the date beside them, remarks. A list may
have empty cells and empty last rows by right; a form's cell after its label may not (H3.2.4d).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zhengyin.documents.ruling import Cell, Ruled, RuledLine

SAID = 12  # characters shown of what stands before a blank
LONGEST_LABEL = 12
NEXT_LINE = 36.0  # points from a place to sign down to the date that is written with it
CLOSE = (12.0, 45.0)  # points between lines to write on; nearer is a double rule
ALIKE = 3.0  # points by which the ends of such lines, the edges of cells may differ
TALL = 2.5  # times its neighbour's height: a place for a photograph or a stamp
UNFILLED = "____"

Rows = Sequence[Sequence[Cell]]

HAND = "签字|签名|签章|盖章|公章|手印|签收"
_AGREED = (
    r"[自从至到起止]|(?<![：:\s])于|期限"  # a day or place agreed on, whoever signs; 签字人：于海 is a name
)
_TERM = re.compile(_AGREED)
# Before the word of the hand anything may stand: 到会代表签字：, 于海签字：.
BY_HAND = re.compile(rf"({HAND})((?!{_AGREED})[^，。；\n]){{0,8}}$")
# A person's own hand, who dates it too; not the committee's seal.
SIGNING = re.compile(r"签字|签名|手印|签收")
# Alone in its cell such a word asks for nothing; 情况说明, 备注原因 name a field like any other.
_REMARK = r"备注|附注|注|说明|其[他它](事项|情况)?"
_NOT_NEEDED = re.compile(
    rf"({HAND})|照片(粘贴)?处?$|^[（(]?({_REMARK})([、/和及或]?({_REMARK}))*栏?(（.*）|\(.*\))?[）)]?[：:]?$"
)
_DAY_PIECE = re.compile(r"[年月日]")
_DATED = re.compile(r"(日\s*期|时\s*间)[：:]?$")
_COLON = ("：", ":")
_LABEL = re.compile(
    r"(姓名|名称|性别|民族|年龄|出生|年月|籍贯|日期|时间|期限|电话|手机|联系|住址|地址|住所|户籍|号码|证号|编号"
    r"|身份证|证件|账号|账户|开户|单位|部门|职务|职业|职称|学历|文化程度|政治面貌|健康|婚姻|关系|数量|金额|面积"
    r"|亩数|人口|人数|户数|户主|户号|单价|合计|总计|标准|规格|型号|用途|原因|事由|事项|内容|意见|结论|结果|类别"
    r"|类型|种类|项目|名目|来源|收入|支出|地点|位置|四至|方式|情况|说明|负责人|经办人|申请人|联系人|审核|审批|次数"
    r"|天数|序号|社别|组别|所在)(（[^）]{0,6}）|\([^)]{0,6}\))?$"
)
_ORDINAL = re.compile(r"(第?\d{1,4}|[一二三四五六七八九十]{1,3})[.、．]?")


def blanks_drawn(ruled: Ruled) -> Iterator[str]:
    """Yield each unfilled place with the words before it: a line, a form's cell, a list of headings only."""
    for line in _unwritten(ruled.lines):
        if _wants_words(line) and not _left_to_the_hand(line, ruled.lines) and not _bare_day(line):
            yield line.before[-SAID:] + UNFILLED
    for table in ruled.tables:
        yield from _blank_cells(_rows(table))


def doubts_drawn(ruled: Ruled) -> Iterator[str]:
    """Yield, in words, what may be a blank: the custodian looks at the paper in hand."""
    if ruled.crowded:
        yield "线条太多的图"
    asked = (one for one in _unwritten(ruled.lines) if one.before and not _left_to_the_hand(one, ruled.lines))
    if any(_bare_day(one) or not _wants_words(one) for one in asked) or _lines_to_write_on(ruled.lines):
        yield "没写字的横线"
    if any(_doubtful_cells(_rows(table)) for table in ruled.tables):
        yield "表格里空着的格"


def _unwritten(lines: Sequence[RuledLine]) -> Iterator[RuledLine]:
    """From the top of the page to its foot."""
    yield from sorted((one for one in lines if not one.written), key=lambda one: (-one.height, one.left))


def _wants_words(line: RuledLine) -> bool:
    """姓名：____ or 共____户; a line alone separates."""
    return line.before.endswith(_COLON) or bool(line.before and line.after)


def _bare_day(line: RuledLine) -> bool:
    """____年____月____日 without a word of what day it is."""
    named = line.before.endswith(_COLON) or _TERM.search(line.before)
    return bool(_DAY_PIECE.match(line.after)) and not named


def _left_to_the_hand(line: RuledLine, lines: Sequence[RuledLine]) -> bool:
    """A place to sign, and the date that is written beside it."""
    if BY_HAND.search(line.before):
        return True
    if _TERM.search(line.before):
        return False
    dated = _DATED.search(line.before) or _DAY_PIECE.match(line.after) or _DAY_PIECE.search(line.before[-1:])
    return bool(dated) and any(
        SIGNING.search(other.before) and -ALIKE <= other.height - line.height <= NEXT_LINE for other in lines
    )


def _lines_to_write_on(lines: Sequence[RuledLine]) -> bool:
    """Two or more alike below each other with nothing before or on them."""
    bare = [one for one in _unwritten(lines) if not one.before and not one.after]
    return any(
        CLOSE[0] <= upper.height - lower.height <= CLOSE[1]
        and abs(upper.left - lower.left) <= ALIKE
        and abs(upper.right - lower.right) <= ALIKE
        for upper, lower in pairwise(bare)
    )


def _rows(table: Sequence[Cell]) -> list[list[Cell]]:
    """Cells by their upper edge, from the top; a cell that reaches over several rows stands in its first."""
    rows: list[list[Cell]] = []
    for cell in sorted(table, key=lambda one: -one.top):
        if rows and rows[-1][0].top - cell.top <= ALIKE:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _blank_cells(rows: Rows) -> Iterator[str]:
    if heading := _heading_of_nothing(rows):
        yield f"{heading}（表里一行也没填）"
        return
    for row in rows:
        for label, cell in pairwise(row):
            asked = not cell.written and _is_label(label.text) and not _needs_none(cell, label)
            if asked and not any(_headings(label, rows)):  # below a heading a label is a value: 户主
                yield label.text[-SAID:] + UNFILLED


def _heading_of_nothing(rows: Rows) -> str:
    """The headings of a list in which no row is filled; numbers printed beforehand fill none."""
    at = next((at for at, row in enumerate(rows) if len(row) > 1), len(rows))
    head, below = [cell for row in rows[at : at + 1] for cell in row], rows[at + 1 :]
    by_hand = all(_is_not_needed(cell.text) or _DATED.search(cell.text) for cell in head)
    names = _is_heading(head) or (len(below) > 1 and all(cell.written for cell in head))
    if not below or not names or by_hand or any(_filled(row) for row in below):
        return ""
    return "、".join(cell.text for cell in head)[: 2 * SAID]


def _doubtful_cells(rows: Rows) -> bool:
    """An empty cell in a row where others are filled, unless its heading says that it may be empty."""
    return any(
        not cell.written and not _needs_none(cell, *_headings(cell, rows), *row[max(at - 1, 0) : at])
        for row in rows
        if _filled(row)
        for at, cell in enumerate(row)
    )


def _filled(row: Sequence[Cell]) -> bool:
    return any(cell.written and not _ORDINAL.fullmatch(cell.text) for cell in row)


def _headings(cell: Cell, rows: Rows) -> Iterator[Cell]:
    """What stands above it in its column, in rows of headings."""
    middle = (cell.left + cell.right) / 2
    for row in rows:
        if _is_heading(row):
            yield from (one for one in row if one.top > cell.top and one.left <= middle <= one.right)


def _is_heading(row: Sequence[Cell]) -> bool:
    """Labels side by side, no value among them: what they name stands below."""
    named = [_is_label(cell.text) or _is_not_needed(cell.text) for cell in row]
    return (
        all(cell.written for cell in row)
        and any(one and other for one, other in pairwise(named))
        and 3 * sum(named) >= 2 * len(row)
    )


def _is_label(text: str) -> bool:
    words = re.sub(r"\s", "", text)
    return words.endswith(_COLON) or (len(words) <= LONGEST_LABEL and bool(_LABEL.search(words)))


def _needs_none(cell: Cell, *labels: Cell) -> bool:
    """Signed or stamped by hand, a remark, or room for a photograph."""
    tall = any(cell.top - cell.bottom > TALL * (one.top - one.bottom) for one in labels)
    return tall or any(_is_not_needed(one.text) for one in labels)


def _is_not_needed(text: str) -> bool:
    return bool(_NOT_NEEDED.search(re.sub(r"\s", "", text)))
