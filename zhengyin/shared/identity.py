"""Citizen identification numbers (GB 11643): a wrong check digit warns, it does not forbid."""

import re

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

_SHAPE = re.compile(r"^[0-9]{17}[0-9Xx]$")
_WRONG = "身份证号码对不上校验位，请再看一遍证件"


def identity_problem(number: str) -> str:
    """Say in Chinese what looks wrong with an 18-character number, or return an empty string.

    Not ric.validate(): it also demands that the county existed in the year of birth, but numbers
    were given later (nobody in 会宁 born 1980 and nobody in a 旗 born before 2001 would pass).
    """
    if not _SHAPE.match(number):
        return _WRONG
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return _WRONG
    return "" if number[-1].upper() == ric.calc_check_digit(number) else _WRONG
