"""Days remembered as a month or a year."""

import pytest

from zhengyin.shared.since import since_in


@pytest.mark.parametrize("typed, kept, words", [
    ("1978", "1978", "1978年"),
    ("1978年", "1978", "1978年"),
    ("１９７８", "1978", "1978年"),
    ("1978-3", "1978-03", "1978年3月"),
    ("1978年3月", "1978-03", "1978年3月"),
    ("1978 年 12 月", "1978-12", "1978年12月"),
    ("1978.03", "1978-03", "1978年3月"),
    ("1978-03-01", "1978-03-01", "1978年3月1日"),
    ("1978年3月1日", "1978-03-01", "1978年3月1日"),
    ("1978/3/1", "1978-03-01", "1978年3月1日"),
    ("2012年2月29日", "2012-02-29", "2012年2月29日"),
])  # fmt: skip
def test_what_is_known_of_it(typed: str, kept: str, words: str) -> None:
    since = since_in(typed)
    assert since is not None
    assert (since.kept, since.words) == (kept, words)
    assert since_in(since.kept) == since_in(since.words) == since  # what is kept or shown is read again


@pytest.mark.parametrize("typed", [
    "", "78", "19783", "从小", "1978-13", "1978-0", "2013年2月29日", "1978-3-", "1978年3月1日前",
    "1978-3-1-1", "0000",
])  # fmt: skip
def test_what_is_none(typed: str) -> None:
    assert since_in(typed) is None
