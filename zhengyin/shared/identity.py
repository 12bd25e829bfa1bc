"""Citizen identification numbers (GB 11643): a wrong check digit warns, it does not forbid."""

from stdnum.cn import ric
from stdnum.exceptions import ValidationError


def identity_problem(number: str) -> str:
    """Say in Chinese what looks wrong with an 18-character number, or return an empty string."""
    try:
        ric.validate(number)
    except ValidationError:
        return "身份证号码对不上校验位，请再看一遍证件"
    return ""
