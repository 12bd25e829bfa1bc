"""Pictures of the stamped paper: the program counts its seals, what the custodian says is written."""

import io
from itertools import count as counting

import pytest
from PIL import Image, ImageDraw

from tests.certificates.cast import HARIGENTU, LIJIAWAN, officer
from tests.workuse import cast
from zhengyin.documents import files
from zhengyin.documents.codes import address_of, token_in
from zhengyin.documents.pdfpages import page_picture
from zhengyin.documents.stamps import red_rounds_on
from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.codes import new_token
from zhengyin.workuse import actions
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.queries.book import book_rows
from zhengyin.workuse.queries.counted import counted_of, miscounted_at
from zhengyin.workuse.queries.scans import last_of, uncounted

pytestmark = pytest.mark.usefixtures("world")
MADE = counting(1)


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
    draw.line((100, 1170, 100 + next(MADE), 1170), fill="black")  # no two photographs are the same
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return Checked(out.getvalue(), "image/jpeg")


def keep(work_use: WorkUse, *pictures: Checked) -> None:
    actions.attach_scan(
        work_use_id=work_use.id, pictures=pictures, actor=officer("hn.ljw.custodian"), at=now()
    )


def count(
    work_use: WorkUse, said: int | None, who: Actor | None = None, shown: int | None = None
) -> dict[str, str]:
    """The columns of its line; everything kept lies before the custodian unless `shown` says how much."""
    last = last_of(uncounted(work_use)) if shown is None else shown
    actions.count_seals(
        work_use_id=work_use.id, said=said, shown=last, actor=who or officer("hn.ljw.custodian"), at=now()
    )
    return dict(cast.last_line(work_use.id).columns)


def remark_on(work_use: WorkUse) -> str:
    line = next(one for one in lines_of(work_use.id) if one.kind == "register.work")
    return book_rows([line])[0].remark


def letter() -> tuple[WorkUse, Checked]:
    """A sealed letter and a picture of it."""
    work_use = cast.sealed(cast.introduction())
    assert work_use.document is not None
    return work_use, page_picture(files.plain_of(work_use.document), 1)


def taken_again(photograph: Checked) -> Checked:
    """The same paper on another photograph."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(photograph.data)) as picture:
        picture.convert("RGB").save(out, "JPEG", quality=93)
    return Checked(out.getvalue(), "image/jpeg")


@pytest.mark.parametrize(
    "centres", [(), ((560, 950),), ((240, 900), (600, 900)), ((560, 300), (240, 700), (600, 1000))]
)
def test_red_round_seals_are_counted(centres: tuple[tuple[int, int], ...]) -> None:
    assert red_rounds_on(stamped(*centres)) == len(centres)


def test_a_red_dot_is_none_and_in_a_pdf_nothing_is_counted() -> None:
    assert red_rounds_on(stamped((560, 950), size=20)) == 0
    assert red_rounds_on(cast.typed_pdf()) is None


def test_the_line_says_where_the_program_did_not_count() -> None:
    work_use = cast.sealed()
    keep(work_use, stamped((560, 950)), cast.typed_pdf())
    assert count(work_use, 2)["seen"] == "1枚，PDF没有数"
    keep(work_use, cast.typed_pdf("另外一份。"))
    assert count(work_use, 1)["seen"] == "PDF没有数"


@pytest.mark.clause("H3.2.3b")
def test_a_picture_kept_while_the_custodian_counts_is_not_counted_with_the_others() -> None:
    work_use = cast.sealed()
    keep(work_use, stamped((560, 950)))
    keep(work_use, stamped((240, 900)))  # after the page with the first was opened
    before = len(lines_of(work_use.id))
    with cast.refused("newer_pictures_not_counted"):
        count(work_use, 1, shown=1)
    assert len(lines_of(work_use.id)) == before
    assert count(work_use, 2, shown=2)["pages"] == "2"


@pytest.mark.clause("H3.2.3b")
def test_nothing_is_written_of_seals_before_the_custodian_said_it() -> None:
    work_use = cast.sealed()
    keep(work_use, stamped((560, 950)), stamped((240, 900), (600, 900)))
    assert "红色圆章" not in remark_on(work_use)
    written = count(work_use, 4)
    assert (written["pages"], written["seals"], written["seen"]) == ("2", "4", "3枚")
    assert "看到红色圆章4枚" in remark_on(work_use)


def test_pictures_are_counted_once_and_later_ones_by_themselves() -> None:
    work_use = cast.sealed()
    with cast.refused("nothing_to_count"):
        count(work_use, 1)
    keep(work_use, stamped((560, 950)))
    with cast.refused("seals_not_counted"):
        count(work_use, None)
    count(work_use, 1)
    with cast.refused("nothing_to_count"):
        count(work_use, 1)
    keep(work_use, stamped())
    assert count(work_use, 0)["pages"] == "1"


@pytest.mark.clause("H3.2.3b")
@pytest.mark.parametrize(
    "said, differs",
    [
        ((4,), False),
        ((3,), True),
        ((5,), True),
        ((1, 4), False),
        ((1, 3), False),
        ((4, 1), True),
    ],
)
def test_what_was_counted_stands_beside_what_was_registered(said: tuple[int, ...], differs: bool) -> None:
    """Four were registered: taken again the last holds, taken sheet by sheet the sum."""
    work_use = cast.sealed()
    assert not counted_of([work_use.id])
    for number in said:
        keep(work_use, stamped((560, 950)))
        count(work_use, number)
    found = counted_of([work_use.id])[work_use.id]
    assert (found.differs, found.words) == (differs, f"数出{said[-1]}枚，登记4枚")
    assert [one.work_use_id for one in miscounted_at(LIJIAWAN)] == ([work_use.id] if differs else [])
    assert not miscounted_at(HARIGENTU), "another committee's is no concern of theirs"
    actions.file(work_use_id=work_use.id, place="2026年第3盒", actor=officer("hn.ljw.clerk"), at=now())
    assert not miscounted_at(LIJIAWAN) and counted_of([work_use.id])


def test_the_custodian_counts_while_it_is_not_filed() -> None:
    work_use = cast.sealed()
    keep(work_use, stamped((560, 950)))
    for who in ("hn.ljw.clerk", "od.hrgt.custodian"):
        with cast.refused("wrong_office"):
            count(work_use, 1, officer(who))
    actions.file(work_use_id=work_use.id, place="2026年第3盒", actor=officer("hn.ljw.clerk"), at=now())
    with cast.refused("wrong_state"):
        count(work_use, 1)


def test_no_pictures_are_none_to_keep() -> None:
    work_use = cast.sealed()
    with cast.refused("stamped_scan_missing"):
        keep(work_use)


def test_the_code_of_a_letter_is_compared_with_its_own() -> None:
    work_use, own = letter()
    _, another = letter()
    said = []
    for pictures in ((own,), (another,), (taken_again(another), taken_again(own)), (stamped(),)):
        keep(work_use, *pictures)
        said.append(count(work_use, 2)["code"])
    assert said == ["与本件相符", "是另一张", "与本件相符", "没读到"]


def test_a_paper_without_a_code_of_its_own() -> None:
    work_use = cast.sealed()
    keep(work_use, stamped())
    assert count(work_use, 0)["code"] == "本件没有方码"
    keep(work_use, letter()[1])
    assert count(work_use, 0)["code"] == "是另一张"


def test_a_code_of_somebody_else_is_no_token() -> None:
    token = new_token()
    assert token_in(address_of(token)) == token_in(address_of(token).lower()) == token.upper()
    assert token_in("https://example.com/v/" + token) == token_in("微信") == token_in("") == ""
