"""The demonstration's places are set up by recorded acts, and only in a demonstration."""

import pytest

from tests.regions.conftest import AT, LIJIAWAN, PACKS, signed
from zhengyin.regions import queries
from zhengyin.regions.actions import enter_demo
from zhengyin.regions.names import organization_id
from zhengyin.regions.packs import load_demo
from zhengyin.registers.queries import lines_of
from zhengyin.shared.refusal import Refused


def enter(pack):
    demo = load_demo(PACKS / pack)
    signatures = {organization_id(f"township:{one.code}"): signed("township") for one in demo.townships}
    return enter_demo(demo=demo, signatures=signatures, at=AT)


@pytest.mark.parametrize("pack", ["huining", "ordos"])
def test_works_once(demonstration, pack):
    assert (enter(pack), enter(pack)) == (5, 0)
    for one in load_demo(PACKS / pack).committees:
        card = queries.committee_by_code(one.code)
        assert card.issuer_full == one.legal_name and card.telephone and card.township_telephone


def test_nothing_in_a_real_installation(places):
    with pytest.raises(Refused, match="not_a_demonstration"):
        enter("huining")
    assert lines_of(LIJIAWAN) == ()
