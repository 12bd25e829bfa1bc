"""Days, masks, names, codes, keys: each rule beside its near miss."""

from datetime import date, datetime, timedelta, timezone

import pytest

from zhengyin.shared import codes, masking
from zhengyin.shared.days import WorkingCalendar, day_of, in_words, start_of
from zhengyin.shared.identity import identity_problem, number_problem, sex_problem
from zhengyin.shared.names import name_problem, normalise_name
from zhengyin.shared.secrecy import Key, UnableToDecrypt

KEY = Key(b"k" * 32)
# 2026: New Year's Day off, Sunday 4 January made up.
CALENDAR = WorkingCalendar(
    off=frozenset({date(2026, 1, 1), date(2026, 1, 2)}), extra=frozenset({date(2026, 1, 4)})
)


@pytest.mark.parametrize(
    "at, day",
    [
        (datetime(2026, 11, 20, 15, 59, 59, tzinfo=timezone.utc), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 16, 0, tzinfo=timezone.utc), date(2026, 11, 21)),
    ],
)
def test_the_day_turns_at_midnight_in_china(at: datetime, day: date) -> None:
    assert day_of(at) == day


def test_a_day_begins_with_its_first_instant() -> None:
    begins = start_of(date(2026, 11, 21))
    assert begins == datetime(2026, 11, 20, 16, 0, tzinfo=timezone.utc)
    assert day_of(begins) == date(2026, 11, 21)


def test_an_instant_without_its_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zone"):
        day_of(datetime(2026, 11, 21))  # noqa: DTZ001 - that is the point


def test_days_in_words() -> None:
    assert in_words(date(2026, 1, 5)) == "2026年1月5日"


@pytest.mark.parametrize(
    "start, count, last",
    [
        (date(2025, 12, 31), 1, date(2026, 1, 4)),  # the holiday passed over, the made-up Sunday counted
        (date(2025, 12, 31), 2, date(2026, 1, 5)),
        (date(2026, 1, 9), 1, date(2026, 1, 12)),  # over a weekend
        (date(2026, 1, 9), 0, date(2026, 1, 9)),
    ],
)
def test_working_days(start: date, count: int, last: date) -> None:
    assert CALENDAR.add_working_days(start, count) == last


@pytest.mark.parametrize("count", [0, 1, 2, 5])
@pytest.mark.parametrize("today", [date(2026, 1, day) for day in range(1, 15)])
def test_a_limit_that_began_on_the_last_run_out_is_over_and_the_next_is_not(count: int, today: date) -> None:
    last = CALENDAR.last_run_out(count, today)
    assert CALENDAR.add_working_days(last, count) < today
    assert CALENDAR.add_working_days(last + timedelta(days=1), count) >= today


def test_days_left_are_negative_when_late() -> None:
    assert CALENDAR.working_days_between(date(2026, 1, 5), date(2026, 1, 7)) == 2
    assert CALENDAR.working_days_between(date(2026, 1, 7), date(2026, 1, 5)) == -2
    assert CALENDAR.working_days_between(date(2026, 1, 7), date(2026, 1, 7)) == 0


@pytest.mark.parametrize(
    "name, masked", [("张建国", "张*"), ("巴特孟克", "巴特*"), ("马明", "马*"), ("古丽·买买提", "古丽*")]
)
def test_masked_names(name: str, masked: str) -> None:
    assert masking.mask_name(name) == masked


def test_masked_numbers() -> None:
    assert masking.mask_identity("62042219680512123X") == "6204**********123X"
    assert masking.mask_identity("") == ""
    shorter = ("123", "12345", "1234567", "G12345678")
    assert [masking.mask_identity(one) for one in shorter] == ["***", "1***5", "1*****7", "G1*****78"]
    assert masking.mask_phone("13812341234") == "138****1234"
    assert masking.mask_phone("") == ""


@pytest.mark.parametrize("typed", ["古丽•买买提", "古丽．买买提", " 古丽·买买提 ", "古丽・买买提"])
def test_every_middle_dot_is_one(typed: str) -> None:
    assert normalise_name(typed) == "古丽·买买提"


@pytest.mark.parametrize(
    "name, wrong",
    [
        ("张三", False),
        ("张", True),
        ("张" * 30, False),
        ("张" * 31, True),
        ("张3", True),
        ("张😀", True),
        ("·张三", True),
        ("𬱖𱅒", False),
    ],
)
def test_names_are_not_judged_but_must_be_names(name: str, wrong: bool) -> None:
    assert bool(name_problem(name)) is wrong


@pytest.mark.parametrize(
    "number, wrong", [("11010519491231002X", False), ("110105194912310021", True), ("1101051949123100", True)]
)
def test_the_check_digit(number: str, wrong: bool) -> None:
    assert bool(identity_problem(number)) is wrong


@pytest.mark.parametrize(
    "number, note, wrong",
    [
        ("11010519491231002X", "", False),
        ("110105194912310021", "", True),
        ("110105194912310021", "证件上这样", False),
        ("110105491231002", "", True),
        ("110105491231002", "证件上这样", False),
        ("11010549123100", "证件上这样", True),
        ("12345", "证件上这样", True),
        ("11010549123100X", "证件上这样", True),
        ("1101051949123100２1", "证件上这样", True),
    ],
)
def test_a_reason_passes_a_doubtful_number_and_no_other(number: str, note: str, wrong: bool) -> None:
    assert bool(number_problem(number, note)) is wrong


@pytest.mark.parametrize(
    "number, sex, wrong",
    [
        ("11010519491231002X", "女", False),
        ("11010519491231002X", "男", True),
        ("110105194912310013", "男", False),
        ("110105194912310013", "女", True),
        ("110105194912310013", "", False),
        ("110105491231001", "女", False),
        ("", "女", False),
    ],
)
def test_the_number_tells_the_sex(number: str, sex: str, wrong: bool) -> None:
    assert bool(sex_problem(number, sex)) is wrong


def test_codes_have_their_bits_and_letters() -> None:
    assert len(codes.new_token()) == 26 and set(codes.new_token()) <= set(codes.TOKEN_LETTERS)
    assert len(codes.TOKEN_LETTERS) == len(set(codes.TOKEN_LETTERS)) == 32  # 26 × 5 = 130 bits
    assert len(codes.TYPED_LETTERS) == len(set(codes.TYPED_LETTERS)) == 32  # 12 × 5 = 60, 10 × 5 = 50 bits
    assert not set("IO01") & set(codes.TYPED_LETTERS)
    assert codes.in_fours("7KQ4M2XD9PTA") == "7KQ4 M2XD 9PTA"
    assert codes.as_typed(" 7kq4-m2xd 9pta") == "7KQ4M2XD9PTA"


def test_a_ciphertext_opens_with_its_key_in_its_place_only() -> None:
    sealed = KEY.encrypt(b"secret", b"here")
    assert KEY.decrypt(sealed, b"here") == b"secret"
    assert KEY.encrypt(b"secret", b"here") != sealed
    for key, place, bytes_ in [
        (Key(b"x" * 32), b"here", sealed),
        (KEY, b"there", sealed),
        (KEY, b"here", sealed[:-1] + bytes([sealed[-1] ^ 1])),
        (KEY, b"here", b"OTHERALG" + sealed[8:]),
    ]:
        with pytest.raises(UnableToDecrypt):
            key.decrypt(bytes_, place)


def test_derived_keys_differ_and_a_key_has_32_bytes() -> None:
    assert KEY.derive("a").secret != KEY.derive("b").secret
    assert KEY.blind_index("x") == KEY.blind_index("x") != KEY.blind_index("y")
    with pytest.raises(ValueError, match="32"):
        Key(b"short")
