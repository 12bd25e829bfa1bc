"""What came back of work uses, among what the handler has to do."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from zhengyin.people.actor import Actor
from zhengyin.workuse.queries.waiting import returned_to
from zhengyin.workuse.words import WORDS


@dataclass(frozen=True, slots=True)
class WorkToDo:
    """One returned request."""

    href: str
    matter: str
    kind: str


def work_to_do(actor: Actor, organization_id: UUID) -> tuple[WorkToDo, ...]:
    """The requests that were sent back to this handler's desk, the oldest first."""
    return tuple(
        WorkToDo(reverse("work-case", args=[organization_id, row.pk]), row.matter, WORDS[row.kind])
        for row in returned_to(actor, organization_id)
    )
