"""The words of the table of bases, each with what a user reads for it. Pure."""

from typing import Final

from zhengyin.catalogue.kinds import Worded


class BasisStanding(Worded):
    """How a document stands on a day; the first four are stated, the others follow from days and records."""

    IN_FORCE = "in_force", "现行"
    DRAFT = "draft", "征求意见稿，未生效"
    THIRD_PARTY_COPY = "third_party_copy", "转载件，待核对原件"
    DEMONSTRATION = "demonstration", "示例内容"
    NOT_YET = "not_yet", "还没有施行"
    AMENDED = "amended", "已修改"
    REPLACED = "replaced", "已被代替"
    REPEALED = "repealed", "已废止"
    EXPIRED = "expired", "有效期已过"


STATED: Final = (
    BasisStanding.IN_FORCE, BasisStanding.DRAFT, BasisStanding.THIRD_PARTY_COPY, BasisStanding.DEMONSTRATION,
)  # fmt: skip
DOUBTED: Final = (
    BasisStanding.AMENDED, BasisStanding.REPLACED, BasisStanding.REPEALED, BasisStanding.EXPIRED,
)  # fmt: skip
"""What rests on one of these is to be reviewed."""


class BasisEvent(Worded):
    """What a later document did to one."""

    AMENDED = "amended", "修改"
    REPLACED = "replaced", "被代替"
    REPEALED = "repealed", "废止"
