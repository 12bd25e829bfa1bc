"""What the database refuses, tried by raw SQL as the application's role."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.certificates.attempts import execute, refuses
from tests.certificates.cast import HARIGENTU, LIJIAWAN, officer
from tests.supervision.past import months
from zhengyin.registers.queries import now
from zhengyin.supervision.actions import sign_month
from zhengyin.supervision.models import MonthlyCheck

pytestmark = pytest.mark.usefixtures("past")
KEYS = {"letterend": "letter_id"}
NEW = UUID("00000000-0000-4000-8000-000000000001")
CHECK = (
    "INSERT INTO supervision_monthlycheck (id, county_code, organization_id, month_on, person_id, signed_at)"
    " VALUES (%s, '620422000000', %s, %s, %s, %s)"
)
BOOK = (
    "INSERT INTO supervision_checkedbook (id, check_of_id, book, year, first_no, last_no, last_hash)"
    " VALUES (%s, %s, %s, 2026, %s, %s, %s)"
)


def signed() -> MonthlyCheck:
    return sign_month(
        organization_id=LIJIAWAN,
        month=months(now())[0],
        note="",
        actor=officer("hn.ljw.supervisor"),
        at=now(),
    )


def test_a_month_is_signed_when_it_is_over_by_a_member_and_once() -> None:
    older, last = months(now())
    member, director = officer("hn.ljw.supervisor").person_id, officer("hn.ljw.director").person_id
    refuses("month_signed_when_over", CHECK, NEW, LIJIAWAN, last.next.first, member, now())
    refuses("month_signed_when_over", CHECK, NEW, LIJIAWAN, last.first, member,
            last.next.begins - timedelta(seconds=1))  # fmt: skip
    refuses("month_signed_by_the_clock", CHECK, NEW, LIJIAWAN, last.first, member, now() + timedelta(hours=1))
    refuses("month_signed_by_a_member", CHECK, NEW, LIJIAWAN, last.first, director, now())
    refuses("month_signed_by_a_member", CHECK, NEW, HARIGENTU, last.first, member, now())
    refuses("month_begins_on_its_first", CHECK, NEW, LIJIAWAN, older.first + timedelta(days=1), member, now())
    check = signed()
    refuses("month_checked_once", CHECK, NEW, LIJIAWAN, check.month_on, member, now())
    execute(CHECK, NEW, LIJIAWAN, last.first, member, now())  # the near miss


def test_what_was_signed_is_a_run_of_a_known_book() -> None:
    check, whole = signed(), "a" * 64
    refuses("checked_book_known", BOOK, NEW, check.pk, "journal", 1, 2, whole)
    refuses("checked_run_forward", BOOK, NEW, check.pk, "notices", 2, 1, whole)
    refuses("checked_run_forward", BOOK, NEW, check.pk, "notices", 0, 1, whole)
    refuses("checked_hash_whole", BOOK, NEW, check.pk, "notices", 1, 2, "A" * 64)
    book = check.books.get()
    again = BOOK.replace("2026", str(book.year))
    refuses("checked_book_once", again, NEW, check.pk, "certificates", 1, 2, whole)
    execute(BOOK, NEW, check.pk, "notices", 1, 1, whole)
    execute(BOOK, UUID(int=NEW.int + 1), check.pk, "introductions", 1, 1, whole)


@pytest.mark.parametrize("table", ["monthlycheck", "checkedbook", "accessletter", "look", "letterend"])
def test_nothing_of_it_is_ever_changed(table: str) -> None:
    refuses("permission denied", f"DELETE FROM supervision_{table}")
    key = KEYS.get(table, "id")
    refuses("permission denied", f"UPDATE supervision_{table} SET {key} = {key}")
    refuses("permission denied", f"TRUNCATE supervision_{table}")
