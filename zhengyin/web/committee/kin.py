"""申请人是您的近亲属吗？是：换人办. The one place where a desk writes that somebody stepped aside."""

from uuid import UUID

from zhengyin.certificates import actions
from zhengyin.web.request import Request


def stepped_aside(request: Request, case_id: UUID, *, near_relative: bool | None) -> bool:
    """Step aside where the answer is yes, and say whether; no later answer of the same person undoes it.

    Raises Refused.
    """
    if not near_relative:
        return False
    actions.recuse(certificate_id=case_id, actor=request.actor, at=request.at)
    return True
