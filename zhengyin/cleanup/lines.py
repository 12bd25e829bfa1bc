"""The lines this room writes, all in the lead body's 清理登记簿. Free words stand beside, erasable."""

from zhengyin.registers.lines import Column, LineKind

BOOK = "cleanups"
ROUND_OPENED = "cleanup.opened"
ROUND_CLOSED = "cleanup.closed"
ROUND_CANCELLED = "cleanup.cancelled"
LISTED = "review.listed"
ASSIGNED = "review.assigned"
ANSWERED = "review.answered"
SETTLED = "review.settled"
RETURNED = "review.returned"
KEPT = "review.kept"
CHANGED = "review.changed"
ENDED = "review.ended"
PLAN_MADE = "plan.made"
TASK_ADDED = "task.added"
TASK_NOTED = "task.noted"
TASK_DONE = "task.done"
TASK_DROPPED = "task.dropped"

_ROUND: tuple[Column, ...] = (("round", "清理"),)
_REVIEW: tuple[Column, ...] = (*_ROUND, ("item", "事项"), ("item_code", "清单编码"), ("body", "责任单位"))
_FOUND: tuple[Column, ...] = (("verdict", "意见"), ("way", "怎样答复的"), ("answered_on", "答复日期"))
_WORDS: tuple[Column, ...] = (
    ("basis", "依据"), ("reason", "理由"), ("instead", "以后怎样办"), ("answered_by", "答复人"),
)  # fmt: skip
_REASON: tuple[Column, ...] = (("reason", "原因"),)
_TASK: tuple[Column, ...] = (("plan", "工作方案"), ("task", "任务"), ("owner", "责任单位"))


def _of_review(name: str, title: str, *columns: Column, personal: tuple[Column, ...] = ()) -> LineKind:
    return LineKind(name, BOOK, (*_REVIEW, *columns), personal, title=title)


KINDS: tuple[LineKind, ...] = (
    LineKind(
        ROUND_OPENED, BOOK,
        (*_ROUND, ("due_on", "答复期限"), ("ends_on", "没有依据的从哪天起取消"), ("entries", "事项个数")),
        title="开始清理",
    ),
    LineKind(
        ROUND_CLOSED, BOOK,
        (*_ROUND, ("kept", "保留"), ("changed", "修改"), ("ended", "取消"), ("number", "决定文号")),
        title="清理结束",
    ),
    LineKind(ROUND_CANCELLED, BOOK, _ROUND, _REASON, title="撤销清理"),
    _of_review(LISTED, "列入清理"),
    _of_review(ASSIGNED, "确定责任单位"),
    _of_review(ANSWERED, "责任单位答复", *_FOUND, personal=_WORDS),
    _of_review(SETTLED, "主管部门认定", *_FOUND, personal=_WORDS),
    _of_review(RETURNED, "退回重新答复", personal=_REASON),
    _of_review(KEPT, "清理结果：保留"),
    _of_review(CHANGED, "清理结果：修改"),
    _of_review(ENDED, "清理结果：取消", ("verdict", "意见")),
    LineKind(PLAN_MADE, BOOK, (("plan", "工作方案"), ("number", "文号"), ("begins_on", "从哪天起")),
             title="制定工作方案"),
    LineKind(TASK_ADDED, BOOK, (*_TASK, ("due_on", "完成期限"), ("milestone", "属于哪一步")),
             title="分解任务"),
    LineKind(TASK_NOTED, BOOK, _TASK, (("note", "进展"),), title="任务进展"),
    LineKind(TASK_DONE, BOOK, (*_TASK, ("done_on", "完成日期")), (("note", "进展"),), title="任务完成"),
    LineKind(TASK_DROPPED, BOOK, _TASK, (("note", "原因"),), title="取消任务"),
)  # fmt: skip
