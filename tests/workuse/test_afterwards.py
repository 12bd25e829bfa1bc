"""After the seal: a letter is printed once, the stamped paper kept, the papers filed."""

import io

import pytest
from PIL import Image, ImageDraw

from tests.certificates.cast import officer
from tests.documents.reading import text_of, without_spaces
from tests.workuse import cast
from zhengyin.documents import files
from zhengyin.documents.stamps import red_rounds_on
from zhengyin.documents.uploads import Checked
from zhengyin.registers.queries import lines_of, now
from zhengyin.workuse import actions
from zhengyin.workuse.queries.book import book_rows

pytestmark = pytest.mark.usefixtures("world")


def stamped(*centres: tuple[int, int], size: int = 84) -> Checked:
    """A page with writing and red round seals: a ring with a star's worth of red in it."""
    picture = Image.new("RGB", (840, 1188), "white")
    draw = ImageDraw.Draw(picture)
    for at in range(10):
        draw.line((100, 150 + at * 60, 700, 150 + at * 60), fill="black", width=4)
    draw.rectangle((100, 60, 740, 66), fill=(200, 20, 20))  # a red rule is no seal
    for x, y in centres:
        draw.ellipse((x - size, y - size, x + size, y + size), outline=(210, 30, 30), width=6)
        draw.ellipse((x - 18, y - 18, x + 18, y + 18), fill=(210, 30, 30))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return Checked(out.getvalue(), "image/jpeg")


@pytest.mark.parametrize(
    "centres", [(), ((560, 950),), ((240, 900), (600, 900)), ((560, 300), (240, 700), (600, 1000))]
)
def test_red_round_seals_are_counted(centres: tuple[tuple[int, int], ...]) -> None:
    assert red_rounds_on(stamped(*centres)) == len(centres)


def test_a_red_dot_and_a_pdf_show_none() -> None:
    assert red_rounds_on(stamped((560, 950), size=20)) == 0
    assert red_rounds_on(cast.typed_pdf()) == 0


@pytest.mark.clause("H3.2.3b")
def test_a_scan_is_kept_and_what_was_seen_stands_in_the_remarks() -> None:
    work_use, custodian = cast.sealed(), officer("hn.ljw.custodian")
    with cast.refused("stamped_scan_missing"):
        actions.attach_scan(work_use_id=work_use.id, pictures=(), actor=custodian, at=now())
    seen = actions.attach_scan(
        work_use_id=work_use.id, pictures=(stamped((560, 950)),), actor=custodian, at=now()
    )
    assert seen == (1,)
    line = next(one for one in lines_of(work_use.id) if one.kind == "register.work")
    assert "看到红色圆章1枚" in book_rows([line])[0].remark


def test_filed_it_is_over() -> None:
    work_use, clerk = cast.sealed(), officer("hn.ljw.clerk")
    with cast.refused("filed_where_missing"):
        actions.file(work_use_id=work_use.id, place="", actor=clerk, at=now())
    done = actions.file(work_use_id=work_use.id, place="2026年第3盒", actor=clerk, at=now())
    assert (done.state, done.filed_as) == ("work_filed", "2026年第3盒")
    with cast.refused("wrong_state"):
        actions.file(work_use_id=work_use.id, place="2026年第3盒", actor=clerk, at=now())


@pytest.mark.clause("H3.2.4d")
def test_a_letter_has_a_number_of_its_own_its_stub_and_is_printed_once() -> None:
    work_use, clerk = cast.sealed(cast.introduction()), officer("hn.ljw.clerk")
    line = next(one for one in lines_of(work_use.id) if one.kind == "register.introduction")
    assert line.columns["number"] == "平头川镇李家湾村介字〔2026〕1号"
    assert line.columns["work_number"] == work_use.number
    assert "李秀英" not in str(line.columns)
    assert work_use.document is not None
    said = without_spaces(text_of(files.plain_of(work_use.document)))
    assert "介绍信存根" in said
    assert said.count("介字〔2026〕1号") >= 3  # on the stub, across the cut, on the letter
    for words in ("会宁县农业农村局", "李秀英等2人", "领取防疫物资"):
        assert words in said
    actions.print_copies(work_use_id=work_use.id, actor=clerk, at=now())
    with cast.refused("introduction_printed"):
        actions.print_copies(work_use_id=work_use.id, actor=clerk, at=now())


def test_another_kind_has_no_letter_to_print() -> None:
    work_use = cast.sealed()
    with cast.refused("no_introduction"):
        actions.print_copies(work_use_id=work_use.id, actor=officer("hn.ljw.clerk"), at=now())


def test_an_inquiry_names_unit_and_letter_in_the_register() -> None:
    work_use = cast.sealed(cast.inquiry())
    line = next(one for one in lines_of(work_use.id) if one.kind == "register.work")
    assert line.columns["kind"] == "协助调查取证"
    assert line.columns["letter"] == "会公（平）函〔2026〕12号"
    assert "王警官" not in str(line.columns)
