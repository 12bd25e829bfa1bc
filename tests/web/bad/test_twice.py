"""The same form sent twice (a double click, a second tab, the back button, an answer lost on the way):
nothing is done twice, and the second answer leads to the same place or says why not.
"""

import pytest
from bs4 import BeautifulSoup
from django import forms

from tests.web.bad.sweep import said_of
from tests.web.bad.table import CASES, Case
from zhengyin.ledger.models import Entry
from zhengyin.web.account import forms as account
from zhengyin.web.handler import forms as handler

# Forms that do the same once more when sent once more, with the reason.
ANEW: dict[type[forms.Form], str] = {
    account.ResetForm: "what is handed over is shown once: asked for again, it can only be made anew",
    handler.RevealForm: "each look at whole numbers is an act of its own, with its purpose",
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_sent_twice_is_done_once(case: Case, request: pytest.FixtureRequest) -> None:
    sent = case.made(request.getfixturevalue(case.world))
    first = sent.send()
    assert first.status_code < 400, said_of(first)
    before = Entry.objects.count()
    second = sent.send()
    assert second.status_code < 500 and second.status_code != 404, said_of(second)
    if not set(case.forms) & ANEW.keys():
        assert Entry.objects.count() == before, f"written again: {list(kinds_since(before))}"
    if second.status_code == 302:
        assert second["Location"].split("?")[0] == first.get("Location", second["Location"]).split("?")[0]
    else:
        page = BeautifulSoup(second.content, "lxml")
        assert second["Content-Type"].startswith("application/") or page.select("h1"), said_of(second)


def kinds_since(count: int) -> list[str]:
    return list(Entry.objects.order_by("recorded_at").values_list("kind", flat=True)[count:])
