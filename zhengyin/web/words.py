"""Codes into Chinese, in one place: what each room says of its own codes, merged.

A room keeps `words.py` with `WORDS: dict[str, str]`: refusal codes as whole sentences that say
what to do, with `{about}` for the thing in the way; states, acts and offices as short labels.
Clause ids never appear here; a public basis may.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from zhengyin.shared.refusal import Refusal

UNKNOWN = "这一步现在办不了。请打乡镇的电话问一问，电话在这一页最下面。"


OWN = {
    "wrong_state": "这件事已经走到别的步骤，刚才可能有别人办了。刷新这一页，看现在该办什么。",
    "wrong_office": "这一步不归您现在的职务办。",
}


@cache
def words_by_room() -> dict[str, dict[str, str]]:
    """Return what each room says of its codes; a test wants no code with two meanings."""
    found = {"shared": OWN}
    for app in apps.get_app_configs():
        if app.name.startswith("zhengyin.") and app.label != "web" and find_spec(f"{app.name}.words"):
            found[app.label] = import_module(f"{app.name}.words").WORDS
    return found


@cache
def all_words() -> dict[str, str]:
    """Return the words of all rooms, merged."""
    return {code: text for words in words_by_room().values() for code, text in words.items()}


def word(code: str) -> str:
    """Return the Chinese label of a state, an act or an office."""
    return all_words()[str(code)]


def sentence(refusal: Refusal) -> str:
    """Return the sentence for one reason; never a bare code."""
    template = all_words().get(refusal.code, UNKNOWN)
    return template.replace("{about}", refusal.about)


def sentences(refusals: Iterable[Refusal]) -> tuple[str, ...]:
    """Return every reason once, in order."""
    return tuple(dict.fromkeys(sentence(refusal) for refusal in refusals))
