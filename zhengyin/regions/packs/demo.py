"""The demonstration cast of a pack: invented people in real places, every one marked 示例.

Offices are the English values of the people's room, written as text: it stands above this one and
checks them itself. Nothing here holds a password; accounts get theirs at set-up.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError, model_validator

from zhengyin.regions.names import FULL_NAME, OrganizationKind
from zhengyin.regions.packs.marks import Document, Problem, problems_of, read
from zhengyin.regions.packs.places import DivisionRow, Level
from zhengyin.regions.packs.settings import Code12, Frozen, OfficeNumber, Text
from zhengyin.regions.uscc import uscc_problem
from zhengyin.shared.identity import identity_problem

# Where an office is held, as `kind:code`; the same text names the organization's id.
OrganizationKey = Annotated[str, StringConstraints(pattern=r"^[a-z_]+:[0-9]{12}(:.+)?$")]
# Sequence 000 is given to nobody, so no real number can stand here.
_NOBODY = re.compile(r"^[0-9]{14}000[0-9X]$")
_LEVEL_OF = {
    OrganizationKind.COMMITTEE: Level.COMMITTEE,
    OrganizationKind.TOWNSHIP: Level.TOWNSHIP,
    OrganizationKind.CITY: Level.PREFECTURE,
}


class Counter(Frozen):
    """What hangs at the door: who is on duty, when, where, and the telephone."""

    telephone: OfficeNumber
    address: Text
    hours: Text
    duty: Text


class DemoEntrustment(Frozen):
    """The director entrusts the custodian (H3.2.4a)."""

    person: Text
    entrusted_by: Text
    entrusted_on: date


class DemoVote(Frozen):
    """Party organization and committee nominate, the representatives decide (O2.3b)."""

    person: Text
    nominated_by_party: Text
    nominated_by_committee: Text
    meeting: Text
    held_on: date
    eligible: int
    present: int
    in_favour: int


class DemoLetter(Frozen):
    """A letter of introduction given out last year: what there is to close in January."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=28)]
    to: Text
    bearer: Text
    matter: Text
    scope: Text
    handler: Text
    approver: Text
    custodian: Text


class DemoCommittee(Frozen):
    """A committee that plays; legal name and credit code are invented until confirmed."""

    key: Text
    code: Code12
    about: Text
    legal_name: Text
    uscc: Text
    counter: Counter
    seal_kept_at: Text
    custodian_by_entrustment: DemoEntrustment | None = None
    custodian_by_vote: DemoVote | None = None
    letters_last_year: tuple[DemoLetter, ...] = ()

    @model_validator(mode="after")
    def _one_way(self) -> "DemoCommittee":
        if (self.custodian_by_entrustment is None) is (self.custodian_by_vote is None):
            raise ValueError("保管人只写一种产生办法：custodian_by_entrustment 或 custodian_by_vote")
        return self


class DemoTownship(Frozen):
    """A township's hall."""

    code: Code12
    telephone: OfficeNumber
    address: Text
    hours: Text


class DemoOffice(Frozen):
    """An office held from a day on. `appointed_by` is a person's key, empty at set-up."""

    office: Text
    at: OrganizationKey
    since: date = Field(alias="from")
    position: Text
    basis: Text
    appointed_by: str = ""


class DemoPerson(Frozen):
    """A person with one account."""

    key: Text
    login: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.]+$")]
    name: Text
    identity: Text
    telephone: OfficeNumber
    offices: tuple[DemoOffice, ...]


class Demo(Frozen):
    """The whole cast."""

    mark: Literal["示例"]
    note: Text
    committees: tuple[DemoCommittee, ...]
    townships: tuple[DemoTownship, ...]
    persons: tuple[DemoPerson, ...]

    def person(self, key: str) -> DemoPerson:
        """Return a person of the cast; KeyError when nobody has that key."""
        return {person.key: person for person in self.persons}[key]


def load_demo(path: Path) -> Demo:
    """Read the cast of the pack in folder `path`; raises ValueError, the check says it by line."""
    document = read(path / "demo/cast.yaml")
    if document.problems:
        raise ValueError(str(document.problems[0]))
    return Demo.model_validate(document.data)


def demo_problems(path: Path, divisions: Sequence[DivisionRow]) -> list[Problem]:
    """List what is wrong with a pack's cast."""
    document = read(path / "demo/cast.yaml")
    if document.problems:
        return list(document.problems)
    try:
        demo = Demo.model_validate(document.data)
    except ValidationError as error:
        return list(problems_of(error, document))
    levels = {row.code: row.level for row in divisions}
    found = [*_committees(demo, document, levels), *_persons(demo, document, levels), *_links(demo, document)]
    return [*found, *_identities(demo, document)]


def _committees(demo: Demo, document: Document, levels: dict[str, Level]) -> Iterator[Problem]:
    for number, one in enumerate(demo.committees):
        here = document.place(("committees", number, "code"))
        if levels.get(one.code) is not Level.COMMITTEE:
            yield here.problem(f"「{one.code}」不是 divisions.csv 里的村（社区）")
        if not FULL_NAME.search(one.legal_name):
            yield document.place(("committees", number, "legal_name")).problem(
                "法定名称要以村民委员会或居民委员会结尾"
            )
        if problem := uscc_problem(one.uscc):
            yield document.place(("committees", number, "uscc")).problem(problem)
    for number, township in enumerate(demo.townships):
        if levels.get(township.code) is not Level.TOWNSHIP:
            yield document.place(("townships", number)).problem(
                f"「{township.code}」不是 divisions.csv 里的乡镇"
            )


def _persons(demo: Demo, document: Document, levels: dict[str, Level]) -> Iterator[Problem]:
    for number, person in enumerate(demo.persons):
        for row, held in enumerate(person.offices):
            place = document.place(("persons", number, "offices", row))
            kind, code = held.at.split(":")[:2]
            if kind not in list(OrganizationKind):
                yield place.problem(f"不认识机构「{kind}」")
            elif levels.get(code) is not _LEVEL_OF.get(OrganizationKind(kind), Level.COUNTY):
                yield place.problem(f"「{held.at}」不在 divisions.csv 里")


def _links(demo: Demo, document: Document) -> Iterator[Problem]:
    keys = {person.key for person in demo.persons}
    for number, person in enumerate(demo.persons):
        for row, held in enumerate(person.offices):
            if held.appointed_by and held.appointed_by not in keys:
                place = document.place(("persons", number, "offices", row))
                yield place.problem(f"没有 key 为「{held.appointed_by}」的人")
    for number, one in enumerate(demo.committees):
        for name in _named_in(one) - keys:
            yield document.place(("committees", number)).problem(f"没有 key 为「{name}」的人")


def _named_in(one: DemoCommittee) -> set[str]:
    letters = {
        key for letter in one.letters_last_year
        for key in (letter.bearer, letter.handler, letter.approver, letter.custodian)
    }  # fmt: skip
    if (vote := one.custodian_by_vote) is not None:
        return letters | {vote.person, vote.nominated_by_party, vote.nominated_by_committee}
    entrustment = one.custodian_by_entrustment
    return letters | ({entrustment.person, entrustment.entrusted_by} if entrustment else set())


def _identities(demo: Demo, document: Document) -> Iterator[Problem]:
    for field in ("key", "login", "identity"):
        seen: set[str] = set()
        for number, person in enumerate(demo.persons):
            value: str = getattr(person, field)
            if value in seen:
                yield document.place(("persons", number, field)).problem(f"{field}「{value}」出现两次")
            seen.add(value)
    for number, person in enumerate(demo.persons):
        place = document.place(("persons", number, "identity"))
        if not _NOBODY.match(person.identity):
            yield place.problem("示例人物的证件号码，顺序码要写 000")
        elif problem := identity_problem(person.identity):
            yield place.problem(problem)
