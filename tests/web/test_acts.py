"""Every act of the desks: it works once, for its own office, in its own committee, in its own state."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.http import HttpResponse

from tests.certificates import cast
from tests.web.desk import Officer
from tests.web.walking import CHECKS, VOID, Walk, huining, ordos, photo
from tests.world import World
from zhengyin.certificates.models import Certificate, Delivery, GrantedPaper
from zhengyin.ledger.models import Entry


@dataclass(frozen=True)
class Act:
    """One POST: by whom, after what, with what, and where it leads."""

    name: str
    by: str
    before: Callable[[Walk], object]
    said: Callable[[], dict[str, object]]
    after: str
    by_state: bool = True  # the first state of a case is too early for it

    def __str__(self) -> str:
        return self.name

    def send(self, officer: Officer, walk: Walk) -> HttpResponse:
        said = {**self.said(), "seen": cast.seen_in(walk.case)}  # asked for by the approval alone
        answer: HttpResponse = officer.client.post(officer.url(self.name, walk.case), said)
        return answer


def kin() -> dict[str, object]:
    return {"kin": "no"}


def reason() -> dict[str, object]:
    return {"reason": "住址写错了"}


def acceptance() -> dict[str, object]:
    return {"identity_method": "document", "ties": ["resident"]}


def nothing() -> dict[str, object]:
    return {}


def receipt() -> dict[str, object]:
    return {"how": "in_person", "recipient": "马桂花", "photo": photo()}


def started(walk: Walk) -> Walk:
    return walk.apply().accept().start()


OTHERS = {
    "handler": ("director", "custodian"),
    "director": ("handler", "custodian"),
    "custodian": ("handler", "director"),
}
ACTS = [
    Act("handler-accept", "handler", Walk.apply, acceptance, "accepted", by_state=False),
    Act("handler-start", "handler", lambda walk: walk.apply().accept(), nothing, "verifying"),
    Act("handler-checks", "handler", started, lambda: dict(CHECKS), "verifying"),
    Act("handler-verify", "handler", lambda walk: started(walk).check(), nothing, "verified"),
    Act("handler-withdraw", "handler", Walk.apply, reason, "withdrawn", by_state=False),
    Act("director-approve", "director", Walk.verified, kin, "approved"),
    Act("director-return", "director", Walk.verified, reason, "returned"),
    Act("director-take-back", "director", Walk.approved, reason, "returned"),
    Act("custodian-take-back", "custodian", Walk.approved, reason, "returned"),
    Act("handler-deliver", "handler", Walk.sealed, receipt, "delivered"),
    Act("director-void", "director", Walk.sealed, lambda: dict(VOID), "voided"),
]
PAGES = {"handler": "handler-case", "director": "director-case", "custodian": "custodian-seal"}
each_act = pytest.mark.parametrize("act", ACTS, ids=str)


def written() -> tuple[int, int, int, list[str]]:
    """What an act would change."""
    states = list(Certificate.objects.order_by("id").values_list("state", flat=True))
    return Entry.objects.count(), Delivery.objects.count(), GrantedPaper.objects.count(), states


@each_act
def test_works(act: Act, desks: World) -> None:
    walk = huining(desks)
    act.before(walk)
    before = Entry.objects.count()
    assert act.send(getattr(walk, act.by), walk).status_code == 302
    assert walk.row.state == act.after
    assert Entry.objects.count() == before + 1


@each_act
def test_another_office_is_refused_at_the_door(act: Act, desks: World) -> None:
    walk = huining(desks)
    act.before(walk)
    before = written()
    for stranger in OTHERS[act.by]:
        assert act.send(getattr(walk, stranger), walk).status_code == 403
    assert written() == before


@each_act
def test_another_committee_does_not_see_the_case(act: Act, desks: World) -> None:
    walk, other = huining(desks), ordos(desks)
    act.before(walk)
    before = written()
    officer: Officer = getattr(other, act.by)
    assert act.send(officer, walk).status_code == 404  # at the own desk, with the other's case
    officer.at = walk.at
    assert act.send(officer, walk).status_code == 403  # at the other's desk
    assert written() == before


@pytest.mark.parametrize("act", [act for act in ACTS if act.by_state], ids=str)
def test_too_early_says_why_and_writes_nothing(act: Act, desks: World) -> None:
    walk = huining(desks).apply()
    before = written()
    answer = act.send(getattr(walk, act.by), walk)
    assert answer.status_code == 409
    assert "这件事已经走到别的步骤" in answer.content.decode()
    assert written() == before


@pytest.mark.parametrize("act", [act for act in ACTS if act.name != "handler-checks"], ids=str)
def test_twice_is_once_and_the_second_learns_who_was_first(act: Act, desks: World) -> None:
    walk = huining(desks)
    act.before(walk)
    officer: Officer = getattr(walk, act.by)
    act.send(officer, walk)
    before = written()
    answer = act.send(officer, walk)
    assert answer.status_code == 409
    assert "最近一步：" in answer.content.decode()
    assert written() == before


@each_act
def test_a_look_does_not_act(act: Act, desks: World) -> None:
    walk = huining(desks)
    act.before(walk)
    officer: Officer = getattr(walk, act.by)
    before = written()
    for look in (officer.client.get, officer.client.head):
        shown = look(officer.url(act.name, walk.case))
        assert (shown.status_code, shown.headers["Location"]) == (302, officer.url(PAGES[act.by], walk.case))
    assert officer.client.put(officer.url(act.name, walk.case)).status_code == 405
    assert officer.get(PAGES[act.by], walk.case).h1
    assert written() == before


@pytest.mark.parametrize(
    "name, by",
    [("handler-case", "handler"), ("director-case", "director"), ("custodian-seal", "custodian"),
     ("committee-draft", "director"), ("committee-paper", "custodian"), ("committee-slip", "handler"),
     ("custodian-receipt", "custodian")],
)  # fmt: skip
def test_pages_of_a_case_that_is_not_there(name: str, by: str, desks: World) -> None:
    walk, other = huining(desks), ordos(desks)
    other.apply()
    officer: Officer = getattr(walk, by)
    officer.get(name, uuid4(), status=404)
    officer.get(name, other.case, status=404)
