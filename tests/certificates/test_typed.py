"""What was typed into a form: what does not fit, in words for the field."""

from datetime import date

import pytest

from zhengyin.catalogue.entries import Form
from zhengyin.certificates.typed import phone_problem, pictures_in, printed, problems, tidy
from zhengyin.documents import fonts

FORM = Form.model_validate(
    {
        "title": "示例证明",
        "fields": [
            {"key": "name", "label": "姓名", "kind": "name"},
            {"key": "place", "label": "住址", "kind": "text", "max_length": 10},
            {"key": "since", "label": "日期", "kind": "date"},
            {"key": "kind", "label": "房子", "kind": "choice", "choices": ["自有", "租住"]},
            {"key": "year", "label": "年份", "kind": "number", "max_length": 4},
            {"key": "number", "label": "号码", "kind": "identity", "required": False},
            {"key": "from", "label": "从何时", "kind": "since", "required": False},
        ],
        "facts": [{"key": "all", "label": "全部", "methods": ["ledger"],
                   "sentence": "{name}{place}{since}{kind}{year}[{number}][{from}]。"}],
    }
)  # fmt: skip
GOOD = {"name": "马桂花", "place": "三社12号", "since": "2009-03-01", "kind": "自有", "year": "2025"}

TODAY = date(2026, 11, 21)


def wrong(**typed: str) -> list[tuple[str, str]]:
    """What is wrong with a good form, one field changed."""
    return list(problems(FORM, tidy(FORM, {**GOOD, **typed}), TODAY))


@pytest.mark.parametrize("typed, kept, words", [
    ("1978", "1978", "1978年"), ("1978年3月", "1978-03", "1978年3月"), ("2026-11", "2026-11", "2026年11月"),
    ("1978-03-01", "1978-03-01", "1978年3月1日"),
])  # fmt: skip
def test_no_more_of_a_day_is_printed_than_is_known(typed: str, kept: str, words: str) -> None:
    assert wrong(**{"from": typed}) == []
    values = tidy(FORM, {**GOOD, "from": typed})
    assert (values["from"], printed(FORM, values)["from"]) == (kept, words)


def test_a_good_form_has_no_problem() -> None:
    assert wrong() == []
    assert wrong(number="62042219680512000x") == []


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize(
    "key, value, words",
    [
        ("place", "", "“住址”还没有填"),
        ("place", " 　\t\n", "“住址”还没有填"),
        ("since", "", "“日期”还没有填"),
        ("place", "一二三四五六七八九十一", "“住址”最多10个字，现在11个"),
        ("place", "三社\x00号", "“住址”里有不能用的符号"),
        ("place", "三社\x1b[0m", "“住址”里有不能用的符号"),
        ("place", "<b>三社</b>", "“住址”里有不能用的符号"),
        ("place", "{name}", "“住址”里有不能用的符号"),
        ("place", "[三社]", "“住址”里有不能用的符号"),
        ("place", "三社12号😀", "“住址”里的“😀”印不出来，请换成字"),
        ("place", "三社🏠1号☎", "“住址”里的“🏠、☎”印不出来，请换成字"),
        ("since", "2026-11-22", "“日期”还没有到，请看看年份：今天是2026年11月21日"),
        ("since", "2030-03-01", "“日期”还没有到，请看看年份：今天是2026年11月21日"),
        ("since", "2009-02-29", "“日期”不是一个日期，请写成2026-11-21这样"),
        ("since", "2009-13-01", "“日期”不是一个日期，请写成2026-11-21这样"),
        ("from", "从小", "“从何时”不是年月日，请写成1978年3月1日、1978年3月或者1978年这样"),
        ("from", "2026年12月", "“从何时”还没有到，请看看年份：今天是2026年11月21日"),
        ("from", "1899年", "“从何时”太早了，请看看年份"),
        ("since", "2009年3月", "“日期”不是一个日期，请写成2026-11-21这样"),
        ("since", "去年", "“日期”不是一个日期，请写成2026-11-21这样"),
        ("kind", "宫殿", "“房子”要从列出的里面选"),
        ("kind", "自有租住", "“房子”要从列出的里面选"),
        ("year", "两千", "“年份”要填数字"),
        ("year", "-1", "“年份”要填数字"),
        ("year", "20.5", "“年份”要填数字"),
        ("year", "20255", "“年份”最多4个字，现在5个"),
        ("name", "马", "姓名要2到30个字"),
        ("name", "马3花", "姓名里有不能用的字符：3"),
        ("name", "·马桂花", "姓名的开头和末尾不能是间隔号"),
        ("name", "马桂花🌸", "姓名里有不能用的字符：🌸"),
    ],
)
def test_one_wrong_value_is_one_sentence(key: str, value: str, words: str) -> None:
    assert wrong(**{key: value}) == [(key, words)]


@pytest.mark.parametrize(
    "key, value",
    [
        ("place", "一二三四五六七八九十"),
        ("place", "3-2 & 5（东）"),
        ("since", "2024-02-29"),
        ("since", "2026-11-21"),
        ("place", "120㎡№3（℃）"),
        ("kind", "租住"),
        ("year", "0001"),
        ("name", "阿依古丽·买买提"),
        ("name", "䶮㛃"),
    ],
)
def test_the_near_misses_pass(key: str, value: str) -> None:
    assert wrong(**{key: value}) == []


def test_a_field_may_say_that_its_day_is_still_to_come() -> None:
    fields = [field.model_copy(update={"may_be_future": True}) for field in FORM.fields]
    later = FORM.model_copy(update={"fields": tuple(fields)})
    assert list(problems(later, {**GOOD, "since": "2030-03-01"}, TODAY)) == []


@pytest.mark.parametrize(
    "typed", ["", "13800000117", "138 0000 0117", "0943-3221956", "+8613800000117", "3221956"]
)
def test_a_telephone_is_a_mobile_or_a_line(typed: str) -> None:
    assert phone_problem(typed) == ""


@pytest.mark.parametrize(
    "typed, words",
    [
        ("123", "手机号是11位数字，现在3位"),
        ("1380000", "手机号是11位数字，现在7位"),
        ("138000001170", "手机号是11位数字，现在12位"),
        ("094332219", "位数不对，现在9位"),
        ("322195", "位数不对，现在6位"),
        ("没有", "电话只填数字"),
        ("3221956转8", "电话只填数字"),
        ("--", "电话只填数字"),
    ],
)
def test_another_length_is_said(typed: str, words: str) -> None:
    assert words in phone_problem(typed)


def test_pictures_are_named_once() -> None:
    assert pictures_in("😀三😀\u200b社❤\ufe0f") == ("😀", "\u200b", "❤", "\ufe0f")


def test_every_wrong_field_is_named_at_once() -> None:
    assert [key for key, _ in wrong(name="马", since="x", year="y")] == ["name", "since", "year"]


@pytest.mark.parametrize("hidden", ["三社🏠号", "三社\u202e号", "三社\u200b号", "三社\x7f号", "三社\x00号"])
def test_what_the_form_lets_pass_the_fonts_do_not(hidden: str) -> None:
    """Emoji, direction marks and other invisible ones: the form or the fonts name them, never neither."""
    kept = tidy(FORM, {**GOOD, "place": hidden})["place"]
    assert wrong(place=hidden) or fonts.uncovered(kept)


def test_tidied_names_numbers_and_spaces() -> None:
    typed = {
        **GOOD,
        "name": " 阿依 古丽•买买提 ",
        "place": "  三社   12号 ",
        "number": " 62042x ",
        "more": "x",
    }
    kept = tidy(FORM, typed)
    assert (kept["name"], kept["place"], kept["number"]) == ("阿依古丽·买买提", "三社 12号", "62042X")
    assert "more" not in kept
    assert tidy(FORM, {})["place"] == ""


def test_on_paper_dates_stand_in_words() -> None:
    assert printed(FORM, GOOD) == {**GOOD, "since": "2009年3月1日"}
    assert printed(FORM, {"since": "不是日期"}) == {"since": "不是日期"}
