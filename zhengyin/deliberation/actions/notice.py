"""A notice is put up, extended, confirmed by another; or it fails, or is ended."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.deliberation.actions.record import hold, notice_taken, write
from zhengyin.deliberation.models import Notice
from zhengyin.deliberation.policy.notice import (
    refusals_to_close,
    refusals_to_confirm_notice,
    refusals_to_extend,
    refusals_to_post,
    refusals_to_stop_notice,
)
from zhengyin.deliberation.queries.facts import facts_for_notice, facts_for_post, ground_for
from zhengyin.deliberation.workflow import NOTICE, NoticeAct
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def post_notice(
    *,
    organization_id: UUID,
    subject: UUID,
    matter: str,
    place: str,
    from_on: date,
    until_on: date,
    actor: Actor,
    at: datetime,
    names: Collection[str] = (),
    party_studied_on: date | None = None,
) -> Notice:
    """Put a notice up, from `from_on` to `until_on`, both days on it; its number is its line's.

    `names` are those of the persons concerned: none of them may stand in the matter. One after the other
    in a committee: of a form sent twice the second finds the first.
    Refused: wrong_office and the codes of policy.notice and policy.matter.
    """
    step, signature = step_of(NOTICE, None, NoticeAct.POST, organization_id, actor)
    held = hold(organization_id, at)
    facts = facts_for_post(
        organization_id, subject,
        matter=matter, place=place, from_on=from_on, until_on=until_on, names=names,
        party_studied_on=party_studied_on,
    )  # fmt: skip
    refuse_if(refusals_to_post(facts, day_of(at)))
    ground, card = ground_for(organization_id), regions.committee(organization_id)
    notice = Notice.objects.create(
        county_code=card.county_code, organization_id=organization_id, subject=subject,
        state=step.after.value, matter=matter.strip(), place=place.strip(), from_on=from_on,
        until_on=until_on, party_studied_on=party_studied_on, rule=ground.rule,
        rule_standing=ground.standing, year=held.year, no=held.next_no,
        number=f"{card.display_name}公示〔{held.year}〕{held.next_no}号",
        posted_by_id=actor.person_id, posted_at=at,
    )  # fmt: skip
    columns = _put_up(notice, from_on, until_on)
    write(kind=step.line, about=notice, signature=signature, at=at, held=held, columns=columns)
    return notice


def _put_up(notice: Notice, from_on: date, until_on: date) -> dict[str, str]:
    """What the line says: where and how long it hangs, by which rule, after which study."""
    studied = notice.party_studied_on
    return {
        "place": notice.place,
        "from_on": from_on.isoformat(),
        "until_on": until_on.isoformat(),
        "party_studied_on": studied.isoformat() if studied else "",
        "rule": notice.rule,
        "rule_standing": notice.rule_standing,
    }


@transaction.atomic
def extend_notice(*, notice_id: UUID, until_on: date, reason: str, actor: Actor, at: datetime) -> Notice:
    """Let it run until another last day; one that was confirmed runs again, and what waits is locked."""
    notice, step, signature = notice_taken(notice_id, NoticeAct.EXTEND, actor)
    refuse_if(refusals_to_extend(facts_for_notice(notice), until_on, reason, day_of(at)))
    notice.state, notice.until_on, notice.closed_by_id, notice.closed_at = (
        step.after.value,
        until_on,
        None,
        None,
    )
    notice.save(update_fields=("state", "until_on", "closed_by", "closed_at"))
    write(
        kind=step.line, about=notice, signature=signature, at=at,
        columns={"until_on": until_on.isoformat()}, personal={"reason": reason.strip()},
    )  # fmt: skip
    return notice


@transaction.atomic
def confirm_notice(*, notice_id: UUID, actor: Actor, at: datetime) -> Notice:
    """It ran out and every objection has its answer; said by the director, who did not enter it."""
    notice, step, signature = notice_taken(notice_id, NoticeAct.CONFIRM, actor)
    refuse_if(refusals_to_confirm_notice(facts_for_notice(notice), actor.person_id, day_of(at)))
    _close(notice, step.after.value, actor, at)
    write(kind=step.line, about=notice, signature=signature, at=at)
    return notice


@transaction.atomic
def fail_notice(*, notice_id: UUID, reason: str, actor: Actor, at: datetime) -> Notice:
    """The objections stand: it does not pass."""
    return _ended(notice_id, NoticeAct.FAIL, reason, actor, at)


@transaction.atomic
def stop_notice(*, notice_id: UUID, reason: str, actor: Actor, at: datetime) -> Notice:
    """Take it down as if it had not hung: put up by mistake, or no longer wanted; nobody objected to it."""
    return _ended(notice_id, NoticeAct.STOP, reason, actor, at)


def _ended(notice_id: UUID, act: NoticeAct, reason: str, actor: Actor, at: datetime) -> Notice:
    notice, step, signature = notice_taken(notice_id, act, actor)
    stopping = act is NoticeAct.STOP
    refuse_if(
        refusals_to_stop_notice(facts_for_notice(notice), reason) if stopping else refusals_to_close(reason)
    )
    _close(notice, step.after.value, actor, at)
    write(kind=step.line, about=notice, signature=signature, at=at, personal={"reason": reason.strip()})
    return notice


def _close(notice: Notice, state: str, actor: Actor, at: datetime) -> None:
    notice.state, notice.closed_by_id, notice.closed_at = state, actor.person_id, at
    notice.save(update_fields=("state", "closed_by", "closed_at"))
