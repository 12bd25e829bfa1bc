"""Several persons on one paper, the dead among them: sentence or table, each verified, masked, found."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import refused
from tests.documents.reading import text_of, without_spaces
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.asked import Application, PersonGiven
from zhengyin.certificates.content import Text
from zhengyin.certificates.lines.names import REGISTER, REGISTERED
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.persons import Certified, rows_of, sentence_of, several
from zhengyin.certificates.queries.book import book_rows
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.queries.papers import sealed_pdf
from zhengyin.certificates.queries.registered import names_differing
from zhengyin.certificates.queries.verifying import prints_every_number, says_so
from zhengyin.certificates.queries.worklists import work_page
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

SON = PersonGiven("李小明", "620422199505120005", relation="儿子")
FATHER = PersonGiven("马德山", relation="父亲", deceased=True, died_on=date(2019, 3, 1))
GRANDCHILD = PersonGiven("李一", "620422201805120019", relation="孙子", identity_note="户口簿上就是这样")
MOTHER = PersonGiven("王玉兰", "620422194505120020", relation="母亲", identity_note="户口簿上就是这样")
BROTHER = PersonGiven("马德海", "620422197005120019", relation="兄弟", identity_note="户口簿上就是这样")


def wanted(*others: PersonGiven) -> Application:
    return replace(cast.application(), certified=(cast.RESIDENT, *others))


def sealed(*others: PersonGiven) -> UUID:
    case = cast.verified(wanted=wanted(*others))
    cast.agree(certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    cast.seal(case, cast.officer("hn.ljw.custodian"))
    return case


def paper(case: UUID) -> str:
    words = text_of(sealed_pdf(Certificate.objects.get(pk=case)))
    return without_spaces(words).replace("\u200b", "")


@pytest.mark.clause("H3.2.3c", "O2.2d")
def test_a_few_stand_in_a_sentence(world: World) -> None:
    case = sealed(SON, FATHER)
    words = paper(case)
    assert "被证明的共3人：马桂花（公民身份号码620422196805120003）；李小明（申请人马桂花的儿子" in words
    assert "马德山（申请人马桂花的父亲，已故（2019年3月1日去世））" in words
    assert "与申请人的" not in words


def test_from_five_they_stand_in_a_table(world: World) -> None:
    case = sealed(SON, FATHER, GRANDCHILD, MOTHER, BROTHER)
    words = paper(case)
    assert "被证明的共6人，见下表" in words and "与申请人的" in words and "已故（2019年" in words
    for one in (SON, FATHER, GRANDCHILD, MOTHER, BROTHER):
        assert one.name in words and one.identity in words
    line = next(line for line in registers.lines_of(case) if line.kind == REGISTERED)
    assert line.personal and line.personal["name"].count("、") == 5
    assert book_rows([line])[0].said["name"] == "马*等6人"
    assert not list(names_differing())


@pytest.mark.clause("H3.2.3c")
def test_the_register_finds_each_of_them(world: World) -> None:
    sealed(SON, FATHER)
    for name in ("马桂花", "李小明", "马德山"):
        page = registers.lines(
            owner=cast.LIJIAWAN, book=REGISTER, year=now().year, filters=Filters(personal=name)
        )
        assert len(page.lines) == 1, name


def test_screens_mask_every_number(world: World) -> None:
    case = cast.verified(wanted=wanted(SON, FATHER, GRANDCHILD, MOTHER))
    clerk = cast.officer("hn.ljw.clerk")
    page = case_page(Certificate.objects.get(pk=case), clerk, now())
    shown = str((page.text, page.facts, page.persons))
    for one in (SON, GRANDCHILD, MOTHER, cast.RESIDENT):
        assert one.identity not in shown, one.name
    assert "6204**********0005" in shown
    assert work_page(clerk, cast.LIJIAWAN, now()).rows[0].who == "马桂花等5人"


@pytest.mark.clause("O2.2d")
def test_who_they_are_is_verified_too(world: World) -> None:
    case, clerk = cast.applied(wanted=wanted(SON)), cast.officer("hn.ljw.clerk")
    cast.accept(case, clerk)
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=cast.CHECKS, actor=clerk, at=now())
    refused(lambda: actions.verify(certificate_id=case, actor=clerk, at=now()), "fact_not_checked")


def test_a_stranger_compares_any_of_them(world: World) -> None:
    case = sealed(SON, FATHER)
    assert says_so(case, "马桂花", "0003") and says_so(case, "李小明", "0005")
    assert not says_so(case, "李小明", "0003") and not says_so(case, "李小明", "")
    assert says_so(case, "马德山", "") and not says_so(case, "马德山", "0003")
    assert not prints_every_number(case)
    assert prints_every_number(sealed(SON))


def test_an_officer_among_the_dead_and_the_living_is_an_own_case(world: World) -> None:
    officer = PersonGiven("李国栋", "620422197306040003", relation="外甥")
    case = cast.verified(wanted=wanted(SON, officer))
    director = cast.officer("hn.ljw.director")
    refused(
        lambda: cast.agree(certificate_id=case, near_relative=False, actor=director, at=now()),
        "own_case",
    )


def tomorrow() -> date:
    return day_of(now()) + timedelta(days=1)


@pytest.mark.parametrize("others, code", [
    ((SON, SON), "person_written_twice"), ((replace(SON, name="李"),), "field_wrong"),
    ((replace(SON, relation="儿" * 21),), "field_wrong"), ((replace(SON, relation="儿😀"),), "field_wrong"),
    ((replace(SON, identity="62042219950512000Q"),), "field_wrong"),
    ((replace(SON, name="李ꦄ"),), "character_unprintable"),
    (tuple(replace(FATHER, name=f"马{chr(0x4E00 + n)}") for n in range(30)), "persons_too_many"),
])  # fmt: skip
def test_what_does_not_fit(world: World, others: tuple[PersonGiven, ...], code: str) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    refused(lambda: cast.apply(wanted(*others), clerk), code)
    cast.apply(wanted(*others[:0], SON, FATHER), clerk)


def test_nobody_died_tomorrow(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    refused(lambda: cast.apply(wanted(replace(FATHER, died_on=tomorrow())), clerk), "died_in_future")
    cast.apply(wanted(replace(FATHER, died_on=day_of(now()))), clerk)


def numbered(**changed: Any) -> Application:
    """An item whose entry asks for every number: 分户."""
    usual = cast.application("ISS-XY-07")
    values = {"household": "李家湾村三社", "from_head": "李德福", "separated_on": "2020-01-01"}
    question = replace(usual.question, unit_class="police", demanding_unit="平头川派出所")
    return replace(
        usual,
        question=question,
        values={**usual.values, **values},
        certified=(cast.RESIDENT, replace(SON, **changed)),
    )


def test_a_number_is_wanted_where_the_item_wants_it_but_not_of_the_dead(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    refused(lambda: cast.apply(numbered(identity=""), clerk), "number_missing")
    cast.apply(numbered(identity="", deceased=True), clerk)
    cast.apply(numbered(), clerk)


def test_sentence_and_table() -> None:
    me, son = Certified("马桂花"), Certified("李小明", "儿子")
    gone = Certified("马德山", deceased=True)
    assert sentence_of([me, son, gone], "马桂花") == (
        "被证明的共3人：马桂花；李小明（申请人马桂花的儿子）；马德山（已故）。"
    )
    assert rows_of([me] * 4) == () and len(rows_of([me] * 5)) == 5
    assert sentence_of([me] * 5, "马桂花") == "被证明的共5人，见下表；申请人是马桂花。"
    assert (several(["甲乙", "丙丁"]), several(["甲乙", "丙丁", "戊己"])) == ("甲乙、丙丁", "甲乙等3人")


def test_a_text_without_a_table_is_spelt_as_before() -> None:
    text = Text("村", "证明", "农行", ("一。",), ("特此证明。",), 1)
    assert "people" not in text.canonical() and Text.read(text.canonical()) == text
    many = replace(text, people=(("1", "马桂花", "", "", ""),))
    assert Text.read(many.canonical()) == many and many.digest("s") != text.digest("s")
