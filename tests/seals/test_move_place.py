"""改变存放地点: by who keeps the seal, or the director; the place of keeping stands in the book."""

import pytest

from tests.seals.cast import AT, LIJIAWAN, SINCE, TODAY, Cast, last_line, refused
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Custody
from zhengyin.shared.days import start_of

SAFE = "村委会二楼档案室铁皮柜"


def move(cast: Cast, custody: Custody, who: str = "ljw_custodian", place: str = SAFE) -> Custody:
    return actions.move_place(custody_id=custody.pk, place=place, actor=cast.actor(who), at=AT)


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("who", ["ljw_custodian", "ljw_director"])
def test_the_new_place_stands_beside_the_old_one(cast: Cast, who: str) -> None:
    custody = cast.kept()
    move(cast, custody, who)
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.place == SAFE
    line = last_line(custody.pk)
    assert (line.kind, line.columns["old_place"], line.columns["place"]) == (
        "custody.moved", "村委会办公室保险柜", SAFE,
    )  # fmt: skip


@pytest.mark.parametrize("who", ["ljw_clerk", "ljw_supervisor", "ptc_director", "pt_officer"])
def test_others_do_not_move_it(cast: Cast, who: str) -> None:
    custody = cast.kept()
    with refused("wrong_office"):
        move(cast, custody, who)


def test_it_is_another_place(cast: Cast) -> None:
    custody = cast.kept()
    with refused("place_missing"):
        move(cast, custody, place=" ")
    with refused("words_tell_a_number"):
        move(cast, custody, place="马家，13800000117")
    with refused("place_unchanged"):
        move(cast, custody, place="村委会办公室保险柜 ")


def test_a_custody_that_is_over_moves_nothing(cast: Cast) -> None:
    custody = cast.kept()
    before = start_of(SINCE).replace(day=SINCE.day - 1)
    with refused("custody_ended_already"):
        actions.move_place(custody_id=custody.pk, place=SAFE, actor=cast.actor("ljw_director"), at=before)
    actions.end_custody(
        custody_id=custody.pk, on=TODAY, reason="换人", actor=cast.actor("ljw_director"), at=AT
    )
    with refused("wrong_state"):
        move(cast, custody, "ljw_director")


def test_another_custodian_does_not_move_what_he_does_not_keep() -> None:
    from dataclasses import replace
    from uuid import UUID

    from zhengyin.people.actor import Actor
    from zhengyin.seals.policy.place import PlaceFacts, refusals_to_move_place

    keeper, other = UUID(int=1), UUID(int=2)
    facts = PlaceFacts(LIJIAWAN, keeper, "张秀英", True, "旧柜", SAFE)
    codes = [one.code for one in refusals_to_move_place(facts, Actor(other, "王五", None, frozenset()))]
    assert codes == ["another_keeps_it"]
    keeping = replace(facts, custodian_id=other)
    assert not list(refusals_to_move_place(keeping, Actor(other, "王五", None, frozenset())))
