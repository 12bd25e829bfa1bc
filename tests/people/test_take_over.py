"""No way round the block: a second account, a PIN that outlives a reset, an office lent in the meantime."""

from datetime import timedelta

import pytest

from tests.people.conftest import (
    BY_DIRECTOR,
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
)
from tests.people.test_log_in import PIN, check, clerk, refused, reset, token
from zhengyin.ledger.models import Entry
from zhengyin.people import actions
from zhengyin.people.models import Account
from zhengyin.people.models import Reset as Row
from zhengyin.people.offices import Office
from zhengyin.people.policy.factors import Factor
from zhengyin.people.policy.reset import Reset
from zhengyin.people.queries import blocked_from_approving, login_page
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

        def send(self, *, phone: str, text: str) -> None:
            self.text = text

    outbox = Outbox()
    actions.send_sms_code(account=clerk, sender=outbox, at=NOW)
    reset(world, clerk, DIRECTOR, Reset.SECOND_FACTOR)
    with pytest.raises(Refused) as caught:
        check(clerk, outbox.text.removeprefix("登录验证码")[:6])
    assert refused(caught) == ["wrong_code"]
