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


@cache
def all_words() -> dict[str, str]:
    """Return every room's words; the same code twice with two meanings is a mistake."""
    merged: dict[str, str] = {}
    for app in apps.get_app_configs():
        if not app.name.startswith("zhengyin.") or find_spec(f"{app.name}.words") is None:
            continue
        words = {} if app.name == "zhengyin.web" else import_module(f"{app.name}.words").WORDS
        clashes = [code for code in words if merged.get(code, words[code]) != words[code]]
        if clashes:
            raise ValueError(f"{app.name}: {clashes} already mean something else")
        merged.update(words)
    return merged


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
