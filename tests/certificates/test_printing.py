"""The approved copies once; again only with reason and count. One changed fact, one refusal."""

from dataclasses import replace

import pytest

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.facts.sealing import PrintFacts
from zhengyin.certificates.kinds import Reprint
from zhengyin.certificates.policy.printing import refusals_to_print, refusals_to_reprint
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused

FIRST = PrintFacts(printed=False, approved_copies=3)
AGAIN = PrintFacts(printed=True, approved_copies=3, copies=3, reason=Reprint.SPOILED, spoiled=1)


@pytest.mark.clause("H3.2.4d")
def test_the_first_print_is_the_approved_copies_and_there_is_one() -> None:
    assert list(refusals_to_print(FIRST)) == []
    assert [one.code for one in refusals_to_print(replace(FIRST, printed=True))] == ["printed_already"]
    assert [one.code for one in refusals_to_print(replace(FIRST, by_hand=True))] == ["written_by_hand"]


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("changed, refusal", [
    ({"printed": False}, "not_printed_yet"),
    ({"reason": None}, "reprint_reason_missing"),
    ({"copies": 0}, "reprint_copies"),
    ({"copies": 4}, "reprint_copies"),
    ({"spoiled": 0}, "spoiled_not_counted"),
])  # fmt: skip
def test_one_changed_fact_is_one_refusal(changed: dict[str, object], refusal: str) -> None:
    assert list(refusals_to_reprint(AGAIN)) == []
    assert [one.code for one in refusals_to_reprint(replace(AGAIN, **changed))] == [refusal]  # type: ignore[arg-type]


def test_the_near_misses() -> None:
    assert list(refusals_to_reprint(replace(AGAIN, copies=1))) == []
    assert list(refusals_to_reprint(replace(AGAIN, reason=Reprint.NOT_OUT, spoiled=0))) == []


def test_only_handler_and_custodian_print_and_only_what_is_sealed(world: World) -> None:
    case, _ = cast.sealed()
    for name in ("hn.ljw.director", "hn.ljw.deputy", "hn.ptc.clerk", "od.hrgt.custodian"):
        with pytest.raises(Refused) as refused:
            actions.print_copies(certificate_id=case, actor=cast.officer(name), at=now())
        assert [one.code for one in refused.value.refusals] == ["wrong_office"]
    with pytest.raises(Refused) as refused:
        clerk = cast.officer("hn.ljw.clerk")
        actions.print_copies(certificate_id=cast.approved(), actor=clerk, at=now())
    assert [one.code for one in refused.value.refusals] == ["wrong_state"]
    actions.print_copies(certificate_id=case, actor=cast.officer("hn.ljw.clerk"), at=now())
    assert cast.state_of(case) == "sealed"
