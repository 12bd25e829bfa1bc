"""Last year's letters of the demonstration: never in a real database."""

from pathlib import Path

import pytest

from zhengyin.regions.packs import load_demo
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused
from zhengyin.workuse.actions import load_demo_letters
from zhengyin.workuse.models import WorkUse

PACKS = Path(__file__).resolve().parents[2] / "packs"


@pytest.mark.usefixtures("world")
def test_a_real_database_gets_no_letters_of_a_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhengyin.workuse.actions.demo.is_demonstration", lambda: False)
    before = WorkUse.objects.count()
    with pytest.raises(Refused, match="not_a_demonstration"):
        load_demo_letters(demo=load_demo(PACKS / "huining"), at=now())
    assert WorkUse.objects.count() == before
