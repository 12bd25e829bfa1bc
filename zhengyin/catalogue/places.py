"""Whose lists bind whom, by the twelve digits of a division's code. Pure."""

from typing import Final

NATION: Final = "000000000000"


def chain(county_code: str) -> tuple[str, ...]:
    """Nation, province, city, county: the codes whose lists bind a county."""
    return (NATION, f"{county_code[:2]:0<12}", f"{county_code[:4]:0<12}", county_code)


def digits(division_code: str) -> str:
    """The beginning all counties under a division share; nothing for the nation."""
    if division_code == NATION:
        return ""
    ends = (length for length in (2, 4) if not int(division_code[length:]))
    return division_code[: next(ends, len(division_code))]
