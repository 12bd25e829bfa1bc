"""Names as they are typed into one field: each is told by itself, a string of names would hide one. Pure."""

import re

from zhengyin.shared.names import name_problem, normalise_name

_APART = re.compile("[、，,；;\n]")
_MORE_THAN_A_NAME = re.compile(r"同志$|先生$|女士$|等|\S\S\s+\S\S|\S\S[和及与]\S\S")


def names_in(words: str) -> tuple[str, ...]:
    """The names in a field that takes several, each normalised, in their order."""
    return tuple(name for part in _APART.split(words) if (name := normalise_name(part)))


def is_one_name(words: str) -> bool:
    """A name and nothing beside it: no title, no second person."""
    return not name_problem(normalise_name(words)) and not _MORE_THAN_A_NAME.search(words.strip())


def are_names(words: str) -> bool:
    """Names, set apart by 、; true of nothing at all."""
    return all(is_one_name(part) for part in _APART.split(words) if part.strip())
