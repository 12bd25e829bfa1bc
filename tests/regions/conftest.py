"""Both packs loaded, in a demonstration or in a real installation."""

from datetime import datetime, timezone
from pathlib import Path
from uuid import UUID

import pytest

from zhengyin.regions.actions import install, load_pack
from zhengyin.regions.names import organization_id
from zhengyin.registers.lines import Signature

PACKS = Path(__file__).resolve().parents[2] / "packs"
AT = datetime(2026, 11, 20, 2, 0, tzinfo=timezone.utc)

LIJIAWAN = organization_id("committee:620422115203")
PINGTOUCHUAN_TOWN = organization_id("township:620422115000")
OTHER_TOWN = organization_id("township:620422213000")
VIRTUAL = organization_id("committee:150623400498")


def signed(office: str, name: str = "杨振华") -> Signature:
    return Signature(UUID(int=7), name, office, UUID(int=8))


@pytest.fixture
def places(db: None) -> None:
    """A real installation with both packs."""
    install(demonstration=False, at=AT)
    for name in ("huining", "ordos"):
        load_pack(PACKS / name, AT)


@pytest.fixture
def demonstration(db: None) -> None:
    install(demonstration=True, at=AT)
    for name in ("huining", "ordos"):
        load_pack(PACKS / name, AT)
