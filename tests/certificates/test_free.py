"""Free words: soft and discretionary papers, each sentence verified, two approvers, 200 characters."""

from dataclasses import replace

import pytest

from tests.certificates import cast
from tests.certificates.attempts import refused
from tests.documents.reading import text_of, without_spaces
from tests.world import World
from zhengyin.catalogue.kinds import Method, Said
from zhengyin.catalogue.policy import Answer, Outcome, Path
from zhengyin.certificates import actions
from zhengyin.certificates.actions import CheckGiven
from zhengyin.certificates.asked import Application
from zhengyin.certificates.free import (
    blank_form,
    form_with,
    served_by_free_words,
    tidied_words,
    too_long,
)
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.papers import sealed_pdf
from zhengyin.certificates.workflow import State
from zhengyin.registers.queries import now

UNLISTED = Answer(Outcome.YES_DISCRETIONARY, Path.RESIDENTS_NEED, "可以", entry_name="门牌情况")
VALUES = {
    "title": "门牌情况证明", "subject_name": "马桂花", "subject_identity": "620422196805120003",
    "words_1": "马桂花家门口的门牌是三社12号。", "words_2": "门牌由村（社区）2019年统一更换",
}  # fmt: skip
CHECKS = (
    CheckGiven("person", "document_seen", "居民身份证", True),
    CheckGiven("words_1", "home_visit", "到门口看过", True),
    CheckGiven("words_2", "ledger", "门牌台账第3页", True),
)


def wanted(**said: object) -> Application:
    """What stands on no list, asked for by a bank: 会宁 class 证明类(2)."""
    usual = cast.application()
    question = replace(
        usual.question, entry_code="", asked_for="门牌情况", own_duty=Said.YES, verifiable=Said.YES,
        public_interest=Said.NO, **said,
    )  # fmt: skip
    return replace(usual, question=question, values=VALUES)


def on_a_basis() -> Application:
    """The same, asked for by a public body that names its basis."""
    return wanted(
        unit_class="government", demanding_unit="会宁县自然资源局", basis_given=Said.YES,
        basis_words="《某办法》第七条",
    )  # fmt: skip


def prohibited() -> Application:
    """A prohibited item let through for a policy gap, which has no form of its own (据实出具)."""
    usual = cast.soft()
    values = {**VALUES, "words_1": "马桂花和李德祥1989年起一起生活"}
    return replace(usual, question=replace(usual.question, entry_code="PROH-08", public_interest=Said.NO),
                   values=values)  # fmt: skip


@pytest.mark.clause("H3.1b", "H3.1c", "O2.2d")
@pytest.mark.parametrize("make, title, village", [
    (wanted, "门牌情况证明", "hn.ljw"), (prohibited, "婚姻状况证明", "hn.ljw"),
    (on_a_basis, "门牌情况证明", "hn.ljw"),
    (on_a_basis, "门牌情况证明", "od.hrgt"),
])  # fmt: skip
def test_from_the_words_to_the_paper(world: World, make: object, title: str, village: str) -> None:
    case = cast.verified(village, make(), CHECKS)  # type: ignore[operator]
    row = Certificate.objects.get(pk=case)
    assert (row.title, row.needs_second, row.working_days, row.valid_days) == (title, True, 5, 0)
    director, second = cast.officer(f"{village}.director"), cast.officer(f"{village}.deputy")
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())
    assert cast.state_of(case) is State.AWAITING_SECOND
    cast.second(certificate_id=case, near_relative=False, actor=second, at=now())
    cast.seal(case, cast.officer(cast.keeper(village)))
    words = without_spaces(text_of(sealed_pdf(Certificate.objects.get(pk=case))))
    assert title in words and "门牌由村（社区）2019年统一更换。" in words and "。。" not in words
    assert "马桂花，公民身份号码620422196805120003。" in words


@pytest.mark.clause("O3.1a")
@pytest.mark.parametrize("make", [wanted, prohibited])
def test_not_in_ordos(world: World, make: object) -> None:
    """鄂尔多斯: what stands on no list has no basis, what is prohibited stops."""
    clerk = cast.officer("od.hrgt.clerk")
    refused(lambda: cast.apply(make(), clerk, "od.hrgt"), "may_not_be_issued")  # type: ignore[operator]


@pytest.mark.clause("O2.2d")
def test_every_sentence_is_verified_by_itself(world: World) -> None:
    case, clerk = cast.applied(wanted=wanted()), cast.officer("hn.ljw.clerk")
    cast.accept(case, clerk)
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=CHECKS[:2], actor=clerk, at=now())
    refused(lambda: actions.verify(certificate_id=case, actor=clerk, at=now()), "fact_not_checked")


@pytest.mark.parametrize("changed, codes", [
    ({"words_1": ""}, ["field_missing", "field_wrong"]),
    ({"words_1": "字" * 200, "words_2": ""}, []),
    ({"words_1": "字" * 201, "words_2": ""}, ["field_wrong", "field_wrong"]),
    ({"words_1": "字" * 101, "words_2": "字" * 100}, ["field_wrong"]),
    ({"words_1": "门牌😀"}, ["field_wrong"]), ({"words_1": "门牌\x07"}, ["field_wrong"]),
    ({"words_1": "<b>门牌</b>"}, ["field_wrong"]), ({"words_1": "{subject_name}"}, ["field_wrong"]),
    ({"title": "门牌😀"}, ["field_wrong"]), ({"title": "题" * 61}, ["field_wrong"]),
    ({"words_2": "ꦄ"}, ["character_unprintable"]),
])  # fmt: skip
def test_what_does_not_fit(world: World, changed: dict[str, str], codes: list[str]) -> None:
    clerk, usual = cast.officer("hn.ljw.clerk"), wanted()
    whole = replace(usual, values={**VALUES, "words_2": "", **changed})
    if codes:
        refused(lambda: cast.apply(whole, clerk), *codes)
    else:
        cast.apply(whole, clerk)


@pytest.mark.parametrize("outcome, served", [
    (Outcome.YES_DISCRETIONARY, True), (Outcome.YES_TRUTHFUL_EXCEPTION, True),
    (Outcome.YES_POSITIVE_LIST, False), (Outcome.YES_NAMED_EXCEPTION, False), (Outcome.NO_PROHIBITED, False),
    (Outcome.ASK_MORE, False),
])  # fmt: skip
def test_free_words_serve_soft_and_discretionary_papers_only(outcome: Outcome, served: bool) -> None:
    assert served_by_free_words(replace(UNLISTED, outcome=outcome)) is served


def test_an_item_of_a_list_keeps_its_name() -> None:
    listed = replace(UNLISTED, entry_code="PROH-08", entry_name="婚姻状况证明")
    assert form_with(listed, VALUES).title == "婚姻状况证明"
    assert "title" not in [field.key for field in blank_form(listed).fields]
    assert "title" in [field.key for field in blank_form(UNLISTED).fields]
    assert form_with(UNLISTED, {**VALUES, "title": ""}).title == "门牌情况"


def test_as_many_sentences_as_words() -> None:
    form = form_with(UNLISTED, {"words_1": "一", "words_3": "三"})
    assert [fact.key for fact in form.facts] == ["person", "words_1", "words_3"]
    assert set(form.facts[1].methods) == set(Method)
    assert [fact.key for fact in form_with(UNLISTED, {}).facts] == ["person", "words_1"]


def test_words_are_tidied() -> None:
    assert tidied_words({"words_1": " 一\n二。", "x": " y "}) == {"words_1": "一 二", "x": " y "}
    assert too_long({"words_1": "字" * 200}) == "" and "201" in too_long({"words_1": "字" * 201})
