"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.deliberation.actions.meeting import (
    confirm_meeting,
    convene_meeting,
    fail_meeting,
    record_votes,
    stop_meeting,
)
from zhengyin.deliberation.actions.notice import (
    confirm_notice,
    extend_notice,
    fail_notice,
    post_notice,
    stop_notice,
)
from zhengyin.deliberation.actions.objection import answer_objection, record_objection
from zhengyin.deliberation.actions.record import hold

__all__ = [
    "answer_objection",
    "confirm_meeting",
    "confirm_notice",
    "convene_meeting",
    "extend_notice",
    "fail_meeting",
    "fail_notice",
    "hold",
    "post_notice",
    "record_objection",
    "record_votes",
    "stop_meeting",
    "stop_notice",
]
