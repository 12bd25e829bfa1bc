"""A list published while a case runs, by the catalogue's own act."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from zhengyin.catalogue.actions import load_lists
from zhengyin.cli.places import CHECKOUT
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

ISSUABLE = CHECKOUT / "packs" / "huining" / "lists" / "90_demonstration.yaml"


def publish(folder: Path, no: int, *, without: str = "", as_route: str = "") -> None:
    """会宁's positive list anew, the third version from today.

    `without` is an entry no longer on it, `as_route` one of which it only says any more where to go.
    """
    said = yaml.load(ISSUABLE.read_text(encoding="utf-8"), yaml.BaseLoader)
    day = day_of(now()) - timedelta(days=3 - no)
    said["list"]["version"] = {"no": no, "takes_effect_on": day.isoformat()}
    entries = [_route_of(one) if one["code"] == as_route else one for one in said["entries"]]
    said["entries"] = [one for one in entries if one["code"] != without]
    (folder / "lists").mkdir(exist_ok=True)
    (folder / "lists" / ISSUABLE.name).write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    assert load_lists(folder, now())


def _route_of(entry: dict[str, Any]) -> dict[str, Any]:
    kept = {key: entry[key] for key in ("code", "name", "confidence", "found_in", "demonstration")}
    return {**kept, "kind": "route", "routes": [{"who": "派出所", "do": "问一问", "confidence": "source"}]}
