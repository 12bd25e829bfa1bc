"""Forms of the committee's own work with the seal."""

from uuid import uuid4

from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.workuse.test_pages import INQUIRY, LETTER, TYPED, Desk, photo
from tests.world import World
from zhengyin.web.workuse import forms as work


def asking(world: World) -> Sent:
    return at(Desk(world).clerk, "work-new", **TYPED, papers=photo(), as_id=str(uuid4()))


def introducing(world: World) -> Sent:
    return at(Desk(world).clerk, "work-new-introduction", **LETTER, as_id=str(uuid4()))


def inquired(world: World) -> Sent:
    clerk, as_id = Desk(world).clerk, str(uuid4())
    return at(clerk, "work-new-evidence", **INQUIRY, papers=photo(), letter_scans=photo(5), as_id=as_id)


def changing(world: World) -> Sent:
    desk = Desk(world)
    case = desk.ask()
    desk.director.post("work-return", case, reason="份数不对")
    return at(desk.clerk, "work-change", case, **TYPED)


def approving(world: World) -> Sent:
    desk = Desk(world)
    case = desk.ask(concerned="马桂花", matter="一户的建房申请")
    seen = desk.director.get("work-case", case).select_one("input[name=seen]")
    assert seen is not None
    return at(desk.director, "work-approve", case, kin="no", seen=seen["value"])


def granting(world: World) -> Sent:
    desk = Desk(world)
    case = desk.ask()
    desk.approve(case)
    return at(desk.custodian, "work-grant", case, impressions="4", checked="yes", code=desk.custodian.code())


def sealed(world: World) -> tuple[Desk, object]:
    desk = Desk(world)
    case = desk.ask()
    desk.approve(case)
    desk.seal(case)
    return desk, case


def scanning(world: World) -> Sent:
    desk, case = sealed(world)
    return at(desk.clerk, "work-scan", case, pictures=photo())


def counting(world: World) -> Sent:
    desk, case = sealed(world)
    desk.custodian.post("work-scan", case, pictures=photo())
    return at(desk.custodian, "work-count", case, said="4", shown="1")


def filing(world: World) -> Sent:
    desk, case = sealed(world)
    return at(desk.clerk, "work-filing", case, place="2026年第3盒")


def voiding(world: World) -> Sent:
    desk, case = sealed(world)
    return at(desk.director, "work-void", case, why="void_spoiled", back="yes")


CASES = [
    Case((work.WorkForm,), asking),
    Case((work.WorkForm,), introducing),
    Case((work.WorkForm,), inquired),
    Case((work.WorkForm,), changing),
    Case((work.WorkAgreeForm,), approving),
    Case((work.WorkGrantForm,), granting),
    Case((work.ScanForm,), scanning),
    Case((work.FilingForm,), filing),
    Case((work.CountForm,), counting),
    Case((work.WorkVoidForm,), voiding),
]
