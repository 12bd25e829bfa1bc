"""凭调阅函查看: every opening is a line in the committee's journal."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.lines.names import JOURNAL
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused, refuse_if
from zhengyin.supervision.kinds import SIGHT_LABELS, Sight
from zhengyin.supervision.lines import LOOKED
from zhengyin.supervision.models import AccessLetter, Look
from zhengyin.supervision.policy.letter import LookFacts, refusals_to_look
from zhengyin.supervision.queries.letters import covers_case, is_ended, letter_of

OF_A_CASE = (Sight.CASE, Sight.PAPER)


@transaction.atomic
def look(
    *, letter_id: UUID, organization_id: UUID, book: str, sight: Sight, case: UUID | None, actor: Actor,
    at: datetime,
) -> Look:  # fmt: skip
    """Open a book, or one case of it; the same again in the same session is the same opening.

    Refused: the codes of policy.letter; session_missing.
    """
    if actor.session_id is None:
        raise Refused([Refusal("session_missing")])
    registers.hold(owner=organization_id, book=JOURNAL, year=day_of(at).year)
    row = AccessLetter.objects.get(pk=letter_id)
    about = case if sight in OF_A_CASE else None
    facts = LookFacts(
        letter=letter_of(row),
        person=actor.person_id,
        auditor=_is_auditor(actor, row.county_code),
        organization=organization_id,
        book=book,
        sight=sight,
        in_scope=sight not in OF_A_CASE or _covered(row, organization_id, book, about),
        ended=is_ended(row),
    )
    refuse_if(refusals_to_look(facts, day_of(at)))
    what = {
        "letter_id": row.pk, "organization_id": organization_id, "book": book, "sight": sight.value,
        "case": about, "person_id": actor.person_id, "session": actor.session_id,
    }  # fmt: skip
    found = Look.objects.filter(**what).first()
    if found is not None:
        return found
    opened = Look.objects.create(looked_at=at, **what)
    _enter(opened, row, actor)
    return opened


def _enter(opened: Look, row: AccessLetter, actor: Actor) -> None:
    registers.write(
        kind=LOOKED,
        owner=opened.organization_id,
        county_code=row.county_code,
        subject=opened.case or opened.pk,
        happened_at=opened.looked_at,
        signature=actor.signature(Office.AUDITOR),
        columns={
            "letter": row.number,
            "unit": row.unit,
            "what": f"{BOOKS[opened.book]}：{SIGHT_LABELS[Sight(opened.sight)]}",
        },
    )


def _covered(row: AccessLetter, organization_id: UUID, book: str, case: UUID | None) -> bool:
    """A case only where it has a line in the letter's days; without one there is no case to open."""
    return case is not None and covers_case(row, organization_id, book=book, case=case)


def _is_auditor(actor: Actor, county_code: str) -> bool:
    seats = Organization.objects.filter(pk__in=actor.organizations(Office.AUDITOR), county_code=county_code)
    return seats.exists()
