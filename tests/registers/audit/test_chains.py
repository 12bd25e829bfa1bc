"""One change in a book, one sentence that says where."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.registers.audit.rows import BOOK, entries, head, rechained, rows
from zhengyin.ledger import chain
from zhengyin.ledger.chain import Entry
from zhengyin.registers.audit.chains import Claims, follow
from zhengyin.registers.audit.findings import BookHead

TEN = entries(10)
HASHES = [chain.line_hash(line) for line in TEN]


def break_in(given: list[bytes], at: BookHead | None = None, claims: Claims | None = None) -> str:
    end = at or head(TEN)
    return follow(end, chain.genesis(BOOK), given, lambda fields: None, b"book.opened", claims or {}).break_


def with_line(no: int, **fields: object) -> list[Entry]:
    return [replace(line, **fields) if line.no == no else line for line in TEN]  # type: ignore[arg-type]


def claim(lines: list[Entry], *numbers: int) -> Claims:
    return {no: (chain.line_hash(lines[no - 1]), "2026年3月2日 10:00:00") for no in numbers}


def test_a_whole_book_has_no_break():
    seen: list[int] = []
    followed = follow(
        head(TEN), chain.genesis(BOOK), rows(TEN), lambda fields: seen.append(int(fields[2])), b"book.opened",
        claim(TEN, 3, 10),
    )  # fmt: skip
    assert (followed.lines, followed.break_, seen) == (10, "", list(range(1, 11)))


def test_a_book_may_begin_with_an_opening_line():
    opened = entries(3, first=87)
    assert break_in(rows(opened), head(opened)) == ""


@pytest.mark.parametrize("field, value", [
    ("person_name", "王五"), ("columns", '{"note":"c"}'), ("text_digest", "b" * 64), ("office", "director"),
])  # fmt: skip
def test_a_changed_line_is_named(field: str, value: str):
    changed = rows(with_line(4, **{field: value}), HASHES)
    assert break_in(changed) == "第4号的内容与登记时留下的校验值不符：这一号登记以后被改过"


def test_a_changed_line_with_a_new_hash_breaks_at_the_next():
    assert break_in(rows(with_line(4, person_name="王五"))).startswith("第5号接不上前一号")


def test_only_the_first_break_is_told():
    twice = [replace(line, person_name="王五") if line.no in (4, 8) else line for line in TEN]
    assert break_in(rows(twice, HASHES)).startswith("第4号的内容")


@pytest.mark.parametrize("missing, sentence", [
    ([5], "第4号之后就是第6号：中间的登记被删掉了"),
    ([1, 2], "最前面是第3号：第1号至第2号的登记不见了"),
    ([9, 10], "首页记着登记到第10号，实际只到第8号：末尾的登记被删掉了"),
])  # fmt: skip
def test_a_missing_line_is_named(missing: list[int], sentence: str):
    assert break_in(rows(line for line in TEN if line.no not in missing)) == sentence


def test_a_number_twice_is_named():
    assert break_in([*rows(TEN[:4]), *rows(TEN[3:])]) == "第4号出现了两次"


def test_a_line_back_in_time_is_named():
    back = with_line(6, recorded_at=TEN[2].recorded_at, happened_at=TEN[2].happened_at)
    assert break_in(rows(rechained(back)), head(rechained(back))).startswith("第6号的时间不对")


def test_a_line_before_it_happened_is_named():
    early = rechained(with_line(6, happened_at=TEN[5].recorded_at + timedelta(seconds=1)))
    assert break_in(rows(early), head(early)).startswith("第6号的时间不对")


def test_a_head_of_another_line_is_named():
    assert break_in(rows(TEN), replace(head(TEN), last_hash="0" * 64)).startswith(
        "首页记的末号与第10号对不上"
    )


def test_a_rechained_book_passes_without_and_fails_with_checkpoints():
    forged = rechained(with_line(4, person_name="王五"))
    assert break_in(rows(forged), head(forged)) == ""
    told = break_in(rows(forged), head(forged), claim(TEN, 3, 7))
    assert told == ("第4号至第7号之间有登记被改写：2026年3月2日 10:00:00签存的校验点记着第7号的另一个校验值")


def test_lines_cut_off_with_their_head_pass_without_and_fail_with_checkpoints():
    short = TEN[:6]
    assert break_in(rows(short), head(short)) == ""
    assert break_in(rows(short), head(short), claim(TEN, 3, 9)) == (
        "2026年3月2日 10:00:00签存时已登记到第9号，现在只到第6号：第7号至第9号被删掉了"
    )


def test_an_emptied_book_is_named():
    empty = BookHead(BOOK, head(TEN).owner, "certificates", 2026, 0, chain.genesis(BOOK))
    assert break_in([], empty) == ""
    assert "第1号至第9号被删掉了" in break_in([], empty, claim(TEN, 9))
