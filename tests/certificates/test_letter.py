"""告知函: from the refusal to the unit's answer, by two persons, in a book of its own."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.certificates import cast
from tests.certificates.attempts import execute, refused, refuses
from tests.certificates.test_refuse import GIVEN, RULE, demand, enter, refuse
from tests.documents.reading import text_of, without_spaces
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.letter import LetterGiven
from zhengyin.certificates.models import Certificate, Letter
from zhengyin.certificates.queries.dropped import Dropped, dropped_in
from zhengyin.certificates.queries.letters import letter_page, text_in, visible_to, waiting
from zhengyin.certificates.queries.papers import letter_pdf
from zhengyin.certificates.workflow import LetterAct, LetterState
from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import now
from zhengyin.registers.remarks import remarks_on
from zhengyin.shared.days import day_of, in_words

SOON = timedelta(days=15)


def given(days: int = SOON.days, **changed: Any) -> LetterGiven:
    until = day_of(now()) + timedelta(days=days)
    return replace(LetterGiven("中国农业银行会宁县支行", "会宁县会师镇长征南路", until), **changed)


def demanded() -> UUID:
    """A marriage certificate was asked for, entered and refused."""
    new = uuid4()
    enter(demand(), cast.officer("hn.ljw.clerk"), new, replace(RULE, where="去民政局婚姻登记处"))
    return new


def draft(case: UUID, clerk: Actor, **changed: Any) -> Letter:
    return actions.draft_letter(certificate_id=case, given=given(**changed), actor=clerk, at=now())


def drafted() -> UUID:
    case = demanded()
    draft(case, cast.officer("hn.ljw.clerk"))
    return case


def approve(case: UUID, director: Actor, at: datetime | None = None) -> Letter:
    return cast.let_go(certificate_id=case, actor=director, at=at or now())


def approved() -> UUID:
    case = drafted()
    approve(case, cast.officer("hn.ljw.director"))
    return case


def send(case: UUID, clerk: Actor, **changed: Any) -> None:
    said = {"how": "post", "post_number": "1234567890123", "note": "", "signed": True, **changed}
    actions.send_letter(certificate_id=case, actor=clerk, at=now(), **said)


def sent() -> UUID:
    case = approved()
    send(case, cast.officer("hn.ljw.clerk"))
    return case


def basis(case: UUID, clerk: Actor, words: str = "《某办法》第七条") -> None:
    actions.record_basis(certificate_id=case, basis=words, said="回函", actor=clerk, at=now())


def letter_of(case: UUID) -> Letter:
    return Letter.objects.get(certificate_id=case)


def state_of(case: UUID) -> LetterState:
    return LetterState(letter_of(case).state)


@pytest.mark.clause("H3.1d", "O2.1e", "O2.1c")
def test_its_words_are_those_of_list_and_notice(world: World) -> None:
    text = text_in(draft(demanded(), cast.officer("hn.ljw.clerk")))
    opening, rule, instead, question = text.paragraphs
    assert text.title == "关于不出具“婚姻状况证明”的告知函"
    assert "马桂花到我村申请“婚姻状况证明”" in opening and in_words(day_of(now())) in opening
    assert rule.startswith("一、该事项不由村民委员会出具证明。见民政部等六部门《不应由基层群众性自治组织")
    assert "第8项“婚姻状况证明”" in rule
    assert "结婚证、离婚证" in instead and "已告知马桂花：“去民政局婚姻登记处" in instead
    assert "要求出具的依据：文件名称、文号和条款" in question
    assert in_words(day_of(now()) + SOON) in question


@pytest.mark.parametrize("ground", [Ground.NOT_TRUE, Ground.CANNOT_CHECK])
def test_what_was_found_of_the_resident_is_not_the_units_business(world: World, ground: Ground) -> None:
    """There is no ban to tell and no basis to ask for where the lists would have let it through."""
    clerk, case = cast.officer("hn.ljw.clerk"), cast.applied()
    refuse(case, clerk, replace(GIVEN, ground=ground.value))
    refused(lambda: draft(case, clerk), "letter_without_rule")
    row = Certificate.objects.get(pk=case)
    assert not letter_page(row, clerk, now()).acts
    assert LetterAct.DRAFT in letter_page(Certificate.objects.get(pk=demanded()), clerk, now()).acts


@pytest.mark.clause("H3.1d")
def test_from_draft_to_answer(world: World) -> None:
    clerk, director, case = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director"), demanded()
    states = []
    for act in (
        lambda: draft(case, clerk),
        lambda: actions.return_letter(certificate_id=case, reason="地址不对", actor=director, at=now()),
        lambda: draft(case, clerk, address="会宁县会师镇长征南路18号"),
        lambda: approve(case, director),
        lambda: send(case, clerk),
        lambda: basis(case, clerk),
    ):
        act()
        states.append(state_of(case).value.removeprefix("letter_"))
    assert states == ["drafted", "returned", "drafted", "approved", "sent", "basis_given"]
    letter = letter_of(case)
    assert letter.number == "平头川镇李家湾村函〔2026〕1号"
    lines = registers.lines_of(letter.id)
    assert [line.kind.split(".")[1] for line in lines if line.book == "journal"] == states
    book = next(line for line in lines if line.book == "letters")
    assert (book.no, book.columns["unit"], book.columns["notice"][-2:]) == (1, letter.unit, "1号")
    assert book.personal == {"name": "马桂花", "address": "会宁县会师镇长征南路18号"}
    day = day_of(now())
    said = [one.words for one in remarks_on([book])[book.hash]]
    assert said == [
        f"{day.month}月{day.day}日邮寄1234567890123",
        f"{day.month}月{day.day}日对方给出依据：《某办法》第七条"
    ]  # fmt: skip


def test_the_next_letter_has_the_next_number(world: World) -> None:
    assert [letter_of(approved()).no for _ in range(3)] == [1, 2, 3]


def test_clicked_twice_it_is_drafted_once(world: World) -> None:
    case, clerk = demanded(), cast.officer("hn.ljw.clerk")
    first = draft(case, clerk)
    assert draft(case, clerk).drafted_at == first.drafted_at
    assert len(registers.lines_of(first.id)) == 1
    draft(case, clerk, unit="中国农业银行会宁支行")
    assert letter_of(case).unit == "中国农业银行会宁支行"


@pytest.mark.parametrize("changed, code", [
    ({"unit": "  "}, "letter_unit_missing"), ({"unit": "农行😀"}, "field_wrong"),
    ({"address": "路" * 81}, "field_wrong"), ({"days": 0}, "answer_day_passed"),
    ({"days": 400}, "field_wrong"),
])  # fmt: skip
def test_what_a_draft_lacks(world: World, changed: dict[str, Any], code: str) -> None:
    case, clerk = demanded(), cast.officer("hn.ljw.clerk")
    refused(lambda: draft(case, clerk, **changed), code)
    draft(case, clerk, address="", days=1)


def test_only_about_a_refusal(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    refused(lambda: draft(case, clerk), "letter_without_rule")


def test_each_act_by_its_office_in_its_village(world: World) -> None:
    case, clerk, director = drafted(), cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director")
    for name in ("hn.ljw.clerk", "hn.ljw.deputy", "hn.ljw.custodian", "hn.ptc.director", "hn.pt.officer"):
        officer = cast.officer(name)
        refused(lambda officer=officer: approve(case, officer), "wrong_office")  # type: ignore[misc]
        refused(
            lambda officer=officer: actions.return_letter(  # type: ignore[misc]
                certificate_id=case, reason="x", actor=officer, at=now()
            ),
            "wrong_office",
        )
    refused(
        lambda: actions.return_letter(certificate_id=case, reason=" ", actor=director, at=now()),
        "reason_missing",
    )
    for name in ("hn.ljw.director", "hn.ptc.clerk"):
        officer = cast.officer(name)
        refused(lambda officer=officer: draft(case, officer), "wrong_office")  # type: ignore[misc]
    refused(lambda: send(case, clerk), "wrong_state")
    approve(case, director)
    refused(lambda: approve(case, director), "wrong_state")
    refused(lambda: draft(case, clerk, unit="别的单位"), "wrong_state")
    refused(lambda: send(case, director), "wrong_office")
    refused(lambda: basis(case, clerk), "wrong_state")
    send(case, clerk)
    refused(lambda: send(case, clerk), "wrong_state")
    refused(lambda: basis(case, director), "wrong_office")


@pytest.mark.parametrize("changed, code", [
    ({"signed": False}, "letter_not_signed"), ({"how": ""}, "letter_way_missing"),
    ({"post_number": " "}, "post_number_missing"), ({"how": "other"}, "letter_note_missing"),
    ({"post_number": "1" * 41}, "field_wrong"),
])  # fmt: skip
def test_what_sending_lacks(world: World, changed: dict[str, Any], code: str) -> None:
    case, clerk = approved(), cast.officer("hn.ljw.clerk")
    refused(lambda: send(case, clerk, **changed), code)
    send(case, clerk, how="resident", post_number="")


def take_back(case: UUID, director: Actor, reason: str = "日期过了") -> None:
    actions.take_back_letter(certificate_id=case, reason=reason, actor=director, at=now())


def remarks(letter: Letter) -> list[list[tuple[str, str, bool]]]:
    """What 备注 says of each line of the book."""
    lines = [line for line in registers.lines_of(letter.id) if line.book == "letters"]
    said = remarks_on(lines)
    return [[(one.mark, one.words, one.void) for one in said[line.hash]] for line in lines]


@pytest.mark.clause("H3.1d")
def test_past_its_day_it_is_taken_back_and_let_go_anew(world: World) -> None:
    """It asks for an answer by a day that has come: not sent, its number spent, written again."""
    clerk, director, case = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director"), demanded()
    ago, today = now() - timedelta(days=20), day_of(now())
    actions.draft_letter(certificate_id=case, given=given(days=0), actor=clerk, at=ago)
    approve(case, director, ago)
    refused(lambda: send(case, clerk), "letter_too_late_to_send")
    certificate = cast.Certificate.objects.get(pk=case)
    assert [one.code for one in letter_page(certificate, clerk, now()).too_late] == [
        "letter_too_late_to_send"
    ]
    assert not letter_page(certificate, clerk, ago).too_late
    assert letter_page(certificate, director, now()).acts == {"take_back_letter"}
    for name in ("hn.ljw.clerk", "hn.ljw.deputy", "hn.ptc.director"):
        officer = cast.officer(name)
        refused(lambda officer=officer: take_back(case, officer), "wrong_office")  # type: ignore[misc]
    refused(lambda: take_back(case, director, " "), "reason_missing")
    take_back(case, director)
    letter = letter_of(case)
    assert (letter.state, letter.number, letter.approved_by_id) == ("letter_returned", "", None)
    assert letter_page(certificate, clerk, now()).returned == "日期过了"
    refused(lambda: take_back(case, director), "wrong_state")
    refused(lambda: approve(case, director), "wrong_state")
    draft(case, clerk)
    approve(case, director)
    send(case, clerk)
    day = f"{today.month}月{today.day}日"
    assert letter_of(case).number.endswith("函〔2026〕2号")
    assert remarks(letter) == [
        [("收回", f"{day}，没有送出", True)], [("", f"{day}邮寄1234567890123", False)]
    ]  # fmt: skip
    refused(lambda: take_back(case, director), "wrong_state")


def test_silence_only_after_the_day_and_a_late_answer_counts(world: World) -> None:
    clerk, director = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director")
    early, case = sent(), demanded()
    ago = now() - timedelta(days=20)
    overdue = given(days=-1)  # of a letter drafted three weeks ago
    actions.draft_letter(certificate_id=case, given=overdue, actor=clerk, at=ago)
    approve(case, director, ago)
    actions.send_letter(
        certificate_id=case, how="resident", post_number="", note="", signed=True, actor=clerk, at=ago
    )

    def silence(of: UUID) -> None:
        actions.record_silence(certificate_id=of, actor=clerk, at=now())

    refused(lambda: silence(early), "answer_day_not_reached")
    rows = waiting(clerk, cast.LIJIAWAN, (LetterState.SENT,), now())
    assert [row.case_id for row in rows] == [case]  # the other has its day before it
    silence(case)
    refused(lambda: silence(case), "wrong_state")
    refused(lambda: basis(case, clerk, " "), "unit_basis_missing")
    basis(case, clerk)
    refused(lambda: basis(case, clerk), "wrong_state")


def test_the_demand_may_be_dropped(world: World) -> None:
    case, clerk = sent(), cast.officer("hn.ljw.clerk")
    county = Certificate.objects.get(pk=case).county_code
    assert dropped_in(county) == Dropped(written_to=1, gave_way=0)
    actions.record_demand_dropped(certificate_id=case, said="电话里说不要了", actor=clerk, at=now())
    assert state_of(case) is LetterState.DEMAND_DROPPED
    drafted()  # to the same unit: it has not left, and a unit counts once
    assert dropped_in(county) == Dropped(written_to=1, gave_way=1)


@pytest.mark.clause("H3.1d")
def test_the_print_is_signed_by_hand_and_has_no_place_for_a_seal(world: World) -> None:
    words = without_spaces(text_of(letter_pdf(letter_of(approved()), now())))
    for one in (
        "平头川镇李家湾村函〔2026〕1号", "中国农业银行会宁县支行：", "负责人（签名）", "专此函告", "示例",
        "会宁县会师镇长征南路", "马秀兰",
    ):  # fmt: skip
        assert one in words, one
    assert "盖章处" not in words and "核对码" not in words


def test_who_sees_it(world: World) -> None:
    drafted()
    assert visible_to(cast.officer("hn.ljw.supervisor")).count() == 1
    for name in ("hn.ptc.clerk", "hn.pt.officer", "od.hrgt.director"):
        assert not visible_to(cast.officer(name)).exists(), name


def test_the_page_offers_what_the_office_may_do(world: World) -> None:
    clerk, director, case = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director"), demanded()
    certificate = cast.Certificate.objects.get(pk=case)
    page = letter_page(certificate, clerk, now())
    assert (page.letter, page.unit, page.answer_by) == (
        None,
        certificate.demanding_unit,
        day_of(now()) + SOON,
    )
    assert page.acts == {"draft_letter"} and not letter_page(certificate, director, now()).acts
    draft(case, clerk)
    assert letter_page(certificate, director, now()).acts == {"approve_letter", "return_letter"}


@pytest.mark.parametrize("guard, statement", [
    ("letter_stays", "UPDATE certificates_letter SET number = 'x' WHERE id = %s"),
    ("letter_stays", "UPDATE certificates_letter SET text_digest = 'x' WHERE id = %s"),
    ("letter_stays", "UPDATE certificates_letter SET approved_by_id = NULL WHERE id = %s"),
    ("letter_stays",
     "UPDATE certificates_letter SET state = 'letter_returned', number = '', previous_hash = '', "
     "approved_by_id = NULL, approved_at = NULL, year = NULL, no = NULL WHERE id = %s"),  # it was sent
    ("letter_not_let_go_has_no_number",
     "UPDATE certificates_letter SET state = 'letter_returned' WHERE id = %s"),
    ("letter_known_state", "UPDATE certificates_letter SET state = 'x' WHERE id = %s"),
    ("letter_sent_says_how", "UPDATE certificates_letter SET sent_how = '' WHERE id = %s"),
    ("letter_by_post_has_its_number", "UPDATE certificates_letter SET post_number = '' WHERE id = %s"),
    ("letter_basis_is_said",
     "UPDATE certificates_letter SET state = 'letter_basis_given', basis_words = '' WHERE id = %s"),
    ("permission denied", "DELETE FROM certificates_letter WHERE id = %s"),
])  # fmt: skip
def test_the_database_keeps_it(world: World, guard: str, statement: str) -> None:
    refuses(guard, statement, letter_of(sent()).id)


@pytest.mark.parametrize("changed", [
    "number = number", "no = no", "approved_by_id = approved_by_id", "state = 'letter_drafted'",
    "unit = 'x'", "answer_by = '2030-01-01'", "drafted_at = drafted_at, text_digest = 'x'",
])  # fmt: skip
def test_taken_back_it_gives_up_its_whole_number_and_nothing_else(world: World, changed: str) -> None:
    gives_up = {
        "state": "'letter_returned'", "number": "''", "previous_hash": "''", "approved_by_id": "NULL",
        "approved_at": "NULL", "year": "NULL", "no": "NULL",
    }  # fmt: skip
    case = approved()
    half = gives_up | dict(one.split(" = ") for one in changed.split(", "))

    def update(values: dict[str, str]) -> str:
        said = ", ".join(f"{name} = {value}" for name, value in values.items())
        return f"UPDATE certificates_letter SET {said} WHERE id = %s"

    refuses("letter_stays", update(half), letter_of(case).id)
    execute(update(gives_up), letter_of(case).id)


def test_the_database_holds_one_letter_a_case(world: World) -> None:
    letter = letter_of(drafted())
    refuses(
        "certificates_letter_certificate_id_key",
        "INSERT INTO certificates_letter SELECT (jsonb_populate_record(l, "
        "jsonb_build_object('id', gen_random_uuid()))).* FROM certificates_letter l WHERE id = %s",
        letter.id,
    )


def test_the_database_wants_two_persons_and_a_number(world: World) -> None:
    letter = letter_of(drafted())
    refuses(
        "letter_drafted_and_approved_by_two",
        "UPDATE certificates_letter SET approved_by_id = drafted_by_id WHERE id = %s", letter.id,
    )  # fmt: skip
    refuses(
        "letter_approved_is_whole",
        "UPDATE certificates_letter SET state = 'letter_approved' WHERE id = %s", letter.id,
    )  # fmt: skip
    other = letter_of(approved())
    execute("UPDATE certificates_letter SET year = %s, no = %s WHERE id = %s", other.year, 99, letter.id)
    refuses("letter_number_once", "UPDATE certificates_letter SET no = %s WHERE id = %s", other.no, letter.id)
