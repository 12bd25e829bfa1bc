"""Make the head of a staff page: `desk_for(request, organization_id, current="…")`."""

from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from zhengyin.people.actor import Actor
from zhengyin.people.offices import IN_COMMITTEE, LABELS, Office
from zhengyin.seals.queries import has_one_to_lose
from zhengyin.web.card.cards import CARDS
from zhengyin.web.desks.tabs import TABS
from zhengyin.web.place import Desk, Link
from zhengyin.web.request import Request
from zhengyin.web.villages import staff_place

PRACTISING = (
    Office.HANDLER, Office.DIRECTOR, Office.SECOND_APPROVER, Office.CUSTODIAN, Office.COMMITTEE_MEMBER,
    Office.SUPERVISION_COMMITTEE, Office.TOWNSHIP,
)  # fmt: skip


def desk_for(request: Request, organization_id: UUID, *, current: str = "") -> Desk:
    """Return the head for this person at this organization; `current` is the url name of the tab."""
    actor = request.actor
    offices = actor.offices_at(organization_id)
    return Desk(
        organization_id=organization_id,
        place=replace(staff_place(organization_id), links=_foot(actor, organization_id)),
        who=actor.name,
        offices="、".join(LABELS[office] for office in Office if office in offices),
        tabs=tabs_for(actor, organization_id, current),
    )


def tabs_for(actor: Actor, organization_id: UUID, current: str) -> tuple[Link, ...]:
    """Return the tabs this person's offices open here."""
    offices = actor.offices_at(organization_id)
    return tuple(
        Link(
            tab.words,
            reverse(tab.url_name, args=[organization_id]),
            current=tab.url_name == current,
            key=tab.key,
        )
        for tab in TABS
        if tab.offices & offices
    )


def _foot(actor: Actor, organization_id: UUID) -> tuple[Link, ...]:
    """The report of a loss, the card of whoever has one, the way to practise where there is one."""
    held, here = actor.offices_at(organization_id), [organization_id]
    card = (Link("一张纸说明书", reverse("card", args=here)),) if held & set(CARDS) else ()
    if held & set(IN_COMMITTEE) and has_one_to_lose(organization_id):
        card = (Link("印章不见了，报失", reverse("keeping-missing", args=here)), *card)
    practice = bool(settings.PRACTICE_URL) and bool(held & set(PRACTISING))
    return (*card, Link("练习", reverse("practice-way", args=here))) if practice else card
