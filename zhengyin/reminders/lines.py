"""The lines this room writes: what owners choose, and what the administrator sends again."""

from zhengyin.people.lines import BOOK
from zhengyin.registers.lines import LineKind

CHOSEN = "reminders.chosen"
SENT_AGAIN = "reminders.sent_again"

KINDS: tuple[LineKind, ...] = (
    LineKind(
        CHOSEN,
        BOOK,
        (("name", "姓名"), ("organization", "所在组织"), ("way", "怎样提醒")),
        title="本人设置提醒",
    ),
    LineKind(
        SENT_AGAIN,
        "settings",
        (("channel", "方式"), ("day", "哪天的提醒"), ("error", "上次没发出去的原因")),
        title="再发一次提醒",
    ),
)
