"""What the database refuses, tried by raw SQL as the application's role."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from tests import harness
from tests.certificates.attempts import refuses
from tests.certificates.cast import officer
from tests.workuse import cast
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.workuse import actions
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.models import WorkUse

pytestmark = pytest.mark.usefixtures("world")
NEW = UUID("00000000-0000-4000-8000-000000000001")


def update(guard: str, work_use: WorkUse, said: str, *values: object) -> None:
    refuses(guard, f"UPDATE workuse_workuse SET {said} WHERE id = %s", *values, work_use.id)


def again(guard: str, work_use: WorkUse, **change: object) -> None:
    """The same row once more, changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM workuse_workuse WHERE id = %s", [work_use.id])
        names = [column.name for column in cursor.description]
        row = {**dict(zip(names, cursor.fetchone(), strict=True)), "id": NEW, **change}
    row["details"] = "{}"
    places = ", ".join(["%s"] * len(row))
    refuses(guard, f"INSERT INTO workuse_workuse ({', '.join(row)}) VALUES ({places})", *row.values())


@pytest.mark.clause("H3.1a", "H3.2.4d")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("work_use_path", {"state": "work_sealed"}),
        ("work_use_known_kind", {"kind": "other"}),
        ("work_use_of_one_class", {"scope_class": "other"}),
        ("work_use_of_one_class", {"scope_code": ""}),
        ("work_use_is_whole", {"matter": ""}),
        ("work_use_has_copies", {"copies": 0}),
        ("work_use_has_copies", {"copies": 1000}),
        ("work_use_major_is_the_committees", {"major_code": "M5", "major_name": "担保"}),
        (
            "work_use_major_is_the_committees",
            {"major_code": "M5", "major_name": "担保", "whose": "of_collective", "lock": "seal"},
        ),
        ("work_use_major_is_the_committees", {"lock": "seal"}),
        ("work_use_blank_needs_second", {"override": "signed_by_hand", "unfinished": "第1页"}),
        ("work_use_blank_needs_second", {"unfinished": "第1页", "needs_second": True}),
        ("work_use_inquirer_of_evidence", {"inquirer": "court"}),
        ("work_use_inquirer_of_evidence", {"kind": "work_evidence"}),
        ("work_use_filed_somewhere", {"filed_as": "盒"}),
        ("work_use_is_plain", {"matter": "领款人13800000117"}),
        ("work_use_is_plain", {"matter": "620422195801012345的材料"}),
        ("work_use_is_plain", {"matter": "领款人１３８ １２３４ ５６７８"}),
        ("work_use_only_letters_are_printed", {"printed_at": "2026-01-01T00:00Z"}),
    ],
)
def test_a_new_request_is_whole(guard: str, change: dict[str, object]) -> None:
    again(guard, cast.asked(), **change)


def test_an_older_request_that_holds_a_number_goes_on_its_way(world_database: World) -> None:
    """It was written before the guard came: only new words are judged."""
    with psycopg.connect(harness.CLUSTER.superuser_url(world_database.database)) as owner:
        owner.execute("ALTER TABLE workuse_workuse DISABLE TRIGGER ALL")
        assert owner.execute("UPDATE workuse_workuse SET matter = '领款人13800000117'").rowcount
        owner.execute("ALTER TABLE workuse_workuse ENABLE TRIGGER work_use_is_plain")
        owner.execute("UPDATE workuse_workuse SET copies = copies + 1")
        for change in ("matter = '领款人13800000118'", "filed_as = '13800000118'"):
            with pytest.raises(psycopg.IntegrityError) as refused, owner.transaction():
                owner.execute(f"UPDATE workuse_workuse SET {change}")
            assert refused.value.diag.constraint_name == "work_use_is_plain"
        owner.rollback()


@pytest.mark.parametrize("state", ["work_sealed", "work_filed", "lost"])
def test_the_path_is_not_left(state: str) -> None:
    update("work_use_path", cast.asked(), "state = %s", state)


def test_behind_the_path_stands_the_list_of_states() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE conname = 'work_use_known_state'")
        assert cursor.fetchone()


def test_nobody_approved_it() -> None:
    update("work_use_approved_by_somebody", cast.asked(), "state = 'work_approved'")


@pytest.mark.clause("H3.2.4d")
def test_a_blank_let_through_is_not_approved_by_one() -> None:
    work_use, director = cast.asked(cast.blank_let_through()), officer("hn.ljw.director").person_id
    said = "approved_by_id = %s, approved_at = now(), approved_digest = 'x'"
    update("work_use_path", work_use, f"state = 'work_approved', {said}", director)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE workuse_workuse SET state = 'work_awaiting_second', {said} WHERE id = %s",
            [director, work_use.id],
        )
    update("work_use_two_approvers", work_use, "state = 'work_approved'")
    update(
        "work_use_two_approvers", work_use, "state = 'work_approved', countersigned_by_id = approved_by_id"
    )


def test_what_was_approved_stays() -> None:
    work_use = cast.approved()
    update("work_use_approved_stays", work_use, "matter = '别的'")
    update("work_use_approved_stays", work_use, "copies = 9")
    refuses("work_file_stays", "UPDATE workuse_workfile SET removed_at = now() WHERE work_use_id = %s",
            work_use.id)  # fmt: skip


@pytest.mark.clause("H3.2.2a")
def test_who_approved_which_text_stays() -> None:
    """Near miss: taken back, the approval is taken off."""
    work_use, clerk = cast.approved(), officer("hn.ljw.clerk").person_id
    update("work_use_approval_stays", work_use, "approved_by_id = %s", clerk)
    update("work_use_approval_stays", work_use, "approved_digest = repeat('0', 64)")
    update("work_use_approval_stays", work_use, "approved_at = now()")
    sealing = "state = 'work_sealed', sealed_at = now(), impressions = 1, year = 2026, no = 9, number = 'x'"
    update("work_use_approval_stays", work_use, f"{sealing}, approved_by_id = %s", clerk)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE workuse_workuse SET state = 'work_returned', approved_by_id = NULL, approved_at = NULL,"
            " approved_digest = '' WHERE id = %s",
            [work_use.id],
        )
        transaction.set_rollback(True)


@pytest.mark.clause("H3.2.2a", "H3.2.3a")
def test_nothing_is_sealed_without_its_line() -> None:
    """The near miss is every seal of these tests."""
    sealing = (
        "state = 'work_sealed', sealed_by_id = %s, sealed_at = clock_timestamp(), impressions = 1,"
        " year = 2026, no = 777, number = 'x'"
    )
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian").person_id
    told = pytest.raises(DatabaseError, match="stands in the register")
    with told, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE workuse_workuse SET {sealing} WHERE id = %s", [custodian, work_use.id])
        cursor.execute("SET CONSTRAINTS work_use_sealed_has_its_line IMMEDIATE")


def test_what_is_filed_is_not_void_save_a_letter() -> None:
    work_use = cast.sealed()
    actions.file(work_use_id=work_use.id, place="盒", actor=officer("hn.ljw.clerk"), at=now())
    update("work_use_filed_stays", work_use, "state = 'work_voided'")


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_the_approver_is_no_sealer() -> None:
    sealing = "state = 'work_sealed', sealed_at = now(), impressions = 1, year = 2026, no = 9, number = 'x'"
    work_use = cast.approved()
    update("work_use_approver_is_no_sealer", work_use, f"{sealing}, sealed_by_id = approved_by_id")
    update("work_use_sealed_is_numbered", work_use, "state = 'work_sealed'")
    update("work_use_sealed_is_numbered", work_use, "impressions = 1")


def test_a_sealed_letter_has_its_paper() -> None:
    sealing = "state = 'work_sealed', sealed_at = now(), impressions = 1, year = 2026, no = 9, number = 'x'"
    update(
        "work_use_letter_has_its_paper", cast.approved(cast.introduction()), f"{sealing}, sealed_by_id = %s",
        officer("hn.ljw.custodian").person_id,
    )  # fmt: skip


def test_what_is_sealed_stays() -> None:
    work_use = cast.sealed()
    update("work_use_sealed_stays", work_use, "matter = '别的'")
    update("work_use_path", work_use, "state = 'work_approved'")
    update("work_use_stays", work_use, "kind = 'work_introduction'")
    refuses("work_file_stays", "UPDATE workuse_workfile SET removed_at = now() WHERE work_use_id = %s",
            work_use.id)  # fmt: skip


def test_a_letter_is_printed_once() -> None:
    work_use = cast.sealed(cast.introduction())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE workuse_workuse SET printed_at = now() WHERE id = %s", [work_use.id])
    update("work_use_printed_once", work_use, "printed_at = now() + interval '1 hour'")


@pytest.mark.parametrize("wanted", [cast.introduction, cast.request])
def test_only_a_sealed_letter_has_codes(wanted: Callable[[], WorkAsked]) -> None:
    codes = "token_index = '\\x01', check_code_index = '\\x02'"
    update("work_use_only_sealed_letters_have_codes", cast.approved(wanted()), codes)


def test_the_codes_of_a_letter_stay() -> None:
    update("work_use_sealed_stays", cast.sealed(cast.introduction()), "token_index = '\\x01'")
    update("work_use_sealed_stays", cast.sealed(cast.introduction()), "check_code_index = NULL")


def test_a_number_once() -> None:
    first, second = cast.sealed(), cast.approved()
    update(
        "work_use_number_once", second,
        "state = 'work_sealed', sealed_at = now(), impressions = 1, year = %s, no = %s, number = 'x',"
        " sealed_by_id = %s", first.year, first.no, first.sealed_by_id,
    )  # fmt: skip


@pytest.mark.parametrize("table", ["workuse", "workfile", "workgrant"])
def test_nothing_is_deleted(table: str) -> None:
    refuses("permission denied", f"DELETE FROM workuse_{table}")


@pytest.mark.parametrize("said", ["workuse_workfile SET position = 9", "workuse_workgrant SET copies = 9"])
def test_files_and_grants_are_written_once(said: str) -> None:
    refuses("permission denied", f"UPDATE {said}")


def test_a_file_has_a_place_and_a_known_role() -> None:
    work_use = cast.asked()
    copied = (
        "INSERT INTO workuse_workfile"
        " (id, role, position, pages, added_at, added_by_id, file_id, work_use_id)"
        " SELECT gen_random_uuid(), {role}, position, {pages}, added_at, added_by_id, file_id, work_use_id"
        " FROM workuse_workfile WHERE work_use_id = %s LIMIT 1"
    )
    refuses("work_file_place", copied.format(role="role", pages="1"), work_use.id)
    refuses("work_file_known_role", copied.format(role="'other'", pages="1"), work_use.id)
    refuses("work_file_known_role", copied.format(role="'letter'", pages="0"), work_use.id)
    refuses("work_file_stays", copied.format(role="'scan'", pages="1"), work_use.id)


def test_a_grant_ends_and_seals_once() -> None:
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian")
    one, other = cast.grant(work_use, custodian), cast.grant(work_use, custodian)
    copied = (
        "INSERT INTO workuse_workgrant (id, county_code, person_id, session, copies, text_digest, granted_at,"
        " expires_at, work_use_id) SELECT gen_random_uuid(), county_code, person_id, session, copies,"
        " text_digest, granted_at, granted_at, work_use_id FROM workuse_workgrant WHERE id = %s"
    )
    refuses("work_grant_expires_after_it_began", copied, one.id)
    cast.seal(work_use, custodian, grant_id=one.id)
    refuses(
        "work_use_sealed_by_one_grant", "UPDATE workuse_workgrant SET used_at = now() WHERE id = %s", other.id
    )


def test_a_sealed_letter_has_its_number_once_and_nothing_else_has_one() -> None:
    letter, other = cast.approved(cast.introduction()), cast.sealed(cast.introduction(matter="领取种子"))
    update("work_use_letter_is_numbered", letter, "letter_no = 7")
    update("work_use_sealed_stays", other, "letter_no = 7")
    update("work_use_letter_is_numbered", cast.approved(cast.request(files=(cast.page(7),))), "letter_no = 7")
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE conname = 'work_use_letter_number_once'")
        assert cursor.fetchone()
