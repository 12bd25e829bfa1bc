"""What the database refuses of pads, slips and late entries by itself; a near miss beside each."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.certificates import cast, pads
from tests.certificates.attempts import execute, refuses
from tests.certificates.pads import person, printed, slip
from tests.certificates.test_constraints import another, change, insert, row_of
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.lines.names import REGISTERED_LATE
from zhengyin.certificates.models import Certificate, Pad, Slip
from zhengyin.certificates.queries.pads import mistakes
from zhengyin.people.offices import Office
from zhengyin.registers.actions import write
from zhengyin.registers.lines import kind_of
from zhengyin.registers.queries import now


def slips_like(pad: Pad, **changed: Any) -> tuple[Any, ...]:
    """An INSERT of one more slip."""
    row = row_of("slip", "pad_id", pad.pk)
    row.pop("prev_no")  # the database makes it
    fresh = {"id": uuid4(), "token_index": uuid4().bytes, "check_code_index": uuid4().bytes}
    return insert("slip", {**row, **fresh}, **changed)


def end(one: UUID, **columns: Any) -> tuple[Any, ...]:
    """An UPDATE of one slip."""
    words = ", ".join(f"{name} = %s" for name in columns)
    return (f"UPDATE certificates_slip SET {words} WHERE id = %s", *columns.values(), one)


def made_longer(pad: Pad) -> Pad:
    """A pad whose range has room for one more slip; the owner's, for the application changes no range."""
    row = row_of("pad", "id", pad.pk)
    new = uuid4()
    execute(*insert("pad", {**row, "id": new}, first_no=pad.last_no + 1, last_no=pad.last_no + 3))
    return Pad.objects.get(pk=new)


def test_numbers_follow_without_a_gap_and_once(world: World) -> None:
    pad = printed(slips=2)
    more = made_longer(pad)
    row = {"pad_id": more.pk, "organization_id": more.organization_id}
    with pytest.raises(IntegrityError, match="slip_follows"), transaction.atomic():
        execute(*slips_like(pad, **row, no=4))
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    refuses("slip_number_once", *slips_like(pad, no=1))
    first = row_of("slip", "pad_id", pad.pk)
    for code in ("token_index", "check_code_index"):
        refuses(f"certificates_slip_{code}_key", *slips_like(pad, **row, no=3, **{code: first[code]}))
    execute(*slips_like(pad, **row, no=3))
    execute(*slips_like(pad, **row, no=4))


def test_a_slip_is_printed_in_the_range_of_its_own_open_pad(world: World) -> None:
    pad, other = printed(slips=2), printed("od.hrgt", slips=1)
    more = made_longer(pad)
    refuses("slip_of_its_pad", *slips_like(pad, no=3))
    refuses("slip_of_its_pad", *slips_like(pad, no=3, pad_id=other.pk))
    refuses("slip_of_its_pad", *slips_like(pad, no=3, pad_id=more.pk, organization_id=cast.HARIGENTU))
    refuses("slip_of_its_pad", *slips_like(pad, no=3, pad_id=more.pk, state="slip_unused"))
    execute(*slips_like(pad, no=3, pad_id=more.pk))


def test_an_end_is_whole_and_only_one(world: World) -> None:
    pad = printed()
    one, two, three = (slip(pad, place).pk for place in (1, 2, 3))
    who: dict[str, Any] = {"ended_at": now(), "ended_by_id": person("hn.ljw.custodian")}
    refuses("slip_has_one_end", *end(one, state="slip_gone", **who))
    refuses("slip_has_one_end", *end(one, state="slip_spoiled", **who))
    refuses("slip_has_one_end", *end(one, state="slip_spoiled", reason="cat", **who))
    refuses("slip_has_one_end", *end(one, state="slip_spoiled", reason="lost"))
    refuses("slip_has_one_end", *end(one, state="slip_entered", **who))
    refuses("slip_has_one_end", *end(one, state="slip_unused", failed="x", **who))
    refuses("slip_has_one_end", *end(one, reason="lost"))
    execute(*end(one, state="slip_spoiled", reason="lost", **who))
    execute(*end(two, state="slip_unused", **who))
    refuses("slip_ends_once", *end(one, state="slip_issued", reason="", ended_at=None, ended_by_id=None))
    refuses("slip_ends_once", *end(one, reason="damaged"))
    refuses("slip_ends_once", *end(two, state="slip_spoiled", reason="lost"))
    case, _ = cast.sealed()
    execute(*end(three, state="slip_entered", certificate_id=case, **who))
    refuses("certificate_id", *end(slip(pad, 4).pk, state="slip_entered", certificate_id=case, **who))


def test_what_failed_is_put_right_once_and_nothing_else_is(world: World) -> None:
    pad = printed()
    failing, _ = pads.entered(pad=pad, approved_by=None)
    pads.enter(slip(pad, 2), pads.given(), cast.officer("hn.ljw.custodian"))
    good = slip(pad, 2)
    right = {"rectified_at": now(), "rectified_by_id": person("hn.ljw.director")}
    refuses("slip_rectified_where_it_failed", *end(good.pk, **right))
    refuses("slip_rectified_where_it_failed", *end(failing.pk, rectified_at=now()))
    refuses("slip_ends_once", *end(failing.pk, failed=""))
    refuses("slip_ends_once", *end(failing.pk, certificate_id=good.certificate_id))
    execute(*end(failing.pk, **right))
    refuses("slip_ends_once", *end(failing.pk, rectified_at=None, rectified_by_id=None))


def test_a_pad_closes_when_every_slip_has_its_end(world: World) -> None:
    pad = printed(slips=1)
    close = (
        "UPDATE certificates_pad SET state = 'pad_closed', closed_at = now(), closed_by_id = %s"
        " WHERE id = %s",
        person("hn.ljw.custodian"),
        pad.pk,
    )
    refuses("pad_closes_last", *close)
    execute(*end(slip(pad).pk, state="slip_unused", ended_at=now(), ended_by_id=person("hn.ljw.custodian")))
    refuses(
        "pad_closed_by_somebody", "UPDATE certificates_pad SET state = 'pad_closed' WHERE id = %s", pad.pk
    )
    refuses("pad_closed_by_somebody", "UPDATE certificates_pad SET state = 'x' WHERE id = %s", pad.pk)
    execute(*close)
    refuses("pad_closes_last", *close)
    row = row_of("pad", "id", pad.pk)
    for range_ in ({"first_no": 0, "last_no": 0}, {"first_no": 9, "last_no": 8}):
        refuses("pad_has_a_range", *insert("pad", row, **{**range_, "id": uuid4()}))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM certificates_slip", "DELETE FROM certificates_pad",
        "DELETE FROM certificates_grantedslip", "UPDATE certificates_slip SET no = no + 1",
        "UPDATE certificates_slip SET token_index = 'x'",
        "UPDATE certificates_pad SET last_no = 99", "UPDATE certificates_pad SET issued_at = now()",
        "UPDATE certificates_grantedslip SET slip_id = slip_id", "TRUNCATE certificates_slip CASCADE",
    ],
)  # fmt: skip
def test_the_application_has_no_right_to_it(world: World, statement: str) -> None:
    printed(slips=1)
    refuses("permission denied", statement)


def test_a_slip_is_entered_by_one_grant(world: World) -> None:
    one, custodian = slip(printed()), cast.officer("hn.ljw.custodian")
    grants = [actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).pk for _ in range(2)]
    use = "UPDATE certificates_grantedslip SET used_at = now() WHERE grant_id = %s"
    execute(use, grants[0])
    refuses("slip_entered_by_one_grant", use, grants[1])


def late_by_hand(case: UUID, **changed: Any) -> tuple[Any, ...]:
    """Seal an application by raw SQL as if it had been stamped on a slip; one thing changed."""
    document = Certificate.objects.exclude(document=None).get().document_id
    values = {
        "state": "sealed", "pad_number": "应急0002", "sealed_by_id": person("hn.ljw.custodian"),
        "approved_by_id": person("hn.ljw.director"), "approved_digest": "d", "year": 2026, "no": 2,
        "token_index": b"another", "document_id": document, **changed,
    }  # fmt: skip
    return change(case, ", ".join(f"{name} = %s" for name in values), *values.values())


def entered_by_hand(one: Slip, case: UUID, failed: str = "") -> None:
    ended = {"ended_at": now(), "ended_by_id": person("hn.ljw.custodian")}
    execute(*end(one.pk, state="slip_entered", certificate_id=case, failed=failed, **ended))


@pytest.mark.clause("H3.2.2a", "O2.3a")
def test_only_an_entry_passes_without_its_approval_and_only_on_its_own_slip(world: World) -> None:
    pad = printed()
    pads.entered(pad=pad)
    case, other = cast.applied(), cast.applied()
    refuses("certificate_has_its_slip", *late_by_hand(case))
    entered_by_hand(slip(pad, 2), case)
    refuses("certificate_has_its_slip", *late_by_hand(other))
    refuses("certificate_has_its_slip", *late_by_hand(case, pad_number="应急0003"))
    refuses("certificate_has_its_slip", *late_by_hand(case, pad_number="2"))
    refuses("certificate_names_its_slip", *late_by_hand(case, state="approved"))
    refuses("certificate_approved_by_somebody", *late_by_hand(case, approved_digest=""))
    refuses("certificate_sealed_is_whole", *late_by_hand(case, document_id=None))
    refuses("certificate_names_its_slip", *another(row_of("certificate", "id", case), pad_number="应急0002"))
    execute(*late_by_hand(case))
    refuses("certificate_names_its_slip", *change(case, "pad_number = ''"))


@pytest.mark.clause("H3.2.2a", "H3.2.4c", "O2.3c")
def test_what_no_act_lets_pass_is_entered_only_where_the_slip_says_so(world: World) -> None:
    pad = printed()
    pads.entered(pad=pad)
    silent, saying = cast.applied(), cast.applied()
    entered_by_hand(slip(pad, 2), silent)
    entered_by_hand(slip(pad, 3), saying, failed="单子上没有签批人签字")
    custodian, director = person("hn.ljw.custodian"), person("hn.ljw.director")
    for wrong in (
        {"approved_by_id": None},
        {"approved_by_id": custodian},
        {"countersigned_by_id": custodian},
        {"countersigned_by_id": director},
        {"needs_second": True},
    ):
        refuses("certificate_late_says_what_failed", *late_by_hand(silent, **wrong))
        with transaction.atomic():
            execute(*late_by_hand(saying, **{"pad_number": "应急0003", "no": 3, **wrong}))
            transaction.set_rollback(True)
    execute(*late_by_hand(silent))


def test_an_ordinary_case_never_becomes_a_late_one(world: World) -> None:
    pad = printed()
    pads.entered(pad=pad)
    approved = cast.approved()
    entered_by_hand(slip(pad, 2), approved)
    refuses("certificate_names_its_slip", *change(approved, "pad_number = '应急0002'"))
    as_it_was = Certificate.objects.values("approved_by_id", "approved_digest").get(pk=approved)
    refuses("certificate_names_its_slip", *late_by_hand(approved, **as_it_was))
    assert list(mistakes()) == [f"应急用印单 {slip(pad, 2).pk}：补登的证明上写的不是这一张"]


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize(
    "pad_number, slip_digest, guard",
    [
        ("", "", "ledger_late_names_slip"),
        ("", "c" * 64, "ledger_late_names_slip"),
        ("应急0043", "", "ledger_entry_pad_with_slip"),
        ("应急0001", "c" * 64, "ledger_slip_once"),
        ("应急0043", "c" * 64, ""),
    ],
)
def test_a_late_line_passes_by_a_slip_and_its_scan_only(
    world: World, pad_number: str, slip_digest: str, guard: str
) -> None:
    """Past every rule of this room: the register's own guard."""
    pads.entered()
    what, custodian = kind_of(REGISTERED_LATE), cast.officer("hn.ljw.custodian")

    def enter() -> None:
        with transaction.atomic():
            write(
                kind=REGISTERED_LATE, owner=cast.LIJIAWAN, county_code="620422000000", subject=uuid4(),
                happened_at=now(), signature=custodian.signature(Office.CUSTODIAN),
                columns={key: "示例" for key, _ in what.columns}, text_digest="a" * 64,
                personal={key: "" for key, _ in what.personal}, document_digest="d" * 64,
                pad_number=pad_number, slip_digest=slip_digest,
            )  # fmt: skip

    if guard:
        with pytest.raises(IntegrityError) as caught:
            enter()
        assert caught.value.__cause__.diag.constraint_name == guard  # type: ignore[union-attr]
    else:
        enter()


@pytest.mark.clause("H3.2.4c")
def test_a_paper_stamped_first_is_never_void_as_unstamped(world: World) -> None:
    late, usual = pads.entered()[1].certificate_id, cast.sealed()[0]
    unstamped = "state = 'voided', void_kind = 'unstamped'"
    refuses("certificate_late_is_stamped", *change(late, unstamped))
    execute(*change(usual, unstamped))
    execute(*change(late, "state = 'voided', void_kind = 'announced'"))
