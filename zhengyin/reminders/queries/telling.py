"""Everything that waits for one person, place by place."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from zhengyin.certificates.lines.names import RECUSED
from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.registers import queries as registers
from zhengyin.reminders.policy.sentences import AtPlace, Waits, sentence
from zhengyin.reminders.queries.keeping import to_take_over
from zhengyin.reminders.queries.table import TABLE, TAKE_OVER
from zhengyin.shared.days import day_of
from zhengyin.workuse.lines import RECUSED as WORK_RECUSED

DESK = "/desk"  # the page after log-in: it leads on to the person's own


def told_to(person_id: UUID, at: datetime) -> tuple[AtPlace, ...]:
    """What waits for this person in each place, in the order of the table; nothing where nothing waits."""
    held: dict[UUID, set[Office]] = {}
    for one in people.offices_of(person_id, day_of(at)):
        held.setdefault(one.at, set()).add(one.office)
    aside = registers.written_about(person_id, RECUSED) | registers.written_about(person_id, WORK_RECUSED)
    taking = to_take_over(person_id)
    with regions.remembering():
        found = [
            AtPlace(
                place_words(place),
                _sentences(place, held.get(place, set()), at, aside) + _taking_over(taking.get(place, 0)),
            )
            for place in sorted({*held, *taking}, key=str)
        ]
    return tuple(at_place for at_place in found if at_place.sentences)


def _sentences(place: UUID, offices: set[Office], at: datetime, aside: frozenset[UUID]) -> tuple[str, ...]:
    asked = ((row, row.question(place, at, aside)) for row in TABLE if row.offices & offices)
    return tuple(sentence(row.words, waits) for row, waits in asked if waits.count)


def _taking_over(seals: int) -> tuple[str, ...]:
    return (sentence(TAKE_OVER, Waits(seals)),) if seals else ()


def place_words(organization_id: UUID) -> str:
    """平头川镇李家湾村: names repeat, so a village never stands without its township."""
    try:
        return regions.committee(organization_id).display_name
    except Committee.DoesNotExist:
        return str(Organization.objects.values_list("name", flat=True).get(pk=organization_id))


def desk_address() -> str:
    """Where to open it."""
    return f"{settings.PUBLIC_URL}{DESK}"
