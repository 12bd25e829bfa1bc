"""What owners change on their own log-ins: a line they can see, no block, and no endless guessing."""

from datetime import timedelta

import pytest

from tests.people.conftest import CLERK, DIRECTOR, NOW, OFFICER, PASSWORD, TODAY, VILLAGE, World
from tests.people.test_log_in import PIN, check, clerk, refused, token
from zhengyin.ledger.models import Entry
from zhengyin.people import actions
from zhengyin.people.actions.codesheet import new_sheet
from zhengyin.people.models import Account, DevicePin, FactorLock, Totp
from zhengyin.people.policy.factors import Factor
from zhengyin.people.queries import blocked_from_approving, login_page
from zhengyin.registers.queries import lines_of
from zhengyin.shared.refusal import Refused

__all__ = ["clerk", "token"]
MINE = "一句够长的新话说了又说"


def change(world: World, account: Account, old: str, new: str = MINE, by: str = CLERK) -> None:
    actions.change_password(account=account, old=old, new=new, actor=world.act(by), at=NOW)


def test_the_own_password_leaves_a_line_and_blocks_nothing(world: World, clerk: Account) -> None:
    change(world, clerk, PASSWORD)
    clerk.refresh_from_db()
    assert clerk.check_password(MINE)
    (line,) = lines_of(clerk.pk)
    assert (line.kind, line.owner, line.person_name) == ("password.changed", VILLAGE, CLERK)
    assert MINE not in str(dict(line.columns))
    assert not blocked_from_approving(clerk.person_id, NOW)


@pytest.mark.parametrize(
    ("old", "new", "by", "codes"),
    [
        ("wrong", MINE, CLERK, ["old_password_is_wrong"]),
        (PASSWORD, "short", CLERK, ["password_is_weak"]),
        (PASSWORD, PASSWORD, CLERK, ["password_is_weak"]),
        (PASSWORD, MINE, DIRECTOR, ["not_your_log_in"]),
    ],
)
def test_a_refused_change_writes_nothing(
    world: World, clerk: Account, old: str, new: str, by: str, codes: list[str]
) -> None:
    before = Entry.objects.count()
    with pytest.raises(Refused) as caught:
        change(world, clerk, old, new, by)
    assert refused(caught) == codes
    clerk.refresh_from_db()
    assert clerk.check_password(PASSWORD)
    assert Entry.objects.count() == before


def test_five_wrong_old_passwords_shut_the_change_and_the_second_step(world: World, clerk: Account) -> None:
    for _ in range(5):
        with pytest.raises(Refused) as caught:
            change(world, clerk, "wrong")
        assert refused(caught) == ["old_password_is_wrong"]
    with pytest.raises(Refused) as caught:
        change(world, clerk, PASSWORD)
    assert refused(caught) == ["second_factor_locked"]
    codes = new_sheet(account=clerk, at=NOW)
    with pytest.raises(Refused):
        check(clerk, codes[0])
    assert check(clerk, codes[0], NOW + timedelta(minutes=15)) is Factor.SHEET


def test_four_wrong_ones_do_not_and_the_right_one_forgives(world: World, clerk: Account) -> None:
    for _ in range(4):
        with pytest.raises(Refused):
            change(world, clerk, "wrong")
    change(world, clerk, PASSWORD)
    assert FactorLock.objects.get(account=clerk).failures == 0


def test_a_pin_leaves_a_line_each_time_it_is_set(world: World, clerk: Account, token: str) -> None:
    device = DevicePin.objects.get(account=clerk).device
    actions.set_pin(account=clerk, device=device, pin="913274", actor=world.act(CLERK), at=NOW)
    lines = lines_of(clerk.pk)
    assert [(line.kind, line.columns["device"]) for line in lines] == [("pin.set", "值班电脑")] * 2
    assert not any(PIN in str(dict(line.columns)) for line in lines)


@pytest.mark.parametrize(("pin", "by"), [("111111", CLERK), ("913274", DIRECTOR), ("913274", OFFICER)])
def test_a_refused_pin_writes_nothing(world: World, clerk: Account, token: str, pin: str, by: str) -> None:
    held = DevicePin.objects.get(account=clerk)
    before = Entry.objects.count()
    with pytest.raises(Refused):
        actions.set_pin(account=clerk, device=held.device, pin=pin, actor=world.act(by), at=NOW)
    assert (DevicePin.objects.get(account=clerk).pin_hash, Entry.objects.count()) == (held.pin_hash, before)


def test_another_app_leaves_a_line_and_nobody_else_sets_it(world: World, clerk: Account) -> None:
    with pytest.raises(Refused) as caught:
        actions.set_app(account=clerk, actor=world.act(DIRECTOR), at=NOW)
    assert refused(caught) == ["not_your_log_in"]
    assert not Totp.objects.filter(account=clerk).exists()
    secret = actions.set_app(account=clerk, actor=world.act(CLERK), at=NOW)
    (line,) = lines_of(clerk.pk)
    assert line.kind == "app.set"
    assert secret not in str(dict(line.columns))


def test_the_owner_sees_the_latest_five_newest_first(world: World, clerk: Account, token: str) -> None:
    for _ in range(5):
        actions.set_app(account=clerk, actor=world.act(CLERK), at=NOW)
    change(world, clerk, PASSWORD)
    shown = login_page(clerk, NOW).own
    assert [one.title for one in shown] == ["本人换密码", *["本人设置手机动态码"] * 4]
    assert login_page(world.account(CLERK, "clerk.two"), NOW).own == ()


def test_out_of_office_the_line_stands_where_the_last_one_was_held(world: World, clerk: Account) -> None:
    actions.end_appointment(
        appointment_id=world.terms[f"{CLERK} handler"].id, on=TODAY, reason="离任",
        actor=world.act(DIRECTOR), at=NOW,
    )  # fmt: skip
    change(world, clerk, PASSWORD)
    (line,) = lines_of(clerk.pk)
    assert (line.owner, line.office) == (VILLAGE, "resident")
