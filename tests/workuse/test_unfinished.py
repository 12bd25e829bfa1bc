"""What a program sees of an unfinished page, and the finished ones beside it."""

import io

import pytest
from PIL import Image

from tests.certificates.cast import page
from tests.workuse import cast
from zhengyin.documents.uploads import Checked
from zhengyin.workuse.policy.unfinished import Page, blanks_in, faults_of
from zhengyin.workuse.queries.content import looked_at

BODY = "关于三社到四社机耕路维修的请示，费用由镇里拨付，请批示。\n"


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize(
    "text, blanks",
    [
        ("报送编号：____，请查收", ["报送编号：____"]),
        ("共　　　户参加", ["共____"]),
        ("经费（　　）元", ["经费（ ）"]),
        ("经费（）元", ["经费（）"]),
        ("完成时间：\n下一行", ["完成时间：____"]),
        ("2026年　月　日", ["2026年 月 日"]),
        ("年   月   日", ["年 月 日"]),
        # finished
        ("报送编号：12号，请查收", []),
        ("2026年11月28日", []),
        ("　　各户按时交齐。", []),
        ("经费（三万）元", []),
        ("A  B", []),
        # the hand signs there
        ("负责人签字：________", []),
        ("（盖章）　　　　", []),
        ("村民签字：　　　　", []),
    ],
)
def test_blanks(text: str, blanks: list[str]) -> None:
    assert list(blanks_in(text)) == blanks


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize(
    "seen, codes",
    [
        (Page("第1页", BODY, 300), []),
        (Page("第1页", "", 0), ["page_empty"]),
        (Page("第1页", "", 5), ["page_empty"]),
        (Page("第1页", "", 300, readable=False), []),  # a scan: the custodian is asked, as of a photograph
        (Page("第1张照片", "", 300, readable=False), []),
        (Page("第1张照片", "", 2, readable=False), ["page_empty"]),
        (Page("第1页", "李家湾村村民委员会\n2026年11月28日", 40), ["signature_only"]),
        (Page("第1页", BODY + "李家湾村村民委员会\n2026年11月28日", 300), []),
        (Page("第2页", "第2页", 40), ["signature_only"]),
    ],
)
def test_pages(seen: Page, codes: list[str]) -> None:
    assert [fault.code for fault in faults_of([seen])] == codes


def test_every_page_is_named_with_what_is_missing() -> None:
    found = list(faults_of([Page("第1页", BODY + "编号：____", 300), Page("第2页", "", 0)]))
    assert [(one.code, one.about) for one in found] == [
        ("blanks_unfilled", "第1页“编号：____”"), ("page_empty", "第2页"),
    ]  # fmt: skip


@pytest.mark.clause("H3.2.4d")
def test_a_scan_as_pdf_is_asked_about_like_a_photograph() -> None:
    """Nobody has read it: the custodian answers, and the line does not say that the system did."""
    drawn = io.BytesIO()
    Image.open(io.BytesIO(page(8).data)).convert("RGB").save(drawn, "PDF")
    scanned = Checked(drawn.getvalue(), "application/pdf")
    assert looked_at([scanned]).on_photos
    assert not looked_at([cast.typed_pdf()]).on_photos, "the near miss: a page with text"
    assert looked_at([cast.typed_pdf(), scanned]).on_photos, "one of several is enough"
