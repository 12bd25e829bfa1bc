"""The rules as tables: one good case, one changed fact, one refusal, the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.admission.cast import DECIDED, WATER, item
from tests.admission.paper import ITEM, SAID
from zhengyin.admission.draft import NO_CODE, entry_of, faults_of
from zhengyin.admission.facts import Answer, Asking, Complete, Consulting, Hit, Sitting, Summing
from zhengyin.admission.form import pieces, pieces_of
from zhengyin.admission.kinds import RULES, Conclusion, Kind, Rule, Stance, Way
from zhengyin.admission.policy.consulting import (
    refusals_to_answer,
    refusals_to_consult,
    refusals_to_sum_up,
    refusals_to_weigh,
)
from zhengyin.admission.policy.joint import refusals_to_call, refusals_to_hold
from zhengyin.admission.policy.proposal import (
    refusals_to_accept,
    refusals_to_draft,
    refusals_to_file,
    refusals_to_publish,
    refusals_to_refuse,
    refusals_to_submit,
    refusals_without_reason,
)
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import Confidence, EntryKind, Level
from zhengyin.catalogue.lists import Listed, VersionRef
from zhengyin.catalogue.policy.change import Change, ChangeFacts, refusals_to_decide
from zhengyin.shared.refusal import Refusal

TODAY, DAY = date(2026, 11, 20), timedelta(days=1)
NEW_YEAR = DECIDED.takes_effect_on
ASKING = Asking(
    kind=Kind.ADMIT, applicant="会宁县供水公司（示例）", liaison="王主任", telephone="0943-0000900",
    item_name="自来水户主变更", item_code="", said=SAID, faults=(), today=TODAY, received_on=TODAY,
)  # fmt: skip
EXIT = replace(ASKING, kind=Kind.EXIT, item_code="ISS-ZR-01", standing=True, stop_on=TODAY + DAY)
MARRIED, CARD = Hit("PROH-01", "婚姻状况证明"), Hit("DOC-01", "居民身份证")


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


def told(refusals: Iterable[Refusal]) -> list[tuple[str, str]]:
    return [(refusal.code, refusal.about) for refusal in refusals]


def without(*keys: str) -> dict[str, str]:
    return {key: one for key, one in SAID.items() if key not in keys}


@pytest.mark.parametrize(
    "applicant, name, refusals",
    [
        ("供水公司", "自来水过户", []),
        (" ", "自来水过户", ["applicant_missing"]),
        ("供水公司", "　", ["item_name_missing"]),
        ("", "", ["applicant_missing", "item_name_missing"]),
    ],
)
def test_draft(applicant: str, name: str, refusals: list[str]) -> None:
    assert codes(refusals_to_draft(applicant, name)) == refusals


@pytest.mark.clause("H2.2a", "H4.2a", "O2.1b", "O3.2a")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"liaison": " "}, ["liaison_missing"]),
        ({"telephone": ""}, ["liaison_missing"]),
        ({"liaison": "", "telephone": ""}, ["liaison_missing"]),
        ({"said": without("purpose")}, ["piece_missing"]),
        ({"said": {**SAID, "verifiable": "\n"}}, ["piece_missing"]),
        ({"said": without("purpose", "requirements", "why_not_shared", "verifiable")}, ["piece_missing"] * 4),
        ({"said": {**SAID, "volume": "", "support": ""}}, []),  # may be left empty
        ({"said": without("exit_reason", "instead", "filed_because")}, []),  # not asked of this kind
        ({"faults": ("设定依据", "样表")}, ["item_unfinished", "item_unfinished"]),
        ({"taken": "居（租）住证明"}, ["item_already_listed"]),
        ({"pending": True}, ["item_under_way"]),
        ({"on_paper": True}, ["paper_form_not_scanned"]),
        ({"on_paper": True, "scanned": True}, []),
        ({"received_on": TODAY + DAY}, ["received_in_the_future"]),
        ({"received_on": TODAY - 30 * DAY}, []),  # it lay in the post
        ({"received_on": None}, []),
        ({"standing": False, "stop_on": None}, []),  # nothing of its own ends
    ],
)
def test_submit_an_admission(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_submit(replace(ASKING, **change))) == refusals


@pytest.mark.clause("H2.1a", "H2.2a")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"standing": False}, ["item_not_listed_here"]),
        ({"stop_on": None}, ["stop_day_missing"]),
        ({"stop_on": TODAY}, ["stop_day_past"]),
        ({"said": without("instead")}, ["piece_missing"]),  # who asks is not sent away without a way
        ({"said": without("exit_reason")}, ["piece_missing"]),
        ({"said": without("purpose", "requirements", "why_not_shared", "verifiable")}, []),
        ({"faults": ("样表",), "taken": "自来水户主变更"}, []),  # of an admission only
        ({"pending": True}, ["item_under_way"]),
    ],
)
def test_submit_an_exit(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_submit(replace(EXIT, **change))) == refusals


@pytest.mark.clause("H2.1c", "H4.1c")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"standing": False}, ["item_not_listed_here"]),
        ({"unchanged": True}, ["nothing_adjusted"]),
        ({"said": without("adjusted_because")}, ["piece_missing"]),
        ({"faults": ("样表",)}, ["item_unfinished"]),
        ({"taken": "居（租）住证明"}, ["item_already_listed"]),  # by another name of another item
        ({"pending": True}, ["item_under_way"]),
        ({"stop_on": None}, []),
    ],
)
def test_submit_an_adjustment(change: dict[str, Any], refusals: list[str]) -> None:
    facts = replace(ASKING, kind=Kind.ADJUST, item_code="ISS-ZR-01", standing=True)
    assert codes(refusals_to_submit(replace(facts, **change))) == refusals


@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"said": without("filed_because")}, ["piece_missing"]),
        ({"faults": ("样表",), "taken": "自来水户主变更", "stop_on": None}, []),
        ({"on_paper": True}, ["paper_form_not_scanned"]),
    ],
)
def test_submit_a_filing(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_submit(replace(ASKING, kind=Kind.FILE, **change))) == refusals


@pytest.mark.clause("H2.2a")
def test_the_paper_asks_each_piece_once_and_says_what_is_missing() -> None:
    assert len({piece.key for piece in pieces()}) == len(pieces())
    for kind in Kind:
        wanted = [piece.label for piece in pieces_of(kind) if not piece.optional]
        bare = replace(EXIT, kind=kind, said={})
        missing = [(c, a) for c, a in told(refusals_to_submit(bare)) if c == "piece_missing"]
        assert wanted and missing == [("piece_missing", label) for label in wanted]


@pytest.mark.clause("O2.1b", "O2.1c", "O2.2a", "O3.2a")
@pytest.mark.parametrize(
    "change, fault",
    [
        ({"bases": []}, "设定依据"),
        ({"bases": [{**ITEM["bases"][0], "document": ""}]}, "设定依据"),
        ({"ties": []}, "和本村（社区）的关系"),
        ({"guide": {**ITEM["guide"], "materials": []}}, "四、申请材料"),
        ({"guide": {**ITEM["guide"], "demanded_by": ""}}, "六、要求开具单位"),
        ({"guide": {**ITEM["guide"], "time_limit": "待核"}}, "五、办理时限"),
        ({"form": {**ITEM["form"], "facts": []}}, "样表的句子"),
        ({"form": None}, "样表"),
        ({"completion": "time_limited"}, "五、办理时限"),  # without its working days
    ],
)
def test_what_an_item_lacks_is_said_in_words(change: dict[str, Any], fault: str) -> None:
    (found,) = faults_of({**ITEM, **change})
    assert fault in found


def test_a_whole_item_lacks_nothing_and_has_no_code_yet() -> None:
    assert faults_of(ITEM) == faults_of({**ITEM, "completion": "time_limited", "working_days": 3}) == ()
    assert entry_of(ITEM).code == NO_CODE and entry_of(ITEM, "ISS-ZR-07").code == "ISS-ZR-07"
    dressed = {**ITEM, "code": "PROH-01", "kind": "prohibited", "confidence": "verified"}
    assert entry_of(dressed).kind is EntryKind.ISSUABLE  # no form makes it anything else
    assert entry_of(dressed).code == NO_CODE


@pytest.mark.clause("H2.2e", "H2.1a", "O2.1b", "O2.1c", "O2.1f")
@pytest.mark.parametrize(
    "facts, refusals",
    [
        (Complete(Kind.ADMIT, 1, (), ()), []),
        (Complete(Kind.ADMIT, 0, (), ()), [("proposal_without_basis", "")]),
        (Complete(Kind.ADMIT, 1, (MARRIED,), ()), [("proposal_prohibited", "婚姻状况证明（PROH-01）")]),
        (Complete(Kind.ADMIT, 1, (), (CARD,)), [("proposal_has_document", "居民身份证（DOC-01）")]),
        (Complete(Kind.ADMIT, 0, (MARRIED,), (CARD, CARD)),
         [("proposal_without_basis", ""), ("proposal_prohibited", "婚姻状况证明（PROH-01）"),
          *[("proposal_has_document", "居民身份证（DOC-01）")] * 2]),
        (Complete(Kind.EXIT, 0, (MARRIED,), (CARD,)), []),  # what ends needs no basis
        (Complete(Kind.ADJUST, 0, (MARRIED,), ()),
         [("proposal_without_basis", ""), ("proposal_prohibited", "婚姻状况证明（PROH-01）")]),
        (Complete(Kind.FILE, 0, (), ()), [("filing_is_only_filed", "")]),
    ],
)  # fmt: skip
def test_accept(facts: Complete, refusals: list[tuple[str, str]]) -> None:
    assert told(refusals_to_accept(facts)) == refusals


def test_only_a_filing_is_filed() -> None:
    assert {kind: told(refusals_to_file(kind)) for kind in Kind} == {
        Kind.FILE: [],
        Kind.ADMIT: [("only_a_filing_is_filed", "准入")],
        Kind.EXIT: [("only_a_filing_is_filed", "退出")],
        Kind.ADJUST: [("only_a_filing_is_filed", "调整")],
    }


@pytest.mark.clause("H2.2e", "O2.1b", "O2.1f")
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("rule", [*Rule, None])
@pytest.mark.parametrize("reason", ["清单第一项", " "])
def test_refuse(kind: Kind, rule: Rule | None, reason: str) -> None:
    wanted = ["refusing_rule_missing"] if rule is None else []
    wanted += ["refusing_rule_does_not_fit"] if rule and rule not in RULES[kind] else []
    wanted += ["proposal_reason_missing"] * (not reason.strip())
    assert codes(refusals_to_refuse(kind, rule, reason)) == wanted


def test_every_kind_has_rules_by_which_it_is_refused_and_every_rule_a_kind() -> None:
    assert all(RULES[kind] for kind in Kind) and {rule for one in RULES.values() for rule in one} == set(Rule)
    assert Rule.NO_BASIS in RULES[Kind.ADMIT] and Rule.NO_BASIS not in RULES[Kind.EXIT]


def test_nothing_is_sent_back_or_called_off_without_a_word() -> None:
    assert codes(refusals_without_reason("\n")) == ["proposal_reason_missing"]
    assert codes(refusals_without_reason("依据没有写条款")) == []


MUST = {"1": "平头川镇", "2": "县公安局"}


@pytest.mark.clause("H2.2b")
@pytest.mark.parametrize(
    "due_on, bodies, refusals",
    [
        (TODAY + DAY, {"1", "2"}, []),
        (TODAY, {"1", "2"}, [("consult_until_too_soon", "")]),
        (TODAY + DAY, {"1", "2", "3"}, []),  # whoever else is concerned
        (TODAY + DAY, {"1", "3"}, [("must_be_asked", "县公安局")]),
        (TODAY + DAY, set(), [("must_be_asked", "平头川镇、县公安局")]),
    ],
)
def test_consult(due_on: date, bodies: set[str], refusals: list[tuple[str, str]]) -> None:
    assert told(refusals_to_consult(Consulting(due_on, TODAY, bodies, MUST))) == refusals


ANSWER = Answer(Stance.NONE, "", "张主任", TODAY, Way.LINK, scanned=False, asked_on=TODAY - DAY, today=TODAY)


@pytest.mark.clause("H2.2b")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),  # 无意见 is an answer
        ({"stance": None}, ["stance_missing"]),
        ({"stance": Stance.OPINION}, ["opinion_words_missing"]),
        ({"stance": Stance.OPINION, "words": " \n"}, ["opinion_words_missing"]),
        ({"stance": Stance.OPINION, "words": "只在没有协议时开"}, []),
        ({"answered_by": " "}, ["answering_person_missing"]),
        ({"way": Way.PAPER}, ["paper_answer_not_scanned"]),
        ({"way": Way.PAPER, "scanned": True}, []),
        ({"way": Way.DESK}, []),
        ({"answered_on": None}, ["answer_day_missing"]),
        ({"answered_on": TODAY - DAY}, []),  # the day it was asked
        ({"answered_on": TODAY - 2 * DAY}, ["answer_day_wrong"]),
        ({"answered_on": TODAY + DAY}, ["answer_day_wrong"]),
        ({"weighing": True}, ["opinions_summed_up"]),
    ],
)
def test_answer(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_answer(replace(ANSWER, **change))) == refusals


@pytest.mark.clause("H2.2b")
def test_weigh() -> None:
    assert codes(refusals_to_weigh(Stance.OPINION, "写进办理条件")) == []
    assert codes(refusals_to_weigh(Stance.OPINION, " ")) == ["proposal_reason_missing"]
    assert codes(refusals_to_weigh(Stance.NONE, "好")) == ["nothing_to_weigh"]


@pytest.mark.clause("H2.2b")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"waiting": 3}, ["answers_awaited"]),  # the last day still counts
        ({"waiting": 3, "today": TODAY + DAY}, []),  # the silent are named, not waited for
        ({"today": TODAY - 5 * DAY}, []),  # everybody answered early
        ({"unweighed": 1}, ["opinions_not_weighed"]),
        ({"unweighed": 1, "today": TODAY + DAY}, ["opinions_not_weighed"]),
        ({"summary": " "}, ["summary_missing"]),
    ],
)
def test_sum_up(change: dict[str, Any], refusals: list[str]) -> None:
    facts = Summing(due_on=TODAY, today=TODAY, waiting=0, unweighed=0, summary="都没有意见")
    assert codes(refusals_to_sum_up(replace(facts, **change))) == refusals


CALL: dict[str, Any] = {
    "title": "第1次联审会议", "place": "县民政局", "held_on": TODAY, "today": TODAY, "items": 1,
    "not_waiting": (), "called_already": (),
}  # fmt: skip


@pytest.mark.clause("H2.2c")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"title": " "}, ["joint_piece_missing"]),
        ({"place": ""}, ["joint_piece_missing"]),
        ({"held_on": TODAY - DAY}, ["joint_day_past"]),
        ({"items": 0}, ["agenda_empty"]),
        ({"not_waiting": ("甲",)}, ["item_not_waiting"]),
        ({"items": 2, "called_already": ("甲", "乙")}, ["item_on_another_agenda"] * 2),
    ],
)
def test_call_a_joint_meeting(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_call(**{**CALL, **change})) == refusals


YES, NO, LATER = Conclusion.APPROVE, Conclusion.REJECT, Conclusion.DEFER
SITTING = Sitting(
    held_on=TODAY, called_on=TODAY - DAY, today=TODAY, presided_by="高明远", scanned=True,
    conclusions={"甲": (YES, "")}, present={"县公安局": True, "县司法局": False},
)  # fmt: skip


@pytest.mark.clause("H2.2b", "H2.2c")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"presided_by": " "}, ["presiding_missing"]),
        ({"scanned": False}, ["minutes_not_scanned"]),
        ({"held_on": TODAY - DAY}, []),  # the day it was called
        ({"held_on": TODAY - 2 * DAY}, ["joint_day_wrong"]),
        ({"held_on": TODAY + DAY}, ["joint_day_wrong"]),
        ({"conclusions": {}}, ["items_all_withdrawn"]),
        ({"conclusions": {"甲": (None, "说了很久")}}, ["conclusion_missing"]),
        ({"conclusions": {"甲": (YES, ""), "乙": (None, "")}}, ["conclusion_missing"]),
        ({"conclusions": {"甲": (NO, " ")}}, ["conclusion_unexplained"]),
        ({"conclusions": {"甲": (NO, "能查")}}, []),
        ({"conclusions": {"甲": (LATER, "")}}, ["conclusion_unexplained"]),
        ({"conclusions": {"甲": (LATER, "缺说明")}}, []),
        ({"present": {"县公安局": True, "县司法局": None}}, ["attendance_missing"]),
        ({"present": {"县公安局": False, "县司法局": False}}, ["nobody_came"]),
        ({"present": {"县公安局": None, "县司法局": False}}, ["attendance_missing"]),
    ],
)
def test_hold_a_joint_meeting(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_hold(replace(SITTING, **change))) == refusals


@pytest.mark.clause("H2.1c", "H2.2d")
@pytest.mark.parametrize(
    "counties, stops, refusals",
    [
        ({"620422000000"}, {}, []),
        ({"620422000000"}, {"甲": "2027-01-01"}, []),
        ({"620422000000"}, {"甲": "2027-01-02"}, ["stops_another_day"]),
        ({"620422000000"}, {"甲": "2026-12-31", "乙": "2027-01-01"}, ["stops_another_day"]),
        (set(), {}, ["nothing_to_publish"]),
        ({"150623000000"}, {}, ["of_another_county"]),
        ({"620422000000", "150623000000"}, {}, ["of_another_county"]),
    ],
)
def test_publish(counties: set[str], stops: dict[str, str], refusals: list[str]) -> None:
    assert codes(refusals_to_publish(counties, "620422000000", stops, DECIDED)) == refusals


@pytest.mark.clause("H2.1c")
def test_what_was_changed_since_it_was_asked_about_is_not_published() -> None:
    county = "620422000000"
    assert told(refusals_to_publish({county}, county, {}, DECIDED, ("居（租）住证明",))) == [
        ("item_changed_since", "居（租）住证明")
    ]


# The change of the lists themselves: zhengyin/catalogue/policy/change.py

OWN = "ISS-HN-07"
FORBIDDEN = Listed(
    Entry(code="PROH-01", kind=EntryKind.PROHIBITED, name="婚姻状况证明", confidence=Confidence.SOURCE),
    Level.NATION,
    VersionRef(Level.NATION, "nation", "国家清单", 1, TODAY),
)
FACTS = ChangeFacts(
    day=NEW_YEAR, today=TODAY, scanned=True, number_taken=False, emergency=False, above=(FORBIDDEN,),
    own={OWN}, newest={"会宁县准入证明事项清单": NEW_YEAR},
)  # fmt: skip
BEGUN, ENDED = Change(begun=(item(),)), Change(ended=(OWN,))


def decided(change: Change = BEGUN, **changed: Any) -> list[tuple[str, str]]:
    """What is refused of the good decision with these things changed, of document or facts."""
    of_facts = {key: one for key, one in changed.items() if hasattr(FACTS, key)}
    of_document = {key: one for key, one in changed.items() if key not in of_facts}
    return told(refusals_to_decide(replace(DECIDED, **of_document), change, replace(FACTS, **of_facts)))


@pytest.mark.clause("H2.1c", "O3.2a")
@pytest.mark.parametrize(
    "changed, refusals",
    [
        ({}, []),
        ({"number": " "}, [("decision_piece_missing", "文号")]),
        ({"title": ""}, [("decision_piece_missing", "标题")]),
        ({"issued_by": ""}, [("decision_piece_missing", "发文机关")]),
        ({"signed_by": "　"}, [("decision_piece_missing", "签发人")]),
        ({"reviewed_by": ""}, [("decision_piece_missing", "合法性审核单位")]),
        ({"filing_number": ""}, []),  # it is filed afterwards
        ({"scanned": False}, [("decision_not_scanned", "")]),
        ({"number_taken": True}, [("decision_number_taken", DECIDED.number)]),
    ],
)
def test_the_document_is_whole(changed: dict[str, Any], refusals: list[tuple[str, str]]) -> None:
    assert decided(**changed) == refusals


@pytest.mark.clause("H2.1c", "H3.1e")
@pytest.mark.parametrize(
    "changed, refusals",
    [
        ({"reviewed_on": TODAY}, []),  # examined and issued the same day
        ({"reviewed_on": TODAY + DAY}, ["decision_days_backward"]),
        ({"takes_effect_on": TODAY}, []),
        ({"takes_effect_on": TODAY - DAY}, ["decision_days_backward"]),
        ({"issued_on": TODAY + DAY}, ["decision_not_issued_yet"]),
        ({"valid_until": NEW_YEAR}, []),  # one day
        ({"valid_until": NEW_YEAR - DAY}, ["decision_over"]),
        ({"emergency": True}, ["emergency_without_end"]),
        ({"emergency": True, "valid_until": NEW_YEAR + 30 * DAY}, []),
        ({"newest": {}}, []),  # the first version of a list
        ({"newest": {"清单": NEW_YEAR}}, []),  # a second decision for the same day
        ({"newest": {"清单": NEW_YEAR + DAY}}, ["decision_before_version"]),
        ({"newest": {"甲": NEW_YEAR + DAY, "乙": NEW_YEAR - DAY}}, ["decision_before_version"]),
    ],
)
def test_the_days_run_forward(changed: dict[str, Any], refusals: list[str]) -> None:
    assert [code for code, _ in decided(**changed)] == refusals


@pytest.mark.clause("H2.1c")
def test_a_document_that_took_effect_before_it_was_entered_is_not_over_by_that() -> None:
    """Its last day is measured at the day the list changes, which is never before today."""
    days = {"reviewed_on": TODAY - 9 * DAY, "issued_on": TODAY - 8 * DAY, "takes_effect_on": TODAY - 7 * DAY}
    here = {**days, "day": TODAY, "newest": {}}
    assert decided(**here, valid_until=TODAY) == []
    assert [code for code, _ in decided(**here, valid_until=TODAY - DAY)] == ["decision_over"]


@pytest.mark.clause("H2.1a", "H2.1c")
@pytest.mark.parametrize(
    "change, facts, refusals",
    [
        (Change(), {}, [("change_empty", "")]),
        (ENDED, {}, []),
        (Change(ended=("ISS-NAT-01",)), {}, [("not_on_own_list", "ISS-NAT-01")]),
        (Change(ended=(OWN, "PROH-01")), {}, [("not_on_own_list", "PROH-01")]),
        (ENDED, {"begin_then": {OWN}}, [("entry_begins_that_day", OWN)]),
        (BEGUN, {"begin_then": {item().code}}, [("entry_begins_that_day", item().code)]),
        (BEGUN, {"begin_then": {OWN}}, []),  # another entry's beginning is nothing to this one
    ],
)
def test_what_is_touched(change: Change, facts: dict[str, Any], refusals: list[tuple[str, str]]) -> None:
    assert decided(change, **facts) == refusals


def way(**changed: Any) -> Entry:
    step = {"who": "供水所", "do": "带身份证办理", "confidence": "source"}
    return Entry.model_validate(
        {"code": "RT-TC-01", "kind": "route", "name": "自来水过户", "routes": [step],
         "confidence": "source", **changed}
    )  # fmt: skip


@pytest.mark.clause("H2.1a", "O2.1b", "O2.2a", "O3.2a")
@pytest.mark.parametrize(
    "entry, refusals",
    [
        (item(), []),
        (item(name="婚姻状况证明"), ["higher_list_forbids"]),
        (item(name="婚姻状况"), ["higher_list_forbids"]),  # the word 证明 hides nothing
        (item(aliases=["（婚姻 状况）证明"]), ["higher_list_forbids"]),
        (item(name="婚姻登记情况说明"), []),
        (item(code="PROH-01"), ["higher_list_forbids"]),  # in the place of what is forbidden
        (item(guide={**WATER["guide"], "time_limit": "待核", "sample": "待核"}),
         ["guide_unfilled", "guide_unfilled"]),
        (item(completion="time_limited"), ["guide_unfilled"]),
        (item(completion="time_limited", working_days=3), []),
        (way(), []),  # a way has no guide
        (way(name="婚姻状况证明"), []),  # and leads away from what is forbidden
    ],
)  # fmt: skip
def test_a_county_adds_and_narrows(entry: Entry, refusals: list[str]) -> None:
    assert [code for code, _ in decided(Change(begun=(entry,)))] == refusals


@pytest.mark.clause("H2.1a")
def test_it_is_narrowed_but_not_widened() -> None:
    """What a higher list lets issue for 30 days may be issued for 20 here, not for 40 nor for ever."""
    above = Listed(item(valid_days=30), Level.CITY, VersionRef(Level.CITY, "city", "市清单", 1, TODAY))

    def at(days: int) -> list[str]:
        return [code for code, _ in decided(Change(begun=(item(valid_days=days),)), above=(above,))]

    assert {days: at(days) for days in (20, 30, 31, 0)} == {
        20: [], 30: [], 31: ["higher_list_forbids"], 0: ["higher_list_forbids"],
    }  # fmt: skip


def test_all_that_is_wrong_is_said_at_once() -> None:
    found = decided(Change(ended=("ISS-NAT-01",)), number="", scanned=False, emergency=True)
    assert [code for code, _ in found] == [
        "decision_piece_missing", "decision_not_scanned", "emergency_without_end", "not_on_own_list",
    ]  # fmt: skip
