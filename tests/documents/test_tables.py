"""Tables handed in: read as text, whoever made them; what cannot be read is said in words."""

import io
import struct
import zipfile

import openpyxl
import pytest

from zhengyin.documents import tables
from zhengyin.documents.tables import Unreadable, rows_of
from zhengyin.documents.workbook import workbook

ROWS = (("村（社区）", "姓名"), ("李家湾村", "马秀兰"), ("会师门社区", "阿依古丽·买买提"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_in_the_encodings_of_offices(encoding: str) -> None:
    text = "\r\n".join(",".join(row) for row in ROWS) + "\r\n,\r\n"
    assert rows_of(text.encode(encoding)) == ROWS


def test_our_own_workbook_and_that_of_another_program() -> None:
    ours = b"".join(workbook("名单", [(one, 10) for one in ROWS[0]], ROWS[1:]))
    assert rows_of(ours) == ROWS
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    sheet["D2"] = 46000  # a day as a workbook counts it, two columns further
    out = io.BytesIO()
    book.save(out)
    assert rows_of(out.getvalue()) == (ROWS[0], (*ROWS[1], "", "46000"), ROWS[2])


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data, words",
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "旧的 .xls"),
        (b"PK\x03\x04 broken", "打不开或已经损坏"),
        (packed(other=b"x"), "没有工作表"),
        (b"a" * (tables.MAX_BYTES + 1), "超过 2 MB"),
        (b"a\n" * (tables.MAX_ROWS + 2), "超过3000行"),
        (packed(big=b"0" * (tables.MAX_UNPACKED + 1)), "太大"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        rows_of(data)
    assert words in str(refused.value)


def damaged(how: str) -> bytes:
    """A workbook; its first sheet's packed bytes, flags or packed size changed where it says so."""
    titles, rows = [("姓名", 20), ("职务", 20)], [("李国栋", "主任")] * 300
    data = bytearray(b"".join(workbook("名单", titles, rows)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = next(one for one in package.infolist() if "worksheets" in one.filename)
    name, extra = struct.unpack_from("<HH", data, sheet.header_offset + 26)
    central = data.index(sheet.filename.encode(), data.index(b"PK\x01\x02")) - 46
    if how == "packed":
        data[sheet.header_offset + 30 + name + extra] ^= 0xFF
    elif how == "encrypted":
        data[central + 8] ^= 1
    elif how == "short":
        data[central + 20 : central + 24] = (10).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize("how", ["packed", "encrypted", "short"])
def test_a_damaged_workbook_is_said_to_be_damaged(how: str) -> None:
    """Near miss: the same one whole."""
    assert len(rows_of(damaged("whole"))) == 301
    with pytest.raises(Unreadable) as refused:
        rows_of(damaged(how))
    assert "打不开或已经损坏" in str(refused.value)


def test_nothing_outside_is_fetched_for_a_workbook() -> None:
    sheet = b"""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row><c t="inlineStr"><is><t>&e;</t></is></c><c t="inlineStr"><is><t>x</t></is></c></row></sheetData>
</worksheet>"""
    book = packed(xl__worksheets__sheet1=b"")
    out = io.BytesIO(book)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/worksheets/sheet1.xml", sheet)
    assert "root:" not in str(rows_of(out.getvalue()))
