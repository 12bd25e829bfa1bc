"""What may be decided together with others."""

from dataclasses import fields, replace

import pytest

from zhengyin.certificates.policy.simple import Weight, is_simple


def test_nothing_to_weigh_is_simple() -> None:
    assert is_simple(Weight())


@pytest.mark.parametrize("name", [one.name for one in fields(Weight)])
def test_one_thing_to_weigh_is_not(name: str) -> None:
    assert not is_simple(replace(Weight(), **{name: True}))
