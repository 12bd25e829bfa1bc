"""Kinds of lines, people and a shorthand for writing, shared by the tests of ledger and registers."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import psycopg
from django.db import transaction

from zhengyin.registers import actions, lines, queries
from zhengyin.registers.actions import Line
from zhengyin.registers.lines import LineKind, Signature
from zhengyin.shared.days import day_of

COUNTY = "620422"
YEAR = day_of(datetime.now(UTC)).year
TEXT = "a" * 64
OTHER_TEXT = "b" * 64

NOTED = LineKind("test.noted", "journal", (("note", "备注"),), title="记事")
APPROVED = LineKind("test.approved", "journal", (), title="签批")
SEALED = LineKind(
    "test.sealed",
    "certificates",
    (("demanding_unit", "需要单位"), ("purpose", "用途")),
    personal=(("name", "姓名"), ("phone", "联系电话")),
    needs_earlier=("test.approved",),
    title="用印",
)
RECORDED_LATE = LineKind(
    "test.recorded_late",
    "certificates",
    (("demanding_unit", "需要单位"), (lines.FAILED_CHECKS, "待整改")),
    needs_earlier=("test.approved",),
    late=True,
    title="补登",
)
KINDS = (NOTED, APPROVED, SEALED, RECORDED_LATE)
PERSONAL = {"name": "张建国", "phone": "13800001234"}

DIRECTOR = Signature(uuid4(), "李守义", "director", uuid4())
CUSTODIAN = Signature(uuid4(), "张国栋", "custodian", uuid4())


def teach(owner_url: str) -> None:
    """Make process and database know the kinds of these tests; the database through its owner."""
    lines.declare(KINDS)
    with psycopg.connect(owner_url) as connection:
        for kind in (*KINDS, *lines.KINDS):
            connection.execute(
                "INSERT INTO ledger_kind (name, book, needs_earlier, late) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                [kind.name, kind.book, list(kind.needs_earlier), kind.late],
            )


@dataclass(frozen=True)
class Committee:
    """The owner of books in a test, with shorthand for its acts."""

    owner: UUID

    @transaction.atomic
    def approve(self, subject: UUID, *, by: Signature = DIRECTOR, text: str = TEXT) -> Line:
        return actions.write(
            kind="test.approved", owner=self.owner, county_code=COUNTY, subject=subject,
            happened_at=queries.now(), signature=by, columns={}, text_digest=text,
        )  # fmt: skip

    @transaction.atomic
    def seal(
        self, subject: UUID, *, by: Signature = CUSTODIAN, text: str = TEXT, at: datetime | None = None
    ) -> Line:
        return actions.write(
            kind="test.sealed", owner=self.owner, county_code=COUNTY, subject=subject,
            happened_at=at or queries.now(), signature=by, text_digest=text, personal=PERSONAL,
            columns={"demanding_unit": "会宁县公证处", "purpose": "遗赠扶养协议公证"},
        )  # fmt: skip

    @transaction.atomic
    def note(self, note: str = "无", *, subject: UUID | None = None) -> Line:
        return actions.write(
            kind="test.noted", owner=self.owner, county_code=COUNTY, subject=subject or uuid4(),
            happened_at=queries.now(), signature=CUSTODIAN, columns={"note": note},
        )  # fmt: skip

    @transaction.atomic
    def record_late(self, *, pad: str = "应急0043", slip: str = "c" * 64, failed: str = "") -> Line:
        return actions.write(
            kind="test.recorded_late", owner=self.owner, county_code=COUNTY, subject=uuid4(),
            happened_at=queries.now(), signature=CUSTODIAN, text_digest=TEXT, pad_number=pad,
            slip_digest=slip, columns={"demanding_unit": "农信社", lines.FAILED_CHECKS: failed},
        )  # fmt: skip

    def sealed(self) -> Line:
        """A certificate approved and sealed."""
        subject = uuid4()
        self.approve(subject)
        return self.seal(subject)


def other(signature: Signature) -> Signature:
    """The same office, another person."""
    return replace(signature, person_id=uuid4())
