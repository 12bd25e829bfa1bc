"""The pad of 应急用印单: print a range, void a spoiled slip, collect what was not used."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max

from zhengyin.certificates.lines.names import PADS
from zhengyin.certificates.models import Pad, Slip
from zhengyin.certificates.pad_paper import pad_paper
from zhengyin.certificates.policy.pads import (
    refusals_to_close_pad,
    refusals_to_issue_pad,
    refusals_to_spoil,
)
from zhengyin.certificates.queries.pads import facts_for_close_pad, facts_for_issue_pad
from zhengyin.certificates.slips import (
    PAD,
    SLIP,
    PadAct,
    PadState,
    SlipAct,
    SlipState,
    Spoilt,
    slip_number,
)
from zhengyin.certificates.words import WORDS
from zhengyin.documents import files
from zhengyin.documents.codes import check_code_index, token_index
from zhengyin.documents.typesetting import typeset
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.shared.codes import new_check_code, new_token
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

PDF = "application/pdf"


@transaction.atomic
def issue_pad(
    *, organization_id: UUID, slips: int, actor: Actor, at: datetime, as_id: UUID | None = None
) -> Pad:
    """Print the next slips of a committee; the book's head is held, so no number is given twice.

    A form sent twice brings the same `as_id`: the second time the same pad, nothing new is printed.
    """
    organization = Organization.objects.get(pk=organization_id)
    offices = actor.offices_at(organization_id)
    step, printed = PAD.step(None, PadAct.ISSUE, offices), SLIP.step(None, SlipAct.PRINT, offices)
    book = registers.hold(owner=organization_id, book=PADS, year=day_of(at).year)
    if as_id and (before := Pad.objects.filter(pk=as_id, organization_id=organization_id).first()):
        return before
    facts = facts_for_issue_pad(organization_id, slips, actor, at)
    refuse_if(refusals_to_issue_pad(facts))
    first = (Slip.objects.filter(organization_id=organization_id).aggregate(top=Max("no"))["top"] or 0) + 1
    codes = {no: (new_token(), new_check_code()) for no in range(first, first + slips)}
    document = files.put(
        data=typeset(pad_paper(organization_id, codes), at).pdf, content_type=PDF, purpose="pad",
        owner=organization_id, county_code=organization.county_code, at=at,
    )  # fmt: skip
    pad = Pad.objects.create(
        id=as_id or uuid4(), county_code=organization.county_code, organization=organization,
        state=step.after.value, first_no=first, last_no=first + slips - 1, document=document,
        issued_by_id=actor.person_id, issued_at=at,
    )  # fmt: skip
    Slip.objects.bulk_create(_slip(pad, no, code, state=printed.after) for no, code in codes.items())
    registers.write(
        kind=step.line,
        owner=organization_id,
        county_code=pad.county_code,
        subject=pad.id,
        happened_at=at,
        signature=actor.signature(Office.CUSTODIAN),
        columns={**_range(pad), "slips": str(slips), "seal": facts.seal_name},
        document_digest=document.sha256,
        held=book,
    )
    return pad


@transaction.atomic
def spoil_slip(*, slip_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """Void one slip: written wrong, torn, lost."""
    slip = Slip.objects.select_for_update(of=("self",), no_key=True).get(pk=slip_id)
    step = SLIP.step(SlipState(slip.state), SlipAct.SPOIL, actor.offices_at(slip.organization_id))
    refuse_if(refusals_to_spoil(reason))
    slip.state, slip.reason = step.after.value, Spoilt(reason).value
    slip.ended_by_id, slip.ended_at = actor.person_id, at
    slip.save(update_fields=("state", "reason", "ended_by", "ended_at"))
    registers.write(
        kind=step.line,
        owner=slip.organization_id,
        county_code=slip.county_code,
        subject=slip.id,
        happened_at=at,
        signature=actor.signature(Office.CUSTODIAN),
        columns={"slip": slip_number(slip.no), "reason": WORDS[f"spoilt.{slip.reason}"]},
    )


@transaction.atomic
def close_pad(*, pad_id: UUID, unused: Iterable[int], actor: Actor, at: datetime) -> None:
    """Collect the slips nobody used, named one by one as they lay on the table, and close the pad."""
    pad = Pad.objects.select_for_update(of=("self",)).get(pk=pad_id)
    offices = actor.offices_at(pad.organization_id)
    step = PAD.step(PadState(pad.state), PadAct.CLOSE, offices)
    rows = pad.slips.select_for_update(no_key=True).filter(state=SlipState.ISSUED.value)
    left = [slip_number(slip.no) for slip in rows.order_by("no")]
    refuse_if(refusals_to_close_pad(facts_for_close_pad(pad, unused)))
    collected = SLIP.step(SlipState.ISSUED, SlipAct.COLLECT, offices)
    rows.update(state=collected.after.value, ended_by_id=actor.person_id, ended_at=at)
    pad.state, pad.closed_by_id, pad.closed_at = step.after.value, actor.person_id, at
    pad.save(update_fields=("state", "closed_by", "closed_at"))
    registers.write(
        kind=step.line,
        owner=pad.organization_id,
        county_code=pad.county_code,
        subject=pad.id,
        happened_at=at,
        signature=actor.signature(Office.CUSTODIAN),
        columns={**_range(pad), "unused": "、".join(left) or "没有"},
    )


def _slip(pad: Pad, no: int, code: tuple[str, str], *, state: SlipState) -> Slip:
    token, check_code = code
    return Slip(
        county_code=pad.county_code,
        organization_id=pad.organization_id,
        pad=pad,
        no=no,
        state=state.value,
        token_index=token_index(token),
        check_code_index=check_code_index(check_code),
    )


def _range(pad: Pad) -> dict[str, str]:
    return {"first": slip_number(pad.first_no), "last": slip_number(pad.last_no)}
