"""Who reads which requests: nobody a neighbour's."""

import pytest

from tests.certificates.cast import officer
from tests.workuse import cast
from zhengyin.workuse.queries import visible_to

pytestmark = pytest.mark.usefixtures("world")


@pytest.mark.parametrize(
    "who, sees",
    [
        ("hn.ljw.clerk", True),
        ("hn.ljw.director", True),
        ("hn.ljw.custodian", True),
        ("hn.ljw.deputy", True),
        ("hn.ljw.supervisor", True),
        ("hn.ptc.clerk", False),
        ("hn.ptc.director", False),
        ("od.hrgt.custodian", False),
        ("hn.pt.officer", False),
        ("hn.system", False),
    ],
)
def test_the_own_committees_alone(who: str, sees: bool) -> None:
    work_use = cast.asked()
    assert visible_to(officer(who)).filter(pk=work_use.pk).exists() is sees
