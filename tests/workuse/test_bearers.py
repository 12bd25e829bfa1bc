"""Whom a letter introduces: one person by name; a string of names would hide one of them from the rules."""

import pytest

from zhengyin.workuse.policy.introduction import Letter, refusals_of_the_letter
from zhengyin.workuse.policy.names import are_names, names_in


@pytest.mark.parametrize(
    "bearers",
    ["李秀英", "李 秀英", "李和平", "和志刚", "欧阳与之", "阿依古丽·买买提"],
)
def test_one_name_is_taken(bearers: str) -> None:
    assert list(refusals_of_the_letter(Letter("农业农村局", bearers, 2, 7))) == []


@pytest.mark.parametrize(
    "bearers",
    [
        "李秀英、王芳", "李秀英 王芳", "李秀英　王芳", "李秀英和王芳", "李秀英与王芳及赵大有", "李秀英等2人",
        "李秀英等", "李秀英（村会计）", "李秀英(村会计", "李秀英同志", "李秀英2", "王",
    ],
)  # fmt: skip
def test_anything_more_is_refused(bearers: str) -> None:
    assert [one.code for one in refusals_of_the_letter(Letter("农业农村局", bearers, 2, 7))] == [
        "bearer_by_name_alone"
    ]


@pytest.mark.parametrize(
    "typed, names",
    [
        ("", ()), ("李秀英", ("李秀英",)), ("李 秀英、王芳", ("李秀英", "王芳")),
        ("李秀英，王芳；", ("李秀英", "王芳")),
        ("阿依古丽•买买提,和志刚", ("阿依古丽·买买提", "和志刚")),
    ],
)  # fmt: skip
def test_several_it_is_for_are_told_one_by_one(typed: str, names: tuple[str, ...]) -> None:
    assert names_in(typed) == names and are_names(typed)


@pytest.mark.parametrize(
    "typed", ["李秀英和王芳", "李秀英、王芳等", "李秀英（会计）", "李秀英 王芳、赵大有", "王"]
)
def test_what_is_no_name_among_them_is_seen(typed: str) -> None:
    assert not are_names(typed)
