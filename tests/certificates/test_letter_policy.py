"""The rules of the 告知函: one changed fact, one refusal; the near miss beside it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.certificates.test_policy import CONCERNED, HANDLER, ME, codes
from zhengyin.certificates.facts.letter import (
    AnswerFacts,
    ApproveLetterFacts,
    DraftLetterFacts,
    SendLetterFacts,
)
from zhengyin.certificates.letter import LetterGiven, Matter, text_of
from zhengyin.certificates.policy import letter as policy
from zhengyin.shared.refusal import Refusal

TODAY, YESTERDAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 20), date(2026, 11, 22)
DRAFT = DraftLetterFacts(ruled_out=True, unit="农业银行", answer_by=TOMORROW, today=TODAY)
APPROVE = ApproveLetterFacts((), CONCERNED, ME, HANDLER, TOMORROW, TODAY, text_digest="aa", seen="aa")
SEND = SendLetterFacts(signed=True, how="post", post_number="123", note="", answer_by=TOMORROW, today=TODAY)
ANSWER = AnswerFacts(answer_by=TODAY, today=TODAY, basis="《某办法》第七条")
GIVEN = LetterGiven("农业银行", "", TOMORROW)
MATTER = Matter(
    title="婚姻状况证明", applicant="马桂花", asked_on=YESTERDAY, purpose="",
    basis="《清单》第8项", where="民政局。", bring="", documents=("结婚证",), village="村",
    committee="村民委员会",
)  # fmt: skip


@pytest.mark.parametrize("change, refused", [
    ({}, []), ({"ruled_out": False}, ["letter_without_rule"]), ({"unit": ""}, ["letter_unit_missing"]),
    ({"answer_by": TODAY}, ["answer_day_passed"]), ({"problems": ("长",)}, ["field_wrong"]),
])  # fmt: skip
def test_draft(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(policy.refusals_to_draft_letter(replace(DRAFT, **change))) == refused


@pytest.mark.parametrize("change, refused", [
    ({}, []),
    ({"drafted_by": ME.person_id}, ["drafter_may_not_approve"]),
    ({"text_digest": "bb"}, ["changed_since_seen"]), ({"seen": ""}, ["changed_since_seen"]),
    ({"answer_by": TODAY}, ["answer_day_passed"]),
    ({"deciding": replace(ME, near_relative=None)}, []),  # nothing is certified: nobody is asked
    ({"deciding": replace(ME, identity=b"resident")}, ["own_case"]),
    ({"deciding": replace(ME, recused=True)}, ["recused"]),
    ({"deciding": replace(ME, blocked_after_reset=True)}, ["blocked_after_reset"]),
])  # fmt: skip
def test_approve(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(policy.refusals_to_approve_letter(replace(APPROVE, **change))) == refused


def test_a_committee_without_its_legal_name_sends_no_letter() -> None:
    reason = Refusal("legal_name_not_confirmed")
    assert list(policy.refusals_to_approve_letter(replace(APPROVE, not_issuing=(reason,)))) == [reason]


@pytest.mark.parametrize("change, refused", [
    ({}, []), ({"signed": False}, ["letter_not_signed"]), ({"how": "pigeon"}, ["letter_way_missing"]),
    ({"post_number": ""}, ["post_number_missing"]), ({"post_number": "", "how": "resident"}, []),
    ({"how": "other"}, ["letter_note_missing"]), ({"how": "other", "note": "送到前台"}, []),
    ({"answer_by": TODAY}, ["letter_too_late_to_send"]),
    ({"answer_by": YESTERDAY}, ["letter_too_late_to_send"]),
    ({"problems": ("长",)}, ["field_wrong"]),
])  # fmt: skip
def test_send(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(policy.refusals_to_send_letter(replace(SEND, **change))) == refused


@pytest.mark.clause("O2.1c")
@pytest.mark.parametrize("change, refused", [
    ({}, []), ({"basis": ""}, ["unit_basis_missing"]), ({"problems": ("长",)}, ["field_wrong"]),
])  # fmt: skip
def test_basis(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(policy.refusals_to_record_basis(replace(ANSWER, **change))) == refused


def test_dropped_and_silence() -> None:
    assert codes(policy.refusals_to_record_dropped(replace(ANSWER, basis=""))) == []
    assert codes(policy.refusals_to_record_dropped(replace(ANSWER, problems=("长",)))) == ["field_wrong"]
    assert codes(policy.refusals_to_record_silence(ANSWER)) == ["answer_day_not_reached"]  # until midnight
    assert codes(policy.refusals_to_record_silence(replace(ANSWER, today=TOMORROW))) == []


def test_a_long_title_gives_way_to_a_plain_one() -> None:
    assert text_of(GIVEN, replace(MATTER, title="长" * 49)).title == f"关于不出具“{'长' * 49}”的告知函"
    assert text_of(GIVEN, replace(MATTER, title="长" * 50)).title == "不予出具证明告知函"


def test_what_is_not_known_is_left_out() -> None:
    opening, rule, instead, _ = text_of(GIVEN, MATTER).paragraphs
    assert "用于" not in opening and "，带" not in instead and instead.endswith("已告知马桂花：“民政局”。")
    opening, _, instead, _ = text_of(GIVEN, replace(MATTER, purpose="贷款", documents=())).paragraphs
    assert "用于贷款，" in opening and "能够证明" not in instead
    assert rule == "一、该事项不由村民委员会出具证明。见《清单》第8项。"


def test_another_text_has_another_digest() -> None:
    text = text_of(GIVEN, MATTER)
    assert text.digest("a") != text.digest("b")
    assert text_of(replace(GIVEN, unit="别的"), MATTER).digest("a") != text.digest("a")
    assert type(text).read(text.canonical()) == text
