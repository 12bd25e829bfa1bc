"""A round is opened over everything the county's own lists offer."""

from datetime import date, datetime

from django.db import transaction

from zhengyin.cleanup.actions.record import hold, write_review, write_round
from zhengyin.cleanup.models import Review, Round, RoundUnit
from zhengyin.cleanup.policy.round import refusals_to_open
from zhengyin.cleanup.queries.facts import Own, body_named, facts_for_open, own_entries
from zhengyin.cleanup.workflow import REVIEW, ROUND, ReviewAct, RoundAct
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_of
from zhengyin.regions.queries import lead_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def open_round(
    *, county_code: str, title: str, due_on: date, ends_on: date, actor: Actor, at: datetime
) -> Round:
    """Open a round; each entry goes to whoever asked for its admission, the others wait for one (H2.1b).

    The same form sent twice is one round: of two at once the second waits, and finds what the first made.
    """
    lead = lead_of(county_code)
    step, signature = step_of(ROUND, None, RoundAct.OPEN, lead, actor)
    hold(lead, at)
    same = {"title": title.strip(), "due_on": due_on, "ends_on": ends_on, "opened_by_id": actor.person_id}
    if earlier := Round.objects.filter(county_code=county_code, state=step.after, **same).first():
        return earlier
    entries = own_entries(county_code, day_of(at))
    facts = facts_for_open(
        county_code, title=title, due_on=due_on, ends_on=ends_on, entries=len(entries), at=at
    )
    refuse_if(refusals_to_open(facts))
    row = Round.objects.create(
        county_code=county_code, lead_id=lead, state=step.after, opened_on=day_of(at), **same
    )
    columns = {
        "due_on": due_on.isoformat(), "ends_on": ends_on.isoformat(), "entries": str(len(entries)),
    }  # fmt: skip
    write_round(row, step.line, signature, at, columns)
    listed, units = REVIEW.step(None, ReviewAct.LIST, (Office.COUNTY_LEAD,)), dict[str, RoundUnit]()
    for one in entries:
        review = Review.objects.create(
            round=row, code=one.entry.code, name=one.entry.name, state=listed.after,
            stated="；".join(basis.words for basis in one.entry.bases), unit=_unit(row, one, units),
        )  # fmt: skip
        write_review(row, review, listed.line, signature, at)
    return row


def _unit(row: Round, one: Own, units: dict[str, RoundUnit]) -> RoundUnit | None:
    if not one.applicant:
        return None
    if one.applicant not in units:
        named = None if one.applicant_id else body_named(row.county_code, one.applicant)
        units[one.applicant] = RoundUnit.objects.create(
            round=row, body_id=named.pk if named else one.applicant_id, name=one.applicant
        )
    return units[one.applicant]
