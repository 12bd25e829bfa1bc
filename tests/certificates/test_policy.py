"""One changed fact, one refusal; beside it the near miss that changes nothing."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from zhengyin.catalogue.kinds import Lock, Tie
from zhengyin.catalogue.policy import Answer, AskedOf, Outcome, Path
from zhengyin.catalogue.policy.asks import PUBLIC_INTEREST, TIES
from zhengyin.certificates.brought import LEAST_INK, MOST_PAGES
from zhengyin.certificates.facts.afterwards import DeliverFacts
from zhengyin.certificates.facts.applying import (
    AcceptFacts,
    ApplyFacts,
    AskToCompleteFacts,
    CompleteFacts,
    MandateFacts,
    MandateHeld,
    MaterialsFacts,
    PagesFacts,
    RefuseFacts,
)
from zhengyin.certificates.facts.deciding import ApproveFacts, Check, Earlier, VerifyFacts
from zhengyin.certificates.facts.sealing import SealFacts
from zhengyin.certificates.kinds import Covers
from zhengyin.certificates.policy.accept import refusals_to_accept
from zhengyin.certificates.policy.apply import refusals_to_apply
from zhengyin.certificates.policy.approve import refusals_to_approve, refusals_to_countersign
from zhengyin.certificates.policy.complete import refusals_to_ask_to_complete, refusals_to_complete
from zhengyin.certificates.policy.deliver import refusals_to_deliver
from zhengyin.certificates.policy.give_back import refusals_to_return
from zhengyin.certificates.policy.mandate import refusals_to_record_mandate
from zhengyin.certificates.policy.materials import MOST_PICTURES, refusals_to_record_materials
from zhengyin.certificates.policy.pages import refusals_to_photograph
from zhengyin.certificates.policy.refuse import (
    refusals_to_decline,
    refusals_to_enter_a_demand,
    refusals_to_refuse,
)
from zhengyin.certificates.policy.seal import refusals_to_seal
from zhengyin.certificates.policy.verify import refusals_to_record_checks, refusals_to_verify
from zhengyin.people.policy.deciding import Concerned, Deciding
from zhengyin.seals.policy.whereabouts import Where, Whereabouts
from zhengyin.shared.refusal import Refusal
from zhengyin.web.words import all_words

DIRECTOR, HANDLER, CUSTODIAN, SECOND, STRANGER = (UUID(int=n) for n in range(1, 6))
YES = Answer(Outcome.YES_POSITIVE_LIST, Path.POSITIVE_LIST, "可以")
NO = Answer(Outcome.NO_PROHIBITED, Path.PROHIBITED_LIST, "在不应出具清单里")
GONE = Earlier("平头川镇李家湾村证字〔2026〕1号", in_force=False)
OPEN_TO_THE_HANDLER = replace(YES, asks=(PUBLIC_INTEREST,))
OPEN_TO_THE_RESIDENT = replace(YES, asks=(TIES,))
ME = Deciding(DIRECTOR, b"director", "李国栋", near_relative=False)
CONCERNED = Concerned(frozenset({b"resident"}), frozenset({"马桂花"}))


def codes(refusals: Iterable[Refusal]) -> list[str]:
    found = list(refusals)
    assert all(refusal.code in all_words() for refusal in found)
    return [refusal.code for refusal in found]


APPLY = ApplyFacts(not_issuing=(), answer=YES)


@pytest.mark.clause("H2.1a", "O2.1b", "O2.1e")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"answer": NO}, ["may_not_be_issued"]),
        ({"answer": replace(YES, outcome=Outcome.ASK_MORE)}, ["may_not_be_issued"]),
        ({"answer": replace(YES, outcome=Outcome.YES_NAMED_EXCEPTION)}, []),
        ({"answer": OPEN_TO_THE_HANDLER}, ["question_open"]),
        ({"answer": OPEN_TO_THE_HANDLER, "asked_of": frozenset({AskedOf.RESIDENT})}, []),  # an appointment
        ({"answer": OPEN_TO_THE_RESIDENT, "asked_of": frozenset({AskedOf.RESIDENT})}, ["question_open"]),
        ({"answer": NO, "interest_without_reason": True}, ["may_not_be_issued"]),
        ({"interest_without_reason": True}, ["interest_reason_missing"]),
        ({"holes": ("住址",)}, ["field_missing"]),
        ({"unprintable": ("𰻝",)}, ["character_unprintable"]),
        ({"wrong": (Refusal("copies_out_of_range"),)}, ["copies_out_of_range"]),
        ({"brought_says_nothing": True}, ["brought_says_nothing"]),
        ({"note_by_one": True}, ["note_by_one"]),
    ],
)
def test_apply(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_apply(replace(APPLY, **change))) == refused


def test_apply_passes_on_why_the_committee_certifies_nothing() -> None:
    reason = Refusal("virtual_never_issues")
    assert list(refusals_to_apply(replace(APPLY, not_issuing=(reason,)))) == [reason]


ACCEPT = AcceptFacts(YES, "document", "", frozenset({Tie.REGISTERED, Tie.TENANT}), frozenset({Tie.TENANT}))


@pytest.mark.clause("O2.1d")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"identity_method": ""}, ["identity_not_checked"]),
        ({"identity_method": "known"}, ["identity_note_missing"]),
        ({"identity_method": "known", "identity_note": "三社社长张有福认识"}, []),
        ({"identity_method": "mandate"}, ["identity_note_missing"]),
        ({"identity_method": "video"}, []),
        ({"confirmed_ties": frozenset({Tie.RESIDENT})}, ["tie_not_confirmed"]),
        ({"confirmed_ties": frozenset()}, ["tie_not_confirmed"]),
        ({"confirmed_ties": frozenset(), "sufficient_ties": frozenset()}, []),
        ({"answer": OPEN_TO_THE_HANDLER}, ["question_open"]),
        ({"answer": replace(YES, asks=(TIES, PUBLIC_INTEREST))}, ["question_open", "question_open"]),
        ({"interest_without_reason": True}, ["interest_reason_missing"]),
        ({"answer": NO}, ["may_not_be_issued"]),
        ({"answer": NO, "confirmed_ties": frozenset()}, ["tie_not_confirmed"]),  # one reason, said once
    ],
)
def test_accept(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_accept(replace(ACCEPT, **change))) == refused


@pytest.mark.parametrize(
    "facts, refused",
    [
        (AskToCompleteFacts(("户口簿原件",), False), []),
        (AskToCompleteFacts((), False), ["missing_not_named"]),
        (AskToCompleteFacts(("户口簿原件",), True), ["asked_to_complete_before"]),
    ],
)
def test_nobody_is_sent_for_more_twice(facts: AskToCompleteFacts, refused: list[str]) -> None:
    assert codes(refusals_to_ask_to_complete(facts)) == refused


@pytest.mark.parametrize(
    "facts, refused",
    [
        (CompleteFacts("户口簿带来了"), []),
        (CompleteFacts(""), ["completed_not_said"]),
        (CompleteFacts("带来了", holes=("住址",)), ["field_missing"]),
        (CompleteFacts("带来了", unprintable=("ꦄ",)), ["character_unprintable"]),
        (CompleteFacts("带来了", problems=("不是一个日期",)), ["field_wrong"]),
    ],
)
def test_complete(facts: CompleteFacts, refused: list[str]) -> None:
    assert codes(refusals_to_complete(facts)) == refused


REFUSE = RefuseFacts(
    "not_true", lists_say="", asked_to_complete=False, why="已搬走多年", where="去现住的社区"
)


@pytest.mark.clause("H3.1d", "O2.1e", "O2.2d")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"ground": "cannot_check"}, []),
        ({"ground": "because"}, ["ground_missing"]),
        ({"ground": "rule"}, ["rule_does_not_refuse"]),
        ({"ground": "rule", "lists_say": "rule"}, []),
        ({"ground": "rule", "lists_say": "elsewhere"}, ["rule_does_not_refuse"]),
        ({"ground": "elsewhere"}, ["rule_does_not_refuse"]),
        ({"ground": "elsewhere", "lists_say": "elsewhere"}, []),
        ({"ground": "no_guide", "lists_say": "rule"}, ["rule_does_not_refuse"]),
        ({"ground": "no_guide", "lists_say": "no_guide"}, []),
        ({"ground": "cannot_check", "lists_say": "rule"}, []),
        ({"ground": "incomplete"}, ["not_asked_to_complete"]),
        ({"ground": "incomplete", "asked_to_complete": True}, []),
        ({"why": ""}, ["why_missing"]),
        ({"where": ""}, ["way_on_missing"]),  # never a bare no
        ({"problems": ("“为什么”最多300个字",)}, ["field_wrong"]),
    ],
)
def test_refuse(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_refuse(replace(REFUSE, **change))) == refused


@pytest.mark.parametrize(
    "change, refused",
    [
        ({"answer": NO}, []),
        (
            {"answer": replace(NO, outcome=Outcome.REFER_TO_INVESTIGATION)},
            ["investigation_is_no_certificate"],
        ),
        ({"answer": YES}, ["may_be_issued"]),
        ({"answer": replace(NO, outcome=Outcome.ASK_MORE)}, ["question_open"]),
        ({"answer": NO, "wrong": (Refusal("field_wrong", "姓名要2到30个字"),)}, ["field_wrong"]),
    ],
)
def test_a_demand_is_entered_to_be_refused_only(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_enter_a_demand(replace(APPLY, **change))) == refused


def test_no_demand_is_entered_where_nothing_is_certified() -> None:
    reason = Refusal("virtual_never_issues")
    facts = replace(APPLY, answer=NO, not_issuing=(reason,))
    assert list(refusals_to_enter_a_demand(facts)) == [reason]


CHECK = Check("住址", frozenset({"ledger", "home_visit"}), "ledger", "户籍册第46页", True)


@pytest.mark.clause("O2.2d")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"method": "telephone_or_video"}, ["method_not_allowed"]),
        ({"method": "home_visit"}, []),
        ({"informant": ""}, ["informant_missing"]),
        ({"informant": "册" * 60}, []),
        ({"informant": "册" * 61}, ["field_wrong"]),
        ({"informant": "户籍册😀"}, ["field_wrong"]),
        ({"method": "telephone_or_video", "informant": ""}, ["method_not_allowed", "informant_missing"]),
        ({"on_paper": False, "allowed": frozenset()}, ["no_such_fact"]),
        ({"confirmed": False}, []),  # a check that found otherwise is recorded all the same
    ],
)
def test_record_a_check(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_record_checks([CHECK, replace(CHECK, **change)])) == refused


@pytest.mark.clause("O2.2d")
@pytest.mark.parametrize(
    "checks, refused",
    [
        ((CHECK,), []),
        ((CHECK, replace(CHECK, method="")), ["fact_not_checked"]),
        ((CHECK, replace(CHECK, confirmed=False)), ["fact_not_confirmed"]),
        (
            (replace(CHECK, method=""), replace(CHECK, confirmed=False)),
            ["fact_not_checked", "fact_not_confirmed"],
        ),
    ],
)
def test_verify_needs_every_fact(checks: tuple[Check, ...], refused: list[str]) -> None:
    assert codes(refusals_to_verify(VerifyFacts(checks))) == refused


@pytest.mark.clause("H3.2.4d")
def test_verify_needs_the_pictures_of_a_brought_form() -> None:
    assert codes(refusals_to_verify(VerifyFacts((CHECK,), not_photographed=True))) == [
        "form_not_photographed"
    ]


APPROVE = ApproveFacts(
    not_issuing=(),
    answer=YES,
    rested_on=Path.POSITIVE_LIST,
    text_digest="aa",
    seen="aa",
    concerned=CONCERNED,
    deciding=ME,
    handlers=frozenset({HANDLER}),
    may_approve_own_handling=False,
)
DISCRETIONARY = Answer(Outcome.YES_DISCRETIONARY, Path.RESIDENTS_NEED, "可以")
BY_TWO: dict[str, Any] = {"needs_second": True, "second_approvers": frozenset({SECOND})}
BY_PERSON: list[tuple[dict[str, Any], list[str]]] = [
    ({"identity": b"resident"}, ["own_case"]),
    ({"name": "马桂花"}, ["own_case"]),  # a name without a number is taken as the same person
    ({"name": "马桂"}, []),
    ({"near_relative": None}, ["near_relative_not_answered"]),
    ({"near_relative": True}, ["near_relative"]),
    ({"recused": True}, ["recused"]),  # said once, for good
    ({"recused": True, "near_relative": True}, ["recused"]),
    ({"blocked_after_reset": True}, ["blocked_after_reset"]),
]


@pytest.mark.clause("H2.1a", "H3.2.2a", "O2.1d", "O2.3a")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"answer": NO}, ["may_not_be_issued"]),
        ({"handlers": frozenset({HANDLER, DIRECTOR})}, ["handler_may_not_approve"]),
        ({"handlers": frozenset({HANDLER, DIRECTOR}), "may_approve_own_handling": True}, []),
        ({"answer": OPEN_TO_THE_HANDLER}, ["question_open"]),
        ({"seen": "bb"}, ["changed_since_seen"]),
        ({"seen": ""}, ["changed_since_seen"]),
        ({"seen": "bb", "text_digest": "bb"}, []),
        ({"rested_on": Path.PUBLIC_BASIS}, ["rule_changed_since"]),
        ({"answer": NO, "rested_on": Path.POSITIVE_LIST}, ["may_not_be_issued"]),  # the no says it
        ({"answer": DISCRETIONARY}, ["rule_changed_since"]),
        ({"answer": DISCRETIONARY, "rested_on": Path.RESIDENTS_NEED}, ["rule_changed_since"]),  # sent for one
        ({"answer": DISCRETIONARY, "rested_on": Path.RESIDENTS_NEED, **BY_TWO}, []),
        (BY_TWO, []),  # two approve what one might: nobody is left out
        ({"answer": replace(YES, lock=Lock.APPROVE)}, ["deliberation_missing"]),
        ({"answer": replace(YES, lock=Lock.APPROVE), "deliberated": True}, []),
        ({"answer": replace(YES, lock=Lock.SEAL)}, []),  # locks the seal, not the approval
        ({"earlier": GONE}, ["earlier_not_in_force"]),
        ({"earlier": replace(GONE, in_force=True)}, []),
        ({"differs": ("住址", "性别")}, ["reissue_differs", "reissue_differs"]),
        ({"holes": ("住址",)}, ["field_missing"]),
        ({"not_photographed": True}, ["form_not_photographed"]),
        ({"needs_second": True}, ["second_approver_missing"]),
        ({"needs_second": True, "second_approvers": frozenset({DIRECTOR})}, ["second_approver_missing"]),
        ({"needs_second": True, "second_approvers": frozenset({HANDLER})}, ["second_approver_missing"]),
        ({"needs_second": True, "second_approvers": frozenset({SECOND})}, []),
    ],
)
def test_approve(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_approve(replace(APPROVE, **change))) == refused


COUNTERSIGN = replace(
    APPROVE, deciding=replace(ME, person_id=SECOND), first_approver=DIRECTOR, needs_second=True
)


@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"first_approver": SECOND}, ["two_approvers_must_be_two"]),
        ({"seen": "bb"}, ["changed_since_seen"]),
        ({"answer": DISCRETIONARY}, ["rule_changed_since"]),
        ({"answer": DISCRETIONARY, "rested_on": Path.RESIDENTS_NEED}, []),
        ({"handlers": frozenset({SECOND})}, ["handler_may_not_approve"]),
        (
            {"handlers": frozenset({SECOND}), "may_approve_own_handling": True},
            ["handler_may_not_approve"],  # the setting speaks of the director
        ),
        ({"handlers": frozenset({DIRECTOR}), "may_approve_own_handling": True}, []),
        ({"answer": NO}, ["may_not_be_issued"]),
        ({"answer": OPEN_TO_THE_HANDLER}, ["question_open"]),
        ({"answer": replace(YES, lock=Lock.APPROVE)}, ["deliberation_missing"]),
        ({"earlier": GONE}, ["earlier_not_in_force"]),
        ({"holes": ("住址",)}, ["field_missing"]),
    ],
)
def test_countersign(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_countersign(replace(COUNTERSIGN, **change))) == refused


@pytest.mark.parametrize(
    "rule, facts", [(refusals_to_approve, APPROVE), (refusals_to_countersign, COUNTERSIGN)]
)
def test_both_approvals_pass_on_why_the_committee_certifies_nothing(
    rule: Callable[[Any], Iterable[Refusal]], facts: Any
) -> None:
    reason = Refusal("virtual_never_issues")
    assert list(rule(replace(facts, not_issuing=(reason,)))) == [reason]


AWAY = Whereabouts(Where.OUT, "三社活动室", carrier_id=CUSTODIAN)
SEAL = SealFacts(
    concerned=CONCERNED,
    deciding=Deciding(CUSTODIAN, b"custodian", "张建平", near_relative=False),
    approvers=frozenset({DIRECTOR}),
    approved_digest="aa",
    text_digest="aa",
    approved_issuer="会宁县平头川镇李家湾村村民委员会",
    issuer="会宁县平头川镇李家湾村村民委员会",
    approved_copies=1,
    copies=1,
    impressions=1,
    seal_name="李家湾村村民委员会",
    custodian=CUSTODIAN,
    granted=True,
)


@pytest.mark.clause("H3.2.2a", "H3.2.3a", "H3.2.4b", "H3.2.4c", "H3.2.4d", "O2.3a", "O2.3c")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"approvers": frozenset({CUSTODIAN})}, ["approver_may_not_seal"]),
        (
            {"approvers": frozenset({DIRECTOR, CUSTODIAN})},
            ["approver_may_not_seal"],
        ),  # the second approver too
        ({"seal_name": ""}, ["no_seal_in_use"]),
        ({"custodian": STRANGER}, ["seal_not_in_your_custody"]),
        ({"custodian": None}, ["seal_not_in_your_custody"]),
        ({"seal": AWAY}, ["seal_is_out"]),
        ({"seal": AWAY, "where": Where.OUT}, []),
        ({"where": Where.OUT}, ["seal_not_out"]),
        ({"handover_over": "2026年11月23日"}, ["handover_is_over"]),
        ({"handover": "2026年11月11日起，原保管人张建平盖章"}, []),
        ({"text_digest": "ab"}, ["text_changed_after_approval"]),
        ({"issuer": "会宁县平头川镇新李家湾村村民委员会"}, ["issuer_renamed"]),
        ({"text_digest": "", "approved_issuer": ""}, ["text_changed_after_approval"]),  # said once
        ({"copies": 2}, ["copies_differ"]),
        ({"copies": 2, "approved_copies": 2}, []),
        ({"impressions": 0}, ["impressions_missing"]),
        ({"impressions": 3}, []),  # a seam impression beside the seal
        ({"lock": Lock.SEAL}, ["deliberation_missing"]),
        ({"lock": Lock.SEAL, "deliberated": True}, []),
        ({"lock": Lock.APPROVE}, ["deliberation_missing"]),  # opened again after the approval
        ({"lock": Lock.APPROVE, "deliberated": True}, []),
        ({"brought": True}, ["form_filled_not_answered"]),
        ({"brought": True, "form_filled": False}, ["form_not_filled"]),
        ({"brought": True, "form_filled": True}, []),
        ({"form_filled": False}, []),  # nobody brought a form
        ({"earlier": GONE}, ["earlier_not_in_force"]),
        ({"earlier": replace(GONE, in_force=True)}, []),
        ({"granted": False}, ["grant_missing"]),
        ({"grant_expired": True}, ["grant_expired"]),
    ],
)
def test_seal(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_seal(replace(SEAL, **change))) == refused


@pytest.mark.parametrize("change, refused", BY_PERSON)
@pytest.mark.parametrize(
    "rule, facts",
    [(refusals_to_approve, APPROVE), (refusals_to_countersign, COUNTERSIGN), (refusals_to_seal, SEAL)],
)
def test_nobody_decides_their_own_case(
    rule: Callable[[Any], Iterable[Refusal]], facts: Any, change: dict[str, Any], refused: list[str]
) -> None:
    assert codes(rule(replace(facts, deciding=replace(facts.deciding, **change)))) == refused


@pytest.mark.parametrize("change, refused", BY_PERSON)
def test_nobody_gives_back_or_declines_their_own_case(change: dict[str, Any], refused: list[str]) -> None:
    """Where nothing is certified nobody is asked about relatives again; who stepped aside has answered."""
    who = replace(ME, **change)
    refused = [code for code in refused if not code.startswith("near_relative")]
    assert codes(refusals_to_return(CONCERNED, who, "住址写错了")) == refused
    without = [refusal.code for refusal in refusals_to_return(CONCERNED, who, "")]
    assert without == [*refused, "reason_missing"]  # its words are everybody's
    assert codes(refusals_to_decline(REFUSE, CONCERNED, who)) == refused
    assert codes(refusals_to_decline(replace(REFUSE, why=""), CONCERNED, who)) == [*refused, "why_missing"]


POSTED = {"how": "by_post", "signed_by": "posted", "carrier": "中国邮政", "post_number": "1234567890123"}
TODAY, LATER = date(2026, 11, 21), date(2026, 11, 22)
HELD = MandateHeld("李建国", frozenset(Covers), TODAY)  # its last day is today
ONLY_APPLIES = replace(HELD, covers=frozenset({"apply"}))
ONLY_COLLECTS = replace(HELD, covers=frozenset({"collect"}))
OLD = replace(HELD, until=date(2026, 11, 20))
DELIVER = DeliverFacts(
    has_signature=True, recipient="马桂花", how="in_person", applicant="马桂花", today=TODAY
)


@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"has_signature": False}, ["receipt_not_signed"]),
        ({"recipient": "李建国"}, ["recipient_is_not_the_applicant"]),
        ({**POSTED}, []),
        ({**POSTED, "recipient": "李建国"}, ["recipient_is_not_the_applicant"]),
        ({**POSTED, "carrier": ""}, ["carrier_missing"]),
        ({**POSTED, "post_number": ""}, ["post_number_missing"]),
        ({**POSTED, "has_signature": False}, ["post_receipt_missing"]),
        ({**POSTED, "signed_by": "slip"}, ["signature_does_not_fit"]),
        ({"signed_by": "posted"}, ["signature_does_not_fit"]),
        ({"how": "to_unit", "recipient": "王会计"}, []),
        ({"how": "to_unit", "recipient": ""}, ["unit_recipient_missing"]),
        ({"how": "to_unit", "recipient": "王会计", "has_signature": False}, ["receipt_not_signed"]),
        ({"problems": ("长",)}, ["field_wrong"]),
        ({"recipient": "李建国", "how": "by_proxy"}, ["mandate_missing"]),
        ({"recipient": "李建国", "how": "by_proxy", "mandates": (HELD,)}, []),
        ({"recipient": "李建", "how": "by_proxy", "mandates": (HELD,)}, ["mandate_missing"]),
        ({"recipient": "李建国", "how": "by_proxy", "mandates": (ONLY_APPLIES,)}, ["mandate_not_covering"]),
        (
            {"recipient": "李建国", "how": "by_proxy", "mandates": (HELD,), "today": LATER},
            ["mandate_expired"],
        ),
        ({"recipient": "李建国", "how": "by_proxy", "mandates": (OLD, HELD)}, []),
    ],
)
def test_deliver(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_deliver(replace(DELIVER, **change))) == refused


@pytest.mark.parametrize(
    "facts, refused",
    [
        (MaterialsFacts(1, 0), []),
        (MaterialsFacts(0, 0), ["material_not_given"]),
        (MaterialsFacts(1, MOST_PICTURES), []),
        (MaterialsFacts(1, MOST_PICTURES + 1), ["pictures_too_many"]),
        (MaterialsFacts(1, 1, ("“材料”里有不能用的符号",)), ["field_wrong"]),
        (MaterialsFacts(1, 1, not_asked_for="存折"), ["material_not_asked_for"]),
    ],
)
def test_materials(facts: MaterialsFacts, refused: list[str]) -> None:
    assert codes(refusals_to_record_materials(facts)) == refused


PAGES = PagesFacts(brought=True, new=((1, 900), (2, 700)), pages=2)


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"brought": False}, ["not_a_brought_form"]),
        ({"new": ()}, ["page_not_taken"]),
        ({"pages": MOST_PAGES}, []),
        ({"pages": MOST_PAGES + 1}, ["pages_too_many"]),
        ({"new": ((1, LEAST_INK),)}, []),  # a line of writing
        ({"new": ((1, LEAST_INK - 1),)}, ["page_blank"]),
        ({"new": ((1, 900), (2, 0), (3, 0))}, ["page_blank", "page_blank"]),
    ],
)
def test_pages(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_photograph(replace(PAGES, **change))) == refused


MANDATE = MandateFacts("李建国", frozenset({"collect"}), TODAY, LATER, TODAY, True, False)


@pytest.mark.parametrize("change, refused", [
    ({}, []), ({"covers": frozenset()}, ["mandate_covers_nothing"]), ({"until": TODAY}, []),
    ({"until": date(2026, 11, 20), "given_on": date(2026, 11, 1)}, ["mandate_expired"]),
    ({"given_on": LATER}, ["mandate_given_later"]), ({"paper_kept": False}, ["mandate_paper_missing"]),
    ({"officer_of_the_case": True}, ["proxy_is_officer"]), ({"problems": ("长",)}, ["field_wrong"]),
])  # fmt: skip
def test_record_mandate(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_record_mandate(replace(MANDATE, **change))) == refused


@pytest.mark.parametrize("change, refused", [
    ({"proxy": "李建国"}, ["mandate_missing"]), ({"proxy": "李建国", "mandates": (HELD,)}, []),
    ({"proxy": "李建国", "mandates": (HELD,), "today": LATER}, ["mandate_expired"]),
    ({"proxy": "李建国", "mandates": (ONLY_COLLECTS,)}, ["mandate_not_covering"]),
])  # fmt: skip
def test_accept_from_a_proxy(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_accept(replace(ACCEPT, **{"today": TODAY, **change}))) == refused
