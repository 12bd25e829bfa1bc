"""The register's own guard (H3.2.2a): no line of a seal without an earlier approval of this text by another.

Written straight through the registers, past every rule of this room.
"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.certificates import cast
from tests.certificates.attempts import written
from tests.world import World
from zhengyin.certificates.lines.names import REGISTERED
from zhengyin.certificates.models import Certificate
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.actions import Line, write
from zhengyin.registers.lines import kind_of
from zhengyin.registers.queries import now

pytestmark = pytest.mark.parametrize("kind", [REGISTERED, "certificate.sealed"])


def enter(kind: str, case: UUID, by: Actor, **changed: Any) -> Line:
    """Write a seal's line as the act would, one thing changed."""
    row = Certificate.objects.get(pk=case)
    what = kind_of(kind)
    given: dict[str, Any] = {
        "owner": row.organization_id, "subject": case, "text_digest": row.approved_digest,
        "signature": by.signature(Office.CUSTODIAN), **changed,
    }  # fmt: skip
    with transaction.atomic():
        return write(
            kind=kind, county_code=row.county_code, happened_at=now(),
            columns={key: "示例" for key, _ in what.columns}, personal={key: "" for key, _ in what.personal},
            document_digest="d" * 64, **given,
        )  # fmt: skip


def guarded(kind: str, case: UUID, by: Actor, **changed: Any) -> None:
    before = written()
    with pytest.raises(IntegrityError) as caught:
        enter(kind, case, by, **changed)
    assert caught.value.__cause__.diag.constraint_name == "ledger_needs_earlier"  # type: ignore[union-attr]
    assert written() == before


@pytest.mark.clause("H3.2.2a", "O2.3a")
def test_without_an_approval(world: World, kind: str) -> None:
    case, custodian = cast.verified(), cast.officer("hn.ljw.custodian")
    guarded(kind, case, custodian)
    guarded(kind, case, custodian, text_digest="a" * 64)
    enter(kind, cast.approved(), custodian)


@pytest.mark.clause("H3.2.2a")
def test_another_text_or_case_or_village(world: World, kind: str) -> None:
    case, other, custodian = cast.approved(), cast.verified(), cast.officer("hn.ljw.custodian")
    digest = Certificate.objects.get(pk=case).approved_digest
    guarded(kind, case, custodian, text_digest="a" * 64)
    guarded(kind, case, custodian, text_digest="")
    guarded(kind, other, custodian, text_digest=digest)
    guarded(kind, case, custodian, owner=cast.PINGTOUCHUAN)
    guarded(kind, case, custodian, subject=uuid4())
    enter(kind, case, custodian)


@pytest.mark.clause("H3.2.2a", "H3.2.4c", "O2.3c")
def test_the_same_person(world: World, kind: str) -> None:
    """Whoever approved cannot enter the seal, whatever office or session he names."""
    case = cast.approved()
    for _ in range(2):
        director = cast.officer("hn.ljw.director")
        guarded(kind, case, director)
    enter(kind, case, cast.officer("hn.ljw.custodian"))


@pytest.mark.clause("H3.2.2a")
def test_the_first_of_two_approvals_is_not_enough(world: World, kind: str) -> None:
    """A soft certificate rests on the countersignature; the second approver cannot seal it either."""
    case = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    custodian, second = cast.officer("hn.ljw.custodian"), cast.officer("hn.ljw.deputy")
    cast.agree(certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    guarded(kind, case, custodian)
    cast.second(certificate_id=case, near_relative=False, actor=second, at=now())
    guarded(kind, case, second)
    enter(kind, case, custodian)


@pytest.mark.clause("H3.2.2a")
def test_a_late_line_needs_a_kind_of_its_own(world: World, kind: str) -> None:
    """Naming a pad slip does not turn an ordinary line into a late one."""
    case, custodian = cast.verified(), cast.officer("hn.ljw.custodian")
    before = written()
    with pytest.raises(IntegrityError):
        enter(kind, case, custodian, pad_number="应急0043", slip_digest="c" * 64)
    assert written() == before
    enter(kind, cast.approved(), custodian)
