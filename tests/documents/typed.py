"""Papers as another program makes them: typeset with the project's fonts, or drawn stroke by stroke."""

import io
from collections.abc import Sequence

import pikepdf
import typst

from zhengyin.documents import fonts
from zhengyin.documents.typesetting import typefaces

HEAD = '#set page(paper: "a4", margin: 26mm)\n#set text(font: "FandolFang R", size: 16pt)\n'
RULE = "#box(width: {}, height: 1em, stroke: (bottom: 0.6pt))[{}]"


def typed(*pages: str) -> bytes:
    """A PDF of these pages in typst's own language."""
    source = HEAD + "\n#pagebreak()\n".join(pages)
    made = typst.compile(source.encode(), font_paths=typefaces(fonts.folder()), ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def ruled(words: str = "", wide: str = "4cm") -> str:
    """A drawn line, with words on it if there are any."""
    return RULE.format(wide, words)


def table(columns: int, *cells: str) -> str:
    """A drawn table; a cell beginning with a bracketed number reaches over as many columns: 3|合计."""
    said = []
    for cell in cells:
        wide, _, words = cell.rpartition("|")
        said.append(f"table.cell(colspan: {wide})[{words}]" if wide else f"[{words}]")
    return f"#table(columns: (1fr,) * {columns}, {', '.join(said)})\n"


def with_strokes(pdf: bytes, strokes: str, turned: int = 0) -> bytes:
    """The first page with more drawn on it, in points from below; `turned` for showing."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"\nQ\n" + strokes.encode())
        if turned:
            page.rotate(turned, relative=False)
        document.save(out)
    return out.getvalue()


def thin_boxes(boxes: Sequence[tuple[float, float, float, float]]) -> str:
    """Lines as Word and LibreOffice write them: filled boxes half a point thick, one an edge of a cell."""
    return "0 g\n" + "\n".join(f"{x} {y} {wide} {high} re f" for x, y, wide, high in boxes)
