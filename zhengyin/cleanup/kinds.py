"""The words of a clean-up round and of a work plan, each with what a user reads for it. Pure."""

from typing import Final

from zhengyin.catalogue.kinds import Worded


class Verdict(Worded):
    """What a review finds of one entry."""

    KEPT = "kept", "保留"
    CHANGED = "changed", "修改"
    ENDED = "ended", "取消"
    NO_BASIS = "no_basis", "没有依据，取消"


class Way(Worded):
    """How a finding came."""

    LINK = "link", "用链接答复"
    DESK = "desk", "登录答复"
    PAPER = "paper", "纸质答复"
    LEAD = "lead", "逾期没有答复，主管部门认定"


class Milestone(Worded):
    """The three steps of three years (用3年左右时间)."""

    SORTED = "sorted", "第一年：全面梳理"
    GUIDES = "guides", "第二年：办事指南"
    LASTING = "lasting", "第三年：长效机制"


RESTS_ON: Final = (Verdict.KEPT, Verdict.CHANGED)
"""What stays needs a basis."""
ENDS: Final = (Verdict.ENDED, Verdict.NO_BASIS)
"""What goes leaves a way."""
