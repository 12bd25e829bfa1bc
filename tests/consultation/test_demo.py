"""The demonstration's consultation: never in a real database, and once."""

import pytest

from tests.harness import CHECKOUT
from tests.world import World
from zhengyin.consultation.actions import load_demo_consultation
from zhengyin.consultation.example import Example, load_example
from zhengyin.consultation.models import Consultation
from zhengyin.regions.packs import load_demo
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused

ORDOS = CHECKOUT / "packs" / "ordos"


def loaded(example: Example) -> Consultation:
    login = load_demo(ORDOS).person(example.drafted_by).login
    return load_demo_consultation(example=example, login=login, at=now())


def test_a_real_database_gets_none_and_a_demonstration_one(
    demo_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = load_example(ORDOS)
    assert example is not None
    standing = Consultation.objects.count()
    again = loaded(example)  # near miss: in a demonstration what stands is given back
    assert again.state == "consultation_asking" and Consultation.objects.count() == max(standing, 1)
    monkeypatch.setattr("zhengyin.consultation.actions.demo.is_demonstration", lambda: False)
    with pytest.raises(Refused, match="not_a_demonstration"):
        loaded(example)
    assert Consultation.objects.count() == max(standing, 1)
