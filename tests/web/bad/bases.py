"""Forms of the table of bases: a document, a change, a mistake, a review."""

from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.bases import test_pages as made
from tests.web.deskcast import lead
from tests.web.walking import photo
from tests.world import World
from zhengyin.web.bases import forms


def adding(world: World) -> Sent:
    said = {
        "issued_on": "2026-01-05",
        "effective_from": "2026-02-01",
        "valid_until": "2028-12-31",
        "note": "备注",
    }
    return at(lead(world), "basis-new", **made.adding(**said))


def changing(world: World) -> Sent:
    said = made.changing(articles="第六条", scan=photo())
    return at(lead(world), "basis-change", made.basis().pk, **said)


def ending(world: World) -> Sent:
    change = made.changed(world)
    return at(lead(world), "basis-change-mistake", made.basis().pk, change.pk, reason="看错了文号")


def reviewing(world: World) -> Sent:
    return at(lead(world), "basis-review", made.changed(world).pk, made.CODE, **made.REVIEWING)


CASES = [
    Case((forms.BasisForm,), adding),
    Case((forms.ChangeForm,), changing),
    Case((forms.MistakeForm,), ending),
    Case((forms.ReviewForm,), reviewing),
]
