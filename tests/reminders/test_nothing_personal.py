"""Every text there is, rendered from a full desk, is searched for everybody and everything of the cases."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.certificates import cast, pads
from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.test_letter import drafted
from tests.deliberation import cast as held
from tests.reminders.values import CLERK, DIRECTOR, KEEPER, SUPERVISOR, TOWNSHIP, person, working
from tests.world import World
from zhengyin.certificates import actions as certificates
from zhengyin.certificates.models import Certificate, Party
from zhengyin.people.models import Person
from zhengyin.registers.queries import now
from zhengyin.reminders.policy.sentences import Waits, message
from zhengyin.reminders.queries import TABLE, Matter, copy_texts, lacking, told_to
from zhengyin.reminders.queries.telling import desk_address

EVERYBODY = (DIRECTOR, CLERK, KEEPER, SUPERVISOR, TOWNSHIP, "hn.ljw.deputy")
FROM_THE_CASES = ("title", "purpose", "demanding_unit", "entry_code", "class_of_use")


@pytest.fixture
def full(past: World) -> World:
    """Something of every row of the table waits in 李家湾村."""
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
    return past


def rendered() -> Iterator[str]:
    at = working(4)
    for username in EVERYBODY:
        yield message(told_to(person(username).pk, at), desk_address(), demonstration=True)
    for one in copy_texts(Matter, LIJIAWAN, at, own=()):
        yield one.text
    yield lacking("平头川镇李家湾村", overdue=3, unsigned=2)


def words_of_the_cases() -> set[str]:
    """Names of everybody, and what the cases are about."""
    found = {*Party.objects.values_list("name", flat=True), *Person.objects.values_list("name", flat=True)}
    for name in FROM_THE_CASES:
        found |= set(Certificate.objects.values_list(name, flat=True))
    found |= {tail for tail in Person.objects.values_list("phone_tail", flat=True) if tail}
    return {one for one in found if len(one) >= 2}


def test_every_row_and_every_matter_was_rendered(full: World) -> None:
    said = "\n".join(rendered())
    for row in TABLE:
        assert re.search(re.escape(row.words).replace(re.escape("{count}"), r"\d+"), said), row.key
    for matter in Matter:
        assert re.search(re.escape(matter.words).replace(re.escape("{count}"), r"\d+"), said), matter


def test_no_text_says_a_word_about_anybody(full: World) -> None:
    said, words = "\n".join(rendered()), words_of_the_cases()
    assert {"马桂花", "李国栋", "申请农户小额贷款"} <= words
    assert {one for one in words if one in said} == set()
    assert re.search(r"\d{5,}", said.replace("127.0.0.1:8000", "")) is None


def test_the_search_would_find_one(full: World) -> None:
    said = f"马桂花{Waits(1)}"
    assert any(one in said for one in words_of_the_cases())
