"""From a county's settings to the rules of the question, as of a day. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Protocol

from zhengyin.catalogue.kinds import Lock, PrivateDemand, ProhibitedMode, Side
from zhengyin.catalogue.lists import Contact, PackRules
from zhengyin.regions.packs.settings import ProhibitedItems, Settings, TelephoneKind

OFFICES: Final = (
    "公安局", "民政局", "司法局", "人力资源", "卫生健康", "发展和改革", "组织部", "残疾人联合会",
    "林业", "教育", "住房", "退役", "农",
)  # fmt: skip
"""Words of RouteStep.office; the first office of the pack with the word in its name answers."""


class UnitClass(Protocol):
    """A row of the table that says public or private for each class of units."""

    @property
    def key(self) -> str: ...

    @property
    def public(self) -> bool: ...

    @property
    def investigating(self) -> bool: ...


def prohibited_mode(settings: Settings, day: date) -> ProhibitedMode:
    """The stop acts by itself on its date; the day before it, what was still allowed is 据实出具 (O3.1a)."""
    rules = settings.rules
    if rules.prohibited_items is ProhibitedItems.STOP and day >= rules.prohibited_items_from:
        return ProhibitedMode.STOP
    return ProhibitedMode.TRUTHFUL_EXCEPTION


def rules_of(
    settings: Settings, classes: Iterable[UnitClass], *, committee: Contact, township: Contact, day: date
) -> PackRules:
    """Everything the pack decides for one committee."""
    return PackRules(
        prohibited=prohibited_mode(settings, day),
        private_demand=PrivateDemand(settings.rules.neither_list_private.value),
        lock=Lock(settings.rules.public_interest_locks.value),
        complaint=_lead(settings, day),
        committee=committee,
        sides={one.key: side_of(one) for one in classes},
        offices=offices_of(settings) | {"乡镇": township},
    )


def side_of(unit_class: UnitClass) -> Side:
    """Investigating bodies stand apart: with a letter they get a work use, no certificate."""
    if unit_class.investigating:
        return Side.INVESTIGATING
    return Side.PUBLIC if unit_class.public else Side.PRIVATE


def offices_of(settings: Settings) -> dict[str, Contact]:
    """The pack's telephones by the words the lists use; an office without one is not there."""
    lines = [line for line in settings.telephones if line.kind in (TelephoneKind.LEAD, TelephoneKind.OFFICE)]
    found = ((word, next((line for line in lines if word in line.office), None)) for word in OFFICES)
    return {word: Contact(line.office, line.number) for word, line in found if line}


def _lead(settings: Settings, day: date) -> Contact:
    """Where an unreasonable demand is reported: the lead body, by the pack's lead telephone."""
    line = next((line for line in settings.telephones if line.kind is TelephoneKind.LEAD), None)
    name = settings.lead_body_on(day).name if settings.lead_bodies else ""
    if line is None:
        return Contact(name or "主管部门")
    return Contact(line.office, line.number)
