"""Reading a table somebody filled in: CSV (UTF-8 or GB18030) or the first sheet of an Excel workbook.

Everything is text, as it stands in the cell; nothing is ever computed. Limits keep a small file from
growing into a large one: bytes, unpacked bytes, rows. `Unreadable` carries a sentence for the screen.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

MAX_BYTES = 2 * 1024 * 1024
MAX_UNPACKED = 20 * 1024 * 1024
MAX_ROWS = 3000
MAX_CELL = 400  # characters
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,  # the last: encrypted
    etree.XMLSyntaxError, KeyError, ValueError,
)  # fmt: skip
Rows = tuple[tuple[str, ...], ...]


class Unreadable(Exception):
    """The file is no table that can be read; the message says what to do."""


def rows_of(data: bytes) -> Rows:
    """The rows with at least one filled cell, each cell without blanks around. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable("表格超过 2 MB，请删掉用不着的内容再传。")
    found = _workbook(data) if data.startswith(b"PK") else _text(data)
    rows = []
    for cells in found:
        if any(cell.strip() for cell in cells):
            rows.append(tuple(cell.strip()[:MAX_CELL] for cell in cells))
        if len(rows) > MAX_ROWS:
            raise Unreadable(f"表格超过{MAX_ROWS}行，请分几次传。")
    return tuple(rows)


def _text(data: bytes) -> Iterator[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        try:
            yield from csv.reader(io.StringIO(text, newline=""))
        except csv.Error as error:
            raise Unreadable("这个 CSV 读不了，请另存为 Excel 工作簿（.xlsx）再传。") from error
        return
    raise Unreadable("只收 Excel 工作簿（.xlsx）和 CSV。旧的 .xls 请另存为 .xlsx 再传。")


def _workbook(data: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(one.file_size for one in package.infolist()) > MAX_UNPACKED:
                raise Unreadable("表格太大，请删掉用不着的内容再传。")
            sheets = sorted(name for name in package.namelist() if _SHEET.fullmatch(name))
            if not sheets:
                raise Unreadable("文件里没有工作表，请另存为 Excel 工作簿（.xlsx）再传。")
            yield from _sheet(package.read(sheets[0]), _shared(package))
    except _BROKEN as error:
        raise Unreadable("这个文件打不开或已经损坏，请另存为 Excel 工作簿（.xlsx）再传。") from error


def _parsed(xml: bytes) -> "etree._Element":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml, parser)


def _shared(package: zipfile.ZipFile) -> list[str]:
    """Texts that stand in the package once and are named by number."""
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    found = _parsed(package.read("xl/sharedStrings.xml")).iterfind(f"{_SPACE}si")
    return [_said(one) for one in found]


def _sheet(xml: bytes, shared: list[str]) -> Iterator[list[str]]:
    for row in _parsed(xml).iterfind(f"{_SPACE}sheetData/{_SPACE}row"):
        cells: list[str] = []
        for cell in row.iterfind(f"{_SPACE}c"):
            at = _column(cell.get("r", "")) if cell.get("r") else len(cells)
            cells += [""] * (min(at, 100) - len(cells))
            cells.append(_value(cell, shared))
        yield cells


def _column(reference: str) -> int:
    """0 for A1, 27 for AB3."""
    number = 0
    for letter in reference:
        if not letter.isalpha():
            break
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number - 1


def _value(cell: "etree._Element", shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _said(cell)
    value = cell.findtext(f"{_SPACE}v") or ""
    if kind == "s" and value.isdigit() and int(value) < len(shared):
        return shared[int(value)]
    return value


def _said(element: "etree._Element") -> str:
    """The text of runs put together; phonetic hints are none of it."""
    parts = element.iter(f"{_SPACE}t")
    return "".join(one.text or "" for one in parts if not _is_hint(one))


def _is_hint(element: "etree._Element") -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{_SPACE}rPh"
