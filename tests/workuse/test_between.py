"""Which work uses stand in the list of papers in doubt."""

from datetime import timedelta

import pytest

from tests.certificates.cast import HARIGENTU, LIJIAWAN
from tests.workuse import cast
from zhengyin.workuse.queries.between import sealed_between

pytestmark = pytest.mark.usefixtures("world")
INSTANT = timedelta(microseconds=1)


@pytest.mark.clause("H3.2.1b")
def test_what_was_stamped_from_the_moment_on_is_listed_letters_too() -> None:
    paper, letter = cast.sealed(), cast.sealed(cast.introduction())
    cast.approved()  # not stamped: nothing to doubt
    assert paper.sealed_at is not None and letter.sealed_at is not None
    listed = sealed_between(LIJIAWAN, [(paper.sealed_at, None)])
    assert [(one.number, one.kind) for one in listed] == [
        (paper.number, "work_ordinary"), (letter.number, "work_introduction"),
    ]  # fmt: skip
    assert [one.number for one in sealed_between(LIJIAWAN, [(paper.sealed_at + INSTANT, None)])] == [
        letter.number
    ]
    assert [one.number for one in sealed_between(LIJIAWAN, [(paper.sealed_at, letter.sealed_at)])] == [
        paper.number
    ]


def test_no_period_and_another_committee_list_nothing() -> None:
    paper = cast.sealed()
    assert paper.sealed_at is not None
    assert sealed_between(LIJIAWAN, []) == ()
    assert sealed_between(HARIGENTU, [(paper.sealed_at, None)]) == ()
