"""Forms of the committee's own work with the seal."""

from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.workuse.test_pages import INQUIRY, LETTER, TYPED, Desk, photo
from tests.world import World
from zhengyin.web.workuse import forms as work


def asking(world: World) -> Sent:
    return at(Desk(world).clerk, "work-new", **TYPED, papers=photo())


def introducing(world: World) -> Sent:
    return at(Desk(world).clerk, "work-new-introduction", **LETTER)


def inquired(world: World) -> Sent:
    return at(Desk(world).clerk, "work-new-evidence", **INQUIRY, papers=photo(), letter_scans=photo(5))


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


def filing(world: World) -> Sent:
    desk, case = sealed(world)
    return at(desk.clerk, "work-filing", case, place="2026年第3盒")


CASES = [
    Case((work.WorkForm,), asking),
    Case((work.WorkForm,), introducing),
    Case((work.WorkForm,), inquired),
    Case((work.WorkForm,), changing),
    Case((work.WorkKinForm,), approving),
    Case((work.WorkGrantForm,), granting),
    Case((work.ScanForm,), scanning),
    Case((work.FilingForm,), filing),
]
