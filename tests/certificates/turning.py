"""The world as it was set up twelve days before a year ended: acts there come before and after its turn.

The demonstration's lists are dated two years back, or nothing could be certified in the older year.
"""

import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from zhengyin.cli.load import load_one, township_signatures
from zhengyin.cli.packs_folder import PACKS
from zhengyin.people.actions import load_demo_cast
from zhengyin.regions.actions import enter_demo, install
from zhengyin.regions.packs import load_demo
from zhengyin.registers.queries import now
from zhengyin.seals.actions import load_demo_seals
from zhengyin.shared.days import SHANGHAI

SPARE = timedelta(days=90)  # from the turn of the year until today, at least: nothing lies ahead


def turn_of_year() -> datetime:
    """The last midnight of a New Year that has lain behind us for long enough."""
    return datetime((now() - SPARE).astimezone(SHANGHAI).year, 1, 1, tzinfo=SHANGHAI)


def load_before(turn: datetime, folder: Path) -> None:
    """Load 会宁 with its cast and seals into the connected database, as of twelve days before."""
    at = turn - timedelta(days=12)
    for pack in ("national", "huining"):
        shutil.copytree(PACKS / pack, folder / pack)
        for file in (folder / pack).rglob("lists/*.yaml"):
            _date_back(file, turn.year - 2)
    install(demonstration=True, at=at)
    load_one(folder / "huining", at)
    demo = load_demo(folder / "huining")
    load_demo_cast(demo=demo, at=at)
    enter_demo(demo=demo, signatures=township_signatures(demo), at=at)
    load_demo_seals(demo=demo, at=at)


def _date_back(file: Path, year: int) -> None:
    said = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(takes_effect_on: )20\d\d", rf"\g<1>{year}", said), encoding="utf-8")
