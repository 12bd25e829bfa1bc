"""The lines this room writes, in the asking body's 征求意见登记簿. Free words stand beside, erasable."""

from zhengyin.registers.lines import Column, LineKind

BOOK = "consultations"
DRAFTED = "consultation.drafted"
CHANGED = "consultation.changed"
ENCLOSED = "consultation.enclosed"
LEFT_OUT = "consultation.left_out"
SENT = "consultation.sent"
CLOSED = "consultation.closed"
PUBLISHED = "consultation.published"
CANCELLED = "consultation.cancelled"
ASKED = "addressee.asked"
REPLIED = "addressee.replied"
WEIGHED = "clause_opinion.weighed"
TAKEN_UP = "listed_item.taken_up"

_TITLE: tuple[Column, ...] = (("title", "征求意见稿"),)
_UNIT: tuple[Column, ...] = (*_TITLE, ("unit", "单位"))
_REASON: tuple[Column, ...] = (("reason", "原因"),)

KINDS: tuple[LineKind, ...] = (
    LineKind(DRAFTED, BOOK, _TITLE, title="起草征求意见稿"),
    LineKind(CHANGED, BOOK, _TITLE, title="修改征求意见稿"),
    LineKind(ENCLOSED, BOOK, (*_TITLE, ("enclosure", "附件")), title="加附件"),
    LineKind(LEFT_OUT, BOOK, (*_TITLE, ("enclosure", "附件")), title="去掉附件"),
    LineKind(
        SENT, BOOK, (*_TITLE, ("clauses", "条数"), ("units", "单位个数"), ("due", "期限")),
        title="发出征求意见",
    ),
    LineKind(
        CLOSED, BOOK,
        (*_TITLE, ("opinions", "有意见的单位"), ("none", "无意见的单位"), ("silent", "没有答复的单位")),
        title="截止，开始研究意见",
    ),
    LineKind(PUBLISHED, BOOK, (*_TITLE, ("adopted", "采纳条数"), ("not_adopted", "不采纳条数")),
             title="公布采纳情况"),
    LineKind(CANCELLED, BOOK, _TITLE, _REASON, title="取消征求意见"),
    LineKind(ASKED, BOOK, (*_UNIT, ("due", "期限")), title="请单位答复"),
    LineKind(
        REPLIED, BOOK,
        (*_UNIT, ("parts", "报来的"), ("way", "怎样答复的"), ("answered_on", "答复日期"), ("late", "逾期")),
        (("words", "意见内容"), ("liaison", "联络人"), ("answered_by", "答复人")),
        title="单位答复",
    ),
    LineKind(
        WEIGHED, BOOK, (*_UNIT, ("clause", "条款"), ("taken", "采纳情况")), _REASON, title="研究一条意见"
    ),
    LineKind(TAKEN_UP, BOOK, (*_UNIT, ("item", "事项")), title="把报来的事项拿来起草准入申请"),
)  # fmt: skip
