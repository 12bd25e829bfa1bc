"""Once more before a seal: what opened the session alone is no second proof."""

import pytest

from tests.people.conftest import CLERK, NOW, World
from tests.people.test_log_in import PIN, app_code, clerk, refused, token
from zhengyin.people import actions
from zhengyin.people.actions.codesheet import new_sheet
from zhengyin.people.models import Account, Device, FactorLock, Session
from zhengyin.people.policy.factors import FACTOR_LABELS, Factor, pin_proves_again
from zhengyin.people.queries import hints_again
from zhengyin.shared.refusal import Refused

__all__ = ["clerk", "token"]


@pytest.mark.parametrize("opened_by", list(Factor))
def test_only_the_pin_alone_spends_the_pin(opened_by: Factor) -> None:
    assert pin_proves_again(opened_by) is (opened_by is not Factor.PIN_ALONE)
    assert FACTOR_LABELS[opened_by]


def opened(account: Account, factor: Factor) -> Session:
    device = Device.objects.get()
    return actions.open_session(account=account, factor=factor, device=device, address_prefix="", at=NOW)


def again(account: Account, session: Session, code: str, token: str) -> Factor:
    return actions.check_again(account=account, session_id=session.pk, code=code, at=NOW, device_token=token)


@pytest.mark.parametrize("factor", [Factor.PIN, Factor.SHEET])
def test_after_a_password_the_pin_proves(clerk: Account, token: str, factor: Factor) -> None:
    session = opened(clerk, factor)
    assert hints_again(clerk, token, session.pk).pin
    assert again(clerk, session, PIN, token) is Factor.PIN


def test_after_the_pin_alone_it_proves_nothing_and_the_reason_says_what_does(
    clerk: Account, token: str
) -> None:
    session = opened(clerk, actions.check_pin(account=clerk, pin=PIN, device_token=token, at=NOW))
    assert not hints_again(clerk, token, session.pk).pin
    with pytest.raises(Refused) as caught:
        again(clerk, session, PIN, token)
    assert refused(caught) == ["pin_opened_this_session", "wrong_code"]
    assert FactorLock.objects.get(account=clerk).failures == 1  # the try stays counted
    assert clerk.pins.get().failures == 0
    codes = new_sheet(account=clerk, at=NOW)
    assert again(clerk, session, codes[0], token) is Factor.SHEET
    assert again(clerk, session, app_code(actions.enrol_app(account=clerk, at=NOW)), token) is Factor.APP


def test_another_s_session_is_none(world: World, clerk: Account, token: str) -> None:
    session = opened(world.account(CLERK, "clerk.two"), Factor.SHEET)
    with pytest.raises(Session.DoesNotExist):
        again(clerk, session, PIN, token)
