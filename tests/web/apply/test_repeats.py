"""Who only typed somebody's number learns nothing of that person's papers."""

import pytest

from tests.certificates import cast
from tests.web.apply.test_apply import said, walked
from tests.world import World


@pytest.mark.clause("O1c")
def test_how_to_get_the_same_again_is_said_to_everybody_alike(demo_world: World) -> None:
    number = {"identity": cast.RESIDENT.identity}
    before = said(walked(who=number))
    assert "90天内开过同一份" in before
    cast.sealed()
    assert said(walked(who=number)) == before
