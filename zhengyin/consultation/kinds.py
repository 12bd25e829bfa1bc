"""The words of a consultation, each with what a user reads for it. Pure."""

from zhengyin.catalogue.kinds import Worded


class Part(Worded):
    """What a unit returns: each is there or missing by itself (O0a)."""

    OPINIONS = "opinions", "意见建议"
    ITEMS = "items", "证明事项清单"
    LIAISON = "liaison", "联络人"


class Stance(Worded):
    """A part says something, or that there is nothing: that is an answer too."""

    NONE = "none", "没有"
    GIVEN = "given", "有"
