"""The mode of a database is decided once."""

import pytest

from tests.regions.conftest import AT
from zhengyin.regions.actions import install
from zhengyin.regions.queries import is_demonstration
from zhengyin.shared.refusal import Refused


def test_before_anything_is_decided_the_strict_mode_holds(db):
    assert not is_demonstration()


@pytest.mark.parametrize("demonstration", [True, False])
def test_decided_and_decided_the_same_again(db, demonstration):
    for _ in range(2):
        install(demonstration=demonstration, at=AT)
    assert is_demonstration() is demonstration


@pytest.mark.parametrize("demonstration", [True, False])
def test_never_the_other_way(db, demonstration):
    install(demonstration=demonstration, at=AT)
    with pytest.raises(Refused, match="installation_is_fixed"):
        install(demonstration=not demonstration, at=AT)
    assert is_demonstration() is demonstration
