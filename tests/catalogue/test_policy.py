"""May it be issued? One table a step; beside each fact its near miss; both packs."""

from dataclasses import replace
from datetime import date

import pytest

from tests.catalogue.cast import LISTS, RULES, TODAY, ask, lists_of, rules_of_pack
from zhengyin.catalogue.kinds import ClassOfUse, Ground, Lock, MatterOf, Said, Tie
from zhengyin.catalogue.policy import Answer, Outcome, Path, Question, may_it_be_issued

YES, NO, NOT_ASKED = Said.YES, Said.NO, Said.NOT_ASKED
BOTH = pytest.mark.parametrize("pack", ["huining", "ordos"])
HOME = frozenset({Tie.REGISTERED})
SOFT = {
    "unit_class": "bank", "ground": Ground.EXPRESS_DEMAND, "ground_reason": "银行柜台不认别的材料",
    "demand_proved": YES, "own_duty": YES, "verifiable": YES, "ties_asked": True, "ties": HOME,
}  # fmt: skip
FREE = {"asked_for": "院墙归属证明", "ties_asked": True, "ties": HOME}


def keys(answer: Answer) -> list[str]:
    return [one.key for one in answer.asks]


# 0. Who asks?


@BOTH
@pytest.mark.parametrize("unit_class", ["court", "procuratorate", "police", "discipline"])
def test_an_investigating_body_with_its_letter_gets_a_work_use(pack: str, unit_class: str) -> None:
    answer = ask(pack, "PROH-17", unit_class=unit_class, letter=YES)
    assert (answer.outcome, answer.path) == (Outcome.REFER_TO_INVESTIGATION, Path.INVESTIGATION)


@BOTH
@pytest.mark.parametrize("letter", [NO, NOT_ASKED])
def test_without_the_letter_it_demands_like_any_public_body(pack: str, letter: Said) -> None:
    assert ask(pack, "PROH-17", unit_class="court", letter=letter).outcome is Outcome.NO_PROHIBITED


@BOTH
def test_a_letter_of_another_body_changes_nothing(pack: str) -> None:
    assert ask(pack, "PROH-17", unit_class="bank", letter=YES).outcome is Outcome.NO_PROHIBITED


# 1. Which committee?


@BOTH
def test_a_virtual_community_is_no_issuer(pack: str) -> None:
    question = Question(day=TODAY, entry_code="ISS-ZQ-01", confirmed=True)
    answer = may_it_be_issued(question, replace(LISTS[pack], issuer=False), RULES[pack])
    assert (answer.outcome, answer.path) == (Outcome.NOT_ISSUER, Path.NOT_THIS_COMMITTEE)


@BOTH
@pytest.mark.parametrize(
    "ties, outcome",
    [
        ({Tie.REGISTERED}, Outcome.YES_POSITIVE_LIST),
        ({Tie.RESIDENT, Tie.REGISTERED}, Outcome.YES_POSITIVE_LIST),
        ({Tie.RESIDENT}, Outcome.NOT_ISSUER),  # lives here, but 分户 asks for the 户籍
        ({Tie.FORMERLY_REGISTERED}, Outcome.NOT_ISSUER),
        (set(), Outcome.NOT_ISSUER),
    ],
)
def test_the_item_says_which_ties_suffice(pack: str, ties: set[Tie], outcome: Outcome) -> None:
    assert ask(pack, "ISS-XY-07", ties_asked=True, ties=frozenset(ties)).outcome is outcome


@BOTH
def test_a_tie_not_asked_yet_stays_open(pack: str) -> None:
    answer = ask(pack, "ISS-XY-07")
    assert answer.outcome is Outcome.YES_POSITIVE_LIST
    assert "ties" in keys(answer)


# 2. Which item?


@BOTH
@pytest.mark.parametrize(
    "said",
    [
        {"entry_code": "PROH-10", "confirmed": False},  # matched, but nobody confirmed
        {"entry_code": "PROH-99"},  # on no list in force
        {"asked_for": ""},
        {"asked_for": "  "},
    ],
)
def test_without_a_confirmed_item_it_asks(pack: str, said: dict[str, object]) -> None:
    answer = ask(pack, **said)  # type: ignore[arg-type]
    assert (answer.outcome, keys(answer)) == (Outcome.ASK_MORE, ["entry_code"])


# 3. A statutory document proves it


@BOTH
@pytest.mark.clause("O2.1f")
def test_what_a_document_proves_is_not_certified_again(pack: str) -> None:
    answer = ask(pack, "DOC-01")
    assert (answer.outcome, answer.path) == (Outcome.NO_STATUTORY_DOCUMENT, Path.STATUTORY_DOCUMENT)
    assert "居民身份证" in answer.reason
    assert answer.basis


@BOTH
@pytest.mark.clause("O2.1f")
def test_an_item_with_a_document_in_hand_is_refused_by_its_name(pack: str) -> None:
    lists = _with(pack, "ISS-ZQ-01", replaced_by=("居住证",))
    question = Question(day=TODAY, entry_code="ISS-ZQ-01", confirmed=True, document_proves=YES)
    answer = may_it_be_issued(question, lists, RULES[pack])
    assert answer.outcome is Outcome.NO_STATUTORY_DOCUMENT
    assert "居住证" in answer.reason
    without = may_it_be_issued(replace(question, document_proves=NO), lists, RULES[pack])
    assert without.outcome is Outcome.YES_POSITIVE_LIST
    unasked = may_it_be_issued(replace(question, document_proves=NOT_ASKED), lists, RULES[pack])
    assert "document_proves" in keys(unasked)


# 4. Prohibited: the named exception


@BOTH
@pytest.mark.clause("H2.1a", "O2.1c")
def test_kinship_for_the_notary_with_its_three_conditions(pack: str) -> None:
    answer = ask(pack, "PROH-01", exception_conditions=(YES, YES, YES), ties_asked=True, ties=HOME)
    assert (answer.outcome, answer.path) == (Outcome.YES_NAMED_EXCEPTION, Path.NAMED_EXCEPTION)
    assert answer.guide_code == "ISS-JX-01"
    assert answer.list_version
    assert not answer.needs_second_approver


@BOTH
@pytest.mark.parametrize("missing", [0, 1, 2])
def test_one_condition_failing_is_a_no(pack: str, missing: int) -> None:
    said = tuple(NO if number == missing else YES for number in range(3))
    assert ask(pack, "PROH-01", exception_conditions=said).outcome is Outcome.NO_PROHIBITED


@BOTH
def test_a_condition_not_asked_yet_is_asked(pack: str) -> None:
    answer = ask(pack, "PROH-01", exception_conditions=(YES, YES))
    assert (answer.outcome, [one.index for one in answer.asks]) == (Outcome.ASK_MORE, [2])


@BOTH
def test_the_answer_stands_first_and_the_exception_beside_it(pack: str) -> None:
    answer = ask(pack, "PROH-01")
    assert answer.outcome is Outcome.NO_PROHIBITED
    assert keys(answer) == ["exception_conditions"] * 3


@BOTH
def test_the_exceptions_own_entry_is_judged_by_the_same_conditions(pack: str) -> None:
    assert ask(pack, "ISS-JX-01").outcome is Outcome.NO_PROHIBITED
    assert ask(pack, "ISS-JX-01", exception_conditions=(YES,) * 3).outcome is Outcome.YES_NAMED_EXCEPTION


@BOTH
@pytest.mark.parametrize(
    "unit_class, ties, outcome",
    [
        ("notary", HOME, Outcome.YES_NAMED_EXCEPTION),
        ("bank", HOME, Outcome.NO_NOT_ON_LIST),  # 仅限公证
        ("court", HOME, Outcome.REFER_TO_INVESTIGATION),  # nobody said whether it wrote
        ("notary", frozenset({Tie.TENANT}), Outcome.NOT_ISSUER),  # not a tie of the exception's entry
        ("notary", frozenset(), Outcome.NOT_ISSUER),
    ],
)
def test_the_exception_serves_the_units_and_ties_of_its_entry(
    pack: str, unit_class: str, ties: frozenset[Tie], outcome: Outcome
) -> None:
    said = {"exception_conditions": (YES,) * 3, "unit_class": unit_class, "ties_asked": True, "ties": ties}
    assert ask(pack, "PROH-01", **said).outcome is outcome


@BOTH
def test_the_exception_asks_who_demands_before_it_is_settled(pack: str) -> None:
    answer = ask(pack, "PROH-01", exception_conditions=(YES,) * 3, ties_asked=True, ties=HOME)
    assert "unit_class" in keys(answer) and not answer.settled


@BOTH
def test_only_the_named_item_has_an_exception(pack: str) -> None:
    assert ask(pack, "PROH-08", exception_conditions=(YES, YES, YES)).outcome is Outcome.NO_PROHIBITED


@pytest.mark.parametrize("pack", ["huining", "ordos"])
def test_an_exception_whose_guide_is_not_filled_is_not_offered(pack: str) -> None:
    lists = lists_of(pack, demonstration=False)
    question = Question(day=TODAY, entry_code="PROH-01", confirmed=True, exception_conditions=(YES,) * 3)
    assert may_it_be_issued(question, lists, RULES[pack]).outcome is Outcome.NO_GUIDE_PENDING


# 4. Prohibited: by the pack


@pytest.mark.clause("H2.1a")
def test_huining_lets_a_special_case_through_truthfully() -> None:
    answer = ask("huining", "PROH-08", **SOFT)
    assert (answer.outcome, answer.path) == (Outcome.YES_TRUTHFUL_EXCEPTION, Path.TRUTHFUL_EXCEPTION)
    assert answer.soft and answer.needs_second_approver
    assert not answer.guide_code  # free words, no form


def test_huining_lets_a_policy_gap_through_for_a_public_body_too() -> None:
    said = SOFT | {"unit_class": "government", "ground": Ground.POLICY_GAP, "demand_proved": NOT_ASKED}
    assert ask("huining", "PROH-08", **said).outcome is Outcome.YES_TRUTHFUL_EXCEPTION


@pytest.mark.parametrize(
    "change",
    [
        {"ground": Ground.NONE},
        {"unit_class": "government"},  # a public body is no 民商事主体
        {"demand_proved": NO},
        {"own_duty": NO},
        {"verifiable": NO},
    ],
)
def test_huining_one_thing_missing_is_a_no(change: dict[str, object]) -> None:
    answer = ask("huining", "PROH-08", **(SOFT | change))
    assert (answer.outcome, answer.soft) == (Outcome.NO_PROHIBITED, False)


@pytest.mark.parametrize(
    "change, asked",
    [
        ({"ground": Ground.NOT_SAID}, "ground"),
        ({"unit_class": ""}, "unit_class"),
        ({"ground_reason": " "}, "ground_reason"),
        ({"demand_proved": NOT_ASKED}, "demand_proved"),
        ({"own_duty": NOT_ASKED}, "own_duty"),
        ({"verifiable": NOT_ASKED}, "verifiable"),
    ],
)
def test_huining_one_thing_not_asked_is_asked(change: dict[str, object], asked: str) -> None:
    answer = ask("huining", "PROH-08", **(SOFT | change))
    assert (answer.outcome, keys(answer)) == (Outcome.ASK_MORE, [asked])


def test_huining_with_nothing_said_the_answer_is_no_and_names_what_would_open_it() -> None:
    answer = ask("huining", "PROH-08")
    assert answer.outcome is Outcome.NO_PROHIBITED
    assert keys(answer) == ["ground", "own_duty", "verifiable"]


def test_huining_the_soft_path_is_open_to_the_notarys_item_too() -> None:
    failed = {"exception_conditions": (NO, NO, YES)}
    assert ask("huining", "PROH-01", **(SOFT | failed)).outcome is Outcome.YES_TRUTHFUL_EXCEPTION


@pytest.mark.clause("O3.1a", "O2.1e")
def test_ordos_stops_whatever_is_said() -> None:
    answer = ask("ordos", "PROH-08", **SOFT)
    assert (answer.outcome, answer.path, answer.asks) == (Outcome.NO_PROHIBITED, Path.PROHIBITED_LIST, ())


@pytest.mark.clause("O3.1a")
@pytest.mark.parametrize(
    "day, outcome",
    [
        (date(2020, 12, 31), Outcome.YES_TRUTHFUL_EXCEPTION),
        (date(2021, 1, 1), Outcome.NO_PROHIBITED),
        (date(2021, 1, 2), Outcome.NO_PROHIBITED),
    ],
)
def test_ordos_the_stop_acts_by_itself_on_its_date(day: date, outcome: Outcome) -> None:
    assert ask("ordos", "PROH-08", day=day, **SOFT).outcome is outcome


@BOTH
@pytest.mark.clause("O2.1e")
def test_a_refusal_cites_the_national_document_by_number_and_item(pack: str) -> None:
    answer = ask(pack, "PROH-10")
    assert "民发〔2020〕20号" in answer.basis[0]
    assert "第10项“健在证明”" in answer.basis[0]
    assert "不应由基层群众性自治组织出具证明事项清单（第一批）第1版" in answer.list_version
    assert "征求意见" not in " ".join((*answer.basis, answer.reason, answer.list_version))


@BOTH
def test_a_local_item_that_is_a_prohibited_matter_is_judged_as_that(pack: str) -> None:
    assert ask(pack, "ISS-CQ-02").outcome is Outcome.NO_PROHIBITED


# 5. Positive list


@BOTH
@pytest.mark.clause("H2.1a", "O2.1a")
def test_an_item_on_the_list_is_issued_by_its_guide(pack: str) -> None:
    answer = ask(pack, "ISS-ZQ-01", unit_class="bank", ties_asked=True, ties=frozenset({Tie.TENANT}))
    assert (answer.outcome, answer.path) == (Outcome.YES_POSITIVE_LIST, Path.POSITIVE_LIST)
    assert (answer.guide_code, answer.class_of_use) == ("ISS-ZQ-01", ClassOfUse.RESIDENTS_NEED)
    assert (answer.asks, answer.lock, answer.needs_second_approver) == ((), Lock.NONE, False)
    assert "当场" in answer.reason


@BOTH
def test_an_item_for_one_kind_of_unit_is_not_for_another(pack: str) -> None:
    assert ask(pack, "ISS-NAT-01", unit_class="government").outcome is Outcome.YES_POSITIVE_LIST
    assert ask(pack, "ISS-NAT-01", unit_class="bank").outcome is Outcome.NO_NOT_ON_LIST
    assert "unit_class" in keys(ask(pack, "ISS-NAT-01"))


@BOTH
@pytest.mark.clause("H4.2a", "O2.2a")
def test_an_item_without_a_filled_guide_is_not_offered(pack: str) -> None:
    lists = lists_of(pack, demonstration=False)
    question = Question(day=TODAY, entry_code="ISS-NAT-01", confirmed=True)
    answer = may_it_be_issued(question, lists, RULES[pack])
    assert answer.outcome is Outcome.NO_GUIDE_PENDING
    assert "五、办理时限" in answer.reason
    assert lists.offered() == ()


@BOTH
def test_the_day_decides_which_list(pack: str) -> None:
    """补登: rules are checked as of the day the paper was stamped."""
    assert ask(pack, "ISS-ZQ-01", day=date(2025, 12, 31)).outcome is Outcome.ASK_MORE
    assert ask(pack, "ISS-ZQ-01", day=date(2026, 1, 1)).outcome is Outcome.YES_POSITIVE_LIST


# 6. On neither list


@BOTH
@pytest.mark.clause("O2.1c")
@pytest.mark.parametrize("said, asked", [({}, ["basis_given"]), ({"basis_given": NO}, [])])
def test_a_public_body_without_a_basis_gets_a_letter(
    pack: str, said: dict[str, object], asked: list[str]
) -> None:
    answer = ask(pack, unit_class="government", own_duty=YES, verifiable=YES, **FREE, **said)
    assert (answer.outcome, answer.letter_to_unit) == (Outcome.NO_NOT_ON_LIST, True)
    assert keys(answer) == asked


@BOTH
@pytest.mark.clause("O2.1c")
def test_a_basis_that_was_given_is_asked_for_word_by_word(pack: str) -> None:
    """给了，写在纸上: nobody is told that nothing was given; nor is anything issued before it is read."""
    answer = ask(pack, unit_class="government", own_duty=YES, verifiable=YES, basis_given=YES, **FREE)
    assert (answer.outcome, keys(answer)) == (Outcome.ASK_MORE, ["basis_words"])
    blank = ask(pack, unit_class="government", basis_given=YES, basis_words=" ", **FREE)
    assert blank.outcome is Outcome.ASK_MORE


@BOTH
@pytest.mark.clause("O2.1c")
@pytest.mark.parametrize(
    "own_duty, verifiable, outcome",
    [
        (YES, YES, Outcome.YES_DISCRETIONARY),
        (NO, YES, Outcome.NO_CANNOT_VOUCH),
        (YES, NO, Outcome.NO_CANNOT_VOUCH),
        (NOT_ASKED, YES, Outcome.ASK_MORE),
    ],
)
def test_a_public_body_with_its_basis(pack: str, own_duty: Said, verifiable: Said, outcome: Outcome) -> None:
    answer = ask(
        pack, unit_class="government", basis_given=YES, basis_words="《某条例》第三条", own_duty=own_duty,
        verifiable=verifiable, **FREE,
    )  # fmt: skip
    assert answer.outcome is outcome
    if outcome is Outcome.YES_DISCRETIONARY:
        assert (answer.path, answer.class_of_use) == (Path.PUBLIC_BASIS, ClassOfUse.ADMINISTRATION)
        assert answer.needs_second_approver and answer.basis == ("《某条例》第三条",)


@pytest.mark.parametrize(
    "own_duty, verifiable, outcome",
    [
        (YES, YES, Outcome.YES_DISCRETIONARY),
        (NO, YES, Outcome.NO_CANNOT_VOUCH),
        (YES, NO, Outcome.NO_CANNOT_VOUCH),
        (YES, NOT_ASKED, Outcome.ASK_MORE),
        (NOT_ASKED, NOT_ASKED, Outcome.ASK_MORE),
    ],
)
def test_huining_a_private_party_asks(own_duty: Said, verifiable: Said, outcome: Outcome) -> None:
    answer = ask("huining", unit_class="company", own_duty=own_duty, verifiable=verifiable, **FREE)
    assert answer.outcome is outcome
    if outcome is Outcome.YES_DISCRETIONARY:
        assert (answer.path, answer.class_of_use) == (Path.RESIDENTS_NEED, ClassOfUse.RESIDENTS_NEED)
        assert answer.discretionary and answer.needs_second_approver


@pytest.mark.clause("O2.2d", "H3.1d")
@pytest.mark.parametrize(
    "said, reason", [({"own_duty": NO}, "不归村（居）委会管"), ({"verifiable": NO}, "没有办法核实")]
)
def test_what_nobody_here_can_vouch_for_is_not_called_without_basis(
    said: dict[str, Said], reason: str
) -> None:
    answer = ask("huining", unit_class="company", **{"own_duty": YES, "verifiable": YES, **said}, **FREE)
    assert (answer.outcome, answer.letter_to_unit) == (Outcome.NO_CANNOT_VOUCH, False)
    assert reason in answer.reason and "没有依据" not in answer.headline
    assert answer.ways and answer.complaint
    assert answer.outcome.is_no


@pytest.mark.clause("O2.1e")
def test_ordos_a_private_party_gets_a_no() -> None:
    answer = ask("ordos", unit_class="company", own_duty=YES, verifiable=YES, **FREE)
    assert (answer.outcome, answer.path, answer.letter_to_unit) == (
        Outcome.NO_NOT_ON_LIST, Path.NEITHER_LIST, False,
    )  # fmt: skip
    assert "民发〔2020〕20号" in answer.basis[0]


def test_who_demands_is_asked_where_it_matters() -> None:
    assert keys(ask("huining", **FREE)) == ["unit_class"]
    assert ask("ordos", **FREE).outcome is Outcome.NO_NOT_ON_LIST


def test_a_class_nobody_knows_opens_nothing() -> None:
    assert ask("huining", unit_class="martian", **FREE).outcome is Outcome.ASK_MORE


def test_what_a_committee_can_never_know_stays_a_no() -> None:
    said = {"unit_class": "company", "own_duty": YES, "verifiable": YES, "ties_asked": True, "ties": HOME}
    assert ask("huining", "RT-09", **said).outcome is Outcome.NO_NOT_ON_LIST  # 没有吸毒史
    assert ask("huining", "RT-01", **said).outcome is Outcome.YES_DISCRETIONARY  # 收入


def test_no_tie_no_discretion() -> None:
    said = FREE | {"unit_class": "company", "own_duty": YES, "verifiable": YES, "ties": frozenset()}
    assert ask("huining", **said).outcome is Outcome.NOT_ISSUER


# 7. On every yes


@BOTH
@pytest.mark.parametrize(
    "code, said, interest",
    [
        ("ISS-ZQ-02", NOT_ASKED, YES),  # the entry says so
        ("ISS-ZQ-02", NO, YES),  # and the case cannot unsay it
        ("ISS-CQ-01", NOT_ASKED, NOT_ASKED),  # the case decides
        ("ISS-CQ-01", YES, YES),
        ("ISS-CQ-01", NO, NO),
        ("ISS-ZQ-01", NOT_ASKED, NO),
        ("ISS-ZQ-01", YES, YES),  # by this case
    ],
)
def test_public_interest_locks_as_the_pack_says(pack: str, code: str, said: Said, interest: Said) -> None:
    answer = ask(pack, code, public_interest=said)
    lock = {"huining": Lock.SEAL, "ordos": Lock.APPROVE}[pack] if interest is YES else Lock.NONE
    assert (answer.outcome, answer.public_interest, answer.lock) == (
        Outcome.YES_POSITIVE_LIST, interest, lock,
    )  # fmt: skip
    assert ("public_interest" in keys(answer)) == (interest is NOT_ASKED)


@BOTH
def test_the_party_organizations_matter_is_not_the_committees(pack: str) -> None:
    answer = ask(pack, "ISS-XY-05")
    assert (answer.outcome, answer.matter_of) == (Outcome.NO_OTHER_ORGANIZATION, MatterOf.PARTY)
    assert "盖村（社区）党组织的章" in answer.reason


@BOTH
def test_a_case_may_be_the_collectives_matter(pack: str) -> None:
    answer = ask(pack, "ISS-CQ-01", matter_of=MatterOf.COLLECTIVE)
    assert (answer.outcome, answer.matter_of) == (Outcome.NO_OTHER_ORGANIZATION, MatterOf.COLLECTIVE)


# 8. And on every answer


@pytest.mark.clause("H2.1a")
def test_every_yes_names_its_path_and_list_version() -> None:
    answers = [
        ask("huining", "ISS-ZQ-01"),
        ask("huining", "PROH-08", **SOFT),
        ask("huining", "PROH-01", exception_conditions=(YES, YES, YES)),
        ask("huining", unit_class="company", own_duty=YES, verifiable=YES, **FREE),
        ask("ordos", unit_class="government", basis_given=YES, basis_words="《某条例》第三条", own_duty=YES,
            verifiable=YES, **FREE),
    ]  # fmt: skip
    assert all(answer.outcome.is_yes and answer.path is not Path.NONE for answer in answers)
    assert all("第1版" in answer.list_version and answer.class_of_use for answer in answers)


@BOTH
def test_it_is_total(pack: str) -> None:
    """Every entry, every kind of asker, said and unsaid: always one answer with its reason."""
    rules, lists = rules_of_pack(pack), LISTS[pack]
    for code in ("", *lists.listed):
        for unit_class in ("", *rules.sides):
            for said in Said:
                question = Question(
                    day=TODAY, entry_code=code, asked_for="某证明", confirmed=True, unit_class=unit_class,
                    letter=said, own_duty=said, verifiable=said, basis_given=said, document_proves=said,
                    exception_conditions=(said,) * 3,
                )  # fmt: skip
                answer = may_it_be_issued(question, lists, rules)
                assert answer.reason and answer.headline
                assert answer.outcome.is_yes or answer.ways


def _with(pack: str, code: str, **changed: object):  # type: ignore[no-untyped-def]
    lists = LISTS[pack]
    one = lists.listed[code]
    entry = one.entry.model_copy(update=changed)
    return replace(lists, listed={**lists.listed, code: replace(one, entry=entry)})
