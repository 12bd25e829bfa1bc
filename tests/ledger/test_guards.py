"""What the database itself refuses, tried by raw SQL as the application's role."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from tests.ledger.cast import COUNTY, CUSTODIAN, DIRECTOR, TEXT, YEAR, Committee
from tests.ledger.raw import book_of, changed, execute, insert, next_entry
from zhengyin.ledger import store
from zhengyin.ledger.models import Entry
from zhengyin.registers import actions, lines, queries

TABLES = ("ledger_entry", "ledger_book", "ledger_personal", "ledger_kind", "ledger_endedbook")


def refused(constraint: str) -> "pytest.RaisesExc[IntegrityError]":
    return pytest.RaisesExc(IntegrityError, check=lambda error: _name(error) == constraint)


def _name(error: BaseException) -> str:
    return str(error.__cause__.diag.constraint_name)  # type: ignore[union-attr]


def test_a_good_line_enters(committee: Committee):
    insert(next_entry(committee))
    insert(next_entry(committee))
    assert list(Entry.objects.filter(book_id=book_of(committee)).values_list("no", "prev_no")) == [
        (1, None),
        (2, 1),
    ]


@pytest.mark.clause("H3.2.3a")
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["TRUNCATE {} CASCADE", "DROP TABLE {} CASCADE",
                                       "ALTER TABLE {} DISABLE TRIGGER ALL"])  # fmt: skip
def test_the_application_cannot_truncate_drop_or_disarm(committee: Committee, table: str, statement: str):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        execute(statement.format(table))


@pytest.mark.clause("H3.2.3a")
@pytest.mark.parametrize("statement", [
    "UPDATE ledger_entry SET person_name = '王五'",
    "DELETE FROM ledger_entry",
    "DELETE FROM ledger_book",
    "UPDATE ledger_personal SET no = 2",
    "UPDATE ledger_endedbook SET name = 'other'",
    "DELETE FROM ledger_endedbook",
    "INSERT INTO ledger_kind VALUES ('free', '', '{}', false)",
    "UPDATE ledger_kind SET needs_earlier = '{}'",
    "DELETE FROM ledger_kind",
])  # fmt: skip
def test_the_application_may_not(committee: Committee, statement: str):
    committee.sealed()
    with pytest.raises(ProgrammingError, match="permission denied"):
        execute(statement)


@pytest.mark.parametrize("change, constraint", [
    ({"no": 3}, "ledger_follows_head"),
    ({"no": 1}, "ledger_follows_head"),
    ({"previous_hash": "0" * 64}, "ledger_follows_head"),
    ({"kind": "test.sealed"}, "ledger_kind_in_its_book"),
    ({"kind": "book.opened"}, "ledger_opened_first"),
    ({"person_name": ""}, "ledger_entry_signed"),
    ({"office": ""}, "ledger_entry_signed"),
    ({"county_code": ""}, "ledger_entry_signed"),
    ({"pad_number": "应急0043", "slip_digest": "c" * 64}, "ledger_late_names_slip"),
    ({"slip_digest": "c" * 64}, "ledger_entry_pad_with_slip"),
    ({"columns": "{\t}"}, "ledger_entry_plain"),
])  # fmt: skip
def test_one_wrong_field_is_refused(committee: Committee, change: dict[str, object], constraint: str):
    insert(next_entry(committee))
    entry = changed(next_entry(committee), **change)
    with refused(constraint):
        insert(entry)


def test_columns_are_json(committee: Committee):
    with pytest.raises(Exception, match="json"):
        insert(changed(next_entry(committee), columns="{"))


def test_an_unknown_kind_or_book_is_refused(committee: Committee):
    entry = next_entry(committee)
    for change in ({"kind": "no.such"}, {"book": uuid4()}):
        with pytest.raises(IntegrityError, match="no such book or kind"), transaction.atomic():
            insert(changed(entry, **change))


def test_a_wrong_hash_is_refused(committee: Committee):
    with refused("ledger_entry_hash"):
        insert(next_entry(committee), digest="0" * 64)


def test_another_algorithm_is_refused(committee: Committee):
    with refused("ledger_entry_algorithm"):
        insert(next_entry(committee), algorithm="md5/zy0")


@pytest.mark.parametrize("shift", [timedelta(seconds=-1), timedelta(seconds=1)])
def test_recorded_at_is_the_databases_clock(committee: Committee, shift: timedelta):
    committee.note()
    entry = next_entry(committee)
    at = entry.recorded_at + shift
    if shift < timedelta():
        execute("SELECT pg_sleep(0)")
        at = entry.recorded_at - timedelta(days=1)
    with refused("ledger_recorded_now"):
        insert(changed(entry, happened_at=at, recorded_at=at))


def test_nothing_happens_after_it_was_recorded(committee: Committee):
    entry = next_entry(committee)
    with refused("ledger_entry_happened_first"):
        insert(changed(entry, happened_at=entry.recorded_at + timedelta(microseconds=1)))


def test_it_may_have_happened_long_before(committee: Committee):
    entry = next_entry(committee)
    insert(changed(entry, happened_at=entry.recorded_at - timedelta(days=300)))


@pytest.mark.parametrize("statement", [
    "UPDATE ledger_book SET last_no = last_no + 1 WHERE id = %s",
    "UPDATE ledger_book SET last_no = last_no - 1 WHERE id = %s",
    "UPDATE ledger_book SET last_hash = repeat('0', 64) WHERE id = %s",
    "UPDATE ledger_book SET last_recorded_at = now() + interval '1 day' WHERE id = %s",
    "UPDATE ledger_book SET year = 2025 WHERE id = %s",
    "UPDATE ledger_book SET owner = gen_random_uuid() WHERE id = %s",
])  # fmt: skip
def test_the_head_names_the_last_line_and_nothing_else(committee: Committee, statement: str):
    committee.note(), committee.note()
    with refused("ledger_book_names_last"):
        execute(statement, book_of(committee))


@pytest.mark.parametrize("last_no, last_hash", [(5, None), (0, "0" * 64)])
def test_a_book_begins_empty(committee: Committee, last_no: int, last_hash: str | None):
    with refused("ledger_book_names_last"):
        execute(
            "INSERT INTO ledger_book VALUES (%s, %s, 'journal', 2026, %s, coalesce(%s, encode(sha256("
            "convert_to(E'sha256/zy1\\tbook\\t' || %s, 'UTF8')), 'hex')), now())",
            (book := uuid4()), uuid4(), last_no, last_hash, str(book),
        )  # fmt: skip


def test_an_owner_has_a_book_of_a_year_once(committee: Committee):
    committee.note()
    with refused("ledger_book_once"):
        execute(
            "INSERT INTO ledger_book SELECT id2, owner, name, year, 0, encode(sha256(convert_to("
            "E'sha256/zy1\\tbook\\t' || id2::text, 'UTF8')), 'hex'), now()"
            " FROM ledger_book, gen_random_uuid() AS id2 WHERE id = %s",
            book_of(committee),
        )


def test_a_temporary_table_deceives_no_trigger(committee: Committee):
    """Else a free hand with CREATE TEMP would give every kind a free pass."""
    try:
        with transaction.atomic():
            execute("CREATE TEMP TABLE ledger_kind AS SELECT name, book, '{}'::text[] AS needs_earlier, late"
                    " FROM public.ledger_kind")  # fmt: skip
    except ProgrammingError:
        return  # even better
    with refused("ledger_needs_earlier"):
        insert(changed(next_entry(committee, "certificates", "test.sealed"), text_digest=TEXT))


@pytest.mark.clause("H3.2.2a")
def test_a_seal_rests_on_an_earlier_approval(committee: Committee):
    assert committee.sealed().no == 1


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize("miss", ["nothing", "same person", "other text", "no text", "other subject",
                                  "other committee", "later", "other kind"])  # fmt: skip
def test_a_near_miss_is_no_approval(committee: Committee, miss: str):
    subject, now = uuid4(), next_entry(committee).recorded_at
    if miss == "other kind":
        committee.note(subject=subject)
    elif miss != "nothing":
        whose = Committee(uuid4()) if miss == "other committee" else committee
        whose.approve(
            uuid4() if miss == "other subject" else subject,
            by=CUSTODIAN if miss == "same person" else DIRECTOR,
            text={"other text": "b" * 64, "no text": ""}.get(miss, TEXT),
        )
    with refused("ledger_needs_earlier"):
        committee.seal(
            subject,
            text="" if miss == "no text" else TEXT,
            at=now - timedelta(hours=1) if miss == "later" else None,
        )


@pytest.mark.clause("H3.2.2a")
def test_a_late_line_passes_by_its_slip_only(committee: Committee):
    assert committee.record_late().no == 1
    for pad, slip in (("", "c" * 64), ("应急0044", ""), ("", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            committee.record_late(pad=pad, slip=slip)


@transaction.atomic
def last_year_late(committee: Committee, pad: str) -> None:
    happened = queries.now()
    held = actions.hold(owner=committee.owner, book="certificates", year=YEAR - 1)
    actions.write(
        kind="test.recorded_late", owner=committee.owner, county_code=COUNTY, subject=uuid4(),
        happened_at=happened, signature=CUSTODIAN, text_digest=TEXT, pad_number=pad,
        slip_digest="e" * 64, columns={"demanding_unit": "农信社", lines.FAILED_CHECKS: ""}, held=held,
    )  # fmt: skip


@pytest.mark.clause("H3.2.2a")
def test_a_slip_is_entered_once_whatever_the_year(committee: Committee):
    committee.record_late(pad="应急0043")
    with refused("ledger_slip_once"):
        committee.record_late(pad="应急0043", slip="d" * 64)
    with refused("ledger_slip_once"):
        last_year_late(committee, "应急0043")
    committee.record_late(pad="应急0044")
    last_year_late(committee, "应急0045")
    Committee(uuid4()).record_late(pad="应急0043")


def test_personal_fields_enter_with_their_line_only(committee: Committee):
    line = committee.note()
    with refused("ledger_personal_by_line"):
        execute(
            "INSERT INTO ledger_personal (book_id, no, algorithm, salt, sealed, found_by)"
            " VALUES (%s, %s, 'x', %s, %s, '{}')",
            book_of(committee), line.no, b"1" * 32, b"2",
        )  # fmt: skip


def test_personal_fields_do_not_leave_without_a_line(committee: Committee):
    committee.sealed()
    with refused("ledger_personal_by_line"):
        execute("DELETE FROM ledger_personal WHERE book_id = %s", book_of(committee, "certificates"))


@pytest.mark.clause("H3.2.1d")
def test_a_book_that_is_over_takes_no_line_in_any_year(committee: Committee):
    held = next_entry(committee)
    store.end_books(committee.owner, ["journal"])
    with refused("ledger_book_ended"), transaction.atomic():
        insert(held)
    with pytest.raises(store.YearClosed):
        store.hold(owner=committee.owner, book="journal", year=YEAR)
    with pytest.raises(store.YearClosed), transaction.atomic():
        store.hold(owner=committee.owner, book="journal", year=YEAR + 1)
    store.hold(owner=committee.owner, book="certificates", year=YEAR)  # the others go on
    with refused("ledger_book_ended_once"), transaction.atomic():
        store.end_books(committee.owner, ["journal"])
