"""Both packs loaded, in a demonstration or in a real installation."""

from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connections

from tests import harness
from tests.conftest import connect_to
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


@pytest.fixture(scope="package")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """A database of this folder's own in which both packs are loaded: loading takes a second."""
    before = connections["default"].settings_dict["NAME"]
    name = harness.copy_of(harness.template())
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connect_to(name)
        for pack in ("huining", "ordos"):
            load_pack(PACKS / pack, AT)
    yield
    connect_to(before)
    harness.drop(name)


@pytest.fixture
def places(db: None) -> None:
    """A real installation with both packs."""
    install(demonstration=False, at=AT)


@pytest.fixture
def demonstration(db: None) -> None:
    """A demonstration with both packs."""
    install(demonstration=True, at=AT)
