"""What a request says of itself: label and words, one under the other."""

from collections.abc import Iterator
from datetime import date

from zhengyin.people.models import Person
from zhengyin.regions.packs.settings import USE_CLASS_LABELS, UseClass
from zhengyin.shared.days import in_words
from zhengyin.shared.masking import mask_name
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.policy.names import names_in
from zhengyin.workuse.queries.facts import unread_of
from zhengyin.workuse.secrets import opened_personal
from zhengyin.workuse.words import WORDS


def pairs_of(work_use: WorkUse, *, whole: bool) -> tuple[tuple[str, str], ...]:
    """What is said of it; the numbers of officers and what they want to know only to whoever handles it."""
    said = (
        ("编号", work_use.number),
        ("哪一种", WORDS[work_use.kind]),
        ("用印类别", USE_CLASS_LABELS[UseClass(work_use.scope_class)]),
        ("用印范围", work_use.scope_name),
        ("重大事项", work_use.major_name or WORDS.get(work_use.details.get("major", ""), "")),
        ("份数", f"{work_use.copies}份"),
        ("枚数", f"{work_use.impressions}枚" if work_use.impressions else ""),
        *_typed(work_use, whole=whole),
        ("没有填完的地方", work_use.unfinished),
        ("要用眼睛看的", unread_of(work_use)),
        ("为什么照用", WORDS[work_use.override] if work_use.override else ""),
        *_who(work_use),
        ("归档", work_use.filed_as),
    )
    return tuple((label, words) for label, words in said if words)


def _typed(work_use: WorkUse, *, whole: bool) -> Iterator[tuple[str, str]]:
    told, details = opened_personal(work_use.id, work_use.personal_encrypted), work_use.details
    concerned, bearers = told.get("concerned", ""), told.get("bearers", "")
    yield "给谁办的", concerned if whole else "、".join(map(mask_name, names_in(concerned)))
    if bearers:
        yield "介绍到哪里", details["to"]
        yield "介绍谁", f"{bearers if whole else mask_name(bearers)}，共{details['persons']}人"
        yield "有效几天", f"{details['valid_days']}天"
    if "unit" in details:
        yield "来函单位", details["unit"]
        day = date.fromisoformat(details["letter_on"]) if details["letter_on"] else None
        yield "函号", "，".join(filter(None, (details["letter_number"], in_words(day) if day else "")))
    if "officer" in told and whole:
        yield "办案人员", f"{told['officer']}（{told['officer_certificate']}）"
        yield "办案人员", f"{told['second_officer']}（{told['second_certificate']}）"
        yield "要了解什么", told["wanted"]


def _who(work_use: WorkUse) -> Iterator[tuple[str, str]]:
    approvers = (work_use.approved_by_id, work_use.countersigned_by_id)
    asked = (work_use.asked_by_id, *approvers, work_use.sealed_by_id)
    names = dict(Person.objects.filter(pk__in=[one for one in asked if one]).values_list("pk", "name"))
    yield "经办人", names[work_use.asked_by_id]
    yield "签批人", "、".join(names[one] for one in approvers if one)
    yield "盖章人", names[work_use.sealed_by_id] if work_use.sealed_by_id else ""
