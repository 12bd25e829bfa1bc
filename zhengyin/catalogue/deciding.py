"""A decision changes a county's own lists: entries begin, change and end; the past stays as it was."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from zhengyin.catalogue.actions import publish
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import Level, Standing
from zhengyin.catalogue.lines import LIST_DECIDED
from zhengyin.catalogue.models import ListDecision, ListDocument, ListEntry, ListVersion
from zhengyin.catalogue.packfiles import Head, ListFile, Version
from zhengyin.catalogue.policy.change import (
    Change,
    ChangeFacts,
    Decided,
    refusals_of_a_document,
    refusals_to_decide,
)
from zhengyin.catalogue.queries import listed_above
from zhengyin.catalogue.queries import standing as standing_rows
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.queries import is_demonstration, lead_of, place
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused, refuse_if

IN_DEMONSTRATION = "本县（旗、区）的决定（示例）"
OWN, EMERGENCY = "own_", "emergency_"  # begin the keys of the lists a county decides itself


@transaction.atomic
def decide_lists(
    *, county_code: str, decided: Decided, change: Change, scan_id: UUID | None, actor: Actor, at: datetime,
    emergency: bool = False,
) -> tuple[ListVersion, ...]:  # fmt: skip
    """Record the decision and publish a version of each list it touches; the lead body's act.

    The change begins with the day the document takes effect, never before today (H2.1c); what a decision
    with a last day brings ends by itself the day after. Refused: wrong_office and the codes of policy.change.
    """
    lead = lead_of(county_code)
    if not actor.has(Office.COUNTY_LEAD, lead):
        raise Refused([Refusal("wrong_office", "decide_lists")])
    registers.hold(owner=lead, book="settings", year=day_of(at).year)  # one decision after the other
    day = max(decided.takes_effect_on, day_of(at))
    standing = _standing(county_code, day)
    lists = _touched(county_code, change, standing, emergency=emergency)
    facts = ChangeFacts(
        day=day, today=day_of(at), scanned=scan_id is not None,
        number_taken=_number_taken(county_code, decided.number.strip()), emergency=emergency,
        above=listed_above(county_code, day), own=frozenset(standing), newest=_newest(lists),
        begin_then=frozenset(code for code, row in standing.items() if row.in_force_from == day),
    )  # fmt: skip
    refuse_if(refusals_to_decide(decided, change, facts))
    decision = _recorded(county_code, decided, scan_id, actor, at, emergency=emergency)
    signature = actor.signature(Office.COUNTY_LEAD)
    return tuple(
        _version(document, part, decision, day=day, lead=lead, signature=signature, at=at)
        for document, part in lists
    )


@transaction.atomic
def decide_beside(
    *, county_code: str, decided: Decided, scan_id: UUID | None, actor: Actor, at: datetime
) -> ListDecision:
    """Record a decision that changes no list of certificates; what it decides, the caller writes down.

    Refused: wrong_office and the codes of policy.change about the document.
    """
    lead = lead_of(county_code)
    if not actor.has(Office.COUNTY_LEAD, lead):
        raise Refused([Refusal("wrong_office", "decide_beside")])
    registers.hold(owner=lead, book="settings", year=day_of(at).year)
    facts = ChangeFacts(
        day=max(decided.takes_effect_on, day_of(at)), today=day_of(at), scanned=scan_id is not None,
        number_taken=_number_taken(county_code, decided.number.strip()), emergency=False, above=(), own=(),
        newest={},
    )  # fmt: skip
    refuse_if(refusals_of_a_document(decided, facts))
    return _recorded(county_code, decided, scan_id, actor, at)


def _recorded(
    county_code: str, decided: Decided, scan_id: UUID | None, actor: Actor, at: datetime, *,
    emergency: bool = False,
) -> ListDecision:  # fmt: skip
    assert scan_id is not None  # the rules asked for it
    return ListDecision.objects.create(
        county_code=county_code, number=decided.number.strip(), title=decided.title.strip(),
        issued_by=decided.issued_by.strip(), signed_by=decided.signed_by.strip(),
        reviewed_by=decided.reviewed_by.strip(), reviewed_on=decided.reviewed_on,
        filing_number=decided.filing_number.strip(), issued_on=decided.issued_on,
        takes_effect_on=decided.takes_effect_on, valid_until=decided.valid_until, emergency=emergency,
        scan_id=scan_id, recorded_by_id=actor.person_id, recorded_at=at,
    )  # fmt: skip


def codes_used(county_code: str) -> frozenset[str]:
    """Every code an entry of the county's own lists has or had: none is given twice."""
    rows = ListEntry.objects.filter(division_code=county_code)
    return frozenset(rows.values_list("code", flat=True))


def aliases_of(county_code: str, code: str) -> tuple[str, ...]:
    """What else an entry of the county's own lists is called, as it stood last."""
    rows = ListEntry.objects.filter(division_code=county_code, code=code).order_by("-in_force_from")
    last = rows.first()
    return tuple(last.content["aliases"]) if last else ()


def _standing(county_code: str, day: date) -> dict[str, ListEntry]:
    """What the county's own lists say on `day`, or will say, by code."""
    rows = standing_rows(county_code, day).select_related("introduced_by__document")
    return {row.code: row for row in rows.order_by("in_force_from")}


def _touched(
    county_code: str, change: Change, standing: dict[str, ListEntry], *, emergency: bool
) -> tuple[tuple[ListDocument, Change], ...]:
    """Each list with its part: what stands on one is changed there, the new is on the county's own."""
    of = {code: row.introduced_by.document for code, row in standing.items()}
    new = _own(county_code, emergency=emergency)
    found = [of.get(one.code, new) for one in change.begun] + [
        of[code] for code in change.ended if code in of
    ]
    return tuple(
        (
            document,
            Change(
                tuple(one for one in change.begun if of.get(one.code, new) == document),
                tuple(code for code in change.ended if of.get(code) == document),
            ),
        )
        for document in dict.fromkeys(found)
    )


def _own(county_code: str, *, emergency: bool) -> ListDocument:
    """The list a county decides itself; saved with its first version."""
    key = f"{EMERGENCY if emergency else OWN}{county_code}"
    name, shown = place(county_code).name, is_demonstration()
    title = f"{name}应急期间证明事项（临时）" if emergency else f"{name}准入证明事项清单"
    return ListDocument.objects.filter(key=key).first() or ListDocument(
        key=key,
        title=f"{title}（示例）" if shown else title,
        standing=Standing.DEMONSTRATION if shown else Standing.IN_FORCE,
        level=Level.COUNTY,
        division_code=county_code,
        demonstration=shown,
    )


def _number_taken(county_code: str, number: str) -> bool:
    return ListDecision.objects.filter(county_code=county_code, number=number).exists()


def _newest(lists: Iterable[tuple[ListDocument, Change]]) -> dict[str, date]:
    """The day the newest version of each begins; a list without one holds nothing up."""
    rows = ListVersion.objects.filter(document__in=[document.pk for document, _ in lists])
    told = rows.order_by("no").values_list("document__title", "takes_effect_on")
    return dict(told)


def _version(
    document: ListDocument,
    part: Change,
    decision: ListDecision,
    *,
    day: date,
    lead: UUID,
    signature: Signature,
    at: datetime,
) -> ListVersion:
    if document._state.adding:
        document.save(force_insert=True)
    newest = document.versions.order_by("-no").first()
    note = f"{decision.title}（{decision.number}）"
    stated = Version(no=newest.no + 1 if newest else 1, takes_effect_on=day, note=note)
    file = ListFile(list=_head(document, stated), entries=_entries(document, part, decision))
    version = publish(file, document, at, decision)
    registers.write(
        kind=LIST_DECIDED, owner=lead, county_code=decision.county_code, subject=version.pk, happened_at=at,
        signature=signature,
        columns={
            "list": document.title, "version": f"第{version.no}版", "number": decision.number,
            "title": decision.title, "issued_by": decision.issued_by,
            "issued_on": decision.issued_on.isoformat(), "takes_effect_on": day.isoformat(),
            "valid_until": decision.valid_until.isoformat() if decision.valid_until else "",
            "entries": f"新立{version.introduced.count()}条，止{version.ended.count()}条",
            "digest": version.digest,
        },
    )  # fmt: skip
    return version


def _head(document: ListDocument, stated: Version) -> Head:
    return Head(
        key=document.key, title=document.title, number=document.number, issued_by=document.issued_by,
        standing=Standing(document.standing), level=Level(document.level), division=document.division_code,
        version=stated,
    )  # fmt: skip


def _entries(document: ListDocument, part: Change, decision: ListDecision) -> tuple[Entry, ...]:
    """All the list says from now on: what stays, and what begins until the decision's last day."""
    rows = ListEntry.objects.filter(introduced_by__document=document, ended_by=None)
    said = {row.code: Entry.model_validate(row.content) for row in rows.order_by("in_force_from")}
    said |= {one.code: _marked(one, document, decision) for one in part.begun}
    return tuple(entry for code, entry in said.items() if code not in part.ended)


def _marked(entry: Entry, document: ListDocument, decision: ListDecision) -> Entry:
    last = decision.valid_until
    marks: dict[str, object] = {"in_force_until": last + timedelta(days=1) if last else entry.in_force_until}
    if document.demonstration:
        marks |= {"demonstration": True, "found_in": entry.found_in or IN_DEMONSTRATION}
    return entry.model_copy(update=marks)
