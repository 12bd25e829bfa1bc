"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.people.actions.accounts import OpenedAccount, close_account, open_account
from zhengyin.people.actions.appoint import appoint, delegate, end_appointment, set_up_administrators
from zhengyin.people.actions.codesheet import make_code_sheet, print_handed
from zhengyin.people.actions.demo import DemoAccount, load_demo_cast
from zhengyin.people.actions.devices import give_pin, register_device, revoke_device, set_pin
from zhengyin.people.actions.factors import (
    check_again,
    check_pin,
    check_second_factor,
    enrol_app,
    send_sms_code,
)
from zhengyin.people.actions.own import change_password, set_app
from zhengyin.people.actions.persons import register_person
from zhengyin.people.actions.phones import change_phone
from zhengyin.people.actions.practice import open_practice_account
from zhengyin.people.actions.resets import confirm_reset, reset_login, see_resets
from zhengyin.people.actions.sessions import close_session, open_session
from zhengyin.people.actions.set_up import Administrator, FirstAccount, open_administration

__all__ = [
    "Administrator",
    "DemoAccount",
    "FirstAccount",
    "OpenedAccount",
    "appoint",
    "change_password",
    "change_phone",
    "check_again",
    "check_pin",
    "check_second_factor",
    "close_account",
    "close_session",
    "confirm_reset",
    "delegate",
    "end_appointment",
    "enrol_app",
    "give_pin",
    "load_demo_cast",
    "make_code_sheet",
    "open_account",
    "open_administration",
    "open_practice_account",
    "open_session",
    "print_handed",
    "register_device",
    "register_person",
    "reset_login",
    "revoke_device",
    "see_resets",
    "send_sms_code",
    "set_app",
    "set_pin",
    "set_up_administrators",
]
