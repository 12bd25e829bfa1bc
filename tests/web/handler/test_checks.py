"""送签批 takes what stands typed in the rows: nothing the clerk wrote is lost, nothing untrue goes on."""

import pytest

from tests.web.walking import CHECKS, Walk, huining
from tests.world import World
from zhengyin.certificates.models import CheckedFact


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).apply().accept().start().check()


@pytest.mark.clause("O2.2d")
def test_a_correction_stops_the_case_and_stays_typed(walk: Walk) -> None:
    """Nothing is recorded of an act that was refused; 记下核实 records what was found otherwise."""
    typed = {**CHECKS, "since-result": "untrue", "since-informant": "社长说没有这回事"}
    answer = walk.handler.post("handler-verify", walk.case, status=409, **typed)
    page = answer.content.decode()
    assert "没有核实属实" in page and 'value="社长说没有这回事"' in page
    kept = CheckedFact.objects.get(certificate=walk.case, key="since")
    assert (kept.confirmed, kept.informant, walk.row.state) == (True, "三社社长张有福", "verifying")
    walk.handler.post("handler-checks", walk.case, **typed)
    kept.refresh_from_db()
    assert (kept.confirmed, kept.informant, walk.row.state) == (False, "社长说没有这回事", "verifying")


def test_a_note_added_at_the_last_moment_goes_along(walk: Walk) -> None:
    walk.handler.post("handler-verify", walk.case, **{**CHECKS, "since-informant": "社长张有福，组长王福"})
    kept = CheckedFact.objects.get(certificate=walk.case, key="since")
    assert (kept.informant, walk.row.state) == ("社长张有福，组长王福", "verified")


def test_half_a_row_is_asked_about(walk: Walk) -> None:
    typed = {**CHECKS, "since-informant": ""}
    answer = walk.handler.post("handler-verify", walk.case, status=422, **typed)
    assert "写上看了哪一本" in answer.content.decode()
    assert walk.row.state == "verifying"


def test_the_timeline_says_what_was_found(walk: Walk) -> None:
    walk.handler.post("handler-checks", walk.case, **{**CHECKS, "since-result": "untrue"})
    told = walk.handler.get("handler-case", walk.case).select_one(".told").text
    assert "不属实" in told and "村民小组长证实" in told
