"""Citizen identification numbers (GB 11643): a wrong last digit warns, a wrong length forbids."""

import re

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

_SHAPE = re.compile(r"^[0-9]{17}[0-9Xx]$")
_OLD = re.compile(r"^[0-9]{15}$")
_WRONG = "身份证号码的数字前后对不上，多半有一位抄错了，请对照身份证再看一遍"


def identity_problem(number: str) -> str:
    """Say in Chinese what looks wrong with an 18-character number, or return an empty string.

    Not ric.validate(): it also demands that the county existed in the year of birth, but numbers
    were given later (nobody in 会宁 born 1980 and nobody in a 旗 born before 2001 would pass).
    """
    if len(number) != 18:
        return f"身份证号码是18位，现在是{len(number)}位，请对照身份证再看一遍"
    if not _SHAPE.match(number):
        return "身份证号码只有数字，最后一位可能是X，请对照身份证再看一遍"
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return _WRONG
    return "" if number[-1].upper() == ric.calc_check_digit(number) else _WRONG


def number_problem(number: str, note: str) -> str:
    """The same where a reason was given for taking it: no reason makes a number of 12345."""
    if note and (_SHAPE.match(number) or _OLD.match(number)):
        return ""
    return identity_problem(number)


def sex_problem(number: str, sex: str) -> str:
    """Say that the number tells another sex than 男 or 女 as chosen, or return an empty string."""
    if sex not in ("男", "女") or not _SHAPE.match(number):
        return ""
    told = "男" if int(number[16]) % 2 else "女"
    return "" if told == sex else f"身份证号码上是{told}性，这里选的是{sex}，请对照身份证再看一遍"
