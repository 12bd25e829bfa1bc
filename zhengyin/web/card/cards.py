"""Which office has which card, and a card put on paper."""

from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from zhengyin.documents.paper import CardPaper, Issuer, Mark
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.shared.days import day_of
from zhengyin.web.card import above, committee, readers
from zhengyin.web.card.parts import Card, Here
from zhengyin.web.card.resident import resident
from zhengyin.web.place import Place, Telephone
from zhengyin.web.villages import staff_place

CARDS: Mapping[Office, Callable[[Here], Card]] = {
    Office.HANDLER: committee.handler,
    Office.DIRECTOR: committee.director,
    Office.SECOND_APPROVER: committee.second_approver,
    Office.CUSTODIAN: committee.custodian,
    Office.COMMITTEE_MEMBER: readers.member,
    Office.SUPERVISION_COMMITTEE: readers.supervision,
    Office.TOWNSHIP: above.township,
    Office.COUNTY_LEAD: above.county_lead,
    Office.AUDITOR: readers.auditor,
    Office.RESIDENT: resident,
}
UNKNOWN = "电话待核"
CALL, CALLED = "办不下去，就打电话", "乡镇和群众打这个电话找您"


def here_at(organization_id: UUID) -> Here:
    """The place's own words."""
    site = urlsplit(settings.PUBLIC_URL).netloc
    try:
        card = regions.committee(organization_id)
    except Committee.DoesNotExist:
        office = Organization.objects.get(pk=organization_id)
        return Here(office.name, "主任", "群众", _lead(office), site)
    return Here(card.short_name, card.director_title, card.resident_word, card.township_name, site)


def card_paper(office: Office, organization_id: UUID, at: datetime) -> CardPaper:
    """Put the card of `office` at this place on paper."""
    here, place = here_at(organization_id), staff_place(organization_id)
    card = CARDS[office](here)
    return CardPaper(
        issuer=Issuer(place.above, place.name.removeprefix(place.above)),
        who=card.who,
        opening=card.opening,
        steps=tuple(step.words for step in card.steps),
        entry="".join(step.words for step in card.entry),
        never=card.never,
        troubles=card.troubles,
        calling=CALLED if office is Office.COUNTY_LEAD else CALL,
        telephones=_telephones(office, organization_id, place),
        printed_on=day_of(at),
        mark=Mark.DEMONSTRATION if regions.is_demonstration() else Mark.NONE,
        address=_address(organization_id) if office is Office.RESIDENT else "",
    )


def _telephones(office: Office, organization_id: UUID, place: Place) -> tuple[tuple[str, str], ...]:
    """Township and county; at the door the village's own first. A line nobody entered is said to be so."""
    known = [Telephone(one.whose.removeprefix("办不下去了？打"), one.number) for one in place.telephones]
    if office is Office.RESIDENT:
        card = regions.committee(organization_id)
        known.insert(0, Telephone(card.short_name, card.telephone or UNKNOWN))
    return tuple((one.whose, one.number) for one in known) or ((place.above, UNKNOWN),)


def _address(organization_id: UUID) -> str:
    return f"{settings.PUBLIC_URL}{regions.committee(organization_id).page}"


def _lead(office: Organization) -> str:
    """Whom an office rings: the county's lead."""
    lines = regions.office_telephones(office.county_code)
    return next((line.office for line in lines if line.kind == "lead"), "上级主管部门")
