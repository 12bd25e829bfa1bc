"""What the database refuses by itself, by raw SQL as the application's role; a near miss beside each."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from tests.certificates import cast
from tests.certificates.attempts import execute, refuses
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.models import (
    Certificate,
    CheckedFact,
    Delivery,
    Grant,
    GrantedPaper,
    Letter,
    Mandate,
    Party,
)
from zhengyin.certificates.workflow import State
from zhengyin.people.models import Account
from zhengyin.registers.queries import now

TABLES = ("certificate", "party", "checkedfact", "grant", "grantedpaper", "delivery", "letter", "mandate")


def person(username: str) -> UUID:
    return Account.objects.get(username=username).person_id


def change(case: UUID, what: str, *values: Any) -> tuple[Any, ...]:
    """An UPDATE of one certificate."""
    return (f"UPDATE certificates_certificate SET {what} WHERE id = %s", *values, case)


def row_of(table: str, key: str, value: Any) -> dict[str, Any]:
    """An existing row, as columns; `id` is left to be given anew."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM certificates_{table} WHERE {key} = %s", [value])
        names = [column.name for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))


def insert(table: str, row: dict[str, Any], **changed: Any) -> tuple[Any, ...]:
    """An INSERT of a row like this one."""
    new = {**row, **changed}
    values = ["%s::jsonb" if name in ("question", "form") else "%s" for name in new]
    return (
        f"INSERT INTO certificates_{table} ({', '.join(new)}) VALUES ({', '.join(values)})",
        *new.values(),
    )


def another(row: dict[str, Any], **changed: Any) -> tuple[Any, ...]:
    """A second certificate like this one; what may stand only once is new unless given."""
    fresh = {"id": uuid4(), "tracking_index": uuid4().bytes, "token_index": None, "check_code_index": None}
    spelled = {name: json.dumps(row[name]) if not isinstance(row[name], str) else row[name]
               for name in ("question", "form")}  # fmt: skip
    return insert("certificate", {**row, **spelled, **fresh}, **changed)


def test_a_state_is_one_of_the_table(world: World) -> None:
    case = cast.applied()
    refuses("certificate_known_state", *change(case, "state = 'forged'"))
    refuses("certificate_known_state", *change(case, "state = ''"))
    execute(*change(case, "state = 'withdrawn'"))


def test_copies_are_1_to_99(world: World) -> None:
    case = cast.applied()
    for copies in (0, 100):
        refuses("certificate_copies_1_to_99", *change(case, "copies = %s", copies))
    for copies in (1, 99):
        execute(*change(case, "copies = %s", copies))


@pytest.mark.clause("H3.2.2a", "O2.3a")
def test_nothing_is_approved_or_sealed_by_a_word(world: World) -> None:
    """The state alone, without approver, text, number and paper, is refused at every step."""
    case, director = cast.verified(), person("hn.ljw.director")
    for state in (State.APPROVED, State.SEALED, State.DELIVERED):
        refuses("certificate_approved_by_somebody", *change(case, "state = %s", state.value))
    refuses(
        "certificate_approved_by_somebody", *change(case, "state = 'approved', approved_by_id = %s", director)
    )
    refuses("certificate_approved_by_somebody", *change(case, "state = 'approved', approved_digest = 'd'"))
    execute(*change(case, "state = 'approved', approved_by_id = %s, approved_digest = 'd'", director))
    refuses("certificate_sealed_is_whole", *change(case, "state = 'sealed'"))
    refuses("certificate_sealed_is_whole", *change(case, "state = 'delivered'"))


WHOLE = ("sealed_by_id", "year", "no", "document_id", "token_index")


def by_hand(case: UUID, **changed: Any) -> tuple[Any, ...]:
    """Seal an approved case by raw SQL, on the file of another; one thing changed."""
    values = {
        "sealed_by_id": person("hn.ljw.custodian"), "sealed_at": now(), "year": 2026, "no": 2,
        "token_index": b"other",
        "document_id": Certificate.objects.exclude(document=None).get().document_id, **changed,
    }  # fmt: skip
    words = ", ".join(f"{name} = %s" for name in values)
    return change(case, f"state = 'sealed', {words}", *values.values())


@pytest.mark.clause("H3.2.2a", "H3.2.3a")
def test_what_is_sealed_is_whole(world: World) -> None:
    """Even by hand a seal names keeper, number, paper and code; the audit then misses its lines."""
    cast.sealed()
    case = cast.approved()
    for column in WHOLE:
        refuses("certificate_sealed_is_whole", *by_hand(case, **{column: None}))
    execute(*by_hand(case))


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_approved_is_not_who_sealed(world: World) -> None:
    cast.sealed()
    case, deputy = cast.approved(), person("hn.ljw.deputy")
    director = person("hn.ljw.director")
    refuses("certificate_approver_is_not_sealer", *by_hand(case, sealed_by_id=director))
    soft = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    cast.agree(certificate_id=soft, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    execute(*change(soft, "state = 'approved', countersigned_by_id = %s", deputy))
    refuses("certificate_approver_is_not_sealer", *by_hand(soft, sealed_by_id=deputy))
    execute(*by_hand(soft))


STAYS = [
    "number = 'x'", "no = 9", "year = 2025", "token_index = 'x'", "check_code_index = 'x'", "copies = 2",
    "demanding_unit = 'x'", "purpose = 'x'", "valid_until = '2036-01-01'", "valid_until = NULL",
    "sealed_at = now()", "sealed_by_id = NULL", "document_id = NULL", "approved_by_id = countersigned_by_id",
    "approved_digest = 'd'", "frozen_encrypted = 'd'", "title = 'x'", "organization_id = gen_random_uuid()",
    "tracking_index = 'x'", "state = 'approved'", "state = 'withdrawn'",
]  # fmt: skip


@pytest.mark.clause("H3.2.3a")
def test_what_is_sealed_stays(world: World) -> None:
    """Strangers are told what these columns say; only the hand-over goes on."""
    case, _ = cast.sealed()
    for what in STAYS:
        refuses("certificate_sealed_stays", *change(case, what))
    execute(*change(case, "tracking_failures = 1"))
    cast.deliver(case, cast.officer("hn.ljw.clerk"))
    for what in (*STAYS, "state = 'sealed'"):
        refuses("certificate_sealed_stays", *change(case, what))
    execute(*change(case, "tracking_failures = 0"))
    execute(*change(cast.approved(), "purpose = '别的用途'"))


GONE = [*STAYS, "state = 'sealed'", "state = 'delivered'"]


@pytest.mark.clause("H3.2.3a")
def test_what_is_void_or_corrected_stays_so(world: World) -> None:
    """No way back by hand; nor does a void become another kind of void."""
    void, (old, _) = cast.delivered(), cast.corrected()
    cast.void(void, cast.officer("hn.ljw.director"))
    for what in (*GONE, "void_kind = 'announced'"):
        refuses("certificate_sealed_stays", *change(void, what))
    for what in (*GONE, "state = 'voided', void_kind = 'collected'"):
        refuses("certificate_sealed_stays", *change(old, what))
    execute(*change(void, "tracking_failures = 1"))
    execute(*change(old, "tracking_failures = 1"))


def test_a_void_says_how(world: World) -> None:
    case, done = cast.sealed()[0], cast.delivered()
    refuses("certificate_void_says_how", *change(case, "state = 'voided'"))
    refuses("certificate_void_says_how", *change(case, "state = 'voided', void_kind = 'burnt'"))
    refuses("certificate_void_says_how", *change(cast.applied(), "void_kind = 'collected'"))
    refuses("certificate_sealed_stays", *change(done, "state = 'voided', void_kind = 'unstamped'"))
    execute(*change(case, "state = 'voided', void_kind = 'unstamped'"))
    execute(*change(done, "state = 'voided', void_kind = 'announced'"))


def test_a_paper_follows_one_of_its_committee_that_holds(world: World) -> None:
    """Said when it is applied for; not itself, not two, not another village's, not a void one."""
    case, other, void = cast.applied(), cast.sealed()[0], cast.delivered()
    foreign = cast.sealed("hn.ptc")[0]
    cast.void(void, cast.officer("hn.ljw.director"))
    row, new = row_of("certificate", "id", case), uuid4()
    for column in ("corrects_id", "reissues_id"):
        for wrong in (case, void, foreign, new):
            refuses("certificate_follows", *another(row, id=new, **{column: wrong}))
        refuses("certificate_follows", *change(case, f"{column} = %s", other))
    refuses("certificate_corrects_or_reissues", *another(row, corrects_id=other, reissues_id=other))
    execute(*another(row, id=new, corrects_id=other))
    refuses("certificate_follows", *change(new, "corrects_id = NULL"))
    execute(*another(row, reissues_id=other))
    execute(*another(row, reissues_id=other))


def test_one_correction_is_open_at_a_time(world: World) -> None:
    row, old = row_of("certificate", "id", cast.applied()), cast.sealed()[0]
    first = uuid4()
    execute(*another(row, id=first, corrects_id=old))
    refuses("certificate_corrected_once", *another(row, corrects_id=old))
    for over in ("withdrawn", "refused"):
        execute(*another(row, corrects_id=old, state=over))
    execute(*change(first, "state = 'withdrawn'"))
    execute(*another(row, corrects_id=old))


@pytest.mark.clause("H3.2.2a", "H3.2.3a")
def test_a_corrected_paper_and_its_correction_end_and_begin_together(world: World) -> None:
    old, clerk = cast.delivered(), cast.officer("hn.ljw.clerk")
    new = cast.approve(cast.begin_correction(old, clerk))
    refuses("certificate_corrected_by_another", *change(old, "state = 'corrected'"))
    at_once = "SET CONSTRAINTS ALL IMMEDIATE; "
    statement, *values = by_hand(new)
    refuses("certificate_ends_what_it_corrects", at_once + statement, *values)
    end, *which = change(old, "state = 'corrected'")
    execute(f"{statement}; {end}; SET CONSTRAINTS ALL IMMEDIATE", *values, *which)


@pytest.mark.parametrize("again", [cast.begin_correction, cast.reissue])
def test_nothing_is_sealed_on_a_paper_declared_void(world: World, again: Callable[..., UUID]) -> None:
    """Neither a correction nor a further paper, by raw SQL."""
    old = cast.delivered()
    new = cast.approve(again(old, cast.officer("hn.ljw.clerk")))
    cast.void(old, cast.officer("hn.ljw.director"))
    refuses("certificate_follows", *by_hand(new))


@pytest.mark.clause("H3.2.2a")
def test_who_approved_which_text_stays(world: World) -> None:
    """Near miss: taken back, the approval is taken off."""
    case, clerk = cast.approved(), cast.officer("hn.ljw.clerk").person_id
    said = "UPDATE certificates_certificate SET {} WHERE id = %s"
    refuses("certificate_approval_stays", said.format("approved_by_id = %s"), clerk, case)
    refuses("certificate_approval_stays", said.format("approved_digest = repeat('0', 64)"), case)
    refuses("certificate_approval_stays", said.format("countersigned_by_id = %s"), clerk, case)


def test_two_approvers_are_two_people(world: World) -> None:
    case = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    cast.agree(certificate_id=case, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    refuses("certificate_soft_needs_second_approver", *change(case, "state = 'approved'"))
    same = "state = 'approved', countersigned_by_id = approved_by_id"
    refuses("certificate_two_approvers_are_two", *change(case, same))
    deputy = person("hn.ljw.deputy")
    execute(*change(case, "state = 'approved', countersigned_by_id = %s", deputy))


def test_a_number_a_token_a_code_stand_once(world: World) -> None:
    case, _ = cast.sealed()
    row = row_of("certificate", "id", case)
    refuses("certificate_number_once", *another(row, token_index=b"other"))
    for column in ("token_index", "check_code_index", "tracking_index"):
        fresh = {"no": 2, "token_index": b"other", column: row[column]}
        refuses(f"certificates_certificate_{column}", *another(row, **fresh))
    execute(*another(row, no=2, token_index=b"other"))
    execute(*another(row, organization_id=cast.PINGTOUCHUAN, token_index=b"third"))
    execute(*another(row, year=2027, token_index=b"fourth"))


@pytest.mark.parametrize(
    "guard, changed, near_miss",
    [
        ("party_known_role", {"role": "witness"}, {"role": "proxy"}),
        ("party_has_a_name", {"name": ""}, {"role": "proxy", "name": "李"}),
        ("party_applicant_lives", {"deceased": True, "position": 2},
         {"role": "certified", "deceased": True, "position": 2}),
        ("party_place_once", {}, {"position": 2}),
        ("party_who_died_is_dead", {"role": "certified", "position": 2, "died_on": date(2019, 3, 1)},
         {"role": "certified", "position": 2, "died_on": date(2019, 3, 1), "deceased": True}),
    ],
)  # fmt: skip
def test_a_person_of_a_case(
    world: World, guard: str, changed: dict[str, Any], near_miss: dict[str, Any]
) -> None:
    party = Party.objects.get(certificate_id=cast.applied(), role="applicant")
    row = row_of("party", "id", party.pk)
    refuses(guard, *insert("party", row, id=uuid4(), **changed))
    execute(*insert("party", row, id=uuid4(), **near_miss))


@pytest.mark.clause("O2.2d")
def test_a_fact_is_checked_once_and_says_by_what(world: World) -> None:
    row = row_of("checkedfact", "certificate_id", cast.verified())
    row.pop("id")
    refuses("fact_checked_once", *insert("checkedfact", row))
    refuses("fact_says_who_or_what", *insert("checkedfact", row, key="income", informant=""))
    execute(*insert("checkedfact", row, key="income"))


@pytest.mark.clause("O2.2d")
def test_checks_stay_from_the_approval_on(world: World) -> None:
    """Put into an approved, half approved, sealed or delivered case, changed in it, moved to it: refused."""
    free = cast.verified()
    row = row_of("checkedfact", "certificate_id", free)
    row.pop("id")
    change_it = "UPDATE certificates_checkedfact SET informant = '别人' WHERE certificate_id = %s"
    half = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    director = cast.officer("hn.ljw.director")
    cast.agree(certificate_id=half, near_relative=False, actor=director, at=now())
    voided, (corrected, _) = cast.delivered(), cast.corrected()
    cast.void(voided, director)
    for case in (half, cast.approved(), cast.sealed()[0], cast.delivered(), voided, corrected):
        refuses("check_stays", *insert("checkedfact", row, certificate_id=case, key="income"))
        refuses("check_stays", change_it, case)
        move = "UPDATE certificates_checkedfact SET certificate_id = %s WHERE certificate_id = %s"
        refuses("check_stays", move, case, free)
        refuses("check_stays", move, free, case)
    refuses("check_stays", "UPDATE certificates_checkedfact SET key = 'x' WHERE certificate_id = %s", free)
    execute(change_it, free)


def test_nobody_joins_a_sealed_case(world: World) -> None:
    case = cast.approved()
    row = row_of("party", "certificate_id", case)
    execute(*insert("party", row, id=uuid4(), role="certified", position=5))
    cast.deliver(sealed := cast.sealed()[0], cast.officer("hn.ljw.clerk"))
    voided, (corrected, _) = cast.sealed()[0], cast.corrected()
    cast.void_unstamped(voided, cast.officer("hn.ljw.custodian"))
    for closed in (cast.sealed()[0], sealed, voided, corrected):
        joined = insert("party", row, id=uuid4(), certificate_id=closed, role="certified", position=5)
        refuses("party_stays", *joined)


def test_a_grant_ends_after_it_began(world: World) -> None:
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now())
    row = row_of("grant", "id", grant.pk)
    at = row["granted_at"]
    refuses("grant_expires_after_it_began", *insert("grant", row, id=uuid4(), expires_at=at))
    execute(*insert("grant", row, id=uuid4()))


@pytest.mark.clause("H3.2.4d")
def test_a_paper_is_sealed_by_one_grant(world: World) -> None:
    case, custodian = cast.approved(), cast.officer("hn.ljw.custodian")
    first, second, third = (
        actions.grant(certificate_ids=[case], actor=custodian, at=now()) for _ in range(3)
    )
    row = row_of("grantedpaper", "grant_id", first.pk)
    row.pop("id")
    refuses("grant_names_a_paper_once", *insert("grantedpaper", row))
    use = "UPDATE certificates_grantedpaper SET used_at = now() WHERE grant_id = %s"
    execute(use, first.pk)
    refuses("paper_sealed_by_one_grant", use, second.pk)
    execute("UPDATE certificates_grantedpaper SET used_at = NULL WHERE grant_id = %s", third.pk)


POSTED = {"how": "by_post", "signed_by": "posted", "carrier": "中国邮政", "post_number": "1234567890123"}


@pytest.mark.parametrize(
    "guard, changed",
    [
        ("delivery_known_way", {"how": "by_bird"}),
        ("delivery_known_signature", {"signed_by": "cross"}),
        ("delivery_has_a_recipient", {"recipient": ""}),
        ("delivery_by_post_has_its_number", {**POSTED, "carrier": ""}),
        ("delivery_by_post_has_its_number", {**POSTED, "post_number": ""}),
        ("delivery_by_post_has_its_number", {**POSTED, "signed_by": "slip"}),
        ("delivery_by_post_has_its_number", {**POSTED, "how": "in_person"}),
    ],
)
def test_a_delivery(world: World, guard: str, changed: dict[str, Any]) -> None:
    row = row_of("delivery", "certificate_id", cast.delivered())
    other, _ = cast.sealed()
    refuses(guard, *insert("delivery", row, certificate_id=other, **changed))
    refuses("certificates_delivery_pkey", *insert("delivery", row))
    execute(*insert("delivery", row, certificate_id=other))
    execute(*insert("delivery", row, certificate_id=cast.sealed()[0], **POSTED))


REVOKED = [
    *(f"DELETE FROM certificates_{table}" for table in TABLES),
    *(f"TRUNCATE certificates_{table} CASCADE" for table in TABLES),
    "UPDATE certificates_party SET name = '别人'",
    "UPDATE certificates_grantedpaper SET copies = 9",
    "UPDATE certificates_grantedpaper SET text_digest = 'd', used_at = now()",
    "UPDATE certificates_grant SET expires_at = expires_at + interval '1 hour'",
    "UPDATE certificates_grant SET session = gen_random_uuid()",
    "UPDATE certificates_delivery SET recipient = '别人'",
    "UPDATE certificates_delivery SET signature_id = NULL",
]


def test_nothing_is_deleted_and_what_was_said_stays(world: World) -> None:
    cast.delivered()
    for statement in REVOKED:
        refuses("permission denied", statement)
    for table in TABLES:
        for statement in ("DROP TABLE certificates_{}", "ALTER TABLE certificates_{} DISABLE TRIGGER ALL"):
            refuses("must be owner", statement.format(table))
    execute("UPDATE certificates_certificate SET tracking_failures = 0")
    execute("UPDATE certificates_grantedpaper SET used_at = used_at")


def test_references_hold(world: World) -> None:
    """A certificate of no committee, by nobody, on no file: refused at the end of the transaction."""
    case = cast.approved()
    for column in ("organization_id", "handled_by_id", "document_id"):
        statement = (
            f"SET CONSTRAINTS ALL IMMEDIATE; UPDATE certificates_certificate SET {column} = %s WHERE id = %s"
        )
        refuses("_fk_", statement, uuid4(), case)


def test_every_constraint_of_the_models_is_tried_in_this_folder() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    models: tuple[Callable[..., Any], ...] = (
        Certificate, CheckedFact, Delivery, Grant, GrantedPaper, Letter, Mandate, Party,
    )  # fmt: skip
    declared = {constraint.name for model in models for constraint in model._meta.constraints}  # type: ignore[attr-defined]
    assert [name for name in sorted(declared) if name not in text] == []
