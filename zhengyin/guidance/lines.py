"""The lines this room writes, in the lead body's 咨询登记簿. Free words stand beside, erasable."""

from zhengyin.registers.lines import Column, LineKind

BOOK = "guidance"
CONTACT = "contact.set"
ASKED = "enquiry.asked"
ANSWERED = "enquiry.answered"

_WHAT: tuple[Column, ...] = (("item", "事项"), ("department", "部门"))

KINDS: tuple[LineKind, ...] = (
    LineKind(CONTACT, BOOK, (*_WHAT, ("telephone", "办公电话")), title="登记事项的联系部门"),
    LineKind(ASKED, BOOK, (*_WHAT, ("committee", "提问的村（社区）")), (("words", "问题"),), title="提问"),
    LineKind(
        ANSWERED, BOOK, (*_WHAT, ("way", "怎样答复的"), ("answered_on", "答复日期")),
        (("words", "答复"), ("answered_by", "答复人")), title="部门答复",
    ),
)  # fmt: skip
