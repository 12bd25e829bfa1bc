"""复制提醒文字, for whoever waits for an office that is not their own."""

from uuid import UUID

from zhengyin.reminders.queries import Matter, ToCopy, copy_texts
from zhengyin.web.request import Request


def texts_for_others(request: Request, organization_id: UUID, *matters: Matter) -> tuple[ToCopy, ...]:
    """What waits here for others, as texts that name nobody."""
    own = request.actor.offices_at(organization_id)
    return copy_texts(matters, organization_id, request.at, own=own)
