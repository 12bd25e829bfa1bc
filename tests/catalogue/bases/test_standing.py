"""How a document stands on a day: each line changes one thing."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from zhengyin.catalogue.bases.kinds import BasisEvent, BasisStanding
from zhengyin.catalogue.bases.standing import Recorded, said_of, stand_on

FIRST, DAY, EVE, NEXT = date(2026, 1, 1), date(2026, 12, 1), date(2026, 11, 30), date(2026, 12, 2)
REPEALED = Recorded(UUID(int=1), BasisEvent.REPEALED, DAY, DAY, "新条例", "令第1号")
AMENDED = replace(REPEALED, id=UUID(int=2), event=BasisEvent.AMENDED)
S = BasisStanding


@pytest.mark.parametrize(
    "day, said, changes, standing, since",
    [
        (DAY, {}, (), S.IN_FORCE, None),
        (DAY, {"effective_from": NEXT}, (), S.NOT_YET, None),
        (DAY, {"effective_from": DAY}, (), S.IN_FORCE, None),
        (DAY, {"valid_until": EVE}, (), S.EXPIRED, DAY),
        (EVE, {"valid_until": EVE}, (), S.IN_FORCE, None),
        (EVE, {}, (REPEALED,), S.IN_FORCE, None),
        (DAY, {}, (REPEALED,), S.REPEALED, DAY),
        (DAY, {}, (replace(REPEALED, event=BasisEvent.REPLACED),), S.REPLACED, DAY),
        (DAY, {}, (AMENDED,), S.AMENDED, DAY),
        (DAY, {}, (REPEALED, AMENDED), S.REPEALED, DAY),  # what ended it weighs more
        (DAY, {"valid_until": EVE}, (AMENDED,), S.EXPIRED, DAY),
        (DAY, {"valid_until": EVE}, (REPEALED,), S.REPEALED, DAY),
        # recorded later than its day: the days before the record stay as they were told
        (DAY, {}, (replace(REPEALED, counts_from=NEXT),), S.IN_FORCE, None),
        (NEXT, {}, (replace(REPEALED, counts_from=NEXT),), S.REPEALED, DAY),
        # a mistake from the second day on
        (DAY, {}, (replace(REPEALED, ended_on=NEXT),), S.REPEALED, DAY),
        (NEXT, {}, (replace(REPEALED, ended_on=NEXT),), S.IN_FORCE, None),
        # of two amendments the later is told
        (NEXT, {}, (replace(AMENDED, takes_effect_on=NEXT, counts_from=NEXT), AMENDED), S.AMENDED, NEXT),
    ],
)
def test_it_stands_like_this(
    day: date,
    said: dict[str, date],
    changes: tuple[Recorded, ...],
    standing: BasisStanding,
    since: date | None,
) -> None:
    days = {"effective_from": FIRST, "valid_until": None, **said}
    found = stand_on(S.IN_FORCE, changes=changes, day=day, **days)
    assert (found.standing, found.since) == (standing, since)


def test_what_is_stated_stays_while_nothing_is_recorded() -> None:
    found = stand_on(S.DRAFT, effective_from=None, valid_until=None, changes=(), day=DAY)
    assert found.standing is S.DRAFT


def test_it_is_said_with_its_day_and_the_document_that_did_it() -> None:
    found = stand_on(S.IN_FORCE, effective_from=None, valid_until=None, changes=[REPEALED], day=DAY)
    assert said_of("旧办法", "", found) == "《旧办法》自2026年12月1日起已废止（见《新条例》（令第1号））"
    still = stand_on(S.IN_FORCE, effective_from=None, valid_until=None, changes=[], day=DAY)
    assert said_of("旧办法", "令第9号", still) == "《旧办法》（令第9号）现行"
