"""What the act refuses of the persons named stands at their fields, and what was typed is kept."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from tests.web.walking import QUESTION, TYPED, Walk, huining
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

SON = {"rows": "2", "p1_name": "李小明", "p1_identity": "620422199505120005", "p1_relation": "儿子",
       "p2_name": "李小红", "p2_relation": "女儿"}  # fmt: skip


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def sent(walk: Walk, status: int, **changed: str) -> BeautifulSoup:
    said = {**QUESTION, **TYPED, **SON, "case_id": str(walk.case), **changed}
    return BeautifulSoup(walk.handler.post("handler-register", status=status, **said).content, "lxml")


TOMORROW = "tomorrow"


@pytest.mark.parametrize("changed, field, words", [
    ({"p2_name": "李小明", "p2_identity": SON["p1_identity"]}, "p2_name", "“李小明”写了两次"),
    ({"p1_died_on": TOMORROW}, "p1_died_on", "“李小明”去世的日期还没有到，请看看年份"),
])  # fmt: skip
def test_at_the_field_of_the_person(walk: Walk, changed: dict[str, str], field: str, words: str) -> None:
    day = (day_of(now()) + timedelta(days=1)).isoformat()
    page = sent(walk, 409, **{name: day if said is TOMORROW else said for name, said in changed.items()})
    assert words in page.select_one(f"#id_{field}-wrong").text
    assert page.select_one("#id_p1_identity")["value"] == SON["p1_identity"]
    assert not Certificate.objects.exists()
    sent(walk, 302)
