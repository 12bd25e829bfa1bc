"""A letter recorded, looks by it: what works, for whom, and that nothing is written where it is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.certificates import cast
from tests.certificates.attempts import execute, refuses
from tests.certificates.cast import HARIGENTU, LIJIAWAN, PINGTOUCHUAN, officer
from tests.supervision.letters import LEAD, days, end, look, person, record, refused, written
from zhengyin.regions.names import organization_id
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import now
from zhengyin.supervision.kinds import Sight
from zhengyin.supervision.models import AccessLetter, Look
from zhengyin.supervision.queries.letters import letters_for, looks_for

pytestmark = pytest.mark.usefixtures("past")
OTOG = organization_id("county_lead:150623000000")


def test_a_letter_is_a_line_of_the_lead_body() -> None:
    row = record()
    (line,) = registers.lines_of(row.pk)
    assert (line.owner, line.book, line.kind, line.office) == (
        LEAD,
        "supervision",
        "letter.recorded",
        "county_lead",
    )
    assert line.columns["committees"] == "平头川镇李家湾村民委员会"
    assert line.columns["persons"] == "任志刚、邓秀梅"
    assert line.columns["papers"] == "不看文件"


def test_the_same_letter_twice_and_letters_that_do_not_fit_are_refused() -> None:
    record()
    with refused("letter_recorded_already"):
        record()
    with refused("wrong_office"):
        record("hn.pt.officer", number="2")
    with refused("letter_committee_elsewhere"):
        record(number="3", committees=frozenset({LIJIAWAN, HARIGENTU}))
    with refused("letter_person_is_no_auditor"):
        record(number="4", persons=(person("hn.auditor"), person("od.auditor")))
    with refused("letter_person_is_no_auditor", "letter_for_oneself"):
        record(number="5", persons=(person("hn.auditor"), person("hn.lead")))
    with refused("wrong_office", "letter_person_is_no_auditor", "letter_committee_elsewhere"):
        record(number="6", at=OTOG)


def test_a_look_is_a_line_in_the_committees_journal() -> None:
    row, auditor = record(), officer("hn.auditor")
    opened = look(row, auditor)
    (line,) = registers.lines_of(opened.pk)
    assert (line.owner, line.book, line.kind, line.office) == (
        LIJIAWAN,
        "journal",
        "register.looked",
        "auditor",
    )
    assert line.columns == {
        "letter": "〔2026〕12号", "unit": "县纪委监委（示例）",
        "what": "为村（居）民出具证明事项登记簿：登记簿",
    }  # fmt: skip
    before = written()
    assert look(row, auditor).pk == opened.pk
    assert written() == before
    assert look(row, officer("hn.auditor2")).pk != opened.pk


def test_a_case_of_the_scope_opens_and_its_line_stands_with_the_case() -> None:
    case, _ = cast.sealed()
    row, auditor = record(), officer("hn.auditor")
    look(row, auditor, Sight.CASE, case=case)
    assert registers.lines_of(case)[-1].kind == "register.looked"
    with refused("letter_without_papers"):
        look(row, auditor, Sight.PAPER, case=case)
    look(record(number="2", papers=True), auditor, Sight.PAPER, case=case)


def test_beside_the_scope_nothing_opens() -> None:
    case, _ = cast.sealed()
    elsewhere, _ = cast.sealed("hn.ptc")
    row, auditor = record(), officer("hn.auditor")
    past = record(number="2", scope_from=days(-60), scope_until=days(0))  # until yesterday
    with refused("letter_does_not_cover"):
        look(past, auditor, Sight.CASE, case=case)
    with refused("letter_does_not_cover"):
        look(row, auditor, Sight.CASE, case=elsewhere)
    with refused("letter_does_not_cover"):
        look(row, auditor, at=PINGTOUCHUAN)
    with refused("letter_does_not_cover"):
        look(row, auditor, book="notices")
    with refused("letter_does_not_cover"):
        look(row, auditor, Sight.CASE)
    applied = cast.applied()  # no line of the register yet
    with refused("letter_does_not_cover"):
        look(row, auditor, Sight.CASE, case=applied)


def test_nobody_but_the_two_looks_and_nobody_on_another_day() -> None:
    row = record()
    for other in ("hn.lead", "hn.pt.officer", "hn.ljw.director", "od.auditor"):
        with refused("letter_not_yours"):
            look(row, officer(other))
    tomorrow = record(number="2", valid_from=days(1), valid_until=days(3))
    with refused("letter_not_valid"):
        look(tomorrow, officer("hn.auditor"))
    with refused("session_missing"):
        look(row, replace(officer("hn.auditor"), session_id=None))


def test_what_is_seen_of_letters_and_looks() -> None:
    row = record()
    record(number="2", valid_from=days(1), valid_until=days(3))
    auditor = officer("hn.auditor")
    opened = look(row, auditor)
    assert set(letters_for(auditor, now())) == {row}
    assert set(looks_for(auditor, now())) == {opened}
    assert not looks_for(officer("hn.auditor"), now()).exists()  # another session
    for other in ("od.auditor", "hn.lead", "hn.ljw.director"):
        assert not letters_for(officer(other), now()).exists()
    assert set(letters_for(officer("hn.auditor2"), now())) == {row}
    assert set(looks_for(auditor, now() + timedelta(days=1))) == {opened}
    assert not looks_for(auditor, now() + timedelta(days=2)).exists()  # the letter is over


LETTER = (
    "INSERT INTO supervision_accessletter (id, county_code, number, unit, first_id, second_id, committees,"
    " books, papers, scope_from, scope_until, valid_from, valid_until, recorded_by_id, recorded_at)"
    " SELECT gen_random_uuid(), county_code, {number}, {unit}, {first}, {second}, {committees}, {books},"
    " papers, {scope_from}, scope_until, {valid_from}, valid_until, {recorded_by}, recorded_at"
    " FROM supervision_accessletter"
)
USUAL = {
    "number": "'99'", "unit": "unit", "first": "first_id", "second": "second_id", "committees": "committees",
    "books": "books", "scope_from": "scope_from", "valid_from": "valid_from", "recorded_by": "recorded_by_id",
}  # fmt: skip


@pytest.mark.parametrize("guard, change", [
    ("letter_recorded_once", {"number": "number"}),
    ("letter_is_named", {"number": "''"}),
    ("letter_is_named", {"unit": "''"}),
    ("letter_for_two_auditors", {"second": "first_id"}),
    ("letter_for_two_auditors", {"second": "recorded_by_id"}),
    ("letter_not_for_oneself", {"recorded_by": "first_id"}),
    ("letter_not_for_oneself", {"recorded_by": "second_id"}),
    ("letter_names_committees", {"committees": "'{}'"}),
    ("letter_within_its_county", {"committees": f"committees || '{HARIGENTU}'::uuid"}),
    ("letter_names_books", {"books": "'{}'"}),
    ("letter_names_books", {"books": "'{certificates,journal}'"}),
    ("letter_scope_runs_forward", {"scope_from": "scope_until"}),
    ("letter_valid_runs_forward", {"valid_from": "valid_until"}),
])  # fmt: skip
def test_what_no_letter_may_be(guard: str, change: dict[str, str]) -> None:
    record()
    refuses(guard, LETTER.format(**{**USUAL, **change}))
    execute(LETTER.format(**USUAL))  # the near miss
    assert AccessLetter.objects.count() == 2


def test_two_persons_are_said_by_a_check_too() -> None:
    """The trigger is asked first; behind it stands the check."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE conname = 'letter_two_persons'")
        assert cursor.fetchone()


LOOK = (
    'INSERT INTO supervision_look (id, letter_id, organization_id, sight, book, "case", person_id,'
    " session, looked_at) SELECT gen_random_uuid(), letter_id, {organization}, {sight}, {book}, {case},"
    " {person}, gen_random_uuid(), {at} FROM supervision_look"
)
SEEN = {
    "organization": "organization_id", "sight": "sight", "book": "book", "case": '"case"',
    "person": "person_id", "at": "looked_at",
}  # fmt: skip


@pytest.mark.parametrize("guard, change", [
    ("look_within_the_letter", {"organization": f"'{PINGTOUCHUAN}'"}),
    ("look_within_the_letter", {"book": "'notices'"}),
    ("look_within_the_letter", {"sight": "'paper'", "case": "gen_random_uuid()"}),
    ("look_within_the_letter", {"at": "looked_at + interval '1 hour'"}),
    ("look_within_the_letter", {"at": "looked_at - interval '1 day'"}),
    ("look_within_the_letter", {
        "person": "(SELECT person_id FROM people_account WHERE username = 'hn.lead')"}),
    ("look_known_sight", {"sight": "'all'"}),
    ("look_names_a_case_where_there_is_one", {"sight": "'case'"}),
    ("look_names_a_case_where_there_is_one", {"case": "gen_random_uuid()"}),
])  # fmt: skip
def test_what_no_look_may_be(guard: str, change: dict[str, str]) -> None:
    look(record(), officer("hn.auditor"))
    refuses(guard, LOOK.format(**{**SEEN, **change}))
    execute(LOOK.format(**SEEN))
    assert Look.objects.count() == 2


BOOKS = frozenset({"certificates", "notices", "work", "introductions"})


@pytest.mark.parametrize("book, sight, opens", [
    ("notices", "print", False), ("notices", "register", True), ("work", "print", True),
    ("work", "register", True), ("introductions", "print", True), ("certificates", "print", True),
])  # fmt: skip
def test_the_database_opens_each_book_so_far_too(book: str, sight: str, opens: bool) -> None:
    look(record(books=BOOKS), officer("hn.auditor"))
    said = LOOK.format(**{**SEEN, "book": f"'{book}'", "sight": f"'{sight}'"})
    execute(said) if opens else refuses("look_within_the_letter", said)


@pytest.mark.parametrize("book, opens", [
    ("certificates", True), ("notices", False), ("work", False), ("introductions", False),
])  # fmt: skip
def test_a_paper_is_shown_of_a_certificate_alone(book: str, opens: bool) -> None:
    look(record(books=BOOKS, papers=True), officer("hn.auditor"))
    about = {"book": f"'{book}'", "sight": "'paper'", "case": "gen_random_uuid()"}
    said = LOOK.format(**{**SEEN, **about})
    execute(said) if opens else refuses("look_within_the_letter", said)


def test_ended_it_opens_nothing_from_that_instant() -> None:
    row, auditor = record(), officer("hn.auditor")
    look(row, auditor)
    assert looks_for(auditor, now()).count() == 1
    with refused("letter_end_without_reason"):
        end(row, reason=" ")
    end(row)
    assert not letters_for(auditor, now()).exists() and not looks_for(auditor, now()).exists()
    with refused("letter_not_valid"):
        look(row, auditor, Sight.PRINT)
    with refused("letter_ended_already"):
        end(row)
    line = next(line for line in registers.lines_of(row.pk) if line.kind == "letter.ended")
    assert line.columns["number"] == row.number and line.personal == {"reason": "范围写宽了"}
    refuses("look_within_the_letter", LOOK.format(**SEEN))


def test_another_county_ends_nothing_and_an_end_stays() -> None:
    row = record()
    with pytest.raises(AccessLetter.DoesNotExist):
        end(row, "od.lead", OTOG)
    ended = (
        "INSERT INTO supervision_letterend (letter_id, reason, ended_by_id, ended_at)"
        " SELECT id, %s, recorded_by_id, now() FROM supervision_accessletter"
    )
    refuses("letter_end_has_its_reason", ended, "")
    execute(ended, "范围写宽了")
    refuses("supervision_letterend_pkey", ended, "又一次")
