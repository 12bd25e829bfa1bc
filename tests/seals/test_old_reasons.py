"""A reason that was a column, before it lay beside the line, is read and printed as it was written."""

from collections.abc import Mapping
from dataclasses import replace
from unittest.mock import patch
from uuid import uuid4

from tests.seals.cast import AT, HUINING, LIJIAWAN, Cast, last_line
from zhengyin.archive.packing.prints import _said
from zhengyin.people.offices import Office
from zhengyin.registers import actions as registers
from zhengyin.registers import lines
from zhengyin.registers.queries import RegisterLine, told
from zhengyin.seals.lines.seal import STOPPED

COLUMNS = {"seal": "李家湾村民委员会", "why": "争议"}


def stopped(cast: Cast, columns: Mapping[str, str], personal: Mapping[str, str]) -> RegisterLine:
    subject = uuid4()
    registers.write(
        kind=STOPPED, owner=LIJIAWAN, county_code=HUINING, subject=subject, happened_at=AT,
        signature=cast.actor("pt_officer").signature(Office.TOWNSHIP), columns=columns, personal=personal,
    )  # fmt: skip
    return last_line(subject)


def test_an_older_reason_is_told_and_printed_by_its_title(cast: Cast) -> None:
    now = lines.kind_of(STOPPED)
    then = replace(now, columns=(*now.columns, *now.personal), personal=())
    with patch.dict(lines._declared, {STOPPED: then}):
        line = stopped(cast, {**COLUMNS, "reason": "公章有两枚"}, {})
    assert ("reason", "原因", "公章有两枚") in tuple(told(line))
    assert set(_said(line)) == {"印章名称：李家湾村民委员会", "停用事由：争议", "原因：公章有两枚"}


def test_a_reason_beside_the_line_is_told_and_not_printed(cast: Cast) -> None:
    line = stopped(cast, COLUMNS, {"reason": "公章有两枚"})
    assert ("reason", "原因", "公章有两枚") in tuple(told(line))
    assert set(_said(line)) == {"印章名称：李家湾村民委员会", "停用事由：争议"}
    erased = replace(line, personal=None)
    assert ("reason", "原因", "已依法删除") in tuple(told(erased))
