"""Second factors, PINs, resets: what opens, what locks, what blocks."""

import base64
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django_otp.oath import TOTP

from tests.people.conftest import (
    CLERK,
    DIRECTOR,
    KEEPER,
    NOW,
    OFFICER,
    OFFICER2,
    OTHER_VILLAGE,
    VILLAGE,
    World,
)
from zhengyin.ledger.models import Entry
from zhengyin.outbox.senders import DemonstrationSender
from zhengyin.people import actions
from zhengyin.people.actions.codesheet import new_sheet
from zhengyin.people.models import Account, CodeSheet, Device, SheetCode
from zhengyin.people.offices import Office
from zhengyin.people.policy.entry import password_problem, pin_problem
from zhengyin.people.policy.factors import Factor
from zhengyin.people.policy.reset import Reset
from zhengyin.people.queries import blocked_from_approving, login_page
from zhengyin.shared.refusal import Refused

PIN = "258036"


def refused(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in caught.value.refusals]


def app_code(secret: str, at: datetime = NOW) -> str:

    totp = TOTP(base64.b32decode(secret))
    totp.time = at.timestamp()
    return f"{totp.token():06d}"


def check(account: Account, code: str, at: datetime = NOW, device_token: str = "") -> Factor:
    return actions.check_second_factor(account=account, code=code, at=at, device_token=device_token)


def try_wrongly(account: Account, times: int = 1, at: datetime = NOW) -> list[str]:
    for _ in range(times):
        with pytest.raises(Refused) as caught:
            check(account, "000000", at)
    return refused(caught)


@pytest.fixture
def clerk(world: World) -> Account:
    return world.account(CLERK, "clerk")


def test_a_code_of_the_app_is_accepted_once(clerk: Account) -> None:
    code = app_code(actions.enrol_app(account=clerk, at=NOW))
    assert check(clerk, f"{code[:3]} {code[3:]}") is Factor.APP
    with pytest.raises(Refused) as caught:
        check(clerk, code)
    assert refused(caught) == ["wrong_code"]


def test_nor_is_an_earlier_code_accepted_after_a_later_one(clerk: Account) -> None:
    secret = actions.enrol_app(account=clerk, at=NOW)
    check(clerk, app_code(secret))
    with pytest.raises(Refused):
        check(clerk, app_code(secret, NOW - timedelta(seconds=30)))
    assert check(clerk, app_code(secret, NOW + timedelta(seconds=30))) is Factor.APP


def test_a_clock_one_step_off_is_accepted_two_are_not(clerk: Account) -> None:
    secret = actions.enrol_app(account=clerk, at=NOW)
    with pytest.raises(Refused):
        check(clerk, app_code(secret, NOW - timedelta(seconds=60)))
    assert check(clerk, app_code(secret, NOW - timedelta(seconds=30))) is Factor.APP


def test_the_sheet_is_used_in_order_each_code_once(clerk: Account) -> None:
    codes = new_sheet(account=clerk, at=NOW)
    with pytest.raises(Refused):
        check(clerk, codes[1])
    assert check(clerk, f"{codes[0][:4]} {codes[0][4:]}") is Factor.SHEET
    with pytest.raises(Refused):
        check(clerk, codes[0])
    assert check(clerk, codes[1]) is Factor.SHEET
    assert login_page(clerk, NOW).codes_left == len(codes) - 2


def test_a_new_sheet_ends_the_old_one_and_no_code_is_stored_in_clear(clerk: Account) -> None:
    old = new_sheet(account=clerk, at=NOW)
    new = new_sheet(account=clerk, at=NOW)
    with pytest.raises(Refused):
        check(clerk, old[0])
    assert check(clerk, new[0]) is Factor.SHEET
    assert CodeSheet.objects.filter(account=clerk, ended_at=None).count() == 1
    assert not any(code.encode() in bytes(row.digest) for row in SheetCode.objects.all() for code in new)


def test_five_wrong_codes_lock_for_a_quarter_of_an_hour(clerk: Account) -> None:
    secret = actions.enrol_app(account=clerk, at=NOW)
    assert try_wrongly(clerk, 5) == ["wrong_code"]
    with pytest.raises(Refused) as caught:
        check(clerk, app_code(secret))
    assert refused(caught) == ["second_factor_locked"]
    later = NOW + timedelta(minutes=15)
    assert check(clerk, app_code(secret, later), later) is Factor.APP


def test_four_wrong_codes_do_not_lock_and_a_right_one_forgives(clerk: Account) -> None:
    secret = actions.enrol_app(account=clerk, at=NOW)
    try_wrongly(clerk, 4)
    check(clerk, app_code(secret))
    assert try_wrongly(clerk, 4) == ["wrong_code"]


@pytest.mark.parametrize("code", ["", "abc", "12345", "123456789", "１２３４５６７８９０"])
def test_odd_input_is_a_wrong_code(clerk: Account, code: str) -> None:
    with pytest.raises(Refused) as caught:
        check(clerk, code)
    assert refused(caught) == ["wrong_code"]


def test_full_width_digits_are_digits(clerk: Account) -> None:
    code = app_code(actions.enrol_app(account=clerk, at=NOW))
    assert check(clerk, code.translate(str.maketrans("0123456789", "０１２３４５６７８９"))) is Factor.APP


class Outbox:
    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    def send(self, *, to: str, text: str) -> None:
        self.sent.append((to, text))

    @property
    def code(self) -> str:
        return self.sent[-1][1].removeprefix("登录验证码")[:6]


def test_a_text_message_s_code_lasts_five_minutes_once(clerk: Account) -> None:
    outbox = Outbox()
    actions.send_sms_code(account=clerk, sender=outbox, at=NOW)
    assert outbox.sent[0][0].startswith("1380000")
    with pytest.raises(Refused):
        check(clerk, outbox.code, NOW + timedelta(minutes=5))
    assert check(clerk, outbox.code, NOW + timedelta(minutes=4, seconds=59)) is Factor.SMS
    with pytest.raises(Refused):
        check(clerk, outbox.code)


def test_text_messages_are_limited(clerk: Account) -> None:
    outbox = Outbox()
    for minute in range(10):
        actions.send_sms_code(account=clerk, sender=outbox, at=NOW + timedelta(minutes=minute))
    with pytest.raises(Refused) as caught:
        actions.send_sms_code(account=clerk, sender=outbox, at=NOW + timedelta(minutes=11))
    assert refused(caught) == ["sms_enough_for_today"]
    assert len(outbox.sent) == 10


def test_not_twice_within_a_minute(clerk: Account) -> None:
    outbox = Outbox()
    actions.send_sms_code(account=clerk, sender=outbox, at=NOW)
    with pytest.raises(Refused) as caught:
        actions.send_sms_code(account=clerk, sender=outbox, at=NOW + timedelta(seconds=59))
    assert refused(caught) == ["sms_sent_just_now"]


def test_the_demonstration_sends_nothing_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "sms.txt"
    DemonstrationSender(file).send(to="13800000000", text="码")
    assert "示例，未真正发送" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


@pytest.fixture
def token(world: World, clerk: Account) -> str:
    actor = world.act(CLERK)
    made = actions.register_device(organization_id=VILLAGE, name="值班电脑", actor=actor, at=NOW)
    actions.set_pin(account=clerk, device=made.device, pin=PIN, actor=actor, at=NOW)
    return made.token


def test_a_computer_has_a_name_and_is_taken_off_for_a_reason(world: World, token: str) -> None:
    actor, device = world.act(CLERK), Device.objects.get()
    with pytest.raises(Refused) as caught:
        actions.register_device(organization_id=VILLAGE, name=" ", actor=actor, at=NOW)
    assert refused(caught) == ["device_name_missing"]
    with pytest.raises(Refused) as caught:
        actions.revoke_device(device_id=device.id, reason=" ", actor=actor, at=NOW)
    assert refused(caught) == ["reason_missing"]
    with pytest.raises(Refused) as caught:
        actions.register_device(organization_id=OTHER_VILLAGE, name="别村的", actor=actor, at=NOW)
    assert refused(caught) == ["not_your_organization"]
    assert list(Device.objects.values_list("name", "revoked_at")) == [("值班电脑", None)]


def test_a_pin_opens_on_its_own_computer_only(clerk: Account, token: str) -> None:
    assert actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW) is Factor.PIN_ALONE
    assert check(clerk, PIN, device_token=token) is Factor.PIN
    for elsewhere in ("", "another"):
        with pytest.raises(Refused) as caught:
            actions.check_pin(account=clerk, pin=PIN, device_token=elsewhere, at=NOW)
        assert refused(caught) == ["no_pin_here"]


def test_five_wrong_pins_lock_it_until_it_is_set_anew(world: World, clerk: Account, token: str) -> None:
    for _ in range(5):
        with pytest.raises(Refused) as caught:
            actions.check_pin(account=clerk, pin="111222", device_token=token, at=NOW)
    assert refused(caught) == ["pin_locked"]
    with pytest.raises(Refused) as caught:
        actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW + timedelta(days=1))
    assert refused(caught) == ["pin_locked"]


def test_a_revoked_computer_opens_nothing(world: World, clerk: Account, token: str) -> None:
    device = clerk.pins.get().device
    actions.revoke_device(device_id=device.id, reason="报废", actor=world.act(DIRECTOR), at=NOW)
    with pytest.raises(Refused) as caught:
        actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW)
    assert refused(caught) == ["no_pin_here"]


def test_nobody_sets_another_s_pin(world: World, clerk: Account, token: str) -> None:
    with pytest.raises(Refused) as caught:
        actions.set_pin(
            account=clerk, device=clerk.pins.get().device, pin=PIN, actor=world.act(DIRECTOR), at=NOW
        )
    assert refused(caught) == ["not_your_log_in"]


def reset(world: World, account: Account, by: str, what: Reset = Reset.PASSWORD) -> actions.resets.Handed:
    return actions.reset_login(
        account_id=account.id, organization_id=VILLAGE, what=what, reason="忘了", actor=world.act(by), at=NOW
    )


def test_a_reset_blocks_for_24_hours_and_is_shown_to_its_owner(world: World, clerk: Account) -> None:
    handed = reset(world, clerk, DIRECTOR)
    clerk.refresh_from_db()
    assert clerk.check_password(handed.password)
    assert clerk.must_change_password
    assert blocked_from_approving(clerk.person_id, NOW)
    assert blocked_from_approving(clerk.person_id, NOW + timedelta(hours=23, minutes=59))
    assert not blocked_from_approving(clerk.person_id, NOW + timedelta(hours=24))
    (shown,) = login_page(clerk, NOW).resets
    assert (shown.by, shown.reason) == (DIRECTOR, "忘了")
    assert Entry.objects.get(subject=shown.id).kind == "login.reset"


@pytest.mark.clause("H3.2.4c")
def test_a_reset_of_one_account_blocks_the_person_in_all(world: World, clerk: Account) -> None:
    other = world.account(CLERK, "clerk.two")
    reset(world, clerk, DIRECTOR)
    assert login_page(other, NOW).blocked


def test_the_township_confirms_and_lifts_the_block(world: World, clerk: Account) -> None:
    handed = reset(world, clerk, DIRECTOR)
    actions.confirm_reset(reset_id=handed.reset.id, actor=world.act(OFFICER), at=NOW)
    assert not blocked_from_approving(clerk.person_id, NOW)


def test_who_reset_does_not_confirm(world: World, clerk: Account) -> None:
    handed = reset(world, clerk, OFFICER)
    with pytest.raises(Refused) as caught:
        actions.confirm_reset(reset_id=handed.reset.id, actor=world.act(OFFICER), at=NOW)
    assert refused(caught) == ["a_third_person_confirms"]
    actions.confirm_reset(reset_id=handed.reset.id, actor=world.act(OFFICER2), at=NOW)


@pytest.mark.clause("H3.2.4c")
def test_a_director_does_not_reset_the_custodian(world: World) -> None:
    keeper = world.account(KEEPER)
    with pytest.raises(Refused) as caught:
        reset(world, keeper, DIRECTOR)
    assert refused(caught) == ["approver_may_not_reset_keeper"]
    assert not blocked_from_approving(keeper.person_id, NOW)


def test_a_reset_ends_the_sessions_of_the_account(world: World, clerk: Account) -> None:
    session = actions.open_session(account=clerk, factor=Factor.APP, device=None, address_prefix="", at=NOW)
    reset(world, clerk, DIRECTOR)
    session.refresh_from_db()
    assert (session.closed_at, session.closed_because) == (NOW, "reset")


def test_a_new_second_factor_ends_the_old_one(world: World, clerk: Account, token: str) -> None:
    secret = actions.enrol_app(account=clerk, at=NOW)
    handed = reset(world, clerk, DIRECTOR, Reset.SECOND_FACTOR)
    with pytest.raises(Refused):
        check(clerk, app_code(secret))
    assert check(clerk, handed.codes[0]) is Factor.SHEET
    reset(world, clerk, DIRECTOR, Reset.PIN)
    with pytest.raises(Refused):
        actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW)


@pytest.mark.parametrize(
    ("password", "fits"),
    [
        ("一句够长的新话说了又说", True),
        ("short", False),
        ("clerk-clerk-clerk", False),
        ("aaaaaaaaaaaa", False),
    ],
)
def test_passwords(password: str, fits: bool) -> None:
    assert (password_problem(password, "clerk") == "") is fits


@pytest.mark.parametrize(
    ("pin", "fits"),
    [("258036", True), ("25803", False), ("111112", False), ("123456", False), ("87654a", False)],
)
def test_pins(pin: str, fits: bool) -> None:
    assert (pin_problem(pin) == "") is fits


def test_opening_an_account_hands_over_a_password_and_a_sheet(world: World) -> None:
    made = actions.open_account(
        person_id=world.person(CLERK).id, username=" Clerk.New ", organization_id=VILLAGE,
        actor=world.act(DIRECTOR), at=NOW,
    )  # fmt: skip
    account = Account.objects.get(username="clerk.new")
    assert account.must_change_password
    assert account.check_password(made.password)
    assert check(account, made.codes[0]) is Factor.SHEET
    assert Entry.objects.filter(subject=account.id, kind="account.opened").exists()


def test_only_somebody_above_opens_an_account(world: World) -> None:
    with pytest.raises(Refused) as caught:
        actions.open_account(
            person_id=world.person(DIRECTOR).id, username="x.y", organization_id=VILLAGE,
            actor=world.act(CLERK), at=NOW,
        )  # fmt: skip
    assert refused(caught) == ["not_above_the_owner"]


def test_a_closed_account_ends_at_once(world: World, clerk: Account) -> None:
    actions.close_account(
        account_id=clerk.id, organization_id=VILLAGE, reason="离职", actor=world.act(DIRECTOR), at=NOW
    )
    clerk.refresh_from_db()
    assert not clerk.is_active


def test_the_authenticator_s_secret_is_not_in_the_table(clerk: Account) -> None:

    secret = actions.enrol_app(account=clerk, at=NOW)
    assert base64.b32decode(secret) not in bytes(clerk.totp.secret_encrypted)


def test_passwords_are_argon2_with_bounded_memory(clerk: Account) -> None:
    assert clerk.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1")
    assert settings.PASSWORD_HASHERS[0] == "zhengyin.people.hashing.Argon2"


def test_the_sheet_prints(world: World, clerk: Account) -> None:
    made = actions.make_code_sheet(
        account=clerk, office=Office.HANDLER, organization_id=VILLAGE, actor=world.act(CLERK), at=NOW
    )
    assert made.pdf.startswith(b"%PDF")
    assert made.pages == 1
