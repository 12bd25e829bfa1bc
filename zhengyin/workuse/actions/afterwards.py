"""After the seal: a letter is printed once, the stamped paper kept, its seals counted, the papers filed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from zhengyin.documents.files import digest_of
from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if
from zhengyin.workuse.actions.taking import carry_out, stored, taken
from zhengyin.workuse.kinds import Kind, Role, VoidWhy
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.policy.seal import (
    refusals_to_attach_scan,
    refusals_to_count,
    refusals_to_file,
    refusals_to_print,
    refusals_to_void,
)
from zhengyin.workuse.queries.scans import last_of, looked_over, uncounted
from zhengyin.workuse.words import WORDS
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
def attach_scan(*, work_use_id: UUID, pictures: Sequence[Checked], actor: Actor, at: datetime) -> WorkUse:
    """Keep pictures of the stamped paper; the custodian counts the seals on them afterwards.

    A picture that is kept already is not kept again: the same form sent twice adds nothing.
    """
    begun = taken(work_use_id, WorkAct.ATTACH_SCAN, actor)
    work_use = begun[0]
    refuse_if(refusals_to_attach_scan(pages=len(pictures)))
    scans = work_use.files.filter(role=Role.SCAN.value)
    kept = set(scans.values_list("file__sha256", flat=True))
    new = [picture for picture in pictures if digest_of(picture.data) not in kept]
    if not new:
        return work_use
    last = scans.aggregate(last=Max("position"))["last"] or 0
    for place, picture in enumerate(new, last + 1):
        WorkFile.objects.create(
            work_use=work_use, role=Role.SCAN.value, position=place, pages=1,
            file=stored(work_use, picture, at), added_by_id=actor.person_id, added_at=at,
        )  # fmt: skip
    carry_out(begun, at, columns={"number": work_use.number, "pages": str(len(new))})
    return work_use


@transaction.atomic
def count_seals(*, work_use_id: UUID, said: int | None, shown: int, actor: Actor, at: datetime) -> WorkUse:
    """Say how many red round seals the pictures show that nobody counted yet, up to the place `shown`.

    The program's own count stands beside it, and what it read of the code: a help, not a proof.
    """
    begun = taken(work_use_id, WorkAct.COUNT_SEALS, actor)
    work_use = begun[0]
    scans = uncounted(work_use)
    refuse_if(refusals_to_count(last=last_of(scans), shown=shown, said=said))
    seen = looked_over(work_use, scans)
    carry_out(
        begun, at,
        columns={
            "number": work_use.number, "pages": str(len(scans)), "seals": str(said),
            "seen": seen.said, "code": WORDS[seen.code],
        },
    )  # fmt: skip
    return work_use


@transaction.atomic
def file(*, work_use_id: UUID, place: str, actor: Actor, at: datetime) -> WorkUse:
    """归档: say where the paper lies."""
    begun = taken(work_use_id, WorkAct.FILE, actor)
    is_letter = begun[0].kind == Kind.INTRODUCTION
    refuse_if(refusals_to_file(place, letter=is_letter, printed=begun[0].printed_at is not None))
    begun[0].filed_as = place.strip()
    carry_out(begun, at, columns={"number": begun[0].number, "place": place.strip()})
    return begun[0]


@transaction.atomic
def void(*, work_use_id: UUID, why: VoidWhy | None, back: bool | None, actor: Actor, at: datetime) -> WorkUse:
    """作废: the register keeps its number and says so; whoever checks a letter is told.

    Refused: wrong_state, wrong_office, void_why_missing, void_paper_missing, lost_paper_is_not_back.
    """
    begun = taken(work_use_id, WorkAct.VOID, actor)
    is_letter, filed = begun[0].kind == Kind.INTRODUCTION, bool(begun[0].filed_as)
    refuse_if(refusals_to_void(why, back=back, letter=is_letter, filed=filed))
    assert why is not None  # the rules asked for it
    where = WORDS["paper_is_back" if back else "paper_is_not_back"]
    carry_out(begun, at, columns={"number": begun[0].number, "why": WORDS[why], "back": where})
    return begun[0]
