"""The words of guidance, each with what a user reads for it. Pure."""

from zhengyin.catalogue.kinds import Worded


class Way(Worded):
    """How an answer came."""

    DESK = "desk", "登录答复"
    LINK = "link", "用链接答复"
    ENTERED = "entered", "主管部门录入"
