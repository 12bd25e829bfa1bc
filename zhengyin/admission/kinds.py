"""The words of admission, each with what a user reads for it. Pure."""

from collections.abc import Mapping
from enum import StrEnum

from zhengyin.catalogue.kinds import Worded


class Kind(Worded):
    """What is asked for."""

    ADMIT = "admit", "准入"
    EXIT = "exit", "退出"
    FILE = "file", "报备"
    ADJUST = "adjust", "调整"


WITH_AN_ITEM = (Kind.ADMIT, Kind.ADJUST)
"""What brings the whole item with its guide and its sample."""


class Rule(Worded):
    """The rule by which a proposal is refused before anybody is asked (H2.2e, O2.1a–f, H3.1d)."""

    NO_BASIS = "no_basis", "没有法律法规依据，也不是国务院批准保留的证明事项"
    DOCUMENT = "document", "法定证件就能证明"
    PROHIBITED = "prohibited", "在不应出具的清单上"
    CANNOT_KNOW = "cannot_know", "不是村（居）委会的职责，或者没有能力核实"
    STILL_NEEDED = "still_needed", "设定依据还有效，居民办事还要用，不能退出"
    NO_OTHER_WAY = "no_other_way", "停止以后居民没有别的办法可办，不能退出"
    NOT_A_FILING = "not_a_filing", "要改清单的，不能报备，要申请准入、调整或者退出"
    NOT_SO = "not_so", "报备的内容和实际不符"


OF_AN_ITEM = (Rule.NO_BASIS, Rule.DOCUMENT, Rule.PROHIBITED, Rule.CANNOT_KNOW)
RULES: Mapping[Kind, tuple[Rule, ...]] = {
    Kind.ADMIT: OF_AN_ITEM,
    Kind.EXIT: (Rule.STILL_NEEDED, Rule.NO_OTHER_WAY),
    Kind.FILE: (Rule.NOT_A_FILING, Rule.NOT_SO),
    Kind.ADJUST: OF_AN_ITEM,
}
"""By which rules a proposal of each kind is refused."""


class What(Worded):
    """What comes into a 社区 beside certificates, on the form of its own."""

    SERVICE = "service", "公共服务事项"
    TASK = "task", "工作任务"


class Asked(StrEnum):
    """Why a body is asked."""

    TOWNSHIP = "township"
    REVIEWER = "reviewer"
    DEPARTMENT = "department"


class Stance(Worded):
    """What a body answers."""

    NONE = "none", "无意见"
    OPINION = "opinion", "有意见建议"


class Way(Worded):
    """How an answer came."""

    LINK = "link", "用链接答复"
    DESK = "desk", "登录答复"
    PAPER = "paper", "纸质答复"


class Conclusion(Worded):
    """What the joint meeting concludes of one item."""

    APPROVE = "approve", "同意"
    REJECT = "reject", "不同意"
    DEFER = "defer", "下次再议"
