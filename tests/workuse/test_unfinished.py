"""What a program sees of an unfinished page, and the finished ones beside it."""

import io

import pytest
from PIL import Image

from tests.certificates.cast import page
from tests.workuse import cast
from zhengyin.documents.uploads import Checked
from zhengyin.workuse.policy.unfinished import Page, blanks_in, doubts_of, faults_of
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
        # and dates it
        ("负责人签字：____ 日期：____年__月__日", []),
        ("负责人（签字）：\n　　年　月　日", []),
        ("负责人签字并按手印：　　\n2026年　月　日", []),
        ("甲方签字：　　乙方签字：\n　年　月　日　　　　　年　月　日", []),
        ("镇人民政府（盖章）　年　月　日", []),
        # what is agreed on is no date of a signature, wherever it stands
        ("甲方签字：\n租期自　年　月　日起", ["租期自 年 月 日"]),
        ("双方签字之日起至　年　月　日", ["双方签字之日起至 年 月 日"]),
        ("双方签字后\n　年　月　日交地", [" 年 月 日"]),
        (
            "甲方签字：\n自____年__月__日至____年__月__日",
            ["自____年__月__日", "____年__月__日至____年__月__日"],
        ),
        ("签字：张三\n交地期限　年　月　日", ["交地期限 年 月 日"]),
        ("乙方签字：\n甲方：李家湾村\n　年　月　日", [" 年 月 日"]),
        ("镇人民政府（盖章）\n　年　月　日", [" 年 月 日"]),
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
        (Page("第1页", "", 300), []),  # a scan: the custodian is asked, as of a photograph
        (Page("第1张照片", "", 300, readable=False), []),
        (Page("第1张照片", "", 2, readable=False), ["page_empty"]),
        (Page("第1页", "李家湾村村民委员会\n2026年11月28日", 40), ["signature_only"]),
        (Page("第1页", BODY + "李家湾村村民委员会\n2026年11月28日", 300), []),
        (Page("第2页", "第2页", 40), ["signature_only"]),
        (Page("第2页", "第2页 共3页", 40), ["signature_only"]),
        (
            Page("第1页", "2026年三社花名册，共2户\n1 张三 男\n2页纸", 40),
            [],
        ),  # a line may begin with a number
        # a picture behind everything, an emblem or a coloured ground, hides no blank
        (Page("第1页", BODY + "编号：____", 300, pictured=10_000), ["blanks_unfilled"]),
        (Page("第1页", BODY, 300, pictured=10_000), []),
        (Page("第1页", "2026年11月28日", 300, pictured=10_000), []),  # a scanner's stamp of the time
        (Page("第1页", "2026年11月28日", 300, pictured=4_999), ["signature_only"]),
    ],
)
def test_pages(seen: Page, codes: list[str]) -> None:
    assert [fault.code for fault in faults_of([seen])] == codes


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("pictured, asked", [(10_000, ["第1页的图片"]), (1_000, ["第1页的图片"]), (999, [])])
def test_of_the_picture_behind_a_text_the_custodian_is_asked(pictured: int, asked: list[str]) -> None:
    assert list(doubts_of([Page("第1页", BODY, 300, pictured=pictured)])) == asked


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
    assert looked_at([scanned]).doubts == ("第1页的图片",)
    assert not looked_at([cast.typed_pdf()]).doubts, "the near miss: a page with text"
    found = looked_at([cast.typed_pdf(), scanned]).doubts
    assert found == ("第2个文件第1页的图片",), "one of several is enough, and it is named"
