"""Who sees which cases: the cast keeps its offices in every test."""

from uuid import UUID, uuid4

import pytest

from tests.certificates import cast
from tests.certificates.offices import end
from tests.world import World
from zhengyin.certificates.queries.worklists import visible_to, work_page
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.queries import now

VILLAGE, NEIGHBOUR, ELSEWHERE = "hn.ljw", "hn.ptc", "od.hrgt"
SEES: list[tuple[str, set[str]]] = [
    ("hn.ljw.clerk", {VILLAGE}),
    ("hn.ljw.director", {VILLAGE}),
    ("hn.ljw.deputy", {VILLAGE}),
    ("hn.ljw.custodian", {VILLAGE}),
    ("hn.ljw.supervisor", {VILLAGE}),
    ("hn.ljw.secretary", set()),  # the party organization decides elsewhere, it reads no cases
    ("hn.ptc.clerk", {NEIGHBOUR}),
    ("hn.ptc.director", {NEIGHBOUR}),
    ("hn.ptc.deputy", {NEIGHBOUR}),
    ("hn.ptc.supervisor", {NEIGHBOUR}),
    ("hn.hsm.director", set()),
    ("hn.hsm.supervisor", set()),
    ("hn.pt.officer", set()),  # a township reads registers, never a case
    ("hn.hs.officer", set()),
    ("hn.lead", set()),
    ("hn.auditor", set()),
    ("hn.system", set()),
    ("hn.security", set()),
    ("hn.audit", set()),
    ("od.hrgt.clerk", {ELSEWHERE}),
    ("od.hrgt.director", {ELSEWHERE}),
    ("od.mg.director", set()),
    ("od.as.officer", set()),
    ("od.lead", set()),
]


@pytest.fixture
def cases(world: World) -> dict[UUID, str]:
    """One case in each of three committees, the third in another county."""
    return {cast.applied(village): village for village in (VILLAGE, NEIGHBOUR, ELSEWHERE)}


def test_everybody_sees_the_own_village_or_nothing(cases: dict[UUID, str]) -> None:
    for name, villages in SEES:
        actor = cast.officer(name)
        seen = {cases[pk] for pk in visible_to(actor).values_list("pk", flat=True)}
        assert (name, seen) == (name, villages)
        for village in (VILLAGE, NEIGHBOUR, ELSEWHERE):
            page = work_page(actor, cast.VILLAGES[village], now())
            assert {cases[row.id] for row in page.rows} == villages & {village}


def test_a_resident_and_a_stranger_see_nothing(cases: dict[UUID, str]) -> None:
    assert not visible_to(Actor(uuid4(), "马桂花", None, frozenset())).exists()


def test_whoever_lost_the_office_sees_nothing_more(cases: dict[UUID, str]) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    assert visible_to(clerk).count() == 1
    end("hn.ljw.clerk", Office.HANDLER, by=cast.officer("hn.ljw.director"))
    assert not visible_to(cast.officer("hn.ljw.clerk")).exists()
