"""A register of many lines in seconds: the chain as the product would have written it, put in by the owner.

The triggers that guard single lines are off while the lines go in (a seal rests on an approval, the clock
is the database's), so only the owner of the tables can do it; the chain itself the database checks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import psycopg

from zhengyin.certificates.lines.names import REGISTERED
from zhengyin.ledger import chain, store
from zhengyin.registers.lines import kind_of

MATTERS = (
    "居住证明",
    "收养人情况证明",
    "土地承包经营权变更证明",
    "分户证明",
    "无宅基地证明",
    "家庭成员情况证明",
)
UNITS = 300
NAMES = 5000
HANDLERS = ("马秀兰", "李文斌", "张存福", "阿拉腾其其格")
SURNAMES, GIVEN = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗", "桂芳海燕秀兰建国志明玉莲得禄满仓有才存孝"
LATE_EACH = 50  # one line of so many was recorded late
DELIVERED_EACH = 2
GUARDS = ("ledger_entry", "ledger_book", "ledger_personal")
_ENTRY = (
    "COPY ledger_entry (algorithm, book_id, no, previous_hash, kind, subject, county_code, happened_at,"
    " recorded_at, person, person_name, office, session, columns, personal_digest, text_digest,"
    " document_digest, pad_number, slip_digest, hash) FROM STDIN"
)
_PERSONAL = "COPY ledger_personal (book_id, no, algorithm, salt, sealed, found_by) FROM STDIN"


@dataclass(frozen=True)
class Many:
    """What to put in, and for whom. The book must not have lines yet."""

    owner: UUID
    county_code: str
    year: int
    count: int
    first_at: datetime
    last_at: datetime

    def at(self, no: int) -> datetime:
        return self.first_at + (self.last_at - self.first_at) * (no - 1) / max(self.count, 1)


def name_of(no: int) -> str:
    """The person of a line; each of NAMES comes again."""
    number = no * 7919 % NAMES
    return SURNAMES[number % 20] + GIVEN[number // 20 % 20] + GIVEN[number // 400 % 20]


def unit_of(no: int) -> str:
    """Who demands it, from 1 to UNITS."""
    return f"会宁县第{no * 31 % UNITS + 1}中心小学（示例）"


def number_of(many: Many, no: int) -> str:
    """As the line and everything said of it later name it."""
    return f"平头川镇李家湾村证字〔{many.year}〕{no}号"


def put_in(owner_url: str, many: Many) -> None:
    """Write the lines, half of them with their delivery in the journal, and take stock."""
    subjects = [uuid4() for _ in range(many.count)]
    with psycopg.connect(owner_url) as connection:
        for table in GUARDS:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        put_book(connection, many, "certificates", _sealed(many, subjects))
        put_book(connection, many, "journal", _delivered(many, subjects))
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in GUARDS:
            connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE) ledger_entry, ledger_personal")  # as the server does by itself


Prepared = tuple[dict[str, object], dict[str, str]]  # fields of the line; personal fields


def _sealed(many: Many, subjects: list[UUID]) -> Iterator[Prepared]:
    columns = dict.fromkeys((key for key, _ in kind_of(REGISTERED).columns), "")
    person = uuid4()
    for no, subject in enumerate(subjects, start=1):
        late = no % LATE_EACH == 0
        said = {
            **columns, "number": number_of(many, no), "matter": MATTERS[no % 7 % 6],
            "demanding_unit": unit_of(no), "purpose": "办理入学手续", "copies": "1", "impressions": "1",
            "approver": "李国栋", "handler": HANDLERS[no % 4], "sealer": "张建平",
            "methods": "看证件、查台账",
            "list_version": "会宁县证明事项清单（示例）", "path": "清单内", "item_code": "ISS-ZQ-01",
        }  # fmt: skip
        at = many.at(no)
        yield {
            "kind": REGISTERED, "subject": subject, "columns": chain.canonical_json(said), "person": person,
            "person_name": "张建平", "office": "custodian", "recorded_at": at,
            "happened_at": at - timedelta(hours=15 * late), "text_digest": "a" * 64,
            "pad_number": f"应急{no:05}" if late else "", "slip_digest": "c" * 64 if late else "",
        }, {"name": name_of(no), "phone": f"138{no:08}", "identity": ""}  # fmt: skip


def _delivered(many: Many, subjects: list[UUID]) -> Iterator[Prepared]:
    kind, person = "certificate.delivered", uuid4()
    columns = dict.fromkeys((key for key, _ in kind_of(kind).columns), "某")
    for no in range(DELIVERED_EACH, many.count + 1, DELIVERED_EACH):
        said = chain.canonical_json({**columns, "number": number_of(many, no)})
        yield {
            "kind": kind, "subject": subjects[no - 1], "columns": said, "person": person,
            "person_name": "马秀兰", "office": "handler", "recorded_at": many.at(no),
            "happened_at": many.at(no),
        }, {}  # fmt: skip


def put_book(connection: psycopg.Connection, many: Many, name: str, prepared: Iterator[Prepared]) -> int:
    """Chain the lines into a book that has none yet; return how many there were."""
    key = chain.book_id(many.owner, name, many.year)
    last, personal, no = chain.genesis(key), [], 0
    connection.execute(
        "INSERT INTO ledger_book (id, owner, name, year, last_no, last_hash, last_recorded_at)"
        " VALUES (%s, %s, %s, %s, 0, %s, now())", [key, many.owner, name, many.year, last],
    )  # fmt: skip
    with connection.cursor() as cursor, cursor.copy(_ENTRY) as copy:
        for no, (fields, persons) in enumerate(prepared, start=1):
            secret = store.conceal(persons)
            entry = chain.Entry(
                book=key, no=no, previous_hash=last, county_code=many.county_code,
                personal_digest=secret.digest if secret else "", **{"session": None, **fields},
            )  # type: ignore[arg-type]  # fmt: skip
            last = chain.line_hash(entry)
            if secret:
                personal.append((key, no, chain.PERSONAL_ALGORITHM, secret.salt,
                                 store.sealed(key, no, secret), list(secret.found_by)))  # fmt: skip
            copy.write_row((
                chain.ALGORITHM, key, no, entry.previous_hash, entry.kind, entry.subject, entry.county_code,
                entry.happened_at, entry.recorded_at, entry.person, entry.person_name, entry.office,
                entry.session,
                entry.columns, entry.personal_digest, entry.text_digest, entry.document_digest,
                entry.pad_number, entry.slip_digest, last,
            ))  # fmt: skip
    with connection.cursor() as cursor, cursor.copy(_PERSONAL) as copy:
        for row in personal:
            copy.write_row(row)
    connection.execute(
        "UPDATE ledger_book SET last_no = %s, last_hash = %s, last_recorded_at ="
        " (SELECT recorded_at FROM ledger_entry WHERE book_id = %s AND no = %s) WHERE id = %s",
        [no, last, key, no, key],
    )  # fmt: skip
    return no
