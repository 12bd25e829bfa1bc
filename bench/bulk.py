"""A committee of many certificates with their whole journal, put in by the owner in one go.

One certificate goes over the desks act by act; the others are its copies, each with its own number,
instant, unit and name, and lines that point to real log-ins. The guards of single lines are off meanwhile
(they want the database's clock); the chain the database checks, and the audit finds nothing to say.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from os import urandom
from uuid import UUID, uuid4

import psycopg
from psycopg.rows import dict_row

from tests.certificates import cast
from tests.certificates.lines_many import (
    GUARDS,
    HANDLERS,
    MATTERS,
    Many,
    Prepared,
    name_of,
    put_book,
    unit_of,
)
from zhengyin.certificates.lines.names import JOURNAL, REGISTER
from zhengyin.ledger import chain
from zhengyin.ledger.models import Entry
from zhengyin.people.models import Account
from zhengyin.people.queries import LONGEST_SESSION
from zhengyin.regions.models import Organization

COUNT = 100_000
PLACE, CLERK, DIRECTOR = "committee:150623103213", "od.mg.clerk", "od.mg.director"
TEMPLATE = "od.hrgt"  # where the one certificate goes over the desks
BETWEEN = timedelta(milliseconds=1)  # the acts of one certificate
LEFT_OUT = "certificate.checked"  # leads from a state to itself
AFTER_ALL = 20  # a register line stands after every act before it, the approval above all
TABLES = (*GUARDS, "certificates_certificate")


@dataclass(slots=True)
class Sittings:
    """The log-ins of one account, a new one when the last is over."""

    account: Account
    made: list[tuple[UUID, datetime]] = field(default_factory=list)

    def at(self, when: datetime) -> UUID:
        if not self.made or when >= self.made[-1][1] + LONGEST_SESSION:
            self.made.append((uuid4(), when))
        return self.made[-1][0]


@dataclass(frozen=True, slots=True)
class Case:
    """One copy."""

    id: UUID
    no: int
    at: datetime


def put_in(owner_url: str, at: datetime) -> tuple[UUID, int]:
    """Fill the committee's books of this year up to `at`; return the committee and the lines."""
    one, place = cast.delivered(TEMPLATE), Organization.objects.get(key=PLACE)
    first = at.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    many = Many(place.pk, place.county_code, at.year, COUNT, first, at - timedelta(minutes=1))
    cases = [Case(uuid4(), no, many.at(no)) for no in range(1, COUNT + 1)]
    desks = {name: Sittings(Account.objects.select_related("person").get(username=name))
             for name in (CLERK, DIRECTOR)}  # fmt: skip
    with psycopg.connect(owner_url) as connection:
        for table in TABLES:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        lines = sum(
            put_book(connection, many, book, prepared(one, book, cases, desks))
            for book in (REGISTER, JOURNAL)
        )
        for desk in desks.values():
            log_ins(connection, desk)
        certificates(connection, one, many, cases, desks)
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")  # as the server does by itself
    return place.pk, lines


def prepared(one: UUID, book: str, cases: list[Case], desks: dict[str, Sittings]) -> Iterator[Prepared]:
    """The lines every copy has in this book, as the one has them."""
    found = Entry.objects.filter(subject=one, book__name=book).exclude(kind=LEFT_OUT).order_by("no")
    kept = [(line, json.loads(line.columns)) for line in found]
    for case in cases:
        persons = {"name": name_of(case.no), "phone": f"138{case.no:08}", "identity": ""}
        for position, (line, columns) in enumerate(kept, start=AFTER_ALL if book == REGISTER else 0):
            desk = desks[DIRECTOR if line.office == "director" else CLERK]
            at = case.at + BETWEEN * position
            yield {
                "kind": line.kind, "subject": case.id, "columns": said(columns, book, case.no),
                "person": desk.account.person_id, "person_name": desk.account.person.name,
                "office": line.office, "session": desk.at(at), "recorded_at": at,
                "happened_at": case.at if book == REGISTER else at, "text_digest": line.text_digest,
                "document_digest": line.document_digest,
            }, persons if book == REGISTER else {}  # fmt: skip


def said(columns: dict[str, str], book: str, no: int) -> str:
    """The columns of the one, with what every copy has of its own."""
    own = {"number": number(no)} if "number" in columns else {}
    if book == REGISTER:
        own |= {"matter": MATTERS[no % 6], "demanding_unit": unit_of(no), "handler": HANDLERS[no % 4]}
    return chain.canonical_json(columns | own)


def number(no: int) -> str:
    return f"昂素镇明盖嘎查证字〔示例〕{no}号"


def log_ins(connection: psycopg.Connection, desk: Sittings) -> None:
    """The sessions that the lines name."""
    account = desk.account
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO people_session (id, account_id, person_id, opened_at, closed_because, factor,"
            " address_prefix) VALUES (%s, %s, %s, %s, '', 'app', '')",
            [(session, account.pk, account.person_id, opened) for session, opened in desk.made],
        )


def certificates(
    connection: psycopg.Connection, one: UUID, many: Many, cases: list[Case], desks: dict[str, Sittings]
) -> None:
    """The rows themselves; they share the one's stored file and its encrypted fields."""
    with connection.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute("SELECT * FROM certificates_certificate WHERE id = %s", [one]).fetchone()
    assert row is not None
    row["question"], row["form"] = json.dumps(row["question"]), json.dumps(row["form"])
    clerk, director = (desks[name].account.person_id for name in (CLERK, DIRECTOR))
    names = ", ".join(row)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY certificates_certificate ({names}) FROM STDIN") as copy,
    ):
        for case in cases:
            copy.write_row(list({
                **row, "id": case.id, "organization_id": many.owner, "no": case.no, "year": many.year,
                "number": number(case.no), "title": MATTERS[case.no % 6],
                "demanding_unit": unit_of(case.no), "handled_by_id": clerk, "approved_by_id": director,
                "sealed_by_id": clerk, "applied_at": case.at, "accepted_at": case.at,
                "approved_at": case.at, "sealed_at": case.at, "token_index": urandom(32),
                "check_code_index": urandom(32), "tracking_index": urandom(32),
            }.values()))  # fmt: skip
