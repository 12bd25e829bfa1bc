"""调整: an entry of the county's own lists is changed by the same way, and keeps its code and its past."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.admission import paper
from tests.admission.cast import AT, DECIDED, HUINING, LIJIAWAN, NEW_YEAR, TODAY, listed, scan
from tests.seals.cast import Cast, refused
from zhengyin.admission import actions
from zhengyin.admission.kinds import Kind
from zhengyin.admission.queries.facts import adjustable, changed_in
from zhengyin.admission.workflow import PROPOSAL
from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.history import difference
from zhengyin.registers.queries import lines_of

CODE, LATER = "ISS-ZQ-01", replace(DECIDED, number="会民发〔2026〕40号（示例）")
NOW = "到村（居）委会说一声，带身份证"


def entry(**changed: Any) -> dict[str, Any]:
    """The item as it stands, its guide's way changed."""
    stands = adjustable(HUINING, TODAY)[CODE]
    return {**stands, "guide": {**stands["guide"], "procedure": NOW}, **changed}


def asked(**changed: Any) -> dict[str, Any]:
    return {"item_code": CODE, "item_name": entry()["name"], "entry": entry(), **changed}


def said(code: str, day: Any) -> str:
    found = catalogue.entry(LIJIAWAN, code, day)
    assert found is not None and found.entry.guide is not None
    return found.entry.guide.procedure


@pytest.mark.clause("H2.1c", "H4.1c")
def test_an_entry_is_changed_by_the_same_way_and_keeps_code_and_past(cast: Cast) -> None:
    before = said(CODE, TODAY)
    row = paper.approved(cast, Kind.ADJUST, **asked())
    (change,) = changed_in(row, AT)
    assert NOW in change.after and before in change.before
    paper.published(cast, row)
    row.refresh_from_db()
    assert (row.state, row.item_code) == ("proposal_published", CODE)
    assert (said(CODE, NEW_YEAR - timedelta(days=1)), said(CODE, NEW_YEAR)) == (before, NOW)
    lines = [line.kind for line in lines_of(row.pk) if line.kind.startswith("proposal.")]
    assert PROPOSAL.replay(lines) == row.state and "proposal.consulted" in lines
    between = difference(HUINING, "huining_demonstration", 1, 2)
    assert [one.name for one in between.changed] == [entry()["name"]] and not between.added + between.ended
    assert changed_in(row, AT + timedelta(days=90)) == (change,)  # it goes on saying what it changed


@pytest.mark.parametrize(
    "change, code",
    [
        ({}, ""),
        ({"form": None}, "item_unfinished"),
        ({"item_code": "ISS-NAT-01"}, "item_not_listed_here"),  # a higher list's
        ({"item_code": "PROH-01"}, "item_not_listed_here"),
    ],
)
def test_only_what_stands_on_the_own_lists_is_changed(cast: Cast, change: dict[str, Any], code: str) -> None:
    other = {"item_name": "别的事项", "entry": entry(name="别的事项", aliases=[])}
    given = {"entry": entry(**change)} if "form" in change else {**other, **change} if change else {}
    row = paper.drafted(cast, Kind.ADJUST, **asked(**given))
    if not code:
        assert paper.handed_in(cast, row, scan()).before["code"] == CODE
        return
    with refused(code):
        paper.handed_in(cast, row, scan())


def test_what_changes_nothing_is_not_asked_about(cast: Cast) -> None:
    row = paper.drafted(cast, Kind.ADJUST, **asked(entry=adjustable(HUINING, TODAY)[CODE]))
    with refused("nothing_adjusted"):
        paper.handed_in(cast, row, scan())


def test_of_one_item_only_one_thing_is_asked_at_a_time(cast: Cast) -> None:
    """Near miss: another item may end meanwhile."""
    paper.accepted(cast, Kind.ADJUST, **asked())
    row = paper.drafted(cast, Kind.EXIT, item_code=CODE, stop_on=NEW_YEAR)
    with refused("item_under_way"):
        paper.handed_in(cast, row, scan())
    paper.submitted(cast, Kind.EXIT, item_code="ISS-XY-07", stop_on=NEW_YEAR)


@pytest.mark.clause("H2.1c")
def test_what_stands_otherwise_by_then_is_not_changed_as_agreed_but_withdrawn(cast: Cast) -> None:
    row, lead = paper.approved(cast, Kind.ADJUST, **asked()), cast.actor("hn_lead")
    gone = paper.approved(cast, Kind.EXIT, item_code="ISS-XY-07", stop_on=NEW_YEAR)
    paper.published(cast, gone)  # near miss: another item of the same list
    until = replace(LATER, valid_until=NEW_YEAR + timedelta(days=30), takes_effect_on=NEW_YEAR)
    paper.published(cast, row, decided=replace(until, takes_effect_on=NEW_YEAR + timedelta(days=1)))
    again = paper.approved(cast, Kind.ADJUST, **asked(entry=entry(valid_days=30)))
    day = NEW_YEAR + timedelta(days=60)  # it ended by itself meanwhile
    assert not listed(CODE, day)
    with refused("item_changed_since"):
        paper.published(cast, again, decided=replace(LATER, number="会民发〔2027〕1号", takes_effect_on=day))
    assert actions.withdraw(proposal_id=again.pk, reason="清单改了", actor=lead, at=AT).ended_at == AT
