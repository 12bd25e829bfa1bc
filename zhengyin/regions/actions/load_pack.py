"""Loading a pack into the database: everything at once, the second time nothing."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from zhengyin.regions.actions import rows
from zhengyin.regions.lines import BY_COMMAND, PACK_LOADED
from zhengyin.regions.models import Pack as PackRow
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.packs import Pack, read_pack
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load found and did. `changed` is False when the same files were loaded before."""

    pack: str
    changed: bool
    counties: int
    committees: int


@transaction.atomic
def load_pack(path: Path, at: datetime, signature: Signature = BY_COMMAND) -> Loaded:
    """Load the pack in folder `path`, the national one with it; a line in each county's book.

    What people entered since (legal names, counters) stays. Places that left the files stay too:
    papers were issued in their name. Raises PackFaulty with every problem.
    """
    pack = read_pack(path)
    committees = sum(row.level == "committee" for row in pack.divisions)
    if PackRow.objects.filter(pk=pack.name, digest=pack.digest).exists():
        return Loaded(pack.name, False, len(pack.settings), committees)
    _national(path, pack, at)
    rows.put_pack(pack, day_of(at), at)
    for code, settings in pack.settings.items():
        _write_line(pack, code, settings.county_name, signature, at)
    return Loaded(pack.name, True, len(pack.settings), committees)


def _national(path: Path, pack: Pack, at: datetime) -> None:
    if not pack.settings:
        return
    national = read_pack(path.parent / "national")
    if not PackRow.objects.filter(pk=national.name, digest=national.digest).exists():
        rows.put_pack(national, day_of(at), at)


def _write_line(pack: Pack, code: str, county: str, signature: Signature, at: datetime) -> None:
    lead = organization_id(key_of(OrganizationKind.COUNTY_LEAD, code))
    registers.write(
        kind=PACK_LOADED,
        owner=lead,
        county_code=code,
        subject=lead,
        happened_at=at,
        signature=signature,
        columns={"county": county, "pack": pack.title, "digest": pack.digest},
    )
