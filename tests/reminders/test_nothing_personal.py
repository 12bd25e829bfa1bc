"""Every text there is, rendered from a full desk, is searched for everybody and everything of the cases."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from string import Formatter
from uuid import uuid4

import pytest

from tests.certificates import cast, pads
from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.test_letter import drafted
from tests.deliberation import cast as held
from tests.reminders.values import CLERK, DIRECTOR, KEEPER, SUPERVISOR, TOWNSHIP, person, working
from tests.supervision import inspections
from tests.workuse import cast as uses
from tests.world import World
from zhengyin.certificates import actions as certificates
from zhengyin.certificates.models import Certificate, Party
from zhengyin.people.models import Person
from zhengyin.registers.queries import now
from zhengyin.reminders.policy.sentences import Waits, message
from zhengyin.reminders.queries import TABLE, Matter, copy_texts, lacking, text_of, told_to
from zhengyin.reminders.queries.table import TAKE_OVER
from zhengyin.reminders.queries.telling import desk_address
from zhengyin.shared.days import day_of

EVERYBODY = (DIRECTOR, CLERK, KEEPER, SUPERVISOR, TOWNSHIP, "hn.ljw.deputy")
FROM_THE_CASES = ("title", "purpose", "demanding_unit", "entry_code", "class_of_use")


FULL = frozenset(
    {"approve", "letters", "countersign", "seal", "slips", "accept", "deadline", "objections", "months",
     "overdue", "unsigned", "work_approve", "work_seal", "inspection", "findings", "inspections", "filings"}
)  # fmt: skip
FULL_MATTERS = (Matter.APPROVE, Matter.COUNTERSIGN, Matter.SEAL, Matter.MONTHS, Matter.WORK_APPROVE,
                Matter.WORK_SEAL, Matter.FINDINGS)  # fmt: skip


@pytest.fixture
def full(past: World) -> World:
    """Something of every row of FULL waits in 李家湾村; the others have tests of their sentences."""
    cast.applied()
    accepted = cast.applied()
    cast.accept(accepted, officer(CLERK))
    cast.verified()
    soft = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    cast.agree(certificate_id=soft, near_relative=False, actor=officer(DIRECTOR), at=now())
    cast.approved()
    drafted()
    held.object_to(held.post(uuid4()))
    pad = pads.printed(slips=3)
    certificates.spoil_slip(slip_id=pads.slip(pad, 2).pk, reason="damaged", actor=officer(KEEPER), at=now())
    uses.asked(uses.request(concerned="马桂花"))
    uses.approved(uses.request(concerned="马桂花"))
    due = day_of(now()) + timedelta(days=4)
    other = inspections.planned(title="另一次检查")
    inspections.found(other, due_on=due)
    inspections.notified(other)
    inspections.planned()
    return past


def rendered() -> Iterator[str]:
    at = working(4)
    for username in EVERYBODY:
        yield message(told_to(person(username).pk, at), desk_address(), demonstration=True)
    for one in copy_texts(Matter, LIJIAWAN, at, own=()):
        yield one.text
    yield text_of("平头川镇李家湾村", lacking(overdue=3, unsigned=2))


def words_of_the_cases() -> set[str]:
    """Names of everybody, and what the cases are about."""
    found = {*Party.objects.values_list("name", flat=True), *Person.objects.values_list("name", flat=True)}
    for name in FROM_THE_CASES:
        found |= set(Certificate.objects.values_list(name, flat=True))
    found |= {tail for tail in Person.objects.values_list("phone_tail", flat=True) if tail}
    return {one for one in found if len(one) >= 2}


def test_what_a_row_says_beside_its_number_is_written_here() -> None:
    """A text is these words, numbers, a month and a place: nothing of a case can come into it."""
    for words in (*(row.words for row in TABLE), *(matter.words for matter in Matter), TAKE_OVER):
        assert [name for _, name, _, _ in Formatter().parse(words) if name is not None] == ["count"], words
    assert {one.type for one in fields(Waits) if one.name != "since"} == {int, int | None}


def test_every_row_of_the_cases_was_rendered(full: World) -> None:
    said = "\n".join(rendered())
    for words in (*(row.words for row in TABLE if row.key in FULL), *(one.words for one in FULL_MATTERS)):
        assert re.search(re.escape(words).replace(re.escape("{count}"), r"\d+"), said), words


def test_no_text_says_a_word_about_anybody(full: World) -> None:
    said, words = "\n".join(rendered()), words_of_the_cases()
    assert {"马桂花", "李国栋", "申请农户小额贷款"} <= words
    assert {one for one in words if one in said} == set()
    assert re.search(r"\d{5,}", said.replace("127.0.0.1:8000", "")) is None


def test_the_search_would_find_one(full: World) -> None:
    said = f"马桂花{Waits(1)}"
    assert any(one in said for one in words_of_the_cases())
