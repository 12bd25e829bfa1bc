"""Once a seal is destroyed, or its committee is no more, no act writes another line about its use."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.seals.cast import AT, TODAY, Cast, written
from tests.seals.test_ending import end
from tests.seals.test_handover import begin
from tests.seals.test_life import collect, destroy, issue, lose, replace, restore, scan, stop
from zhengyin.seals import actions
from zhengyin.seals.models import Custody, Seal, TakeOut
from zhengyin.seals.policy.custody import Entrustment
from zhengyin.shared.refusal import Refused

Act = Callable[[Cast, Custody], object]


def ask(cast: Cast, custody: Custody) -> TakeOut:
    return actions.ask_take_out(
        seal_id=custody.seal_id, reason="集中登记", place="三社活动室", from_at=AT,
        until_at=AT + timedelta(hours=2), actor=cast.actor("ljw_clerk"), at=AT,
    )  # fmt: skip


def appoint(cast: Cast, custody: Custody) -> Custody:
    return actions.appoint_custodian(
        seal_id=custody.seal_id, person_id=cast.person("ljw_clerk").pk,
        ground=Entrustment(TODAY, "主任委托书（示例）"), place="保险柜", since=TODAY,
        actor=cast.actor("ljw_director"), at=AT,
    )  # fmt: skip


def picture(cast: Cast, custody: Custody) -> object:
    return actions.record_impression(
        seal_id=custody.seal_id, taken_id=scan().pk, cleaned_id=None, measured_mm=None, anyway="采集纸用完了",
        actor=cast.actor("pt_officer"), at=AT,
    )  # fmt: skip


def move(cast: Cast, custody: Custody) -> object:
    return actions.move_place(
        custody_id=custody.pk, place="别处的柜子", actor=cast.actor("ljw_director"), at=AT
    )


ACTS: dict[str, Act] = {
    "stop": lambda cast, custody: stop(cast, custody.seal),
    "restore": lambda cast, custody: restore(cast, custody.seal),
    "lose": lambda cast, custody: lose(cast, custody.seal),
    "take out": ask,
    "keep": appoint,
    "picture": picture,
    "move": move,
    "hand over": lambda cast, custody: begin(cast, custody.seal),
}


def over(cast: Cast, custody: Custody) -> None:
    """The old seal of a committee that stands: replaced, collected, destroyed."""
    new = replace(cast)
    collect(cast, custody.seal)
    issue(cast, new)
    destroy(cast, custody.seal)


CLOSED: dict[str, Act] = {"destroyed": over, "ended": lambda cast, custody: end(cast)}
STILL_TRUE = {("ended", "move"), ("ended", "lose")}  # it lies somewhere until it is collected; or is stolen


@pytest.mark.clause("H3.2.1c", "H3.2.1d")
@pytest.mark.parametrize("name", sorted(ACTS))
@pytest.mark.parametrize("how", sorted(CLOSED))
def test_no_act_writes_about_its_use_any_more(cast: Cast, how: str, name: str) -> None:
    custody = cast.kept()
    CLOSED[how](cast, custody)
    if (how, name) in STILL_TRUE:
        return
    before = written()
    with pytest.raises(Refused):
        ACTS[name](cast, custody)
    assert written() == before


@pytest.mark.parametrize("how", sorted(CLOSED))
def test_what_was_asked_before_is_not_approved_after(cast: Cast, how: str) -> None:
    custody = cast.kept()
    row = ask(cast, custody)
    CLOSED[how](cast, custody)
    row.refresh_from_db()
    with pytest.raises(Refused):
        actions.approve_take_out(take_out_id=row.pk, actor=cast.actor("ljw_director"), at=AT)
    assert Seal.objects.get(pk=custody.seal_id).state != "in_use"
