"""One village as its public pages see it: names, duty, the lists in force today."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404
from django.urls import reverse

from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.lists import Lists, PackRules
from zhengyin.catalogue.marks import is_issued, mark_of
from zhengyin.catalogue.policy import may_it_be_issued
from zhengyin.deliberation.queries import running_notices
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.regions.queries import CommitteeCard
from zhengyin.web.place import Place, Telephone
from zhengyin.web.public.asking import Address
from zhengyin.web.public.hours import open_now
from zhengyin.web.public.opening import receives
from zhengyin.web.public.pages import Asked, Duty, Notice
from zhengyin.web.villages import public_place


@dataclass(frozen=True, slots=True)
class Village:
    """A committee, its head and foot, who is on duty."""

    card: CommitteeCard
    place: Place
    duty: Duty

    @property
    def code(self) -> str:
        """The twelve digits of its address."""
        return self.card.code

    def to(self, name: str) -> str:
        """The address of one of its pages."""
        return reverse(name, args=[self.code])


def card_or_404(code: str) -> CommitteeCard:
    """The committee behind the code at the door."""
    try:
        return regions.committee_by_code(code)
    except Committee.DoesNotExist as missing:
        raise Http404(code) from missing


def village_or_404(code: str, at: datetime) -> Village:
    """The same with all its pages need."""
    card = card_or_404(code)
    return Village(card, public_place(card), duty_of(card, at))


def duty_of(card: CommitteeCard, at: datetime) -> Duty:
    """Who is there today, when, where: as the village entered it, nothing made up."""
    telephone = Telephone("村（社区）", card.telephone) if card.telephone else None
    hours = (("时间", card.hours),) if card.hours else (("时间", "还没有登记"),)
    return Duty(
        who=card.duty,
        telephone=telephone,
        hours=hours,
        address=card.address,
        now=open_now(card.hours, at, regions.calendar),
    )


def not_yet(village: Village, day: date) -> Telephone | None:
    """Whom to ring while the village cannot receive anybody: the township, else the county; else None."""
    card = village.card
    if receives(card, day):
        return None
    if not card.township_telephone and card.county_telephone:
        return Telephone(card.county_office, card.county_telephone)
    return Telephone(card.township_name, card.township_telephone)


def asked(
    entry: Entry, village: Village, lists: Lists, rules: PackRules, day: date, *, extra: bool = False
) -> Asked:
    """One line of an index: the item with the answer it gets before any question is put."""
    said = Address(item=entry.code, asked_for="", unit="", tie="", doc="", basis="")
    answer = may_it_be_issued(said.question(day), lists, rules)
    href = f"{village.to('village-answer')}?item={entry.code}"
    return Asked(entry.name, href, mark_of(answer, entry), extra=extra, issued=is_issued(answer, entry))


def hanging(village: Village, at: datetime) -> tuple[Notice, ...]:
    """The notices on this village's wall today."""
    found = running_notices(village.card.organization_id, at)
    return tuple(Notice(one.number, one.matter, one.place, one.from_on, one.until_on) for one in found)


def of_kinds(lists: Lists, *kinds: EntryKind) -> tuple[Entry, ...]:
    """The entries of these kinds that stand for themselves, local ways to others left out."""
    return tuple(entry for kind in kinds for entry in lists.entries(kind) if not entry.for_code)


def lists_and_rules(village: Village, day: date) -> tuple[Lists, PackRules]:
    """What decides here today."""
    at = village.card.organization_id
    return catalogue.lists_for(at, day), catalogue.rules_for(at, day)
