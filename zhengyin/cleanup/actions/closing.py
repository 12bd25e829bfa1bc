"""A round is closed: what has no basis ends on its day, by its document; or it is cancelled."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.admission import actions as admission
from zhengyin.admission.actions import Typed
from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.queries.facts import adjustable
from zhengyin.catalogue.deciding import decide_lists
from zhengyin.catalogue.models import ListDecision
from zhengyin.catalogue.policy.change import Change, Decided
from zhengyin.cleanup.actions.record import locked, write_review, write_round
from zhengyin.cleanup.kinds import ENDS, Verdict
from zhengyin.cleanup.models import Review, Round
from zhengyin.cleanup.policy.round import refusals_to_cancel, refusals_to_close
from zhengyin.cleanup.queries.facts import counts_of, ending, facts_for_close
from zhengyin.cleanup.workflow import REVIEW, ROUND, ReviewAct, ReviewState, RoundAct, RoundState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

CONCLUDES = {
    Verdict.KEPT: ReviewAct.KEEP, Verdict.CHANGED: ReviewAct.CHANGE,
    Verdict.ENDED: ReviewAct.END, Verdict.NO_BASIS: ReviewAct.END,
}  # fmt: skip


@transaction.atomic
def close_round(
    *, round_id: UUID, decided: Decided | None, scan_id: UUID | None, actor: Actor, at: datetime
) -> Round:
    """Close a round everything of which was reviewed (H2.1b, O1a).

    What has no basis, and what its unit ends, ends by `decided` on the round's day and leaves its way; what
    is to be changed becomes a draft of admission. Without anything that ends there is no document.
    Refused: wrong_state, wrong_office, the codes of policy.round and of catalogue.policy.change.
    """
    row = locked(round_id)
    step, signature = step_of(ROUND, RoundState(row.state), RoundAct.CLOSE, row.lead_id, actor)
    ends = ending(row, at)
    decided_from = decided.takes_effect_on if decided else None
    refuse_if(refusals_to_close(facts_for_close(row, len(ends), decided_from)))
    if ends and decided:
        row.decision = _decide(row, ends, decided, scan_id, actor, at)
    for review in row.reviews.select_for_update(of=("self",)).select_related("unit").order_by("code"):
        _conclude(row, review, actor, at)
    row.state, row.ended_at = step.after, at
    row.save(update_fields=("state", "ended_at", "decision"))
    counts = {name: str(count) for name, count in counts_of(row).items()}
    number = row.decision.number if row.decision else ""
    write_round(row, step.line, signature, at, {**counts, "number": number})
    return row


@transaction.atomic
def cancel_round(*, round_id: UUID, reason: str, actor: Actor, at: datetime) -> Round:
    """Call it off: nothing on a list changes."""
    row = locked(round_id)
    step, signature = step_of(ROUND, RoundState(row.state), RoundAct.CANCEL, row.lead_id, actor)
    refuse_if(refusals_to_cancel(reason))
    row.state, row.ended_at = step.after, at
    row.save(update_fields=("state", "ended_at"))
    write_round(row, step.line, signature, at, personal={"reason": reason.strip()})
    return row


def _decide(
    row: Round, ends: Sequence[Review], decided: Decided, scan_id: UUID | None, actor: Actor, at: datetime
) -> ListDecision:
    ways = admission.ways_instead(
        row.county_code, row.lead_id, [(one.code, one.name, _who(row, one), one.instead) for one in ends], at
    )
    change = Change(begun=ways, ended=tuple(one.code for one in ends))
    versions = decide_lists(
        county_code=row.county_code, decided=decided, change=change, scan_id=scan_id, actor=actor, at=at
    )
    decision = versions[0].decision
    assert decision is not None  # a version of a county's own list hangs on one
    return decision


def _conclude(row: Round, review: Review, actor: Actor, at: datetime) -> None:
    verdict = Verdict(review.verdict)
    step = REVIEW.step(ReviewState(review.state), CONCLUDES[verdict], (Office.COUNTY_LEAD,))
    if verdict is Verdict.CHANGED:
        review.proposal = _draft(row, review, actor, at)
    review.state = step.after
    review.save(update_fields=("state", "proposal"))
    columns = {"verdict": verdict.words} if verdict in ENDS else {}
    write_review(row, review, step.line, actor.signature(Office.COUNTY_LEAD), at, columns)


def _draft(row: Round, review: Review, actor: Actor, at: datetime) -> Proposal:
    """调整 of the entry as it stands, to be typed anew: whoever reviewed it asks, on paper."""
    standing = adjustable(row.county_code, day_of(at)).get(review.code, {})
    typed = Typed(
        applicant_name=_who(row, review)[:60], liaison="", telephone="", item_name=review.name[:60],
        item_code=review.code,
        entry={key: one for key, one in standing.items() if key not in ("code", "kind", "confidence")},
        said={"adjusted_because": review.reason},
    )  # fmt: skip
    return admission.draft(
        county_code=row.county_code, applicant_id=None, kind=Kind.ADJUST, typed=typed, actor=actor, at=at
    )


def _who(row: Round, review: Review) -> str:
    return review.unit.name if review.unit else row.lead.name
