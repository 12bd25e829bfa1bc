"""日终核对: who keeps the seal compares it, the papers and the pad with the registers (H3.2.3a, H3.2.4b)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.slips import slip_number
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.supervision.lines import BOOK, DAY_CHECKED
from zhengyin.supervision.models import DayCheck
from zhengyin.supervision.policy.day import Counted, missing_of, refusals_to_reconcile
from zhengyin.supervision.queries.day import Day, day_at, facts_for_reconcile
from zhengyin.supervision.queries.notes import notes_beside


@transaction.atomic
def reconcile_day(*, organization_id: UUID, counted: Counted, actor: Actor, at: datetime) -> DayCheck:
    """Record the comparison of today; the day's last one sent again, its words included, is the same.

    The book's head is the lock: two clicks come one after the other. Refused: the codes of policy.day.
    """
    registers.hold(owner=organization_id, book=BOOK, year=day_of(at).year)
    today = day_at(organization_id, at)
    refuse_if(refusals_to_reconcile(facts_for_reconcile(organization_id, today, counted, actor)))
    assert counted.papers_agree is not None  # the rules asked for it
    found = {
        "organization_id": organization_id, "day": today.day, "person_id": actor.person_id,
        "papers": today.stamped.papers, "copies": today.stamped.copies,
        "impressions": today.stamped.impressions, "agree": counted.papers_agree,
        "following": counted.following, "missing": list(missing_of(today.pads, counted.following)),
    }  # fmt: skip
    note = counted.note.strip()
    for last in today.checks[-1:]:
        same = all(getattr(last, name) == value for name, value in found.items())
        if same and notes_beside([last.pk]).get(last.pk, "") == note:
            return last
    county = Organization.objects.values_list("county_code", flat=True).get(pk=organization_id)
    check = DayCheck.objects.create(county_code=county, checked_at=at, **found)
    _enter(check, today, note, actor)
    return check


def _enter(check: DayCheck, today: Day, note: str, actor: Actor) -> None:
    registers.write(
        kind=DAY_CHECKED,
        owner=check.organization_id,
        county_code=check.county_code,
        subject=check.pk,
        happened_at=check.checked_at,
        signature=actor.signature(Office.CUSTODIAN),
        columns={
            "day": today.day.isoformat(),
            "papers": str(check.papers),
            "copies": str(check.copies),
            "impressions": str(check.impressions),
            "agree": "对得上" if check.agree else "对不上",
            "following": slip_number(check.following) if check.following else "",
            "missing": "、".join(slip_number(no) for no in check.missing),
        },
        personal={"note": note},
    )
