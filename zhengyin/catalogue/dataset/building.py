"""From the lists in force and the pack's rules to the dataset."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Final

from zhengyin.catalogue.dataset import parts
from zhengyin.catalogue.dataset.shapes import (
    Coded,
    Dataset,
    DecisionTold,
    EntryTold,
    ListNamed,
    VersionTold,
)
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.lists import Listed, Lists, PackRules, VersionRef
from zhengyin.catalogue.policy import Answer, Question, may_it_be_issued
from zhengyin.catalogue.versions import VersionShown
from zhengyin.shared.days import day_of

NOTICE: Final = (
    "示例：这是演示用的数据。写着“示例内容”的不是本地的规定；"
    "县、市部门的电话是公开文件上的真号码，演示时请不要打。"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a dataset is made of. `units` are the classes of demanding units by their keys."""

    county: str
    lists: Lists
    rules: PackRules
    versions: tuple[VersionShown, ...]
    units: Mapping[str, str]
    demonstration: bool


def dataset_of(facts: Facts) -> Dataset:
    """The dataset of `facts.lists.day`. A version recorded later and not yet in force then is left out."""
    lists = facts.lists
    known = [one for one in facts.versions if min(one.takes_effect_on, day_of(one.recorded_at)) <= lists.day]
    begun = sorted((one for one in known if one.takes_effect_on <= lists.day), key=lambda one: one.no)
    current = {one.key: one.no for one in begun}  # the last number of each list stays
    return Dataset(
        county=Coded(code=lists.county_code, words=facts.county),
        day=lists.day,
        demonstration=facts.demonstration,
        notice=NOTICE if facts.demonstration else "",
        lists=tuple(named(ref) for ref in lists.versions),
        entries=tuple(told(listed, facts) for listed in lists.listed.values()),
        versions=tuple(version(one, in_force=current.get(one.key) == one.no) for one in newest_first(known)),
    )


def told(listed: Listed, facts: Facts) -> EntryTold:
    """One entry, with the answer it gets."""
    entry = listed.entry
    answer = answer_to(entry, facts)
    return EntryTold(
        code=entry.code,
        kind=Coded.of(entry.kind),
        name=entry.name,
        aliases=entry.aliases,
        list=named(listed.version),
        in_force_from=entry.in_force_from,
        in_force_until=entry.in_force_until,
        demonstration=entry.demonstration,
        found_in=entry.found_in,
        confidence=Coded.of(entry.confidence),
        bases=tuple(map(parts.basis, entry.bases)),
        explanation=entry.explanation,
        note=entry.note,
        answer=parts.answer(answer, entry) if answer else None,
        ways=parts.ways(entry, answer, facts.rules),
        for_code=entry.for_code,
        replaced_by=entry.replaced_by,
        exception=parts.exception(entry.exception) if entry.exception else None,
        exception_of=entry.exception_of,
        overlaps=entry.overlaps,
        class_of_use=Coded.of(entry.class_of_use) if entry.class_of_use else None,
        ties=tuple(map(Coded.of, entry.ties)),
        completion=Coded.of(entry.completion) if entry.completion else None,
        working_days=entry.working_days,
        valid_days=entry.valid_days,
        demanded_by=tuple(Coded(code=key, words=facts.units.get(key, "")) for key in entry.demanded_by),
        public_interest=Coded.of(entry.public_interest),
        matter_of=Coded.of(entry.matter_of),
        guide=parts.guide(entry, entry.guide, answer) if entry.guide else None,
        form=parts.form(entry.form) if entry.form else None,
    )


def answer_to(entry: Entry, facts: Facts) -> Answer | None:
    """What is told of the item before any question, as in a list; None for what nobody asks for."""
    if entry.kind is EntryKind.PRINCIPLE or entry.for_code:
        return None
    asked = Question(day=facts.lists.day, entry_code=entry.code, confirmed=True)
    return may_it_be_issued(asked, facts.lists, facts.rules)


def named(ref: VersionRef) -> ListNamed:
    """The list in its version."""
    return ListNamed(
        title=ref.title,
        level=Coded.of(ref.level),
        division_code=ref.division_code,
        version=ref.no,
        takes_effect_on=ref.takes_effect_on,
        words=ref.words,
    )


def newest_first(versions: Iterable[VersionShown]) -> list[VersionShown]:
    """By the day they take effect; on one day by list, whatever order they came in."""
    by_list = sorted(versions, key=lambda one: (one.key, -one.no))
    return sorted(by_list, key=lambda one: one.takes_effect_on, reverse=True)


def version(one: VersionShown, *, in_force: bool) -> VersionTold:
    """A version with its decision."""
    return VersionTold(
        id=one.id,
        list=one.key,
        title=one.title,
        number=one.number,
        issued_by=one.issued_by,
        level=Coded.of(one.level),
        standing=Coded.of(one.standing),
        no=one.no,
        takes_effect_on=one.takes_effect_on,
        recorded_at=one.recorded_at,
        in_force=in_force,
        begun=one.begun,
        over=one.over,
        note=one.note,
        sha256=one.digest,
        decision=DecisionTold(**asdict(one.decision)) if one.decision else None,
    )
