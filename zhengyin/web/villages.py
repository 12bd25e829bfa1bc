"""Head and foot of pages about one place: names as they stand, telephones as they are known."""

from dataclasses import replace
from uuid import UUID

from django.urls import reverse

from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.queries import CommitteeCard
from zhengyin.web.place import EVERYWHERE, Link, Place, Telephone


def public_place(card: CommitteeCard) -> Place:
    """The head and foot of a village's public pages."""
    return Place(
        above=card.issuer_place,
        name=card.issuer_name,
        home=reverse("village", args=[card.code]),
        telephones=known(*_answering(card), Telephone(card.county_office, card.county_telephone)),
        links=(
            Link("不用开的证明（全部）", reverse("village-prohibited", args=[card.code])),
            Link("可以开的证明（全部）", reverse("village-issuable", args=[card.code]), extra=True),
            Link("办事电话", reverse("village-telephones", args=[card.code]), extra=True),
            Link("打印海报、指南、说明书", reverse("village-door", args=[card.code]), extra=True),
            Link("给要证明的单位", reverse("units", args=[card.county_code]), extra=True),
            *EVERYWHERE,
        ),
        county=card.county_word,
    )


def _answering(card: CommitteeCard) -> tuple[Telephone, ...]:
    """Its own telephone; of one that ended, that of the committee it went into, and its township's."""
    if card.ended is None:
        return (Telephone("村（社区）电话", card.telephone),)
    township = Telephone(card.township_name, card.township_telephone)
    into = regions.committee_by_code(card.ended.into_code) if card.ended.into_code else None
    if into is None:
        return (township,)
    first = Telephone(f"已并入{into.short_name}", into.telephone)
    return (township,) if into.ended else (first, township)


def staff_place(organization_id: UUID) -> Place:
    """The head and foot of a desk: who is above it answers when the clerk is stuck."""
    try:
        card = regions.committee(organization_id)
    except Committee.DoesNotExist:
        rows = Organization.objects.select_related("division__parent")
        return office_place(rows.get(pk=organization_id))
    stuck = Telephone(f"办不下去了？打{card.township_name}", card.township_telephone, "工作日")
    return Place(
        above=card.township_name,
        name=card.short_name,
        home=reverse("desk"),
        telephones=known(stuck, Telephone(card.county_office, card.county_telephone)),
        county=card.county_word,
        ended=card.ended,
    )


def office_place(office: Organization) -> Place:
    """The same for an office that is no committee; cities and above have no county's settings."""
    lines = (
        Telephone(line.office, line.number)
        for line in (() if office.kind == "city" else regions.office_telephones(office.county_code))
        if line.kind == "lead"
    )
    division = office.division
    if division.parent is not None and office.name == division.name:  # a township: its county stands above
        division = division.parent
    place = Place(above=division.name, name=office.name, home=reverse("desk"), telephones=known(*lines))
    if office.kind == "city":
        return place
    return replace(place, county=regions.settings_for(office.county_code).words.county)


def known(*telephones: Telephone) -> tuple[Telephone, ...]:
    """Leave out the lines nobody has entered yet."""
    return tuple(one for one in telephones if one.number)
