"""Facts for the rules of admission, read once an act."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.admission.draft import entry_of, faults_of, service_faults
from zhengyin.admission.facts import Asking, Complete, Consulting, Hit, Sitting, Summing
from zhengyin.admission.kinds import WITH_AN_ITEM, Asked, Conclusion, Kind, Stance
from zhengyin.admission.models import JointMeeting, Proposal
from zhengyin.admission.queries.services import standing_services
from zhengyin.admission.workflow import PROPOSAL, ProposalState, QuestionState
from zhengyin.catalogue.changes import Changed, changes
from zhengyin.catalogue.deciding import EMERGENCY
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.layers import plain
from zhengyin.catalogue.lists import Lists
from zhengyin.catalogue.queries import lists_in, own_codes, standing
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.regions.queries import settings_for
from zhengyin.shared.days import day_of

OF_A_STANDING_ITEM = (Kind.EXIT, Kind.ADJUST)
UNDER_WAY = [state for state in ProposalState if state not in (*PROPOSAL.ends, ProposalState.DRAFT)]


def facts_for_submit(row: Proposal, received_on: date, at: datetime) -> Asking:
    """The form as it stands; the name is looked for among what the lists in force offer."""
    if row.covers == FormCovers.SERVICES:
        return _facts_of_a_service(row, received_on, at)
    today, kind = day_of(at), Kind(row.kind)
    names = {plain(row.item_name), *map(plain, row.entry.get("aliases", ()))}
    offered = lists_in(row.county_code, today).entries(EntryKind.ISSUABLE) if kind in WITH_AN_ITEM else ()
    return replace(
        _asking(row, received_on, today),
        faults=faults_of(row.entry) if kind in WITH_AN_ITEM else (),
        standing=row.item_code
        in (adjustable(row.county_code, today) if kind is Kind.ADJUST else own_codes(row.county_code, today)),
        taken=next((one.name for one in offered if names & _names(one) and one.code != row.item_code), ""),
        unchanged=_says_the_same(row, today),
    )


def _facts_of_a_service(row: Proposal, received_on: date, at: datetime) -> Asking:
    today = day_of(at)
    rows = standing_services(row.county_code, today)
    here = {plain(name): name for name in rows.values_list("name", flat=True)}
    admits = row.kind == Kind.ADMIT
    return replace(
        _asking(row, received_on, today),
        faults=service_faults(row.entry) if admits else (),
        standing=rows.filter(code=row.item_code, ended_by=None).exists(),
        taken=here.get(plain(row.item_name), "") if admits else "",
    )


def _asking(row: Proposal, received_on: date, today: date) -> Asking:
    """What stands on the form, whatever it is for."""
    return Asking(
        kind=Kind(row.kind),
        applicant=row.applicant_name,
        liaison=row.liaison,
        telephone=row.telephone,
        item_name=row.item_name,
        item_code=row.item_code,
        said=row.said,
        faults=(),
        today=today,
        received_on=received_on,
        stop_on=row.stop_on,
        on_paper=row.applicant_id is None,
        scanned=row.paper_id is not None,
        covers=FormCovers(row.covers),
        pending=_alike(row).filter(state__in=UNDER_WAY).exclude(pk=row.pk).exists(),
    )


def _alike(row: Proposal) -> QuerySet[Proposal]:
    """What is asked for about the same item: of one that stands on a list only one thing at a time."""
    every = Proposal.objects.filter(county_code=row.county_code, covers=row.covers)
    if row.kind in OF_A_STANDING_ITEM:
        return every.filter(kind__in=OF_A_STANDING_ITEM, item_code=row.item_code)
    return every.filter(kind=row.kind, item_name=row.item_name)


def adjustable(county_code: str, day: date) -> dict[str, dict[str, Any]]:
    """What may be issued by the county's own lists, emergencies aside, as it stands last; by code."""
    rows = standing(county_code, day).filter(kind=EntryKind.ISSUABLE).order_by("code", "in_force_from")
    rows = rows.exclude(introduced_by__document__key__startswith=EMERGENCY)
    return dict(rows.values_list("code", "content"))


def stands(row: Proposal, day: date) -> dict[str, Any]:
    """The whole entry that a 调整 is about, as the county's own lists have it; empty where they do not."""
    return adjustable(row.county_code, day).get(row.item_code, {})


def changed_in(row: Proposal, at: datetime) -> tuple[Changed, ...]:
    """What a 调整 changes, part by part, against the entry as it stood when it was handed in."""
    handed_in = row.state != ProposalState.DRAFT
    before = row.before if handed_in else stands(row, day_of(at))
    return () if not before or faults_of(row.entry) else _changes(row, before)


def _says_the_same(row: Proposal, day: date) -> bool:
    """Of a whole item that stands: nothing a reader sees would be otherwise."""
    before = stands(row, day) if row.kind == Kind.ADJUST and not faults_of(row.entry) else {}
    return bool(before) and not _changes(row, before)


def _changes(row: Proposal, before: dict[str, Any]) -> tuple[Changed, ...]:
    return changes(Entry.model_validate(before), entry_of(row.entry, row.item_code))


def facts_for_accept(row: Proposal, at: datetime) -> Complete:
    """Its bases, and what the lists in force say under any of its names."""
    kind = Kind(row.kind)
    if kind not in WITH_AN_ITEM:
        return Complete(kind, 0, (), ())
    if row.covers == FormCovers.SERVICES:
        forbidden = _hits(lists_in(row.county_code, day_of(at)), EntryKind.PROHIBITED, {plain(row.item_name)})
        return Complete(kind, len(row.entry.get("bases", ())), tuple(forbidden), ())
    entry, lists = entry_of(row.entry), lists_in(row.county_code, day_of(at))
    names = _names(entry)
    return Complete(
        kind,
        len(entry.bases),
        prohibited=tuple(_hits(lists, EntryKind.PROHIBITED, names)),
        documents=tuple(_hits(lists, EntryKind.STATUTORY_DOCUMENT, names)),
    )


def _names(entry: Entry) -> set[str]:
    return {plain(name) for name in entry.search_names}


def _hits(lists: Lists, kind: EntryKind, names: set[str]) -> Iterable[Hit]:
    return (Hit(one.code, one.name) for one in lists.entries(kind) if names & _names(one))


def reviewers(county_code: str) -> tuple[Organization, ...]:
    """The joint reviewers of the pack, in its order."""
    ids = [
        organization_id(key_of(OrganizationKind.DEPARTMENT, county_code, name))
        for name in settings_for(county_code).joint_reviewers
    ]
    rows = Organization.objects.in_bulk(ids)
    return tuple(rows[one] for one in ids if one in rows)


def bodies_to_ask(county_code: str) -> dict[UUID, tuple[Asked, str]]:
    """Every township, every joint reviewer, every other department of the county: why, and its name."""
    reviewing = {one.pk for one in reviewers(county_code)}
    kinds = (OrganizationKind.TOWNSHIP, OrganizationKind.DEPARTMENT)
    rows = Organization.objects.filter(county_code=county_code, kind__in=kinds).order_by(
        "-kind", "division_id", "name"
    )
    found: dict[UUID, tuple[Asked, str]] = {}
    for row in rows:
        if row.kind == OrganizationKind.TOWNSHIP:
            found[row.pk] = (Asked.TOWNSHIP, row.name)
        else:
            found[row.pk] = (Asked.REVIEWER if row.pk in reviewing else Asked.DEPARTMENT, row.name)
    return found


def waits(row: Proposal) -> bool:
    """A joint meeting may still conclude something of it."""
    return row.state == ProposalState.MEETING


def facts_for_consult(row: Proposal, due_on: date, bodies: Iterable[UUID], at: datetime) -> Consulting:
    """Townships and joint reviewers must be asked, save the one that asks."""
    must = {
        str(key): name
        for key, (why, name) in bodies_to_ask(row.county_code).items()
        if why is not Asked.DEPARTMENT and key != row.applicant_id
    }
    return Consulting(due_on, day_of(at), frozenset(map(str, bodies)), must)


def facts_for_sum_up(row: Proposal, summary: str, at: datetime) -> Summing:
    """Who has not answered, what nobody weighed."""
    asked = row.questions.all()
    return Summing(
        due_on=row.due_on or day_of(at),
        today=day_of(at),
        waiting=asked.filter(state=QuestionState.ASKED).count(),
        unweighed=asked.filter(state=QuestionState.ANSWERED, stance=Stance.OPINION).count(),
        summary=summary,
    )


def facts_for_hold(
    row: JointMeeting,
    *,
    held_on: date,
    presided_by: str,
    scanned: bool,
    conclusions: dict[UUID, tuple[Conclusion | None, str]],
    present: dict[UUID, bool | None],
    at: datetime,
) -> Sitting:
    """What was said of each item of the agenda that was not withdrawn, and each body that was called."""
    items = [one for one in row.items.select_related("proposal").order_by("no") if waits(one.proposal)]
    return Sitting(
        held_on=held_on,
        called_on=day_of(row.called_at),
        today=day_of(at),
        presided_by=presided_by,
        scanned=scanned,
        conclusions={one.proposal.item_name: conclusions.get(one.proposal_id, (None, "")) for one in items},
        present={one.name: present.get(one.pk) for one in reviewers(row.county_code)},
    )
