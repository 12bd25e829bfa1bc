"""`zhengyin load`: packs, lists, the counties' signing authorities and, in demonstration, the cast.

Assembled here, one call a room; run again it changes nothing. Prints the accounts it made, as
JSON, for whoever started it: passwords are known here and once.
"""

import argparse
import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from zhengyin.people.actions.demo import DemoAccount
    from zhengyin.regions.packs import Demo
    from zhengyin.registers.lines import Signature


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `load`."""
    parser = sub.add_parser("load", help="装载本地规则；--demonstration 建成示例库")
    parser.add_argument("--demonstration", action="store_true", help="建库时定下，以后不能改")
    parser.add_argument("--practice", action="store_true", help="建成练习库，同样定下就不能改")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Load everything and print the new accounts."""
    import django

    django.setup()
    from zhengyin.cli.packs_folder import LOADED, PACKS
    from zhengyin.registers.queries import now

    packs = [PACKS / name for name in LOADED]
    made = load_practice(packs, now()) if args.practice else load(packs, args.demonstration, now())
    print(json.dumps(made, ensure_ascii=False))
    return 0


def load(packs: list[Path], demonstration: bool, at: datetime) -> list[dict[str, object]]:
    """Load `packs` into the database; return the accounts made now (none outside demonstration)."""
    from django.db import transaction

    from zhengyin.regions.actions import install

    accounts: list[dict[str, object]] = []
    with transaction.atomic():
        install(demonstration=demonstration, at=at)
        for pack in packs:
            load_one(pack, at)
            if demonstration:
                accounts += load_cast(pack, at)
    return accounts


def load_practice(packs: list[Path], at: datetime) -> list[dict[str, object]]:
    """The same places and lists to practise in; villages and accounts come when somebody enters."""
    from django.db import transaction

    from zhengyin.regions.actions import install

    with transaction.atomic():
        install(demonstration=True, practice=True, at=at)
        for pack in packs:
            load_one(pack, at)
    return []


def load_one(pack: Path, at: datetime) -> None:
    """One pack: places and settings, lists, the table of bases, the counties' signing authorities."""
    from zhengyin.catalogue.actions import load_lists
    from zhengyin.catalogue.bases.loading import load_bases
    from zhengyin.regions.actions import load_pack
    from zhengyin.seals.actions import make_missing_authorities

    load_pack(pack, at)
    for one in (pack.parent / "national", pack):
        load_lists(one, at)
        load_bases(one, at)
    make_missing_authorities(at=at)


def load_cast(pack: Path, at: datetime) -> list[dict[str, object]]:
    """The pack's demonstration: people in their offices, seals, a consultation, all as recorded acts."""
    from zhengyin.consultation.actions import load_demo_consultation
    from zhengyin.consultation.example import load_example
    from zhengyin.people.actions import load_demo_cast
    from zhengyin.regions.actions import enter_demo
    from zhengyin.regions.packs import load_demo
    from zhengyin.seals.actions import load_demo_seals
    from zhengyin.workuse.actions import load_demo_letters

    demo = load_demo(pack)
    made = load_demo_cast(demo=demo, at=at)
    enter_demo(demo=demo, signatures=township_signatures(demo), at=at)
    load_demo_seals(demo=demo, at=at)
    load_demo_letters(demo=demo, at=at)
    if example := load_example(pack):
        load_demo_consultation(example=example, login=demo.person(example.drafted_by).login, at=at)
    return [{"pack": pack.name, "title": title_of(account), **asdict(account)} for account in made]


def township_signatures(demo: "Demo") -> dict[UUID, "Signature"]:
    """One officer of each township of the cast, to sign for its villages' names and counters."""
    from zhengyin.people.models import Account
    from zhengyin.people.offices import Office
    from zhengyin.regions.names import organization_id
    from zhengyin.registers.lines import Signature

    signatures: dict[UUID, Signature] = {}
    for one in demo.persons:
        for held in one.offices:
            if held.office == Office.TOWNSHIP:
                person = Account.objects.select_related("person").get(username=one.login).person
                signed = Signature(person.pk, person.name, held.office, None)
                signatures.setdefault(organization_id(held.at), signed)
    return signatures


def title_of(account: "DemoAccount") -> str:
    """马秀兰：李家湾村 经办人, as the start prints it."""
    from zhengyin.regions.models import Organization

    seats = [f"{Organization.of(key).name} {label}" for _, label, key in account.offices]
    return f"{account.name}：{'、'.join(seats)}"
