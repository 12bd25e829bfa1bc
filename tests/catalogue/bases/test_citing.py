"""Which document a citation means, and that the table knows every basis the packs cite."""

from dataclasses import dataclass

import pytest

from tests.catalogue.cast import PACKS
from zhengyin.catalogue.bases.citing import means, mentions, not_found, plain, rests_on
from zhengyin.catalogue.bases.packfile import problems_in, read_table
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.packfiles import read_lists
from zhengyin.regions.packs import read_pack

NAMES = ("national", "huining", "ordos")


@dataclass(frozen=True)
class Doc:
    title: str
    number: str = ""


GUIDANCE = Doc("关于改进和规范基层群众性自治组织出具证明工作的指导意见", "民发〔2020〕20号")
LAW = Doc("中华人民共和国公证法")


@pytest.mark.parametrize(
    "title, number, document, same",
    [
        (GUIDANCE.title, GUIDANCE.number, GUIDANCE, True),
        (GUIDANCE.title, "民发[2020]20号", GUIDANCE, True),
        (GUIDANCE.title, "民发（2020） 20号", GUIDANCE, True),
        (GUIDANCE.title, "", GUIDANCE, True),
        (GUIDANCE.title, "民发〔2020〕21号", GUIDANCE, False),
        (GUIDANCE.title + "（试行）", GUIDANCE.number, GUIDANCE, False),
        ("公证法", "", LAW, True),
        ("《中华人民共和国公证法》", "主席令第1号", LAW, True),
        ("公证法实施办法", "", LAW, False),
    ],
)
def test_title_and_number_name_a_document(title: str, number: str, document: Doc, same: bool) -> None:
    assert means(title, number, document) is same


@pytest.mark.parametrize(
    "text, document, named",
    [
        ("《中华人民共和国公证法》第十一条。", LAW, True),
        ("依《公证法》第十一条", LAW, True),
        ("《公证法释义》", LAW, False),
        ("公证法没有加书名号", LAW, False),
        ("见民发〔2020〕20号第三条", GUIDANCE, True),
        ("民发〔2020〕20号附件第1项", GUIDANCE, False),
        ("民发〔2020〕201号", GUIDANCE, False),
        (f"《{GUIDANCE.title}》（民发〔2020〕20号）第三条", GUIDANCE, True),
        (f"《{GUIDANCE.title}》（甘民发〔2021〕1号）", GUIDANCE, False),
        (f"《{GUIDANCE.title}》（待核）", GUIDANCE, True),
    ],
)
def test_a_sentence_names_a_document(text: str, document: Doc, named: bool) -> None:
    assert mentions(text, document) is named


def test_years_and_brackets_are_read_alike() -> None:
    assert plain("民发【2020】 20号") == plain("民发〔2020〕20号") == "民发〔2020〕20号"


def entries() -> list[Entry]:
    return [
        entry
        for name in NAMES
        for file in read_lists(PACKS / name, demonstration=True)
        for entry in file.entries
    ]


def test_an_entry_rests_on_what_it_its_exception_or_its_guide_names() -> None:
    by_code = {entry.code: entry for entry in entries()}
    assert rests_on(by_code["ISS-NAT-01"], Doc("中国公民收养子女登记办法"))
    assert not rests_on(by_code["ISS-NAT-01"], LAW)
    annex = Doc("不应由基层群众性自治组织出具证明事项清单（第一批）", "民发〔2020〕20号附件")
    without = by_code["PROH-01"].model_copy(update={"bases": ()})
    assert rests_on(without, annex)  # by its exception
    said = by_code["ISS-JX-01"].model_copy(update={"bases": ()})
    assert rests_on(said, LAW)  # by its guide's own words


@pytest.mark.clause("H4.1c")
def test_every_basis_the_packs_cite_stands_in_the_table() -> None:
    tables = [table for name in NAMES if (table := read_table(PACKS / name))]
    documents = [one for table in tables for one in table.documents]
    assert {words for entry in entries() for words in not_found(entry, documents)} == set()
    cited = [
        one for name in ("huining", "ordos")
        for settings in read_pack(PACKS / name).settings.values() for one in settings.documents.values()
    ]  # fmt: skip
    missing = {one.title for one in cited if not any(means(one.title, one.number, doc) for doc in documents)}
    assert cited and missing == set()


def test_a_basis_nobody_entered_is_named() -> None:
    entry = next(one for one in entries() if one.code == "ISS-NAT-01")
    assert not_found(entry, [LAW]) == ("《中国公民收养子女登记办法》第六条第一款第（二）项",)


def test_the_tables_are_sound_and_guess_nothing() -> None:
    assert [problem for name in NAMES for problem in problems_in(PACKS / name)] == []
    national = read_table(PACKS / "national")
    assert national is not None and len(national.documents) == 28
    by_key = {one.key: one for one in national.documents}
    law = by_key["villages_law"]
    assert law.title_only and law.effective_from and law.effective_from.isoformat() == "2026-01-01"
    for one in national.documents:  # what was not read in full, or whose days are not known, says so
        unread = one.confidence != "source" or not one.issued_on
        assert not unread or "待核" in one.title + one.note or one.source.strip()
    assert "demo_zhaoqing" not in {one.key for one in national.rows(demonstration=False)}
