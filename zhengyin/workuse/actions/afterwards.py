"""After the seal: a letter is printed once, the stamped paper is kept as a scan, the papers are filed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if
from zhengyin.workuse.actions.taking import carry_out, stored, taken
from zhengyin.workuse.kinds import Kind, Role
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.policy.seal import refusals_to_attach_scan, refusals_to_file, refusals_to_print
from zhengyin.workuse.queries.scans import looked_over
from zhengyin.workuse.workflow import WorkAct


@transaction.atomic
def print_copies(*, work_use_id: UUID, actor: Actor, at: datetime) -> WorkUse:
    """Say that exactly the approved copies of a letter are printed: once."""
    begun = taken(work_use_id, WorkAct.PRINT, actor)
    work_use = begun[0]
    refuse_if(
        refusals_to_print(
            kind=Kind(work_use.kind), copies=work_use.copies, printed=work_use.printed_at is not None
        )
    )
    work_use.printed_at = at
    carry_out(begun, at, columns={"number": work_use.number, "copies": str(work_use.copies)})
    return work_use


@transaction.atomic
def attach_scan(
    *, work_use_id: UUID, pictures: Sequence[Checked], actor: Actor, at: datetime
) -> tuple[int, ...]:
    """Keep pictures of the stamped paper; return how many red round seals were seen on each.

    What was seen stands in the line; it is a help for whoever looks, not a proof.
    """
    begun = taken(work_use_id, WorkAct.ATTACH_SCAN, actor)
    work_use = begun[0]
    refuse_if(refusals_to_attach_scan(pages=len(pictures)))
    seen = looked_over(pictures)
    scans = work_use.files.filter(role=Role.SCAN.value)
    last = scans.aggregate(last=Max("position"))["last"] or 0
    for place, picture in enumerate(pictures, last + 1):
        WorkFile.objects.create(
            work_use=work_use, role=Role.SCAN.value, position=place, pages=1,
            file=stored(work_use, picture, at), added_by_id=actor.person_id, added_at=at,
        )  # fmt: skip
    carry_out(
        begun, at,
        columns={
            "number": work_use.number, "pages": str(len(pictures)), "seals": str(sum(seen.seals)),
            "code": seen.code,
        },
    )  # fmt: skip
    return seen.seals


@transaction.atomic
def file(*, work_use_id: UUID, place: str, actor: Actor, at: datetime) -> WorkUse:
    """归档: say where the paper lies."""
    begun = taken(work_use_id, WorkAct.FILE, actor)
    refuse_if(refusals_to_file(place))
    begun[0].filed_as = place.strip()
    carry_out(begun, at, columns={"number": begun[0].number, "place": place.strip()})
    return begun[0]
