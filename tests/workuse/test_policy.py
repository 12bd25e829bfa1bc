"""The rules as tables: one changed fact, one refusal; the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from zhengyin.catalogue.kinds import Lock
from zhengyin.people.policy.deciding import Concerned, Deciding
from zhengyin.seals.policy.stamping import Stamping, refusals_of_the_grant, refusals_to_stamp
from zhengyin.shared.refusal import Refusal
from zhengyin.web.words import all_words
from zhengyin.workuse.facts import AskFacts, DecideFacts, GrantFacts, PutUp, SealFacts
from zhengyin.workuse.kinds import Inquirer, Kind, Override, VoidWhy, Whose
from zhengyin.workuse.policy.ask import refusals_to_ask
from zhengyin.workuse.policy.decide import (
    refusals_to_approve,
    refusals_to_countersign,
    refusals_to_send_back,
    refusals_without_reason,
)
from zhengyin.workuse.policy.evidence import Inquiry, Officer
from zhengyin.workuse.policy.introduction import Letter
from zhengyin.workuse.policy.seal import (
    refusals_to_attach_scan,
    refusals_to_count,
    refusals_to_file,
    refusals_to_grant,
    refusals_to_print,
    refusals_to_seal,
    refusals_to_void,
)
from zhengyin.workuse.policy.unfinished import Page

CLERK, DIRECTOR, SECOND, CUSTODIAN, OTHER = (UUID(int=n) for n in range(1, 6))
TODAY = date(2026, 11, 28)
FULL = Page("第1页", "关于修路的请示，费用由镇里拨付，请批示。", 300)
EMPTY = Page("第2页", "", 0)
BLANK = Page("第1页", "报送编号：____，其余各项都已经填写清楚，请批示。", 300)
LETTER = Letter("农业农村局", "李秀英", 1, 7)
INQUIRY = Inquiry(
    Inquirer.COURT, "会宁县人民法院", "函12号", TODAY, (Officer("王", "1"), Officer("赵", "2")), "是否居住"
)
ASK = AskFacts(
    today=TODAY, not_issuing=(), kind=Kind.ORDINARY, matter="修路请示", copies=1, scope="A",
    scopes=frozenset({"A"}), major="none", majors={"M5": "担保"}, whose=None, for_resident=False,
    concerned="", pages=(FULL,),
)  # fmt: skip
DECIDE = DecideFacts(
    not_issuing=(), concerned=Concerned(), deciding=Deciding(DIRECTOR, b"d", "李国栋", near_relative=False),
    handlers=frozenset({CLERK}), may_approve_own_handling=False, digest="x", seen="x",
)  # fmt: skip
STAMPING = Stamping(CUSTODIAN, frozenset({DIRECTOR}), "公章", CUSTODIAN, "x", "x", 3, 3, 3)
SEAL = SealFacts(
    concerned=Concerned(), deciding=Deciding(CUSTODIAN, b"c", "张秀兰", near_relative=False),
    stamping=STAMPING, on_photos=False, checked=None, granted=True,
)  # fmt: skip


def codes(refusals: Iterable[Refusal]) -> list[str]:
    found = list(refusals)
    assert all(one.code in all_words() for one in found)
    return [one.code for one in found]


@pytest.mark.clause("H3.1a", "H3.2.2b", "H3.2.3b", "H3.2.4d")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"not_issuing": (Refusal("wrong_state"),)}, ["wrong_state"]),
        ({"scope": ""}, ["scope_entry_missing"]),
        ({"scope": "B"}, ["scope_entry_gone"]),
        ({"matter": " "}, ["work_matter_missing"]),
        ({"matter": "马桂花的申请", "concerned": "马桂花"}, ["work_matter_tells_a_person"]),
        ({"matter": "一户的申请", "concerned": "马桂花"}, []),
        ({"matter": "电话13800000117"}, ["work_matter_tells_a_person"]),
        ({"matter": "2026年12月发放表第0937号"}, []),
        ({"unprintable": ("〇",)}, ["work_printing_impossible"]),
        ({"for_resident": None}, ["resident_not_answered"]),
        ({"for_resident": True}, ["given_to_a_resident"]),
        ({"for_resident": None, "kind": Kind.EVIDENCE}, []),
        ({"copies": 0}, ["work_copies_missing"]),
        ({"copies": 1000}, ["work_copies_missing"]),
        ({"copies": 999}, []),
        ({"major": ""}, ["major_not_answered"]),
        ({"major": "M99"}, ["major_gone"]),
        ({"major": "M5"}, ["whose_not_answered"]),
        ({"major": "M5", "whose": Whose.COLLECTIVE}, ["collective_matter"]),
        ({"major": "M5", "whose": Whose.COMMITTEE}, []),
        ({"matter": "机耕路合同"}, ["perhaps_major"]),
        ({"matter": "银行贷 款申请"}, ["perhaps_major"]),
        ({"matter": "共建协议", "major": "surely_not_major"}, []),
        ({"matter": "担保函", "major": "M5", "whose": Whose.COMMITTEE}, []),
        ({"matter": "三社宅基地申请表"}, ["perhaps_major"]),
        ({"concerned": "李秀英等"}, ["concerned_by_names_alone"]),
        ({"concerned": "李秀英、王芳"}, []),
        ({"concerned": "李秀英、王芳", "matter": "王芳建房"}, ["work_matter_tells_a_person"]),
        ({"put_up": PutUp("机耕路请示", "none", ())}, ["deliberated_matter_stays"]),
        ({"put_up": PutUp("修路请示", "M5", ())}, ["deliberated_matter_stays"]),
        ({"put_up": PutUp("修路请示", "none", ("a",)), "digests": ("b",)}, ["deliberated_matter_stays"]),
        ({"put_up": PutUp("修路请示", "none", ("a",)), "digests": ("a",)}, []),
        ({"vote_lost": True}, ["vote_lost_stays_major"]),
        ({"vote_lost": True, "major": "M5", "whose": Whose.COMMITTEE}, []),
        ({"matter": "合作医疗花名册"}, []),
        ({"files": 0}, ["work_file_missing"]),
        ({"files": 11}, ["work_files_too_many"]),
        ({"files": 10}, []),
        ({"mixed": True}, ["work_files_mixed"]),
        ({"unreadable": ("第1个文件",)}, ["work_file_unreadable"]),
        ({"pages": (FULL, EMPTY)}, ["page_empty"]),
        ({"pages": (FULL, EMPTY), "override": Override.LINES_OF_THE_FORM}, ["page_empty"]),
        ({"pages": (BLANK,)}, ["blanks_unfilled"]),
        ({"pages": (BLANK,), "override": Override.FILLED_BY_RECEIVER}, []),
        ({"files": 0, "kind": Kind.INTRODUCTION, "letter": LETTER}, []),
        ({"letter": replace(LETTER, to="")}, ["introduction_piece_missing"]),
        ({"letter": replace(LETTER, to="13800000117")}, ["work_matter_tells_a_person"]),
        ({"letter": replace(LETTER, to="李 秀英所在单位")}, ["work_matter_tells_a_person"]),
        ({"letter": LETTER, "matter": "李秀英领取物资"}, ["work_matter_tells_a_person"]),
        ({"letter": LETTER, "matter": "李秀领取物资"}, []),
        ({"letter": replace(LETTER, bearers="李秀英和王芳")}, ["bearer_by_name_alone"]),
        ({"letter": replace(LETTER, bearers="长" * 31)}, ["introduction_too_long", "bearer_by_name_alone"]),
        ({"letter": replace(LETTER, persons=0)}, ["introduction_piece_missing"]),
        ({"letter": replace(LETTER, valid_days=366)}, ["introduction_piece_missing"]),
        ({"inquiry": INQUIRY, "letter_scanned": True}, []),
        *(
            (
                {
                    "inquiry": replace(
                        INQUIRY, officers=(Officer("王警官", "1"), Officer("赵", "2")), **told
                    ),
                    "letter_scanned": True, "matter": matter,
                },
                refused,
            )
            for told, matter, refused in (
                ({}, "答复王警官", ["work_matter_tells_a_person"]),
                ({"unit": "派出所王警官"}, "答复来函", ["work_matter_tells_a_person"]),
                ({"letter_number": "函〔2026〕62040320260112号"}, "答复赵家湾来函", []),
            )
        ),
        ({"inquiry": INQUIRY}, ["evidence_letter_not_scanned"]),
        ({"inquiry": replace(INQUIRY, letter_number=""), "letter_scanned": True}, ["evidence_piece_missing"]),
        (
            {"inquiry": replace(INQUIRY, letter_on=date(2026, 11, 29)), "letter_scanned": True},
            ["evidence_letter_lies_ahead"],
        ),
        (
            {
                "inquiry": replace(INQUIRY, officers=(Officer("王", "1"), Officer("王", "1"))),
                "letter_scanned": True,
            },
            ["evidence_needs_two_officers"],
        ),
        (
            {
                "inquiry": replace(INQUIRY, officers=(Officer("王", "1"), Officer("赵", ""))),
                "letter_scanned": True,
            },
            ["evidence_needs_two_officers"],
        ),
        (
            {
                "inquiry": replace(INQUIRY, officers=(Officer("王警官", "甘A 01"), Officer("赵", "甘a01 "))),
                "letter_scanned": True,
            },
            ["evidence_needs_two_officers"],
        ),
        (
            {
                "inquiry": replace(INQUIRY, officers=(Officer("王", "1"), Officer("王", "2"))),
                "letter_scanned": True,
            },
            [],  # namesakes
        ),
    ],
)  # fmt: skip
def test_ask(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_ask(replace(ASK, **change))) == refused


TWO = {"needs_second": True, "second_approvers": frozenset({SECOND})}


@pytest.mark.clause("H3.2.4c", "H3.2.4d", "O2.1d", "O2.3c")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"seen": "y"}, ["changed_since_seen"]),
        ({"handlers": frozenset({DIRECTOR})}, ["handler_may_not_approve"]),
        ({"handlers": frozenset({DIRECTOR}), "may_approve_own_handling": True}, []),
        ({"lock": Lock.APPROVE}, ["deliberation_missing"]),
        ({"lock": Lock.APPROVE, "deliberated": True}, []),
        ({"lock": Lock.SEAL}, []),
        ({"needs_second": True}, ["second_approver_missing"]),
        ({**TWO, "handlers": frozenset({SECOND})}, ["second_approver_missing"]),
        (TWO, []),
        ({"concerned": Concerned(names_without_number=frozenset({"李国栋"}))}, ["own_case"]),
        ({"deciding": replace(DECIDE.deciding, near_relative=None)}, ["near_relative_not_answered"]),
        ({"deciding": replace(DECIDE.deciding, blocked_after_reset=True)}, ["blocked_after_reset"]),
        ({"looked_whether_major": False}, ["not_looked_whether_major"]),
        ({"looked_whether_major": True}, []),
    ],
)
def test_approve(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_approve(replace(DECIDE, **change))) == refused


def test_countersign() -> None:
    second = replace(DECIDE, deciding=replace(DECIDE.deciding, person_id=SECOND), first_approver=DIRECTOR)
    assert codes(refusals_to_countersign(second)) == []
    assert codes(refusals_to_countersign(replace(second, first_approver=SECOND))) == [
        "two_approvers_must_be_two"
    ]
    unseen = replace(second, looked_whether_major=False)
    assert codes(refusals_to_countersign(unseen)) == ["not_looked_whether_major"]
    handled = replace(second, handlers=frozenset({SECOND}), may_approve_own_handling=True)
    assert codes(refusals_to_countersign(handled)) == ["handler_may_not_approve"]


def test_send_back_and_withdraw() -> None:
    assert codes(refusals_to_send_back(DECIDE, "写错了")) == []
    assert codes(refusals_to_send_back(DECIDE, " ")) == ["work_reason_missing"]
    own = replace(DECIDE, concerned=Concerned(names_without_number=frozenset({"李国栋"})))
    assert codes(refusals_to_send_back(own, "写错了")) == ["own_case"]
    namesake = replace(DECIDE, concerned=Concerned(names_without_number=frozenset({"李国"})))
    assert codes(refusals_to_send_back(namesake, "写错了")) == []
    assert codes(refusals_without_reason("")) == ["work_reason_missing"]


@pytest.mark.clause("H3.2.2b", "H3.2.4d")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"on_photos": True}, ["photos_not_checked"]),
        ({"on_photos": True, "checked": False}, ["paper_has_blanks"]),
        ({"on_photos": True, "checked": True}, []),
        ({"lock": Lock.SEAL}, ["deliberation_missing"]),
        ({"lock": Lock.SEAL, "deliberated": True}, []),
        ({"lock": Lock.APPROVE}, ["deliberation_missing"]),  # opened again after the approval
        ({"lock": Lock.APPROVE, "deliberated": True}, []),
        ({"granted": False}, ["grant_missing"]),
        ({"grant_expired": True}, ["grant_expired"]),
        ({"deciding": replace(SEAL.deciding, near_relative=True)}, ["near_relative"]),
        ({"letter": True}, ["letter_stamped_twice"]),
        ({"letter": True, "stamping": replace(STAMPING, impressions=5)}, ["letter_stamped_twice"]),
        ({"letter": True, "stamping": replace(STAMPING, impressions=6)}, []),
        ({"letter": True, "stamping": replace(STAMPING, impressions=0)}, ["impressions_missing"]),
    ],
)
def test_seal(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_seal(replace(SEAL, **change))) == refused


@pytest.mark.clause("H3.2.3a", "H3.2.4c", "H3.2.4d", "O2.3c")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"approvers": frozenset({CUSTODIAN})}, ["approver_may_not_seal"]),
        ({"seal_name": "", "custodian": None}, ["no_seal_in_use"]),
        ({"custodian": OTHER}, ["seal_not_in_your_custody"]),
        ({"text_digest": "y"}, ["text_changed_after_approval"]),
        ({"copies": 4}, ["copies_differ"]),
        ({"impressions": 0}, ["impressions_missing"]),
    ],
)
def test_stamp(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_stamp(replace(STAMPING, **change))) == refused


def test_the_grant() -> None:
    assert codes(refusals_to_grant(GrantFacts(True))) == []
    assert codes(refusals_to_grant(GrantFacts(False))) == ["session_missing"]
    assert codes(refusals_of_the_grant(granted=True, expired=False)) == []


def test_after_the_seal() -> None:
    assert codes(refusals_to_print(kind=Kind.INTRODUCTION, copies=2, printed=False)) == []
    assert codes(refusals_to_print(kind=Kind.INTRODUCTION, copies=2, printed=True)) == [
        "introduction_printed"
    ]
    assert codes(refusals_to_print(kind=Kind.ORDINARY, copies=2, printed=False)) == ["no_introduction"]
    assert codes(refusals_to_attach_scan(pages=0)) == ["stamped_scan_missing"]
    assert codes(refusals_to_attach_scan(pages=1)) == []
    assert codes(refusals_to_count(last=0, shown=0, said=None)) == ["nothing_to_count", "seals_not_counted"]
    assert codes(refusals_to_count(last=2, shown=2, said=None)) == ["seals_not_counted"]
    assert codes(refusals_to_count(last=0, shown=0, said=1)) == ["nothing_to_count"]
    assert codes(refusals_to_count(last=2, shown=2, said=0)) == []
    assert codes(refusals_to_count(last=2, shown=1, said=0)) == ["newer_pictures_not_counted"]
    assert codes(refusals_to_count(last=2, shown=0, said=0)) == ["newer_pictures_not_counted"]
    assert codes(refusals_to_file(" ", letter=False, printed=False)) == ["filed_where_missing"]
    assert codes(refusals_to_file("13800000117", letter=True, printed=True)) == ["work_matter_tells_a_person"]
    assert codes(refusals_to_file("2026年第3盒", letter=False, printed=False)) == []
    assert codes(refusals_to_file("2026年第3盒", letter=True, printed=False)) == ["letter_not_printed"]
    assert codes(refusals_to_file("2026年第3盒", letter=True, printed=True)) == []
    why = VoidWhy.SPOILED
    assert codes(refusals_to_void(why, back=True, letter=False, filed=True)) == ["filed_work_stays"]
    assert codes(refusals_to_void(why, back=True, letter=True, filed=True)) == []
    assert codes(refusals_to_void(why, back=True, letter=False, filed=False)) == []
