"""Every act begins alike: the row's lock and the table's step; and ends alike: the state and its line."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.documents.uploads import Checked
from zhengyin.people import steps
from zhengyin.people.actor import Actor
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.lines import Signature
from zhengyin.shared.workflow import Step
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.workflow import WORK_USE, WorkAct, WorkState

Taken = tuple[WorkUse, Step[WorkState, WorkAct], Signature]


def step_of(
    state: WorkState | None, act: WorkAct, organization_id: UUID, actor: Actor
) -> tuple[Step[WorkState, WorkAct], Signature]:
    """The table's row and who signs. Refused: wrong_state, wrong_office."""
    return steps.step_of(WORK_USE, state, act, organization_id, actor)


def held(work_use_id: UUID) -> WorkUse:
    """The request under its row lock until the transaction ends."""
    return WorkUse.objects.select_for_update(of=("self",)).get(pk=work_use_id)


def taken(work_use_id: UUID, act: WorkAct, actor: Actor) -> Taken:
    """Lock a request and find the step."""
    work_use = held(work_use_id)
    return work_use, *step_of(WorkState(work_use.state), act, work_use.organization_id, actor)


def carry_out(
    begun: Taken,
    at: datetime,
    *,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    text_digest: str = "",
    document_digest: str = "",
) -> None:
    """Save the row in its new state and write the act's line into 办理流水."""
    work_use, step, signature = begun
    work_use.state = step.after.value
    work_use.save()
    registers.write(
        kind=step.line,
        owner=work_use.organization_id,
        county_code=work_use.county_code,
        subject=work_use.id,
        happened_at=at,
        signature=signature,
        columns={"matter": work_use.matter, **columns},
        personal=personal,
        text_digest=text_digest,
        document_digest=document_digest,
    )


def stored(work_use: WorkUse, one: Checked, at: datetime) -> StoredFile:
    """A file of the request, encrypted on disk before its row."""
    return files.put(
        data=one.data, content_type=one.content_type, purpose="work", owner=work_use.organization_id,
        county_code=work_use.county_code, at=at,
    )  # fmt: skip
