"""Shape of persons, passwords and PINs. Problems are sentences for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from zhengyin.shared.identity import identity_problem
from zhengyin.shared.names import name_problem
from zhengyin.shared.refusal import Refusal

SHORTEST_PASSWORD = 10
PIN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Entered:
    """A person as entered: the number in full, empty where none is known."""

    name: str
    phone: str = field(default="", repr=False)


def normalise_phone(typed: str) -> str:
    """One spelling of a telephone number."""
    return "".join(typed.split())


def normalise_identity(typed: str) -> str:
    """One spelling of an identity number, so that one human has one index."""
    return "".join(typed.split()).upper()


def refusals_to_register(name: str, identity: str, phone: str) -> Iterator[Refusal]:
    """An official's identity number must be right: it is what makes one human one person."""
    if problem := name_problem(name):
        yield Refusal("name_is_wrong", problem)
    if problem := identity_problem(identity):
        yield Refusal("identity_is_wrong", problem)
    if phone:
        yield from refusals_to_phone(phone)


def refusals_to_phone(phone: str) -> Iterator[Refusal]:
    """Digits only: text messages go there."""
    if not (phone.isascii() and phone.isdigit() and len(phone) >= 7):
        yield Refusal("phone_is_wrong", "电话号码只写数字，至少7位")


def refusals_to_enter_again(known: Entered, said: Entered) -> Iterator[Refusal]:
    """A person known already is entered as known; another telephone is an act of its own.

    Codes go to the telephone: whoever enters an office must not redirect them on the way.
    """
    if said.name != known.name:
        yield Refusal("identity_belongs_to_another_name")
    if said.phone and said.phone != known.phone:
        yield Refusal("phone_is_changed_elsewhere")


def password_problem(password: str, username: str) -> str:
    """Say in Chinese why a password will not do, or return an empty string."""
    if len(password) < SHORTEST_PASSWORD:
        return f"密码至少{SHORTEST_PASSWORD}个字符，可以用一句话"
    if username and username.lower() in password.lower():
        return "密码里不要写登录名"
    if len(set(password)) < 4:
        return "密码太简单，同一个字符用得太多"
    return ""


def pin_problem(pin: str) -> str:
    """Say in Chinese why a PIN will not do, or return an empty string."""
    if not (pin.isascii() and pin.isdigit() and len(pin) == PIN_DIGITS):
        return f"口令是{PIN_DIGITS}位数字"
    if len(set(pin)) < 3 or pin in "01234567890" or pin in "09876543210":
        return "口令太简单，换一个不连续、不重复的"
    return ""
