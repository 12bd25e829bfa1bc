"""A seal is not taken in on a day before it last stamped, a certificate or a paper of work."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.certificates import cast as certificates
from tests.certificates.cast import LIJIAWAN, officer
from tests.workuse import cast
from zhengyin.registers.queries import now
from zhengyin.seals import actions
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

pytestmark = [pytest.mark.usefixtures("world"), pytest.mark.clause("H3.2.1c")]


def collect(days_ago: int) -> Seal:
    seal = Seal.objects.get(committee_id=LIJIAWAN, kind=SealKind.OFFICIAL, state="in_use")
    return actions.collect_seal(
        seal_id=seal.pk, collected_on=day_of(now()) - timedelta(days=days_ago), handed_in_by="李国栋",
        actor=officer("hn.pt.officer"), at=now(),
    )  # fmt: skip


@pytest.mark.parametrize("stamped", [cast.sealed, certificates.sealed])
def test_it_is_taken_in_on_the_day_it_last_stamped_or_after(stamped: Callable[[], object]) -> None:
    stamped()
    actions.order_seal(organization_id=LIJIAWAN, reason="磨损", actor=officer("hn.pt.officer"), at=now())
    with pytest.raises(Refused) as caught:
        collect(1)
    assert [one.code for one in caught.value.refusals] == ["collected_before_its_last_use"]
    assert collect(0).state == "seal_collected"


def test_one_that_stamped_nothing_since_was_taken_in_then() -> None:
    """The near miss."""
    actions.order_seal(organization_id=LIJIAWAN, reason="磨损", actor=officer("hn.pt.officer"), at=now())
    assert collect(1).state == "seal_collected"
