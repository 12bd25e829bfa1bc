"""A seal leaves its place of keeping with its custodian and comes back (带出, H3.2.4b)."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.registers.lines import Signature
from zhengyin.seals.actions.record import locked, step_of, write
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal, TakeOut
from zhengyin.seals.policy import take_out as rules
from zhengyin.seals.queries import take_outs as queries
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.queries.uses import uses_meanwhile
from zhengyin.seals.workflow import TAKE_OUT, TakeOutAct, TakeOutState
from zhengyin.shared.days import SHANGHAI
from zhengyin.shared.refusal import refuse_if
from zhengyin.shared.workflow import Step

NO_USE = "没有用印"
UNLEFT = (TakeOutState.ASKED, TakeOutState.APPROVED)
OF_SPECIAL = "专用章的用印不在这里登记，见纸质用印登记簿"  # so nothing is said of whether it was used
_Line = tuple[str, Signature, datetime]  # its kind, who signs, when


@transaction.atomic
def ask_take_out(
    *,
    seal_id: UUID,
    reason: str,
    place: str,
    from_at: datetime,
    until_at: datetime,
    actor: Actor,
    at: datetime,
) -> TakeOut:
    """Ask that a seal may be taken to `place`; whoever keeps it on that day carries it.

    Refused: wrong_office and the codes of policy.take_out.refusals_to_ask.
    """
    seal = locked(seal_id)
    step, signature = step_of(TAKE_OUT, None, TakeOutAct.ASK, committee_facts(seal.committee_id), actor)
    facts = queries.facts_to_ask(seal, reason=reason, place=place, from_at=from_at, until_at=until_at, at=at)
    refuse_if(rules.refusals_to_ask(facts))
    assert facts.carrier.person_id is not None
    row = TakeOut.objects.create(
        seal=seal,
        state=step.after,
        reason=reason.strip(),
        place=place.strip(),
        from_at=from_at,
        until_at=until_at,
        carrier_id=facts.carrier.person_id,
        asked_by_id=actor.person_id,
        asked_at=at,
        county_code=seal.county_code,
    )
    _write(row, (step.line, signature, at), _planned(row), {"reason": row.reason})
    return row


@transaction.atomic
def approve_take_out(*, take_out_id: UUID, actor: Actor, at: datetime) -> TakeOut:
    """The director lets the seal go (未经主任批准不得带离).

    Refused: wrong_state, wrong_office and the codes of policy.take_out.refusals_to_approve_take_out.
    """
    row = _held(take_out_id)
    step, signature = _step(row, TakeOutAct.APPROVE, actor)
    refuse_if(rules.refusals_to_approve_take_out(queries.facts_to_decide(row, actor, at), actor))
    row.state, row.decided_by_id, row.decided_at = step.after, actor.person_id, at
    row.save(update_fields=("state", "decided_by", "decided_at"))
    _write(row, (step.line, signature, at), {**_planned(row), "approver": actor.name}, {})
    return row


@transaction.atomic
def decline_take_out(*, take_out_id: UUID, why: str, actor: Actor, at: datetime) -> TakeOut:
    """The director says no.

    Refused: wrong_state, wrong_office, carrier_may_not_approve, asker_may_not_approve, reason_missing.
    """
    row = _held(take_out_id)
    step, signature = _step(row, TakeOutAct.DECLINE, actor)
    refuse_if(rules.refusals_to_decline(queries.facts_to_decide(row, actor, at), why, actor))
    row.decided_by_id, row.decided_at = actor.person_id, at
    _end(row, step.after, actor, at)
    _write(row, (step.line, signature, at), _planned(row), {"why": why.strip()})
    return row


@transaction.atomic
def withdraw_take_out(*, take_out_id: UUID, why: str, actor: Actor, at: datetime) -> TakeOut:
    """It is not taken out after all; an approval is given back with it.

    Refused: wrong_state, wrong_office, reason_missing.
    """
    row = _held(take_out_id)
    step, signature = _step(row, TakeOutAct.WITHDRAW, actor)
    refuse_if(rules.refusals_to_withdraw(why))
    _end(row, step.after, actor, at)
    _write(row, (step.line, signature, at), _planned(row), {"why": why.strip()})
    return row


@transaction.atomic
def leave_with_seal(*, take_out_id: UUID, actor: Actor, at: datetime) -> TakeOut:
    """The custodian leaves with the seal: from now on it stamps nothing at the office.

    Refused: wrong_state, wrong_office and the codes of policy.take_out.refusals_to_leave.
    """
    row = _held(take_out_id)
    step, signature = _step(row, TakeOutAct.LEAVE, actor)
    refuse_if(rules.refusals_to_leave(queries.facts_to_leave(row, actor, at), actor))
    row.state, row.left_at = step.after, at
    row.save(update_fields=("state", "left_at"))
    until = {"until_at": _minute(row.until_at)}
    _write(row, (step.line, signature, at), {**_outside(row), **until}, {"reason": row.reason})
    return row


@transaction.atomic
def extend_take_out(
    *, take_out_id: UUID, until_at: datetime, why: str, actor: Actor, at: datetime
) -> TakeOut:
    """The director approves a later return; an overdue seal may be given more time too.

    Refused: wrong_state, wrong_office and the codes of policy.take_out.refusals_to_extend.
    """
    row = _held(take_out_id)
    step, signature = _step(row, TakeOutAct.EXTEND, actor)
    facts = queries.facts_to_extend(row, actor, until_at=until_at, why=why, at=at)
    refuse_if(rules.refusals_to_extend(facts, actor))
    row.until_at = until_at
    row.save(update_fields=("until_at",))
    until = {"until_at": _minute(row.until_at)}
    _write(row, (step.line, signature, at), {**_outside(row), **until}, {"why": why.strip()})
    return row


@transaction.atomic
def bring_back(*, take_out_id: UUID, back_at: datetime, actor: Actor, at: datetime) -> TakeOut:
    """The seal is at its place again, since `back_at`; the line names what was stamped meanwhile.

    Refused: wrong_state, wrong_office, back_lies_ahead, back_before_it_left, used_after_it_was_back.
    """
    row = _held(take_out_id)
    step, signature = _step(row, TakeOutAct.RETURN, actor)
    refuse_if(rules.refusals_to_return(queries.facts_to_return(row, back_at=back_at, at=at)))
    uses = _uses(row, at)
    row.back_at = back_at
    _end(row, step.after, actor, at)
    columns = {**_outside(row), "back_at": _minute(back_at), "uses": uses}
    _write(row, (step.line, signature, at), columns, {"reason": row.reason})
    return row


def lose_outside(*, seal: Seal, actor: Actor, at: datetime) -> None:
    """End the take-out of a locked seal that is reported lost, or declared void, while it is out."""
    row = TakeOut.objects.select_for_update(of=("self",)).filter(seal=seal, state=TakeOutState.OUT).first()
    if row is None:
        return
    step, signature = _step(row, TakeOutAct.LOSE, actor)
    uses = _uses(row, at)
    _end(row, step.after, actor, at)
    _write(row, (step.line, signature, at), {**_outside(row), "uses": uses}, {"reason": row.reason})


def hand_in_outside(*, seal: Seal, actor: Actor, at: datetime) -> None:
    """End the take-out of a locked seal that the township takes in from outside: it is back with it."""
    rows = TakeOut.objects.select_for_update(of=("self",)).filter(seal=seal, state=TakeOutState.OUT)
    for row in rows.select_related("seal", "carrier", "decided_by"):
        step, signature = _step(row, TakeOutAct.HAND_IN, actor)
        uses = _uses(row, at)
        row.back_at = at
        _end(row, step.after, actor, at)
        columns = {**_outside(row), "back_at": _minute(at), "uses": uses}
        _write(row, (step.line, signature, at), columns, {"reason": row.reason})


def end_unleft(seal: Seal, *, why: str, actor: Actor, at: datetime) -> None:
    """End what was asked for or approved of a locked seal that is of no use any more; `why` is our words."""
    rows = TakeOut.objects.select_for_update(of=("self",)).filter(seal=seal, state__in=UNLEFT)
    for row in rows.select_related("seal", "carrier"):
        step, signature = _step(row, TakeOutAct.END_WITH_SEAL, actor)
        _end(row, step.after, actor, at)
        _write(row, (step.line, signature, at), _planned(row), {"why": why})


def _uses(row: TakeOut, at: datetime) -> str:
    """2次：…证字〔2026〕3号、…号; a line without a number of its own is named by the book's."""
    if row.seal.kind == SealKind.SPECIAL:
        return OF_SPECIAL
    uses = uses_meanwhile(row, at)
    said = [line.columns.get("number") or f"{line.title}第{line.no}行" for line in uses]
    return f"{len(said)}次：{'、'.join(said)}" if said else NO_USE


def _held(take_out_id: UUID) -> TakeOut:
    """The take-out under lock, its seal first, as in every act on a seal."""
    locked(TakeOut.objects.values_list("seal_id", flat=True).get(pk=take_out_id))
    rows = TakeOut.objects.select_for_update(of=("self",))
    return rows.select_related("seal", "carrier", "decided_by").get(pk=take_out_id)


def _step(row: TakeOut, act: TakeOutAct, actor: Actor) -> tuple[Step[TakeOutState, TakeOutAct], Signature]:
    return step_of(TAKE_OUT, TakeOutState(row.state), act, committee_facts(row.seal.committee_id), actor)


def _end(row: TakeOut, after: TakeOutState, actor: Actor, at: datetime) -> None:
    row.state, row.ended_by_id, row.ended_at = after, actor.person_id, at
    row.save(update_fields=("state", "ended_by", "ended_at", "decided_by", "decided_at", "back_at"))


def _write(row: TakeOut, line: _Line, columns: Mapping[str, str], personal: Mapping[str, str]) -> None:
    kind, signature, at = line
    write(
        kind=kind,
        owner=row.seal.committee_id,
        county_code=row.county_code,
        subject=row.pk,
        signature=signature,
        at=at,
        columns=columns,
        personal=personal,
    )


def _planned(row: TakeOut) -> dict[str, str]:
    return {
        "seal": row.seal.name,
        "borrower": row.carrier.name,
        "place": row.place,
        "from_at": _minute(row.from_at),
        "until_at": _minute(row.until_at),
    }


def _outside(row: TakeOut) -> dict[str, str]:
    assert row.decided_by is not None and row.left_at is not None
    return {
        "seal": row.seal.name,
        "approver": row.decided_by.name,
        "borrower": row.carrier.name,
        "place": row.place,
        "out_at": _minute(row.left_at),
    }


def _minute(moment: datetime) -> str:
    return moment.astimezone(SHANGHAI).isoformat(timespec="minutes")
