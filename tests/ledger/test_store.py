"""Numbers without a gap, whatever fails; the opening line; personal fields and their erasure."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.cast import PERSONAL, YEAR, Committee
from zhengyin.ledger import chain, store
from zhengyin.ledger.models import Entry, Personal
from zhengyin.registers import queries


class Crash(Exception):
    """Something went wrong after the line was written."""


def numbers(committee: Committee, book: str = "journal") -> list[int]:
    found = Entry.objects.filter(book__owner=committee.owner, book__name=book)
    return list(found.order_by("no").values_list("no", flat=True))


def test_numbers_run_from_1(committee: Committee):
    assert [committee.note().no for _ in range(3)] == [1, 2, 3]


def test_books_and_owners_count_apart(committee: Committee):
    committee.sealed(), committee.sealed()
    assert Committee(uuid4()).sealed().no == 1
    assert numbers(committee, "certificates") == numbers(committee, "journal") == [1, 2]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.booleans(), max_size=12))
def test_a_failed_act_takes_no_number(committee: Committee, succeeds: list[bool]):
    somebody = Committee(uuid4())
    for success in succeeds:
        try:
            with transaction.atomic():
                somebody.note()
                if not success:
                    raise Crash
        except Crash:
            pass
    assert numbers(somebody) == list(range(1, sum(succeeds) + 1))


def test_a_head_is_held_inside_a_transaction_only(own_database: str):
    with pytest.raises(RuntimeError):
        store.hold(owner=uuid4(), book="journal", year=YEAR)


def test_what_is_held_is_what_the_line_gets(committee: Committee):
    committee.note()
    head = store.hold(owner=committee.owner, book="journal", year=YEAR)
    line = committee.note()
    assert (line.no, line.previous_hash, head.next_no) == (2, head.last_hash, 2)


def test_the_stored_hash_is_the_one_anyone_computes(committee: Committee):
    line = committee.sealed()
    row = queries.line(owner=committee.owner, book="certificates", year=line.year, no=line.no)
    assert row is not None and row.hash == line.hash
    entry = Entry.objects.get(book__owner=committee.owner, book__name="certificates")
    names = {"book": "book_id"}
    fields = {name: getattr(entry, names.get(name, name)) for name in chain.Entry.__slots__}
    assert chain.line_hash(chain.Entry(**fields)) == line.hash


def _write(committee: Committee) -> int:
    try:
        return committee.note().no
    finally:
        connections.close_all()


def test_forty_writers_on_one_head_all_succeed(own_database: str):
    committee = Committee(uuid4())
    with ThreadPoolExecutor(40) as pool:
        got = list(pool.map(_write, [committee] * 120))
    assert sorted(got) == numbers(committee) == list(range(1, 121))


def test_two_books_grow_side_by_side(own_database: str):
    one, two = Committee(uuid4()), Committee(uuid4())
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(_write, [one, two] * 50))
    assert numbers(one) == numbers(two) == list(range(1, 51))


def test_personal_fields_lie_encrypted_beside_the_line(committee: Committee):
    committee.sealed()
    row = Personal.objects.get()
    assert "张建国".encode() not in bytes(row.sealed)
    assert json.loads(store.reveal(row.book_id, row.no, row.sealed)) == PERSONAL
    entry = Entry.objects.get(book=row.book_id)
    assert "张建国" not in entry.columns
    assert store.keeps_commitment(row.book_id, row.no, row.salt, row.sealed, entry.personal_digest)
    assert not store.keeps_commitment(row.book_id, 2, row.salt, row.sealed, entry.personal_digest)


def test_equal_persons_leave_different_digests(committee: Committee):
    committee.sealed(), committee.sealed()
    assert Entry.objects.exclude(personal_digest="").values("personal_digest").distinct().count() == 2


def test_the_databases_clock_moves(committee: Committee):
    assert queries.now() < queries.now()
    assert connection.in_atomic_block
