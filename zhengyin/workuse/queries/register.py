"""What the register's line says of a work use, and what the line of a letter says."""

from datetime import date

from zhengyin.people.models import Person
from zhengyin.regions.packs.settings import USE_CLASS_LABELS, UseClass
from zhengyin.shared.days import SHANGHAI
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.paper import good_until
from zhengyin.workuse.words import WORDS


def columns_of(work_use: WorkUse, sealer: str) -> dict[str, str]:
    """The statutory columns (用印时间、用印内容、用印份数、签批人员、经办人员) and ours (H3.2.3b)."""
    assert work_use.sealed_at is not None
    approvers = [one for one in (work_use.approved_by_id, work_use.countersigned_by_id) if one]
    names = dict(Person.objects.filter(pk__in=[*approvers, work_use.asked_by_id]).values_list("pk", "name"))
    return {
        "number": work_use.number,
        "used_at": f"{work_use.sealed_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "matter": work_use.matter,
        "copies": str(work_use.copies),
        "approver": "、".join(names[one] for one in approvers),
        "handler": names[work_use.asked_by_id],
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
        "number": number,
        "to": work_use.details["to"],
        "persons": work_use.details["persons"],
        "matter": work_use.matter,
        "valid_until": good_until(work_use, signed_on).isoformat(),
        "copies": str(work_use.copies),
        "work_number": work_use.number,
    }
