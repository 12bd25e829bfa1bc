"""What the joint meeting approved becomes a version, by the document that decides it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID

from django.db import transaction

from zhengyin.admission.actions.record import carry_out, hold, taken
from zhengyin.admission.actions.services import put_services
from zhengyin.admission.draft import entry_of, faults_of
from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.policy.proposal import refusals_of_the_item, refusals_to_publish
from zhengyin.admission.queries.facts import stands
from zhengyin.admission.queries.services import standing_services
from zhengyin.admission.workflow import ProposalAct
from zhengyin.catalogue.deciding import aliases_of, codes_used, decide_beside, decide_lists
from zhengyin.catalogue.entries import Entry, RouteStep
from zhengyin.catalogue.kinds import Confidence, EntryKind
from zhengyin.catalogue.models import ListVersion
from zhengyin.catalogue.policy.change import Change, Decided
from zhengyin.people.actor import Actor
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.regions.queries import lead_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

# begin the codes of what was let in, of what holds for a while, of the way after an exit
ADMITTED, EMERGENCY, INSTEAD = "ISS-ZR", "ISS-YJ", "RT-TC"


class _Document(TypedDict):
    county_code: str
    decided: Decided
    scan_id: UUID | None
    actor: Actor
    at: datetime


@transaction.atomic
def publish(
    *, county_code: str, proposals: Sequence[UUID], decided: Decided, scan_id: UUID | None, actor: Actor,
    at: datetime,
) -> tuple[ListVersion, ...]:  # fmt: skip
    """Publish what was approved, all by one document (H2.1c, H2.2d).

    An item let in gets the next code of the county, one that is changed keeps its own, one that ends leaves
    the way its proposal names.
    Refused: wrong_state, wrong_office, the codes of catalogue.policy.change.
    """
    lead = lead_of(county_code)
    begun = [taken(one, ProposalAct.PUBLISH, actor) for one in sorted(set(proposals), key=str)]
    hold(lead, at)  # after the rows, as every act: codes are given one by one from here on
    rows = [row for row, _, _ in begun]
    counties, since = {row.county_code for row in rows}, _changed_since(rows, decided, at)
    refuse_if(refusals_to_publish(counties, county_code, _stops(rows), decided, since))
    of_lists = [row for row in rows if row.covers == FormCovers.CERTIFICATES]
    document: _Document = {
        "county_code": county_code, "decided": decided, "scan_id": scan_id, "actor": actor, "at": at,
    }  # fmt: skip
    versions = decide_lists(change=_change(county_code, of_lists), **document) if of_lists else ()
    decision = versions[0].decision if versions else decide_beside(**document)
    assert decision is not None  # a version that was decided
    day = max(decided.takes_effect_on, day_of(at))
    put_services([row for row in rows if row.covers == FormCovers.SERVICES], decision, day)
    for one in begun:
        one[0].decision = decision
        columns = {"number": decided.number.strip(), "takes_effect_on": day.isoformat()}
        carry_out(one, at, columns=columns)
    return versions


@transaction.atomic
def publish_emergency(
    *, county_code: str, entry: Mapping[str, Any], decided: Decided, scan_id: UUID | None, actor: Actor,
    at: datetime,
) -> ListVersion:  # fmt: skip
    """出行、复工复产 in one act, with its last day (H3.1e): on a list of its own, asked of nobody first.

    Refused: wrong_office, item_unfinished and the codes of catalogue.policy.change.
    """
    refuse_if(refusals_of_the_item(faults_of(entry)))
    hold(lead_of(county_code), at)  # two at once do not get one code
    item = entry_of(entry, _next(EMERGENCY, set(codes_used(county_code))))
    (version,) = decide_lists(
        county_code=county_code, decided=decided, change=Change(begun=(item,)), scan_id=scan_id, actor=actor,
        at=at, emergency=True,
    )  # fmt: skip
    return version


def ways_instead(
    county_code: str, lead_id: UUID, ends: Iterable[tuple[str, str, str, str]], at: datetime
) -> tuple[Entry, ...]:
    """What is left of items that end otherwise than by an exit: (code, name, who, what to do instead).

    Holds the book, so that no two ways get one code.
    """
    hold(lead_id, at)
    used = set(codes_used(county_code))
    return tuple(_way(county_code, one, _next(INSTEAD, used)) for one in ends)


def _stops(rows: Iterable[Proposal]) -> dict[str, str]:
    return {row.item_name: row.stop_on.isoformat() for row in rows if row.stop_on}


def _changed_since(rows: Iterable[Proposal], decided: Decided, at: datetime) -> tuple[str, ...]:
    day = max(decided.takes_effect_on, day_of(at))
    return tuple(row.item_name for row in rows if _otherwise(row, day))


def _otherwise(row: Proposal, day: date) -> bool:
    """It ends or changes what no longer stands as it was asked about."""
    if row.covers == FormCovers.SERVICES and row.kind == Kind.EXIT:
        return (
            not standing_services(row.county_code, day)
            .filter(code=row.item_code, ended_by=None, in_force_from__lte=day)
            .exists()
        )
    return row.kind == Kind.ADJUST and stands(row, day) != row.before


def _change(county_code: str, rows: Sequence[Proposal]) -> Change:
    begun, used = list[Entry](), set(codes_used(county_code))
    for row in rows:
        if row.kind == Kind.EXIT:
            ends = (row.item_code, row.item_name, row.applicant_name, row.said["instead"])
            begun.append(_way(county_code, ends, _next(INSTEAD, used)))
            continue
        if row.kind == Kind.ADMIT:
            row.item_code = _next(ADMITTED, used)
        begun.append(entry_of(row.entry, row.item_code))
    return Change(tuple(begun), tuple(row.item_code for row in rows if row.kind == Kind.EXIT))


def _next(prefix: str, used: set[str]) -> str:
    code = next(code for n in range(1, 1000) if (code := f"{prefix}-{n:02}") not in used)
    used.add(code)
    return code


def _way(county_code: str, ends: tuple[str, str, str, str], code: str) -> Entry:
    """Where to go from the day the item ends: whoever asks for it is not sent away without (H3.1d)."""
    item_code, name, who, do = ends
    step = RouteStep(who=who, do=do, confidence=Confidence.SOURCE)
    return Entry(
        code=code, kind=EntryKind.ROUTE, name=name, routes=(step,), confidence=Confidence.SOURCE,
        aliases=aliases_of(county_code, item_code), note=f"原可以开具的事项（{item_code}）退出以后",
    )  # fmt: skip
