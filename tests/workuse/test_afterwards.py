"""After the seal: a letter is printed once, the stamped paper kept, the papers filed."""

import pytest

from tests.certificates.cast import officer
from tests.documents.reading import text_of, without_spaces
from tests.workuse import cast
from zhengyin.documents import files
from zhengyin.registers.queries import lines_of, now
from zhengyin.workuse import actions
from zhengyin.workuse.kinds import VoidWhy
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.queries import letters
from zhengyin.workuse.queries.book import book_rows

pytestmark = pytest.mark.usefixtures("world")


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


@pytest.mark.clause("H3.2.3a", "H3.2.3b")
def test_a_spoiled_or_lost_letter_is_declared_void_and_keeps_its_number() -> None:
    work_use, director = cast.sealed(cast.introduction()), officer("hn.ljw.director")
    said = {"work_use_id": work_use.id, "at": now()}
    for who in ("hn.ljw.clerk", "hn.ljw.custodian", "hn.ptc.director", "hn.pt.officer"):
        with cast.refused("wrong_office"):
            actions.void(**said, why=VoidWhy.LOST, back=False, actor=officer(who))
    with cast.refused("void_why_missing", "void_paper_missing"):
        actions.void(**said, why=None, back=None, actor=director)
    with cast.refused("lost_paper_is_not_back"):
        actions.void(**said, why=VoidWhy.LOST, back=True, actor=director)
    done = actions.void(**said, why=VoidWhy.LOST, back=False, actor=director)
    assert (done.state, done.number) == ("work_voided", work_use.number)
    for line in lines_of(work_use.id):
        if line.kind in ("register.work", "register.introduction"):
            (row,) = book_rows([line])
            assert "作废 丢了，纸没有收回来" in row.remark.replace("：", " ") and row.remarks[-1].void
    known = letters.by_document(work_use.document.sha256)  # type: ignore[union-attr]
    assert known is not None and known.void
    for act in (
        lambda: actions.void(**said, why=VoidWhy.LOST, back=False, actor=director),
        lambda: actions.file(work_use_id=work_use.id, place="盒", actor=officer("hn.ljw.clerk"), at=now()),
        lambda: actions.print_copies(work_use_id=work_use.id, actor=officer("hn.ljw.clerk"), at=now()),
    ):
        with cast.refused("wrong_state"):
            act()


def test_what_is_filed_is_not_void_any_more() -> None:
    work_use, clerk = cast.sealed(), officer("hn.ljw.clerk")
    actions.file(work_use_id=work_use.id, place="2026年第3盒", actor=clerk, at=now())
    with cast.refused("filed_work_stays"):
        declared_void(work_use, VoidWhy.SPOILED, back=True)


def declared_void(work_use: WorkUse, why: VoidWhy, *, back: bool) -> WorkUse:
    director = officer("hn.ljw.director")
    return actions.void(work_use_id=work_use.id, why=why, back=back, actor=director, at=now())


@pytest.mark.clause("H3.2.3b")
def test_of_a_letter_only_the_stub_is_filed_once_it_was_printed_and_the_letter_may_be_lost() -> None:
    """Near miss: the other papers, filed, stay."""
    work_use, clerk = cast.sealed(cast.introduction()), officer("hn.ljw.clerk")
    with cast.refused("letter_not_printed"):
        actions.file(work_use_id=work_use.id, place="2026年第3盒", actor=clerk, at=now())
    actions.print_copies(work_use_id=work_use.id, actor=clerk, at=now())
    filed = actions.file(work_use_id=work_use.id, place="2026年第3盒", actor=clerk, at=now())
    done = declared_void(filed, VoidWhy.LOST, back=False)
    assert (done.state, done.filed_as) == ("work_voided", "2026年第3盒")
