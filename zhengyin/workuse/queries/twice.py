"""A letter of introduction asked for twice by one click: the first request stands for both."""

from datetime import datetime, timedelta
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.shared.names import normalise_name
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.secrets import opened_personal
from zhengyin.workuse.workflow import WorkState

ONE_CLICK = timedelta(minutes=1)


def sent_already(organization_id: UUID, asked: WorkAsked, actor: Actor, at: datetime) -> WorkUse | None:
    """The same letter as asked for by the same person within the last minute, still undecided.

    Other requests come with files, which a browser sends anew only when they are chosen anew.
    """
    letter = asked.letter
    if asked.kind is not Kind.INTRODUCTION or letter is None:
        return None
    rows = WorkUse.objects.filter(
        organization_id=organization_id, kind=asked.kind, state=WorkState.ASKED, asked_by_id=actor.person_id,
        asked_at__gt=at - ONE_CLICK, scope_code=asked.scope, matter=asked.matter.strip(), copies=asked.copies,
        details__to=letter.to.strip(), details__persons=str(letter.persons),
        details__valid_days=str(letter.valid_days),
    )  # fmt: skip
    whom = normalise_name(letter.bearers)
    return next(
        (row for row in rows if opened_personal(row.id, row.personal_encrypted)["bearers"] == whom), None
    )
