"""A table as an Excel workbook (.xlsx), written while it is read: nothing is kept, no row is left out.

Counts are numbers; every text is typed as text, so that nothing in it is ever computed, whatever it
begins with. openpyxl would first write the whole table into a temporary file; see docs/decisions/0015.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = Sequence[str | int]
MOST_ROWS = 1_048_576  # of a sheet, as Excel and WPS have it; what is left goes on the next one

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
# What XML cannot hold, what it would read back as another character, and what Excel takes for such an escape.
_ESCAPED = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def workbook(name: str, titles: Sequence[tuple[str, int]], rows: Iterable[Row],
             most_rows: int = MOST_ROWS) -> Iterator[bytes]:  # fmt: skip
    """The bytes of a workbook of one table; `titles` with their widths in characters stand frozen above."""
    out = _Outlet()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        sheets, left = 0, iter(rows)
        for first in _first_of_each(left, most_rows):
            sheets += 1
            with package.open(f"xl/worksheets/sheet{sheets}.xml", "w", force_zip64=True) as sheet:
                sheet.write(_sheet_head(titles))
                for at, row in enumerate(first, start=2):
                    sheet.write(_row(row))
                    if at % 500 == 0:
                        yield out.taken()
                sheet.write(b"</sheetData></worksheet>")
        for path, text in _parts(name, sheets):
            package.writestr(path, _HEAD + text)
    yield out.taken()


def _first_of_each(rows: Iterator[Row], most_rows: int) -> Iterator[Iterator[Row]]:
    """The rows in runs that fit on a sheet; at least one run, even without rows."""
    following: list[Row] = list(_some(rows, 1))
    while True:
        yield _run(following, rows, most_rows - 1)
        following = list(_some(rows, 1))
        if not following:
            return


def _run(begun: list[Row], rows: Iterator[Row], most: int) -> Iterator[Row]:
    yield from begun
    yield from _some(rows, most - len(begun))


def _some(rows: Iterator[Row], most: int) -> Iterator[Row]:
    for _, row in zip(range(most), rows, strict=False):
        yield row


def _row(row: Row) -> bytes:
    return f"<row>{''.join(map(_cell, row))}</row>".encode()


def _cell(text: str | int, style: int = 1) -> str:
    if isinstance(text, int):
        return f"<c><v>{text}</v></c>"
    if not text:
        return f'<c s="{style}"/>'
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{_plain(text)}</t></is></c>'


def _plain(text: str) -> str:
    return escape(_ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def _sheet_head(titles: Sequence[tuple[str, int]]) -> bytes:
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, (_, width) in enumerate(titles, start=1)
    )
    heads = "".join(_cell(title, 2) for title, _ in titles)
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData><row>{heads}</row>"
    ).encode()


def _parts(name: str, sheets: int) -> Iterator[tuple[str, str]]:
    """All that a package must hold besides its sheets."""
    short = escape(_NO_NAME.sub("", name)[:25])
    named = [short if sheets == 1 else f"{short}（{at}）" for at in range(1, sheets + 1)]
    yield (
        "[Content_Types].xml",
        (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            + "".join(
                f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
                for at in range(1, sheets + 1)
            )
            + "</Types>"
        ),
    )
    yield "_rels/.rels", _related([("officeDocument", "xl/workbook.xml")])
    yield (
        "xl/_rels/workbook.xml.rels",
        _related(
            [
                *(("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, sheets + 1)),
                ("styles", "styles.xml"),
            ]
        ),
    )
    yield (
        "xl/workbook.xml",
        (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>'
            + "".join(f'<sheet name="{one}" sheetId="{at}" r:id="r{at}"/>' for at, one in enumerate(named, 1))
            + "</sheets></workbook>"
        ),
    )
    yield "xl/styles.xml", _STYLES


def _related(targets: list[tuple[str, str]]) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{at}" Type="{_RELATED}/{kind}" Target="{target}"/>'
            for at, (kind, target) in enumerate(targets, start=1)
        )
        + "</Relationships>"
    )


# Format 49 is text: what is typed over a cell later stays text as well. Style 2 is bold.
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="SimSun"/></font>'
    '<font><b/><sz val="11"/><name val="SimSun"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


class _Outlet(io.RawIOBase):
    """Where the archive is written to, and taken from in pieces; it cannot be gone back in."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self._held += data
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last time."""
        piece, self._held = bytes(self._held), bytearray()
        return piece
