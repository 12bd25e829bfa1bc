"""What a reader is told of two texts of one entry: the parts that differ, nothing else."""

from dataclasses import astuple
from typing import Any

import pytest

from tests.catalogue.cast import TODAY, lists_of
from zhengyin.catalogue.changes import changes
from zhengyin.catalogue.entries import Entry

pytestmark = pytest.mark.clause("H2.1c")
ITEM = "ISS-ZQ-01"


def entry() -> Entry:
    return lists_of("huining", TODAY).listed[ITEM].entry


def changed(**said: Any) -> Entry:
    return entry().model_copy(update=said)


def test_an_entry_does_not_differ_from_itself() -> None:
    assert changes(entry(), entry()) == ()


@pytest.mark.parametrize(
    "said, part, before, after",
    [
        ({"name": "居住证明"}, "名称", "居（租）住证明", "居住证明"),
        ({"valid_days": 30}, "开出来管多少天", "90天", "30天"),
        ({"valid_days": 0}, "开出来管多少天", "90天", "（没有）"),
        ({"aliases": ("租房证明",)}, "别的叫法", "居住证明、租住证明、租房证明、住宿证明", "租房证明"),
    ],
)
def test_one_changed_part_is_one_difference(said: dict[str, Any], part: str, before: str, after: str) -> None:
    assert [astuple(one) for one in changes(entry(), changed(**said))] == [(part, before, after)]


def test_what_only_the_search_reads_is_no_difference() -> None:
    assert changes(entry(), changed(asked_as=("住哪里",))) == ()


def test_a_guide_and_a_form_differ_heading_by_heading() -> None:
    guide, form = entry().guide, entry().form
    assert guide is not None and form is not None
    after = changed(
        guide=guide.model_copy(update={"time_limit": "三日内", "materials": ("身份证",)}),
        form=form.model_copy(update={"title": "租住证明"}),
    )
    parts = [one.part for one in changes(entry(), after)]
    assert parts == ["四、办理（申请）条件、材料及流程", "五、办理时限", "证明的标题"]
