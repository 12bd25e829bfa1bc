"""What was approved by whoever had handled it: listed where the pack allows it, else nothing."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.certificates import cast, pads
from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.offices import appoint, elected, lend
from zhengyin.certificates import actions
from zhengyin.certificates.kinds import Purpose
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import County
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.supervision.months import month_of
from zhengyin.supervision.queries.months import OwnPaper, approved_by_handler, month_rows

pytestmark = pytest.mark.usefixtures("past")


def listed() -> tuple[OwnPaper, ...] | None:
    today = day_of(now())
    return approved_by_handler(month_rows(LIJIAWAN, [month_of(today)], today)[0])


def allow() -> None:
    county = County.objects.get(code="620422000000")
    county.settings["rules"]["director_approves_own_handling"] = True
    county.save()


def lent_to_the_clerk() -> Actor:
    elected("hn.ljw.clerk")
    return lend("hn.ljw.director", "hn.ljw.clerk")


def second_handler() -> Actor:
    """The deputy serves as handler too."""
    appoint("hn.ljw.deputy", Office.HANDLER, by=officer("hn.ljw.director"))
    return officer("hn.ljw.deputy")


def sealed(case: UUID, director: Actor) -> None:
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())
    cast.seal(case, officer("hn.ljw.custodian"))


def rest(case: UUID, handler: Actor) -> None:
    """What comes after the acceptance."""
    actions.start_verifying(certificate_id=case, actor=handler, at=now())
    actions.verify(certificate_id=case, checks=cast.CHECKS, actor=handler, at=now())


def test_the_list_stands_where_the_pack_allows_it() -> None:
    cast.sealed()
    assert listed() is None
    allow()
    assert listed() == ()
    both = lent_to_the_clerk()
    case = cast.verified()
    cast.agree(certificate_id=case, near_relative=False, actor=both, at=now())
    receipt = cast.seal(case, officer("hn.ljw.custodian"))
    (paper,) = listed() or ()
    assert f"〕{paper.no}号" in receipt.number and paper.approver == both.name


def test_one_step_is_enough() -> None:
    """Another one accepted it, so that the case goes by another handler's name."""
    allow()
    first, both = second_handler(), lent_to_the_clerk()
    case = cast.applied()
    cast.accept(case, first)
    rest(case, both)
    sealed(case, both)
    assert [paper.approver for paper in listed() or ()] == [both.name]


def test_who_looked_at_numbers_or_handed_it_over_has_not_handled_it() -> None:
    allow()
    first, both = second_handler(), lent_to_the_clerk()
    case = cast.apply(cast.application(), first)
    cast.accept(case, first)
    rest(case, first)
    actions.reveal(certificate_id=case, purpose=Purpose.CALL, actor=both, at=now())
    sealed(case, both)
    cast.record_mandate(case, both)  # after the approval, to collect it
    cast.deliver(case, both)
    assert listed() == ()


@pytest.mark.parametrize("handled_by, names", [("hn.ljw.deputy", ["王桂芳"]), ("hn.ljw.clerk", [])])
def test_who_countersigned_it_is_looked_at_too(handled_by: str, names: list[str]) -> None:
    """Entered late: on screen the rule has refused it."""
    allow()
    deputy = pads.person("hn.ljw.deputy")
    pads.entered(countersigned_by=deputy, handled_by=pads.person(handled_by))
    assert [paper.approver for paper in listed() or ()] == names


def test_the_list_costs_the_same_however_long() -> None:
    allow()
    both = lent_to_the_clerk()
    counts = []
    for _ in range(2):
        sealed(cast.verified(), both)
        listed()  # the settings of the place are kept from now on
        with CaptureQueriesContext(connection) as asked:
            papers = listed()
        counts.append(len(asked))
    assert len(papers or ()) == 2
    assert counts[0] == counts[1]
