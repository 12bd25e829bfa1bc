"""While a seal is handed over the old custodian seals, and the line says so; after the ten days not."""

from datetime import timedelta

import pytest

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.registers.lines import HANDOVER
from zhengyin.registers.queries import lines_of, now
from zhengyin.registers.remarks import remarks_on
from zhengyin.seals.actions import open_handover
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Seal
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused


def changed(days_ago: int) -> None:
    """李家湾's seal is to be handed over since then."""
    open_handover(
        seal_id=Seal.objects.get(committee_id=cast.LIJIAWAN, state="in_use").pk,
        reason=HandoverReason.ELECTION,
        changed_on=day_of(now()) - timedelta(days=days_ago),
        actor=cast.officer("hn.pt.officer"),
        at=now(),
    )


@pytest.mark.clause("H3.2.4e", "H3.2.3a")
def test_the_line_and_its_remark_say_that_the_old_custodian_sealed(demo_world: World) -> None:
    changed(days_ago=2)
    case, _ = cast.sealed()
    line = next(one for one in lines_of(case) if HANDOVER in one.columns)
    assert line.columns[HANDOVER].endswith("原保管人张建平盖章")
    assert ("交接期内", line.columns[HANDOVER]) in {
        (said.mark, said.words) for said in remarks_on([line])[line.hash]
    }


def test_outside_a_handover_the_line_says_nothing(demo_world: World) -> None:
    case, _ = cast.sealed()
    line = next(one for one in lines_of(case) if HANDOVER in one.columns)
    assert line.columns[HANDOVER] == "" and not remarks_on([line])[line.hash]


@pytest.mark.clause("H3.2.4e")
def test_when_the_days_are_over_nobody_seals(demo_world: World) -> None:
    changed(days_ago=30)
    case = cast.approved()
    with pytest.raises(Refused) as caught:
        cast.seal(case, cast.officer("hn.ljw.custodian"))
    assert [one.code for one in caught.value.refusals] == ["handover_is_over"]
    assert Certificate.objects.get(pk=case).state == "approved"
