"""The words of admission, each with what a user reads for it. Pure."""

from enum import StrEnum

from zhengyin.catalogue.kinds import Worded


class Kind(Worded):
    """What is asked for."""

    ADMIT = "admit", "准入"
    EXIT = "exit", "退出"
    FILE = "file", "报备"


class Rule(Worded):
    """The rule by which a proposal is refused before anybody is asked (H2.2e, O2.1a–f)."""

    NO_BASIS = "no_basis", "没有法律法规依据，也不是国务院批准保留的证明事项"
    DOCUMENT = "document", "法定证件就能证明"
    PROHIBITED = "prohibited", "在不应出具的清单上"
    CANNOT_KNOW = "cannot_know", "不是村（居）委会的职责，或者没有能力核实"


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
