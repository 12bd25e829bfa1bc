"""Lines, cells and pictures of a PDF, whoever wrote it: in points as the page is shown."""

import io

import pikepdf
import pytest
from PIL import Image

from tests.documents.typed import ruled, table, thin_boxes, typed, with_strokes
from zhengyin.documents.pdfpages import PageSeen, pages_seen
from zhengyin.documents.ruling import Cell, Stroke, ruled_from

BODY = "各户按时交齐，由村里统一报送。\n\n"
# A table of two rows, drawn edge by edge, half a point thick, around x 100–300 and y 300–360.
EDGES = [(x, y, 100, 0.5) for x in (100, 200) for y in (300, 330, 360)] + [
    (x, y, 0.5, 30) for x in (100, 200, 300) for y in (300, 330)
]


def seen(pdf: bytes) -> PageSeen:
    (page,) = pages_seen(pdf)
    return page


def cells(page: PageSeen) -> list[tuple[str, bool]]:
    (found,) = page.ruled.tables
    return [(cell.text, cell.written) for cell in found]


def test_a_line_knows_what_stands_before_on_and_after_it() -> None:
    page = seen(typed(f"姓名：{ruled()}性别：{ruled('男', '2cm')}共{ruled(wide='1cm')}户参加。"))
    first, second, third = sorted(page.ruled.lines, key=lambda line: line.left)
    assert (first.before, first.written) == ("姓名：", False)
    assert (second.before, second.written) == ("性别：", True)
    assert (third.before, third.after, third.written) == ("共", "户参加。", False)
    assert page.ruled.tables == ()


def test_a_table_has_the_words_of_its_cells() -> None:
    page = seen(typed(BODY + table(4, "姓名", "张三", "性别", "", "住址", "3|平头川")))
    assert cells(page) == [
        ("姓名", True), ("张三", True), ("性别", True), ("", False), ("住址", True), ("平头川", True),
    ]  # fmt: skip
    assert page.ruled.lines == ()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_edges_drawn_as_thin_boxes_are_one_table_however_the_page_is_turned(turned: int) -> None:
    page = seen(with_strokes(typed(BODY), thin_boxes(EDGES), turned))
    (found,) = page.ruled.tables
    across = [round(cell.right - cell.left) for cell in found]
    assert len(found) == 4
    assert set(across) == {100 if turned in (0, 180) else 30}
    assert all(not cell.written for cell in found)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_ink_in_a_cell_is_found_however_the_page_is_turned(turned: int) -> None:
    """A slash through a cell says that nothing belongs there; so does a cross, a signature's picture."""
    slash = "\n0.5 w 210 305 m 280 355 l S"  # in the right column, through both rows
    page = seen(with_strokes(typed(BODY), thin_boxes(EDGES) + slash, turned))
    assert sorted(cell.written for cell in page.ruled.tables[0]) == [False, False, True, True]


def test_a_page_cut_out_of_a_larger_one_is_measured_from_its_own_corner() -> None:
    whole = with_strokes(typed(BODY + f"姓名：{ruled('张三')}"), "")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as document:
        document.pages[0].cropbox = [40, 60, 560, 800]
        document.save(out)
    (line,) = seen(out.getvalue()).ruled.lines
    assert (line.before, line.written) == ("姓名：", True)


def test_lines_within_a_form_are_lines_too() -> None:
    """What a program draws once and places somewhere: a form XObject with a matrix of its own."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typed(BODY))) as document:
        form = document.make_stream(b"0 0 m 150 0 l S")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.Matrix = pikepdf.Array([-1, -1, 151, 1]), pikepdf.Array([1, 0, 0, 1, 100, 400])
        page = document.pages[0]
        name = page.add_resource(form, pikepdf.Name.XObject)
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"\nQ q 1 0 0 1 20 0 cm {name} Do Q".encode())
        document.save(out)
    (line,) = seen(out.getvalue()).ruled.lines
    assert (round(line.left), round(line.right), round(line.height)) == (120, 270, 400)


@pytest.mark.parametrize(
    "strokes, lines",
    [
        ("0.5 w 100 400 m 200 400 l S", 1),
        ("0.5 w 100 400 m 200 401 l S", 1),  # not quite level
        ("0.5 w 100 400 m 200 430 l S", 0),
        ("1 1 1 RG 0.5 w 100 400 m 200 400 l S", 0),  # white on white
        ("1 1 1 rg 100 400 100 0.5 re f", 0),
        ("100 400 100 0.5 re n", 0),  # a clipping path draws nothing
        ("0.9 g 100 400 100 12 re f", 0),  # a shaded stripe
        ("100 400 m 130 420 170 420 200 400 c S", 0),
        ("0.5 w 100 400 m 150 400 l S 151 400 m 200 400 l S", 1),  # piece by piece, as under words
        ("0.5 w 100 400 m 110 400 l S", 0),  # too short to write on
        ("[1 1] 0 d 0.5 w 100 400 m 200 400 l S", 1),  # dotted
    ],
)
def test_strokes(strokes: str, lines: int) -> None:
    assert len(seen(with_strokes(typed(BODY), strokes)).ruled.lines) == lines


def test_a_drawing_of_very_many_lines_is_not_searched_for_tables() -> None:
    many = "\n".join(f"100 {100 + 2 * at} m 300 {100 + 2 * at + 5 * (at % 2)} l S" for at in range(40))
    assert not seen(with_strokes(typed(BODY), many)).ruled.crowded
    hatched = "\n".join(
        f"{10 + 12 * (at % 45)} {20 + at} m {14 + 12 * (at % 45)} {20 + at} l S" for at in range(700)
    )
    assert seen(with_strokes(typed(BODY), hatched)).ruled.crowded


@pytest.mark.parametrize("side, crowded", [(49, False), (50, True), (290, True)])
def test_squared_paper_is_not_put_together_cell_by_cell(side: int, crowded: bool) -> None:
    """84,100 cells took minutes under the lock on PDFium; the custodian looks instead."""
    strokes = [Stroke(8.0 * at, 0, 8.0 * side) for at in range(side + 1)]
    found = ruled_from(strokes, strokes, (), lambda _: False)
    assert found.crowded == crowded
    assert sum(map(len, found.tables)) == (0 if crowded else side * side)


@pytest.mark.parametrize("size, share", [((595, 842), 10_000), ((298, 421), 2_500), ((60, 84), 100)])
def test_what_lies_under_pictures(size: tuple[int, int], share: int) -> None:
    wide, high = size
    picture, out = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (20, 20), "grey").save(picture, "JPEG")
    with pikepdf.open(io.BytesIO(typed(BODY))) as document:
        image = document.make_stream(picture.getvalue())
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height, image.BitsPerComponent = 20, 20, 8
        image.ColorSpace, image.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
        page = document.pages[0]
        name = page.add_resource(image, pikepdf.Name.XObject)
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"\nQ q {wide} 0 0 {high} 0 0 cm {name} Do Q".encode())
        document.save(out)
    assert abs(seen(out.getvalue()).pictured - share) < share / 50


def test_cells_are_told_by_where_they_lie() -> None:
    page = seen(with_strokes(typed(BODY), thin_boxes(EDGES)))
    upper_left, upper_right, lower_left, _ = page.ruled.tables[0]
    assert isinstance(upper_left, Cell)
    assert upper_left.left == lower_left.left < upper_right.left
    assert upper_left.bottom == pytest.approx(lower_left.top)
