"""What the director approved of his own handling: listed where the pack allows it, else nothing."""

import pytest

from tests.certificates import cast
from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.offices import elected, lend
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


def test_the_list_stands_where_the_pack_allows_it() -> None:
    cast.sealed()
    assert listed() is None
    allow()
    assert listed() == ()
    elected("hn.ljw.clerk")
    both = lend("hn.ljw.director", "hn.ljw.clerk")
    case = cast.verified()
    cast.agree(certificate_id=case, near_relative=False, actor=both, at=now())
    receipt = cast.seal(case, officer("hn.ljw.custodian"))
    (paper,) = listed() or ()
    assert f"〕{paper.no}号" in receipt.number and paper.approver == both.name
