"""Numbers of persons and telephones are found however they are written; numbers of things are left."""

import pytest

from tests.shared.numbers import CASES
from zhengyin.shared.personal import numbers_in


@pytest.mark.parametrize("words, found", CASES)
def test_numbers_of_a_person_are_found(words: str, found: tuple[str, ...]) -> None:
    assert numbers_in(words) == found
