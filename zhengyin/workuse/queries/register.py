"""What the register's line says of a work use, and what the line of a letter says."""

from collections.abc import Iterator
from datetime import date, datetime

from zhengyin.catalogue.kinds import Lock
from zhengyin.deliberation import queries as deliberation
from zhengyin.people.models import Person
from zhengyin.regions.packs.settings import USE_CLASS_LABELS, UseClass
from zhengyin.shared.days import SHANGHAI
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.paper import good_until
from zhengyin.workuse.words import WORDS


def columns_of(work_use: WorkUse, sealer: str) -> dict[str, str]:
    """The statutory columns (用印时间、用印内容、用印份数、签批人员、经办人员) and ours (H3.2.3b)."""
    assert work_use.sealed_at is not None
    return {
        **decided_by(work_use),
        "number": work_use.number,
        "used_at": f"{work_use.sealed_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "matter": work_use.matter,
        "copies": str(work_use.copies),
        "impressions": str(work_use.impressions),
        "use_class": USE_CLASS_LABELS[UseClass(work_use.scope_class)],
        "scope": work_use.scope_name,
        "kind": WORDS[work_use.kind],
        "major": work_use.major_name,
        "inquirer": work_use.details.get("unit", ""),
        "letter": work_use.details.get("letter_number", ""),
        "sealer": sealer,
    }


def letter_columns_of(work_use: WorkUse, number: str, signed_on: date) -> dict[str, str]:
    """What the book of letters says of one."""
    return {
        **decided_by(work_use),
        "number": number,
        "to": work_use.details["to"],
        "persons": work_use.details["persons"],
        "matter": work_use.matter,
        "valid_until": good_until(work_use, signed_on).isoformat(),
        "copies": str(work_use.copies),
        "work_number": work_use.number,
    }


def decided_by(work_use: WorkUse) -> dict[str, str]:
    """Who approved and who handled it, by name."""
    approvers = [one for one in (work_use.approved_by_id, work_use.countersigned_by_id) if one]
    names = dict(Person.objects.filter(pk__in=[*approvers, work_use.asked_by_id]).values_list("pk", "name"))
    return {
        "approver": "、".join(names[one] for one in approvers),
        "handler": names[work_use.asked_by_id],
    }


def note_of(work_use: WorkUse, *, letter: str, where: str, at: datetime) -> str:
    """备注 of the register's line from the first: on what it rests besides the approval (H3.2.2b, H3.2.4d).

    `letter` is the number of a letter of introduction, `where` where a seal that was out stamped it.
    """
    return "；".join(_notes(work_use, letter, where, at))


def _notes(work_use: WorkUse, letter: str, where: str, at: datetime) -> Iterator[str]:
    if work_use.lock != Lock.NONE:
        yield f"重大事项（{work_use.major_name}）：{deliberation.outcome_for(work_use.id, at).words}"
    if letter:
        yield f"介绍信{letter}"
    if work_use.kind == Kind.EVIDENCE:
        details = work_use.details
        yield f"协助调查取证：{details['unit']}{details['letter_number']}，来函{details['letter_on']}"
    if work_use.override:
        yield f"有没填的地方：{WORDS[work_use.override]}，经复核签批"
    if where:
        yield f"盖章时{where}"
