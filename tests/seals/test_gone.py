"""How long a seal counts as gone: until found, replaced, or, its committee over, told long enough."""

import pytest
from django.db.models import Q

from tests.seals.cast import AT, LIJIAWAN, Cast, later
from tests.seals.test_ending import end
from tests.seals.test_life import lose, replace, restore
from tests.seals.test_voiding import void
from zhengyin.seals import actions
from zhengyin.seals.models import Seal
from zhengyin.seals.queries import seals_gone

NOTICE = 30  # days that the national pack lets the notice hang


def gone(days: int = 0) -> list[bool]:
    """Of each of the committee's seals that are gone after so many days, whether another is ordered."""
    return [one.ordered for one in seals_gone(Q(seal__committee_id=LIJIAWAN), later(days))]


def void_one(cast: Cast, seal: Seal) -> None:
    void(cast, seal)


def lose_one(cast: Cast, seal: Seal) -> None:
    lose(cast, seal)


BOTH_WAYS = pytest.mark.parametrize("take_away", [lose_one, void_one])


@pytest.mark.clause("H3.2.1b")
@BOTH_WAYS
def test_a_committee_that_goes_on_is_told_until_another_is_in_use(cast: Cast, take_away: object) -> None:
    take_away(cast, cast.kept().seal)  # type: ignore[operator]
    assert gone() == gone(NOTICE + 1) == [False], "nobody may forget that there is no seal"
    new = replace(cast, reason="补发")
    assert gone() == [True]
    actions.issue_seal(
        seal_id=new.pk, made_on=AT.date(), issued_on=AT.date(), received_by="李国栋",
        actor=cast.actor("pt_officer"), at=AT,
    )  # fmt: skip
    assert gone() == []


@pytest.mark.clause("H3.2.1b", "H3.2.1d")
@BOTH_WAYS
def test_of_a_committee_that_is_over_it_goes_with_the_public_notice(cast: Cast, take_away: object) -> None:
    take_away(cast, cast.kept().seal)  # type: ignore[operator]
    end(cast)
    assert gone() == gone(NOTICE) == [False]
    assert gone(NOTICE + 1) == []


def test_a_seal_that_was_found_is_not_gone(cast: Cast) -> None:
    seal = cast.kept().seal
    lose(cast, seal)
    restore(cast, seal)
    assert gone() == []
