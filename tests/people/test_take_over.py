"""No way round the block: a second account, a PIN that outlives a reset, an office lent in the meantime."""

from datetime import timedelta

import pytest

from tests.people.conftest import (
    BY_DIRECTOR,
    BY_DOCUMENT,
    CLERK,
    DEPUTY,
    DIRECTOR,
    NEWCOMER,
    NOW,
    OFFICER,
    OFFICER2,
    TODAY,
    VILLAGE,
    World,
    organization,
)
from tests.people.test_log_in import PIN, check, clerk, refused, reset, token
from zhengyin.ledger.models import Entry
from zhengyin.people import actions
from zhengyin.people.actions.accounts import make
from zhengyin.people.models import Account, Appointment
from zhengyin.people.models import Reset as Row
from zhengyin.people.offices import Office
from zhengyin.people.policy.factors import Factor
from zhengyin.people.policy.reset import Reset
from zhengyin.people.queries import blocked_from_approving, log_in_below, login_page, visible_to
from zhengyin.regions.models import Division
from zhengyin.regions.names import organization_id
from zhengyin.shared.refusal import Refused

__all__ = ["clerk", "token"]


def open_for(world: World, name: str, username: str, by: str) -> actions.OpenedAccount:
    return actions.open_account(
        person_id=world.person(name).id, username=username, organization_id=VILLAGE, actor=world.act(by),
        at=NOW,
    )  # fmt: skip


def test_nobody_gets_a_second_account_beside_the_open_one(world: World) -> None:
    world.account(DIRECTOR, "director")
    with pytest.raises(Refused) as caught:
        open_for(world, DIRECTOR, "shadow", OFFICER)
    assert refused(caught) == ["account_there_already"]
    assert not Account.objects.filter(username="shadow").exists()


def test_the_first_account_blocks_nothing_one_opened_again_is_a_reset(world: World) -> None:
    first = open_for(world, DIRECTOR, "director", OFFICER)
    person = first.account.person_id
    assert not blocked_from_approving(person, NOW)
    assert not Row.objects.exists()
    actions.close_account(
        account_id=first.account.id, organization_id=VILLAGE, reason="换名", actor=world.act(OFFICER), at=NOW
    )
    again = open_for(world, DIRECTOR, "director.two", OFFICER)
    assert blocked_from_approving(person, NOW)
    (shown,) = login_page(again.account, NOW).resets
    assert (shown.what, shown.by) == ("重新开通账户", OFFICER)
    assert Entry.objects.get(subject=shown.id).kind == "login.reset"
    actions.confirm_reset(reset_id=shown.id, actor=world.act(OFFICER2), at=NOW)
    assert not blocked_from_approving(person, NOW)


def test_an_account_is_no_choice_of_a_reset(world: World, clerk: Account) -> None:
    with pytest.raises(ValueError, match="account"):
        reset(world, clerk, DIRECTOR, Reset.ACCOUNT)


def test_while_the_own_log_in_is_fresh_nothing_is_lent_or_given(world: World) -> None:
    director, keeper_of = world.account(DIRECTOR, "director"), world.account(CLERK, "clerk")
    handed = reset(world, director, OFFICER, Reset.SECOND_FACTOR)

    def lend() -> None:
        actions.delegate(
            appointment_id=world.terms[f"{DIRECTOR} {Office.DIRECTOR}"].id,
            person_id=world.person(DEPUTY).id, since=TODAY, until=TODAY + timedelta(days=3), reason="出差",
            actor=world.act(DIRECTOR), at=NOW,
        )  # fmt: skip

    def give() -> None:
        world.appoint(NEWCOMER, Office.HANDLER, VILLAGE, DIRECTOR, BY_DIRECTOR)

    def remake() -> None:
        reset(world, keeper_of, DIRECTOR)

    def open_one() -> None:
        keeper_of.is_active = False
        keeper_of.save(update_fields=("is_active",))
        open_for(world, CLERK, "clerk.two", DIRECTOR)

    for act in (lend, give, remake):
        with pytest.raises(Refused) as caught:
            act()
        assert refused(caught) == ["recently_reset"]
    actions.confirm_reset(reset_id=handed.reset.id, actor=world.act(OFFICER2), at=NOW)
    for act in (lend, give, remake, open_one):
        act()


@pytest.mark.parametrize("what", [Reset.PASSWORD, Reset.PIN, Reset.SECOND_FACTOR])
def test_no_pin_outlives_a_reset(world: World, clerk: Account, token: str, what: Reset) -> None:
    reset(world, clerk, DIRECTOR, what)
    clerk.refresh_from_db()
    with pytest.raises(Refused) as caught:
        actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW)
    assert refused(caught) == ["no_pin_here"]


def test_a_pin_does_not_go_round_a_password_that_must_be_changed(clerk: Account, token: str) -> None:
    Account.objects.filter(pk=clerk.pk).update(must_change_password=True)
    clerk.refresh_from_db()
    with pytest.raises(Refused) as caught:
        actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW)
    assert refused(caught) == ["password_first"]
    assert check(clerk, PIN, device_token=token) is Factor.PIN  # after the password; its change comes next


def test_a_text_message_s_code_ends_with_the_factors(world: World, clerk: Account) -> None:
    class Outbox:
        text = ""

        def send(self, *, to: str, text: str) -> None:
            self.text = text

    outbox = Outbox()
    actions.send_sms_code(account=clerk, sender=outbox, at=NOW)
    reset(world, clerk, DIRECTOR, Reset.SECOND_FACTOR)
    with pytest.raises(Refused) as caught:
        check(clerk, outbox.text.removeprefix("登录验证码")[:6])
    assert refused(caught) == ["wrong_code"]


def wrong_codes(account: Account, token: str, code: str) -> int:
    for _ in range(4):
        with pytest.raises(Refused):
            check(account, code, device_token=token)
    return account.pins.get().failures


def test_a_mistyped_app_code_does_not_burn_the_pin(clerk: Account, token: str) -> None:
    actions.enrol_app(account=clerk, at=NOW)
    assert wrong_codes(clerk, token, "000000") == 0
    with pytest.raises(Refused):
        check(clerk, "000000", device_token=token)
    with pytest.raises(Refused) as caught:
        check(clerk, PIN, device_token=token)
    assert refused(caught) == ["second_factor_locked"]
    assert actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW) is Factor.PIN_ALONE


@pytest.mark.parametrize(("code", "failures"), [("000000", 4), ("00000000", 0), ("0000", 0)])
def test_where_the_pin_alone_has_six_digits_a_wrong_one_counts(
    clerk: Account, token: str, code: str, failures: int
) -> None:
    assert wrong_codes(clerk, token, code) == failures


def test_administrators_reset_their_city_s_officer_and_no_other_city_s(world: World) -> None:
    city = organization_id("city:620400000000")
    second = world.person("罗欣")
    world.appoint("孙城", Office.CITY, city, "田浩", BY_DOCUMENT, second.name)
    account = world.account("孙城", "city")
    assert visible_to(world.act("谢芳")).filter(person=account.person).exists()
    assert not visible_to(world.act(OFFICER)).filter(person=account.person).exists()
    found = log_in_below(world.act("谢芳"), account.id, NOW)
    assert found is not None
    actions.reset_login(
        account_id=account.id, organization_id=found.organization_id, what=Reset.PASSWORD, reason="忘了",
        actor=world.act("谢芳"), at=NOW,
    )  # fmt: skip
    elsewhere = "621000000000"
    Division.objects.create(
        code=elsewhere,
        name="庆阳市",
        level="prefecture",
        parent_id="620000000000",
        county_code=elsewhere,
        pinyin="x",
    )
    term = world.terms[f"孙城 {Office.CITY}"]
    far = organization("city", elsewhere, "庆阳市民政局")
    Appointment.objects.create(
        person=world.person("周远"), organization=far, office=Office.CITY, nature="appointed",
        standing="regular", valid_from=term.valid_from, appointed_by=second, basis="document",
        basis_document="文件", county_code=far.county_code, recorded_at=NOW,
    )  # fmt: skip
    assert not visible_to(world.act("谢芳")).filter(person=world.person("周远")).exists()


@pytest.mark.parametrize("username, code", [
    ("a", "username_is_wrong"), ("a" * 41, "username_is_wrong"), ("a b", "username_is_wrong"),
    ("a@b", "username_is_wrong"), (" AB ", ""), ("a" * 40, ""),
])  # fmt: skip
def test_a_log_in_has_a_name_of_its_own(world: World, username: str, code: str) -> None:
    if code:
        with pytest.raises(Refused) as caught:
            open_for(world, DIRECTOR, username, OFFICER)
        assert refused(caught) == [code]
        return
    made = open_for(world, DIRECTOR, username, OFFICER)
    assert made.account.username == username.strip().lower()
    with pytest.raises(Refused) as caught:
        make(person_id=world.person(CLERK).id, username=username, password="x", demonstration=True, at=NOW)
    assert refused(caught) == ["username_is_taken"]


def test_an_account_is_closed_with_a_reason(world: World) -> None:
    made = open_for(world, DIRECTOR, "director", OFFICER)

    def close(reason: str) -> None:
        actions.close_account(
            account_id=made.account.id, organization_id=VILLAGE, reason=reason, actor=world.act(OFFICER),
            at=NOW,
        )  # fmt: skip

    with pytest.raises(Refused) as caught:
        close(" ")
    assert refused(caught) == ["reason_missing"]
    close("离任")
    assert not Account.objects.get(pk=made.account.id).is_active
