"""大字版 in the middle of a 预约: the same question in the other size, nothing said is lost."""

from django.test import Client

from tests.web.apply.test_apply import ADDRESS, SAID, heading, page, said, state, walked
from tests.world import World


def test_at_a_question(demo_world: World) -> None:
    second = walked(["unit"])
    typed = {"state": state(second), "step": "purpose", "purpose": "申请农户小额贷款", "large": "step"}
    turned = Client().post(ADDRESS, typed)
    assert heading(turned) == heading(second)
    assert 'value="申请农户小额贷款"' in turned.content.decode()
    assert turned.cookies["large"].value == "1"
    assert "large" in page(turned).select_one("html")["class"]  # type: ignore[index]
    onward = Client().post(ADDRESS, {"state": state(turned), "step": "purpose", **SAID["purpose"]})
    assert heading(onward) != heading(second)


def test_while_looking_it_over(demo_world: World) -> None:
    check = walked()
    turned = Client().post(ADDRESS, {"state": state(check), "step": "comes", "large": "over"})
    assert heading(turned) == "看一遍，对不对？"
    assert "申请农户小额贷款" in said(turned)
