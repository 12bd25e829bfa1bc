"""What the database refuses of a year's end, tried by raw SQL as the application's role."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.archive import cast
from tests.certificates.attempts import execute, refuses
from tests.certificates.cast import HARIGENTU, LIJIAWAN, officer
from zhengyin.archive.models import PackagePart, YearEnd
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.ledger import chain
from zhengyin.registers.queries import now
from zhengyin.shared.days import SHANGHAI, day_of

pytestmark = pytest.mark.usefixtures("last_year")
NEW = UUID("00000000-0000-4000-8000-000000000001")
YEAR = (
    "INSERT INTO archive_yearend (id, organization_id, county_code, year, state, fonds, category, box, heads,"
    " lines, open_cases, prepared_by_id, prepared_at, signature, receipt_number)"
    " VALUES (%s, %s, '620422000000', %s, %s, '', '', '', %s, 1, 0, %s, %s, '', '')"
)
PART = (
    "INSERT INTO archive_packagepart (id, year_end_id, path, what, pages, file_id)"
    " VALUES (%s, %s, %s, %s, 0, %s)"
)
BOOK = (
    "INSERT INTO ledger_book (id, owner, name, year, last_no, last_hash, last_recorded_at)"
    " VALUES (%s, %s, %s, %s, 0, %s, now())"
)
HEADS = "a" * 64


def person(name: str) -> UUID:
    return officer(name).person_id


def kept(owner: UUID = LIJIAWAN) -> StoredFile:
    return files.put(
        data=b"x",
        content_type="text/plain",
        purpose="archive",
        owner=owner,
        county_code="620422000000",
        at=now(),
    )


def of(row: YearEnd, change: str) -> str:
    return f"UPDATE archive_yearend SET {change} WHERE id = '{row.pk}'"


def test_a_year_begins_counted_when_it_is_over() -> None:
    last, who = cast.last(), person(cast.CUSTODIAN)
    refuses("year_end_when_over", YEAR, NEW, LIJIAWAN, day_of(now()).year, "year_prepared", HEADS, who, now())
    refuses(
        "year_end_when_over",
        YEAR,
        NEW,
        LIJIAWAN,
        last,
        "year_prepared",
        HEADS,
        who,
        now() + timedelta(hours=1),
    )
    midnight = datetime(last + 1, 1, 1, tzinfo=SHANGHAI)
    early = midnight - timedelta(seconds=1)
    refuses("year_end_when_over", YEAR, NEW, LIJIAWAN, last, "year_prepared", HEADS, who, early)
    refuses("year_end_begins_prepared", YEAR, NEW, LIJIAWAN, last, "year_returned", HEADS, who, midnight)
    refuses("year_end_heads_whole", YEAR, NEW, LIJIAWAN, last, "year_prepared", "A" * 64, who, midnight)
    execute(YEAR, NEW, LIJIAWAN, last, "year_prepared", HEADS, who, midnight)  # the near miss
    refuses("year_end_once", YEAR, LIJIAWAN, LIJIAWAN, last, "year_prepared", HEADS, who, midnight)


def test_three_people_and_each_state_with_its_names() -> None:
    row = cast.brought_to("year_prepared")
    signed = "state = 'year_signed', signed_at = now(), signed_by_id = %s"
    refuses("year_end_three_people", of(row, signed), person(cast.CUSTODIAN))
    refuses("year_end_signed_by_somebody", of(row, "state = 'year_signed'"))
    refuses("year_end_known_state", of(row, "state = 'year_x', signed_at = now(), signed_by_id = %s"),
            person(cast.SUPERVISOR))  # fmt: skip
    execute(of(row, signed), person(cast.SUPERVISOR))
    closed = "state = 'year_closed_now', closed_at = now(), closed_by_id = %s"
    refuses("year_end_with_its_books", of(row, closed), person(cast.DIRECTOR))
    execute("UPDATE ledger_book SET closed_at = now() WHERE owner = %s AND year = %s", LIJIAWAN, row.year)
    refuses("year_end_closed_by_somebody", of(row, "state = 'year_closed_now'"))
    for who in (cast.CUSTODIAN, cast.SUPERVISOR):
        refuses("year_end_three_people", of(row, closed), person(who))
    execute(of(row, closed), person(cast.DIRECTOR))
    refuses("year_end_packed_whole", of(row, "state = 'year_packed'"))
    earlier = "signed_at = signed_at - interval '1 hour'"
    for change in ("heads = repeat('b', 64)", "lines = 1", earlier, "fonds = '1'"):
        refuses("year_end_stays", of(row, change))
    for change in ("year = year - 1", "organization_id = %s"):
        refuses("year_end_stays_whose", of(row, change), *([HARIGENTU] if "%s" in change else []))


def test_what_was_packed_and_received_stays() -> None:
    row = cast.brought_to("year_packed")
    refuses("year_end_stays", of(row, "signature = 'x'"))
    refuses("year_end_received_whole", of(row, "state = 'year_received'"))
    cast.received()
    refuses("year_end_stays", of(row, "receipt_number = '9'"))


def test_parts_belong_to_a_closed_year_and_its_committee() -> None:
    row = cast.brought_to("year_signed")
    refuses("package_part_of_a_closed_year", PART, NEW, row.pk, "a.txt", "a", kept().pk)
    cast.closed()
    refuses("package_part_of_a_closed_year", PART, NEW, row.pk, "a.txt", "a", kept(HARIGENTU).pk)
    refuses("package_part_is_named", PART, NEW, row.pk, "", "a", kept().pk)
    execute(PART, NEW, row.pk, "a.txt", "a", kept().pk)
    refuses("package_part_once", PART, LIJIAWAN, row.pk, "a.txt", "a", kept().pk)


@pytest.mark.parametrize("statement", [
    "DELETE FROM archive_yearend", "TRUNCATE archive_yearend CASCADE", "DELETE FROM archive_packagepart",
    "UPDATE archive_packagepart SET what = 'x'", "TRUNCATE archive_packagepart",
])  # fmt: skip
def test_the_application_may_not(statement: str) -> None:
    refuses("permission denied", statement)


@pytest.mark.clause("H3.2.3e")
def test_a_closed_book_is_closed_for_every_hand() -> None:
    row = cast.brought_to("year_closed_now")
    refuses("ledger_closed_once", "UPDATE ledger_book SET closed_at = NULL WHERE owner = %s", LIJIAWAN)
    refuses("ledger_closed_once", "UPDATE ledger_book SET closed_at = now() WHERE owner = %s AND year = %s",
            LIJIAWAN, row.year)  # fmt: skip
    key = chain.book_id(LIJIAWAN, "notices", row.year)
    refuses("ledger_year_closed", BOOK, key, LIJIAWAN, "notices", row.year, chain.genesis(key))
    line = (
        "INSERT INTO ledger_entry (algorithm, book_id, no, previous_hash, kind, subject, county_code,"
        " happened_at, recorded_at, person, person_name, office, session, columns, personal_digest,"
        " text_digest, document_digest, pad_number, slip_digest, hash) SELECT algorithm, book_id, no + 1,"
        " hash, kind, subject, county_code, happened_at, now(), person, person_name, office, session,"
        " columns, personal_digest, text_digest, document_digest, pad_number, slip_digest, hash"
        " FROM ledger_entry WHERE book_id = %s AND no = %s"
    )
    refuses("ledger_book_closed", line, chain.book_id(LIJIAWAN, "journal", row.year), 60)


def test_a_book_is_closed_after_its_year_by_the_clock() -> None:
    this = day_of(now()).year
    cast.brought_to("year_prepared")  # a line in this year's book
    close = "UPDATE ledger_book SET closed_at = %s WHERE owner = %s AND year = %s"
    refuses("ledger_closed_once", close, now(), LIJIAWAN, this)
    early = datetime(cast.last() + 1, 1, 1, tzinfo=SHANGHAI) - timedelta(seconds=1)
    refuses("ledger_closed_once", close, early, LIJIAWAN, cast.last())
    refuses("ledger_closed_once", close, now() + timedelta(hours=1), LIJIAWAN, cast.last())
    execute(close, early + timedelta(seconds=1), LIJIAWAN, cast.last())  # the near miss
    assert not PackagePart.objects.exists()


def test_a_book_without_lines_is_closed_with_the_others() -> None:
    key = chain.book_id(LIJIAWAN, "notices", cast.last())
    execute(BOOK, key, LIJIAWAN, "notices", cast.last(), chain.genesis(key))
    assert cast.brought_to("year_closed_now").state == "year_closed_now"
