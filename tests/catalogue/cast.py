"""The packs as they are shipped, before the rules: no database needed."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from zhengyin.catalogue.kinds import Level
from zhengyin.catalogue.layers import layered
from zhengyin.catalogue.lists import Contact, Listed, Lists, PackRules, VersionRef
from zhengyin.catalogue.packfiles import ListFile, read_lists
from zhengyin.catalogue.policy import Answer, Question, may_it_be_issued
from zhengyin.catalogue.rules import rules_of
from zhengyin.regions.packs import read_pack

PACKS = Path(__file__).resolve().parents[2] / "packs"
TODAY = date(2026, 11, 21)
COUNTIES = {"huining": "620422000000", "ordos": "150624000000"}
VILLAGE = Contact("平头川镇李家湾村", "0943-0000117")


class UnitClass:
    def __init__(self, key: str, public: bool, investigating: bool) -> None:
        self.key, self.public, self.investigating = key, public, investigating


def reference(file: ListFile) -> VersionRef:
    head = file.list
    return VersionRef(head.level, head.division, head.title, head.version.no, head.version.takes_effect_on)


@cache
def lists_of(pack: str, day: date = TODAY, *, demonstration: bool = True) -> Lists:
    files = [
        file
        for name in ("national", pack)
        for file in read_lists(PACKS / name, demonstration=demonstration)
        if file.list.version.takes_effect_on <= day
    ]
    kept, aside = layered(
        Listed(entry, file.list.level, reference(file)) for file in files for entry in file.entries
    )
    order = list(Level)
    versions = sorted((reference(file) for file in files), key=lambda ref: order.index(ref.level))
    return Lists(COUNTIES[pack], day, kept, tuple(versions), aside)


@cache
def rules_of_pack(pack: str, day: date = TODAY) -> PackRules:
    read = read_pack(PACKS / pack)
    classes = [UnitClass(one.key, one.party == "public", one.investigating) for one in read.classes.classes]
    settings, township = read.settings[COUNTIES[pack]], Contact("平头川镇", "0943-0000110")
    return rules_of(settings, classes, committee=VILLAGE, township=township, day=day)


LISTS = {pack: lists_of(pack) for pack in COUNTIES}
RULES = {pack: rules_of_pack(pack) for pack in COUNTIES}


def ask(pack: str, entry_code: str = "", day: date = TODAY, **said: object) -> Answer:
    """A confirmed item, and what was said beside it."""
    question = replace(Question(day=day, entry_code=entry_code, confirmed=True), **said)  # type: ignore[arg-type]
    if day == TODAY:
        return may_it_be_issued(question, LISTS[pack], RULES[pack])
    return may_it_be_issued(question, lists_of(pack, day), rules_of_pack(pack, day))
