"""Every form of the product × every bad value: no break, a Chinese message at the field, nothing written."""

import importlib
import pkgutil

import pytest
from django import forms

import zhengyin.web
from tests.web.bad.sweep import faults
from tests.web.bad.table import CASES, ONLY_INHERITED, Case
from zhengyin.web.forms import PlainForm


def every_form() -> set[type[forms.Form]]:
    """All that inherit from ours, once every module of the pages is loaded."""
    for module in pkgutil.walk_packages(zhengyin.web.__path__, "zhengyin.web."):
        importlib.import_module(module.name)
    found, waiting = set[type[forms.Form]](), [PlainForm]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {one for one in below if one.__module__.startswith("zhengyin.")}
        waiting += below
    return found


def test_every_form_has_a_line_in_the_table() -> None:
    tried = {form for case in CASES for form in case.forms}
    missing = every_form() - tried - ONLY_INHERITED
    names = sorted(f"{form.__module__}.{form.__name__}" for form in missing)
    assert not names, f"add a Case to the file of its desk beside tests/web/bad/table.py for {names}"


def test_every_form_of_the_pages_is_one_of_ours() -> None:
    """Django's own forms say their messages in Django's words."""
    strangers = [
        one
        for one in forms.Form.__subclasses__()
        if one.__module__.startswith("zhengyin.") and one is not PlainForm
    ]
    assert strangers == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_bad_gets_in_and_every_message_stands_at_its_field(
    case: Case, request: pytest.FixtureRequest
) -> None:
    found = list(faults(case.made(request.getfixturevalue(case.world)), case.forms, case.taken))
    assert not found, "\n".join(found)
