"""Lines of inspections, their findings and feedbacks, and of violations, in the committee's 监督登记簿.

Free words may name somebody, so they are personal: erasable. Offices and topics are columns.
"""

from zhengyin.registers.lines import LineKind

BOOK = "supervision"
PLANNED = "inspection.planned"
CLEAN = "inspection.clean"
NOTIFIED = "inspection.notified"
CLOSED = "inspection.closed"
CANCELLED = "inspection.cancelled"
FOUND = "finding.recorded"
ANSWERED = "finding.answered"
RETURNED = "finding.returned"
SETTLED = "finding.settled"
FED_BACK = "feedback.sent"
FEEDBACK_ANSWERED = "feedback.answered"
WRONG_RECORDED = "violation.recorded"
WRONG_HEARD = "violation.heard"
WRONG_HANDLED = "violation.handled"
WRONG_CLOSED = "violation.closed"
WRONG_DISMISSED = "violation.dismissed"

_TITLE = ("inspection", "哪次检查")
_NO = ("finding_no", "第几个问题")
_TOPIC = ("topic", "检查内容")
_WRONG = ("wrong", "违规种类")

KINDS: tuple[LineKind, ...] = (
    LineKind(
        PLANNED,
        BOOK,
        (
            _TITLE, ("planned_from", "计划从哪天"), ("planned_last", "计划到哪天（含当天）"),
            ("topics", "检查内容"), ("inspectors", "检查人"),
        ),
        title="安排检查",
    ),
    LineKind(CLEAN, BOOK, (_TITLE, ("inspected_on", "检查日期")), title="检查没有发现问题"),
    LineKind(
        NOTIFIED,
        BOOK,
        (_TITLE, ("inspected_on", "检查日期"), ("findings", "问题个数")),
        title="发出整改通知",
    ),
    LineKind(CLOSED, BOOK, (_TITLE,), title="检查办结"),
    LineKind(CANCELLED, BOOK, (_TITLE,), personal=(("reason", "原因"),), title="取消检查"),
    LineKind(
        FOUND,
        BOOK,
        (_TITLE, _NO, _TOPIC, ("due_on", "整改期限")),
        personal=(("found", "发现的问题"), ("to_do", "怎样整改")),
        title="记录检查问题",
    ),
    LineKind(
        ANSWERED,
        BOOK,
        (_TITLE, _NO, _TOPIC, ("photos", "照片张数")),
        personal=(("answer", "整改情况"),),
        title="答复整改",
    ),
    LineKind(
        RETURNED, BOOK, (_TITLE, _NO, _TOPIC), personal=(("reason", "原因"),), title="退回整改"
    ),
    LineKind(
        SETTLED, BOOK, (_TITLE, _NO, _TOPIC), personal=(("remark", "说明"),), title="整改通过"
    ),
    LineKind(
        FED_BACK,
        BOOK,
        (_TITLE, _NO, _TOPIC, ("item", "涉及事项"), ("department", "涉及部门")),
        personal=(("words", "反馈内容"),),
        title="反馈给主管部门",
    ),
    LineKind(
        FEEDBACK_ANSWERED, BOOK, (_TITLE, _NO, _TOPIC), personal=(("answer", "答复"),), title="答复反馈"
    ),
    LineKind(
        WRONG_RECORDED,
        BOOK,
        (
            _WRONG, ("source", "怎样发现"), ("happened_on", "发生日期"), ("offices", "涉及职务"),
            ("rule", "依据"), ("rule_standing", "依据的情况"),
        ),
        personal=(("persons", "涉及的人"), ("facts", "事实")),
        title="登记违规",
    ),
    LineKind(WRONG_HEARD, BOOK, (_WRONG,), personal=(("said", "当事人说明"),), title="听取当事人说明"),
    LineKind(
        WRONG_HANDLED,
        BOOK,
        (
            _WRONG, ("measure", "处理"), ("done_on", "处理日期"), ("body", "移送给谁"),
            ("document", "文书编号"),
        ),
        personal=(("words", "处理情况"),),
        title="处理违规",
    ),
    LineKind(WRONG_CLOSED, BOOK, (_WRONG,), personal=(("remark", "结果"),), title="违规办结"),
    LineKind(WRONG_DISMISSED, BOOK, (_WRONG,), personal=(("reason", "原因"),), title="查明不构成违规"),
)  # fmt: skip
