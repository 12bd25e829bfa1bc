"""The lines this room writes, all in the lead body's 准入登记簿. Free words stand beside, erasable."""

from zhengyin.registers.lines import Column, LineKind

BOOK = "admissions"
DRAFTED = "proposal.drafted"
CHANGED = "proposal.changed"
SUBMITTED = "proposal.submitted"
RETURNED = "proposal.returned"
REFUSED = "proposal.refused"
ACCEPTED = "proposal.accepted"
FILED = "proposal.filed"
CONSULTED = "proposal.consulted"
SUMMED = "proposal.summed"
APPROVED = "proposal.approved"
REJECTED = "proposal.rejected"
DEFERRED = "proposal.deferred"
PUBLISHED = "proposal.published"
WITHDRAWN = "proposal.withdrawn"
ASKED = "question.asked"
ANSWERED = "question.answered"
WEIGHED = "question.weighed"
CALLED = "joint.called"
HELD = "joint.held"
CANCELLED = "joint.cancelled"

_WHAT: tuple[Column, ...] = (("kind", "申请种类"), ("applicant", "申请单位"), ("item", "事项"))
_REASON: tuple[Column, ...] = (("reason", "原因"),)
_BODY: tuple[Column, ...] = (("item", "事项"), ("body", "征求意见的单位"))
_JOINT: tuple[Column, ...] = (("meeting", "会议"), ("held_on", "会议日期"))


def _of_proposal(name: str, title: str, *columns: Column, personal: tuple[Column, ...] = ()) -> LineKind:
    return LineKind(name, BOOK, (*_WHAT, *columns), personal, title=title)


KINDS: tuple[LineKind, ...] = (
    _of_proposal(DRAFTED, "填写申请表"),
    _of_proposal(CHANGED, "修改申请表"),
    _of_proposal(SUBMITTED, "提出申请", ("received_on", "收到日期"), ("form", "申请表")),
    _of_proposal(RETURNED, "退回补正", personal=_REASON),
    _of_proposal(REFUSED, "不予受理", ("rule", "依据的规定"), personal=_REASON),
    _of_proposal(ACCEPTED, "受理", ("number", "受理编号")),
    _of_proposal(FILED, "收到报备"),
    _of_proposal(CONSULTED, "征求意见", ("bodies", "单位个数"), ("due_on", "答复期限")),
    _of_proposal(
        SUMMED, "汇总意见", ("answered", "答复个数"), ("silent", "逾期没有答复的"), ("adopted", "采纳条数"),
        personal=(("summary", "汇总"),),
    ),
    _of_proposal(APPROVED, "联审同意", *_JOINT),
    _of_proposal(REJECTED, "联审不同意", *_JOINT, personal=_REASON),
    _of_proposal(DEFERRED, "下次再议", *_JOINT, personal=_REASON),
    _of_proposal(PUBLISHED, "公布", ("number", "决定文号"), ("takes_effect_on", "生效日期")),
    _of_proposal(WITHDRAWN, "撤回申请", personal=_REASON),
    LineKind(ASKED, BOOK, (*_BODY, ("due_on", "答复期限")), title="请单位答复"),
    LineKind(
        ANSWERED,
        BOOK,
        (*_BODY, ("stance", "答复"), ("way", "怎样答复的"), ("answered_on", "答复日期")),
        (("words", "意见内容"), ("answered_by", "答复人")),
        title="单位答复",
    ),
    LineKind(
        WEIGHED, BOOK, (*_BODY, ("taken", "采纳情况")), (("reason", "理由"),), title="意见采纳情况"
    ),
    LineKind(CALLED, BOOK, (*_JOINT, ("place", "地点"), ("items", "议题个数")), title="召集联审会议"),
    LineKind(
        HELD, BOOK,
        (*_JOINT, ("presided_by", "主持人"), ("present", "到会单位"), ("absent", "缺席单位"),
         ("conclusions", "结论")),
        title="登记联审会议",
    ),
    LineKind(CANCELLED, BOOK, _JOINT, _REASON, title="取消联审会议"),
)  # fmt: skip
