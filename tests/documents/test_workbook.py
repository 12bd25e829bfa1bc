"""Excel workbooks, read back by another program: every cell text, nothing computed, nothing left out."""

import io
from collections.abc import Iterable, Iterator

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from zhengyin.documents.workbook import Row, workbook

TITLES = [("登记号", 8), ("备注", 40)]


def sheets(rows: Iterable[Row], most_rows: int = 100) -> list[Worksheet]:
    data = b"".join(workbook("登记簿[2026]", TITLES, rows, most_rows))
    return list(load_workbook(io.BytesIO(data)).worksheets)


def values(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("text", [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=HYPERLINK(\"http://x\")", "007", "1e5",
    "2026-01-01", "<b>&\"'", "_x0041_", "__x0041_", "𬭁😀", " 空 ", "]]>", "TRUE", "#N/A",
])  # fmt: skip
def test_a_cell_is_text_whatever_it_begins_with(text: str) -> None:
    (sheet,) = sheets([("1", text)])
    cell = sheet["B2"]
    assert (cell.data_type, cell.number_format) in (("s", "@"), ("inlineStr", "@"))
    assert unescaped(str(cell.value)) == text


def test_a_count_is_a_number() -> None:
    (sheet,) = sheets([("1", ""), (12, "=1+1")])
    assert [(sheet[at].value, sheet[at].data_type) for at in ("A2", "A3")] == [("1", "s"), (12, "n")]
    assert sheet["B3"].value == "=1+1" and sheet["B3"].data_type != "f"


def unescaped(text: str) -> str:
    """openpyxl leaves Excel's escapes in place."""
    return text.replace("_x000D_", "\r").replace("_x005F_", "_")


def test_what_xml_cannot_hold_is_escaped_as_excel_reads_it() -> None:
    (sheet,) = sheets([("1", "\x00\x0b\ud800\uffff")])
    assert sheet["B2"].value == "_x0000__x000B__xD800__xFFFF_"


def test_the_titles_stand_frozen_above() -> None:
    (sheet,) = sheets([("1", "")])
    assert values(sheet) == [("登记号", "备注"), ("1", None)]
    assert (sheet.freeze_panes, sheet.title, sheet.column_dimensions["B"].width) == ("A2", "登记簿2026", 40)
    assert sheet["A1"].font.bold and not sheet["A2"].font.bold


def test_no_row_is_left_out_when_a_sheet_is_full() -> None:
    rows = [(str(number), "") for number in range(1, 26)]
    found = sheets(rows, most_rows=11)
    assert [sheet.max_row for sheet in found] == [11, 11, 6]
    assert [row[0] for sheet in found for row in values(sheet)[1:]] == [row[0] for row in rows]
    assert all(values(sheet)[0] == ("登记号", "备注") for sheet in found)
    assert [sheet.max_row for sheet in sheets(rows[:20], most_rows=11)] == [11, 11]


def test_a_table_without_rows_is_a_table() -> None:
    (sheet,) = sheets([])
    assert values(sheet) == [("登记号", "备注")]


def test_it_goes_out_while_it_is_read() -> None:
    asked = []

    def rows() -> Iterator[tuple[str, str]]:
        for number in range(5000):
            asked.append(number)
            yield str(number), "长" * 20

    pieces = workbook("x", TITLES, rows())
    next(pieces)
    assert len(asked) < 1000
