"""按月核对: a member signs what was recorded in a month (H3.2.3a, O2.3a)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.registers import recorded
from zhengyin.registers.lines import BOOKS, Signature
from zhengyin.registers.recorded import Span
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.supervision.lines import BOOK, CHECKED
from zhengyin.supervision.models import CheckedBook, MonthlyCheck
from zhengyin.supervision.months import Month
from zhengyin.supervision.policy.month import SignFacts, refusals_to_sign
from zhengyin.supervision.queries.months import spans_of


@transaction.atomic
def sign_month(*, organization_id: UUID, month: Month, note: str, actor: Actor, at: datetime) -> MonthlyCheck:
    """Sign every book's part of the month, one line a book; the same person again gets the same.

    The book's head is the lock: two clicks come one after the other.

    `note` may be empty; it stands beside the line only. Refused: the codes of policy.month.
    """
    registers.hold(owner=organization_id, book=BOOK, year=day_of(at).year)
    own = {"organization_id": organization_id, "month_on": month.first, "person_id": actor.person_id}
    found = MonthlyCheck.objects.filter(**own).first()
    if found is not None:
        return found
    spans = spans_of([organization_id], [month]).get(organization_id, {}).get(month, [])
    facts = SignFacts(actor.offices_at(organization_id), month, len(spans), note)
    refuse_if(refusals_to_sign(facts, day_of(at)))
    county = Organization.objects.values_list("county_code", flat=True).get(pk=organization_id)
    check = MonthlyCheck.objects.create(county_code=county, signed_at=at, **own)
    signature = actor.signature(Office.SUPERVISION_COMMITTEE)
    for span in spans:
        _sign(check, span, note.strip() if span is spans[0] else "", signature)
    return check


def _sign(check: MonthlyCheck, span: Span, note: str, signature: Signature) -> None:
    last_hash = recorded.hash_of(span)
    CheckedBook.objects.create(
        check_of=check, book=span.book, year=span.year, first_no=span.first_no, last_no=span.last_no,
        last_hash=last_hash,
    )  # fmt: skip
    head = recorded.head(owner=span.owner, book=span.book, year=span.year)
    registers.write(
        kind=CHECKED,
        owner=span.owner,
        county_code=check.county_code,
        subject=check.pk,
        happened_at=check.signed_at,
        signature=signature,
        columns={
            "month": f"{check.month_on:%Y-%m}",
            "book": BOOKS[span.book],
            "year": str(span.year),
            "first_no": str(span.first_no),
            "last_no": str(span.last_no),
            "papers": str(recorded.counted(span).papers),
            "last_hash": last_hash,
            "head_no": str(head.no),
            "head_hash": head.hash,
        },
        personal={"note": note},
    )
