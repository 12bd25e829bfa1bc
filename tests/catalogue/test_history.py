"""The past of a list: between any two versions, whichever stands first, and of lists that bind here only."""

from datetime import date
from pathlib import Path

import pytest

from tests.catalogue.conftest import AT
from tests.catalogue.test_load_lists import COUNTY, pack
from zhengyin.catalogue.actions import load_lists
from zhengyin.catalogue.history import difference, history
from zhengyin.catalogue.models import ListDocument, ListVersion

pytestmark = pytest.mark.clause("H2.1c")
KEY = "huining_more"


@pytest.fixture
def three(demonstration: None, tmp_path: Path) -> None:
    """甲 stays, 乙 is rewritten and comes back, 丙 ends, 丁 is new and ends again."""
    load_lists(pack(tmp_path, 1, "2026-01-01", _01="甲", _02="乙", _03="丙"), AT)
    load_lists(pack(tmp_path, 2, "2026-06-01", _01="甲", _02="乙改", _04="丁"), AT)
    load_lists(pack(tmp_path, 3, "2026-07-01", _01="甲", _02="乙"), AT)


def said(since: int, until: int) -> tuple[list[str], list[str], list[str]]:
    found = difference(COUNTY, KEY, since, until)
    assert found.since <= found.until
    return (
        [one.name for one in found.added],
        [f"{both.parts[0].before}→{both.parts[0].after}" for both in found.changed],
        [one.name for one in found.ended],
    )


@pytest.mark.parametrize(
    "since, until, expected",
    [
        (0, 1, (["甲", "乙", "丙"], [], [])),
        (1, 2, (["丁"], ["乙→乙改"], ["丙"])),
        (2, 1, (["丁"], ["乙→乙改"], ["丙"])),
        (2, 3, ([], ["乙改→乙"], ["丁"])),
        (1, 3, ([], [], ["丙"])),
        (3, 3, ([], [], [])),
        (0, 3, (["甲", "乙"], [], [])),
    ],
)
def test_between_any_two(
    three: None, since: int, until: int, expected: tuple[list[str], list[str], list[str]]
) -> None:
    assert said(since, until) == expected


@pytest.mark.parametrize("since, until", [(1, 4), (9, 1)])
def test_a_version_the_list_has_not_is_none(three: None, since: int, until: int) -> None:
    with pytest.raises(ListVersion.DoesNotExist):
        difference(COUNTY, KEY, since, until)


@pytest.mark.parametrize("county, key", [("150623000000", KEY), (COUNTY, "huining_none")])
def test_a_list_that_does_not_bind_here_is_none(three: None, county: str, key: str) -> None:
    with pytest.raises(ListDocument.DoesNotExist):
        difference(county, key, 0, 1)


def test_the_history_is_one_statement(three: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        own = [one for one in history(COUNTY) if one.key == KEY]
    assert [(one.no, one.takes_effect_on) for one in own] == [
        (3, date(2026, 7, 1)), (2, date(2026, 6, 1)), (1, date(2026, 1, 1)),
    ]  # fmt: skip
    with django_assert_num_queries(3):  # type: ignore[operator]
        difference(COUNTY, KEY, 0, 3)
