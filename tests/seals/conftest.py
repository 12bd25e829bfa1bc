"""A demonstration of 会宁 and 鄂尔多斯 with its cast of people, and no seal yet."""

from collections.abc import Iterator

import pytest

from tests.seals.cast import AT, PACKS, Cast
from zhengyin.people.actions import load_demo_cast
from zhengyin.regions.actions import install, load_pack
from zhengyin.regions.packs import load_demo


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    install(demonstration=True, at=AT)
    demos = {}
    for name in ("huining", "ordos"):
        load_pack(PACKS / name, AT)
        demos[name] = load_demo(PACKS / name)
        load_demo_cast(demo=demos[name], at=AT)
    yield Cast(demos)
