"""The lines this room writes, all in the committee's 议事登记簿. Who objected stands beside, erasable."""

from zhengyin.registers.lines import Column, LineKind

BOOK = "deliberations"
POSTED = "notice.posted"
EXTENDED = "notice.extended"
REOPENED = "notice.reopened"
NOTICE_CONFIRMED = "notice.confirmed"
NOTICE_FAILED = "notice.failed"
NOTICE_STOPPED = "notice.stopped"
OBJECTED = "objection.recorded"
ANSWERED = "objection.answered"
CONVENED = "meeting.convened"
VOTED = "meeting.voted"
MEETING_CONFIRMED = "meeting.confirmed"
MEETING_FAILED = "meeting.failed"
MEETING_STOPPED = "meeting.stopped"

_MATTER: tuple[Column, ...] = (("matter", "事项"),)
_RULE: tuple[Column, ...] = (("rule", "依据"), ("rule_standing", "依据的情况"))
_NUMBER: tuple[Column, ...] = (("number", "公示编号"),)
_REASON: tuple[Column, ...] = (("reason", "原因"),)  # free words: they may name somebody
_STUDY: tuple[Column, ...] = (("party_studied_on", "党组织研究日期"),)

KINDS: tuple[LineKind, ...] = (
    LineKind(
        POSTED,
        BOOK,
        (
            *_MATTER,
            *_NUMBER,
            ("place", "公示地点"),
            ("from_on", "公示自"),
            ("until_on", "公示至（含当日）"),
            *_STUDY,
            *_RULE,
        ),
        title="张贴公示",
    ),
    LineKind(
        EXTENDED, BOOK, (*_MATTER, *_NUMBER, ("until_on", "公示至（含当日）")), _REASON, title="延长公示"
    ),
    LineKind(REOPENED, BOOK, (*_MATTER, *_NUMBER), title="有异议，公示重新开放"),
    LineKind(NOTICE_CONFIRMED, BOOK, (*_MATTER, *_NUMBER), title="确认公示结果"),
    LineKind(NOTICE_FAILED, BOOK, (*_MATTER, *_NUMBER), _REASON, title="公示没有通过"),
    LineKind(NOTICE_STOPPED, BOOK, (*_MATTER, *_NUMBER), _REASON, title="终止公示"),
    LineKind(
        OBJECTED,
        BOOK,
        (*_MATTER, *_NUMBER, ("heard_at", "提出时间"), ("heard", "怎样提的")),
        (("name", "提出人"), ("words", "异议内容")),
        title="记录异议",
    ),
    LineKind(
        ANSWERED,
        BOOK,
        (*_MATTER, *_NUMBER, ("handling", "处理结果")),
        (("answer", "答复"),),
        title="答复异议",
    ),
    LineKind(
        CONVENED,
        BOOK,
        (
            *_MATTER,
            ("kind", "会议种类"),
            ("planned_on", "开会日期"),
            ("place", "开会地点"),
            *_RULE,
            ("law", "议事规则所依据的法律"),
        ),
        title="召集会议",
    ),
    LineKind(
        VOTED,
        BOOK,
        (
            *_MATTER,
            ("kind", "会议种类"),
            ("held_on", "会议日期"),
            ("presided_by", "主持人"),
            ("eligible", "应到人数"),
            ("present", "实到人数"),
            ("votes_for", "同意"),
            ("votes_against", "反对"),
            ("abstentions", "弃权"),
            ("conclusion", "结论"),
            ("minutes", "会议记录"),
            *_STUDY,
        ),
        title="登记表决",
    ),
    LineKind(
        MEETING_CONFIRMED,
        BOOK,
        (*_MATTER, ("quorum", "最低到会人数"), ("majority", "通过所需票数"), ("article", "议事规则条款")),
        title="确认表决结果",
    ),
    LineKind(MEETING_FAILED, BOOK, _MATTER, _REASON, title="表决没有通过"),
    LineKind(MEETING_STOPPED, BOOK, _MATTER, _REASON, title="会议终止"),
)
