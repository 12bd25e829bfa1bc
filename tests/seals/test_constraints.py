"""What the database refuses, tried by raw SQL as the application's role."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.db.backends.utils import CursorWrapper

from tests import harness
from tests.seals.cast import (
    AT,
    HARIGENTU,
    ISSUED_ON,
    LIJIAWAN,
    PINGTOUCHUAN,
    RESOLUTION,
    SINCE,
    VIRTUAL,
    Cast,
)
from zhengyin.seals import actions
from zhengyin.seals.models import (
    Collection,
    CountyAuthority,
    Custody,
    Destruction,
    Impression,
    Resolution,
    Seal,
    SigningCertificate,
    Stop,
)


def refuses(name: str, statement: str, *values: object) -> None:
    """The database says no, and names the guard."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    diagnosis = caught.value.__cause__.diag  # type: ignore[union-attr]
    assert name in (diagnosis.constraint_name or diagnosis.message_primary)


@contextmanager
def taken_back() -> Iterator[CursorWrapper]:
    """What is written inside would be refused at the end of its transaction: it is taken back before."""
    with transaction.atomic(), connection.cursor() as cursor:
        yield cursor
        transaction.set_rollback(True)


def insert(table: str, row: dict[str, object]) -> tuple[str, list[object]]:
    names, places = ", ".join(row), ", ".join(["%s"] * len(row))
    return f"INSERT INTO {table} ({names}) VALUES ({places})", list(row.values())


def row_of(table: str, key: object) -> dict[str, object]:
    """An existing row, as columns."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE id = %s", [key])
        names = [column.name for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))


NEW = "00000000-0000-4000-8000-000000000001"


@pytest.mark.clause("H3.2.1a")
def test_a_virtual_community_has_no_seal(cast: Cast) -> None:
    seal = row_of("seals_seal", cast.ordered().pk)
    statement, values = insert("seals_seal", {**seal, "id": NEW, "committee_id": VIRTUAL})
    refuses("seals_virtual_never", statement, *values)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_seal_kind", {"kind": "private"}),
        ("seals_seal_has_a_name", {"name": ""}),
        ("seals_seal_state_fits", {"received_by": "李国栋"}),
        ("seals_seal_kind", {"kind": "special"}),  # without a purpose
        ("seals_seal_kind", {"purpose": "证明专用章"}),  # an official one has none
        ("seals_seal_is_the_committees", {"kind": "special", "purpose": "财务专用章"}),
        ("seals_seal_is_the_committees", {"kind": "special", "purpose": "党支部专用章"}),
        ("seals_seal_shape", {"shape": "heart"}),
        ("seals_seal_diameter", {"diameter_mm": 9}),
        ("seals_seal_diameter", {"diameter_mm": 61}),
        ("seals_one_being_engraved", {}),
        ("seals_seal_path", {"state": "in_use"}),
        ("seals_seal_path", {"state": "stopped"}),
    ],
)
def test_a_new_seal_is_one_being_engraved(cast: Cast, guard: str, change: dict[str, object]) -> None:
    seal = row_of("seals_seal", cast.ordered().pk)
    statement, values = insert("seals_seal", {**seal, "id": NEW, **change})
    refuses(guard, statement, *values)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_seal_stays", "name = 'other'"),
        ("seals_seal_stays", "county_code = '150623000000'"),
        ("seals_seal_path", "state = 'engraving'"),
        ("seals_seal_as_issued", "received_by = ''"),
        ("seals_seal_as_issued", "received_by = '王五'"),
        ("seals_seal_as_issued", "made_on = made_on - 1"),
        ("seals_seal_as_issued", "issued_on = issued_on + 1"),
        ("seals_seal_as_issued", "issued_at = issued_at + interval '1 second'"),
        ("seals_seal_as_issued", "impression_id = id"),  # a picture put there afterwards
        ("seals_seal_as_issued", "receipt_id = id"),
        ("seals_seal_as_issued", "police_number = '1'"),
        ("seals_seal_stays", "diameter_mm = 38"),
        ("seals_seal_stays", "replaces_id = id"),
        ("seals_stopped_for_a_reason", "state = 'stopped'"),
        ("seals_collected_by_record", "state = 'seal_collected'"),
        ("seals_seal_path", "state = 'seal_destroyed'"),
        ("seals_seal_path", "state = 'seal_called_off'"),
    ],
)
def test_a_seal_in_use_stays_what_it_is(cast: Cast, guard: str, change: str) -> None:
    refuses(guard, f"UPDATE seals_seal SET {change} WHERE id = %s", cast.issued().pk)


ISSUE = "state = 'in_use', issued_at = now(), issued_on = '2026-03-02', made_on = '2026-03-02'"


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_seal_as_issued", "received_by = '王五'"),
        ("seals_seal_as_issued", "impression_id = id"),
        ("seals_seal_state_fits", ISSUE),  # to nobody
        ("seals_seal_made_before_issued", ISSUE.replace("made_on = '2026-03-02'", "made_on = '2026-03-03'")),
    ],
)
def test_what_the_issue_writes_comes_with_the_issue(cast: Cast, guard: str, change: str) -> None:
    received = ", received_by = '王五'" if guard == "seals_seal_made_before_issued" else ""
    refuses(guard, f"UPDATE seals_seal SET {change}{received} WHERE id = %s", cast.ordered().pk)


def test_a_loss_stays_as_it_was_reported(cast: Cast) -> None:
    seal = cast.issued()
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    for change in ("since = since - interval '1 day'", "reason = 'seal_disputed'"):
        refuses("seals_stop_stays", f"UPDATE seals_stop SET {change} WHERE seal_id = %s", seal.pk)
    refuses("seals_seal_as_issued", "UPDATE seals_seal SET received_by = '王五' WHERE id = %s", seal.pk)


def test_a_seal_belongs_to_its_committee_for_good(cast: Cast) -> None:
    statement = "UPDATE seals_seal SET committee_id = %s WHERE id = %s"
    refuses("seals_seal_stays", statement, PINGTOUCHUAN, cast.issued().pk)


def test_a_stopped_seal_does_not_come_back_by_hand(cast: Cast) -> None:
    seal = cast.issued()
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    refuses("seals_stopped_for_a_reason", "UPDATE seals_seal SET state = 'in_use' WHERE id = %s", seal.pk)


@pytest.mark.clause("H3.2.1c")
def test_nothing_is_handed_out_while_the_old_one_is_out(cast: Cast) -> None:
    old = cast.issued()
    new = replacing(cast)
    refuses("seals_old_collected_first", HANDED_OUT, new.pk)
    actions.stop_seal(seal_id=old.pk, reason="争议", actor=cast.actor("pt_officer"), at=AT)
    refuses("seals_old_collected_first", HANDED_OUT, new.pk)


HANDED_OUT = (
    "UPDATE seals_seal SET state = 'in_use', made_on = '2026-03-02', issued_on = '2026-03-02',"
    " issued_at = now(), received_by = 'x' WHERE id = %s"
)


def replacing(cast: Cast) -> Seal:
    return actions.order_seal(organization_id=LIJIAWAN, reason="磨损", actor=cast.actor("pt_officer"), at=AT)


def test_one_official_seal_in_use(cast: Cast, cast_database: str) -> None:
    """Said by the guard first; so the guard is taken away."""
    insert_one = """INSERT INTO seals_seal (id, committee_id, kind, purpose, name, state, county_code,
        ordered_at, shape, star, material, engraver, police_number, made_on, issued_on, issued_at,
        received_by)
        SELECT gen_random_uuid(), %s, 'official', '', '某村', 'in_use', '620422000000', now(),
               'shape_round', true, '', '', '', '2026-03-02', '2026-03-02', now(), 'x'"""
    with psycopg.connect(harness.owner_url(cast_database)) as owner:
        owner.execute("ALTER TABLE seals_seal DISABLE TRIGGER USER")
        owner.execute(insert_one, [LIJIAWAN])
        with pytest.raises(psycopg.IntegrityError) as refused, owner.transaction():
            owner.execute(insert_one, [LIJIAWAN])
        assert refused.value.diag.constraint_name == "seals_one_official_in_use"
        owner.rollback()


TABLES = "seal custody signingcertificate countyauthority resolution stop collection destruction impression"


@pytest.mark.parametrize("table", TABLES.split())
def test_nothing_is_deleted(cast: Cast, table: str) -> None:
    refuses("permission denied", f"DELETE FROM seals_{table}")


@pytest.mark.clause("H3.2.4a")
def test_custodies_of_a_seal_do_not_overlap(cast: Cast) -> None:
    custody = cast.kept()
    clerk = other_office(cast, custody)
    row = {**row_of("seals_custody", custody.pk), "id": NEW, **clerk}
    refuses("seals_one_custodian", *flat(insert("seals_custody", row)))


def flat(statement: tuple[str, list[object]]) -> tuple[object, ...]:
    return (statement[0], *statement[1])


def other_office(cast: Cast, custody: Custody, who: str = "ljw_clerk") -> dict[str, object]:
    """The clerk holds the office of custodian too, by raw insertion, for the same time."""
    office = row_of("people_appointment", custody.appointment_id)
    for generated in ("capacity", "administers", "lendable", "lent_from_lendable"):
        office.pop(generated, None)
    clerk = cast.person(who).pk
    appointment = "00000000-0000-4000-8000-000000000002"
    statement, values = insert("people_appointment", {**office, "id": appointment, "person_id": clerk})
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    return {"appointment_id": appointment, "person_id": clerk}


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_a_director_gets_no_office_of_custodian_to_keep_a_seal_by(cast: Cast) -> None:
    office = row_of("people_appointment", cast.kept().appointment_id)
    for generated in ("capacity", "administers", "lendable", "lent_from_lendable"):
        office.pop(generated, None)
    change = {"id": NEW, "person_id": cast.person("ljw_deputy").pk}  # the second approver
    refuses("approve_is_not_keep", *flat(insert("people_appointment", {**office, **change})))


def test_a_custody_runs_forward(cast_database: str) -> None:
    """Said by the guard first, for a backward period is no daterange; so the guard is taken away."""
    insert_one = """INSERT INTO seals_custody (id, state, mode, place, valid_from, valid_until, entrusted_on,
        document, county_code, recorded_at, appointment_id, person_id, seal_id)
        SELECT one, 'kept', 'entrustment', '保险柜', date '2026-03-10', date '2026-03-10' + %s,
               date '2026-03-09', '委托书', '620422000000', now(), one, one, one
          FROM gen_random_uuid() AS one"""
    with psycopg.connect(harness.owner_url(cast_database)) as owner:
        owner.execute("ALTER TABLE seals_custody DISABLE TRIGGER USER")
        with pytest.raises(psycopg.IntegrityError) as refused, owner.transaction():
            owner.execute(insert_one, [-1])
        assert refused.value.diag.constraint_name == "seals_custody_runs_forward"
        owner.execute(insert_one, [0])  # whose seal it is, is asked at the end
        owner.rollback()


def test_an_office_carries_the_custody_of_several_seals(cast: Cast) -> None:
    """Of the seal that replaced the lost one too (docs/decisions/0034); one seal's never overlap."""
    custody = cast.kept()
    actions.report_loss(
        seal_id=custody.seal_id, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    next_one = {"id": NEW, "seal_id": cast.issued().pk, "valid_from": AT.date()}
    row = {**row_of("seals_custody", custody.pk), **next_one}
    statement, values = insert("seals_custody", row)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    again = {**row, "id": "00000000-0000-4000-8000-000000000002"}
    refuses("seals_one_custodian", *flat(insert("seals_custody", again)))


def test_a_resolution_carries_one_custody(cast: Cast) -> None:
    """Nor does another custodian keep the next seal by the same vote."""
    custody = actions.appoint_custodian(
        seal_id=cast.issued(HARIGENTU, "as_officer").pk, person_id=cast.person("hrgt_custodian").pk,
        ground=RESOLUTION, place="嘎查委员会保险柜", since=SINCE, actor=cast.actor("hrgt_director"), at=AT,
    )  # fmt: skip
    loser = cast.actor("hrgt_director")
    actions.report_loss(seal_id=custody.seal_id, lost_at=AT, circumstances="被盗", actor=loser, at=AT)
    next_one = {"id": NEW, "seal_id": cast.issued(HARIGENTU, "as_officer").pk, "valid_from": AT.date()}
    row = {**row_of("seals_custody", custody.pk), **other_office(cast, custody, "hrgt_clerk"), **next_one}
    refuses("seals_custody_resolution_id_key", *flat(insert("seals_custody", row)))


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_a_custody_rests_on_the_office_of_its_person(cast: Cast) -> None:
    custody = cast.kept()
    row = {**row_of("seals_custody", custody.pk), "id": NEW}
    director = cast.person("ljw_director").pk
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM people_appointment WHERE person_id = %s AND office = 'director'", [director]
        )
        (office,) = cursor.fetchone()
    for change in (
        {"person_id": director},
        {"person_id": director, "appointment_id": office},
        {"valid_from": date(2026, 3, 9)},  # a day before the office began
    ):
        refuses("seals_custody_rests_on_office", *flat(insert("seals_custody", {**row, **change})))


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_custody_rests_on_office", "person_id = (SELECT id FROM people_person WHERE name = '李国栋')"),
        ("seals_custody_stays", "entrusted_on = '2026-01-01'"),
        ("seals_custody_stays", "document = 'other'"),
        ("seals_custody_stays", "valid_from = valid_from + 1"),
        ("seals_custody_has_a_place", "place = ''"),
        ("seals_custody_place_is_plain", "place = '13800000117'"),
        ("range lower bound", "valid_until = valid_from - 1"),
        ("seals_custody_state_fits", "state = 'closed'"),
        ("seals_custody_state_fits", "state = 'closed', ended_at = now()"),
        ("seals_custody_state_fits", "state = 'closed', valid_until = '2026-11-20'"),
        ("seals_custody_state_fits", "ended_at = now()"),
        ("seals_custody_state_fits", "state = 'lent'"),
        ("seals_custody_stays", "mode = 'nomination_and_vote'"),
    ],
)
def test_a_custody_is_only_ended(cast: Cast, guard: str, change: str) -> None:
    refuses(guard, f"UPDATE seals_custody SET {change} WHERE id = %s", cast.kept().pk)


def test_a_custody_ends_not_ahead(cast: Cast) -> None:
    custody = cast.kept()
    # 2:00 of the 20th in Shanghai is still the 19th in Greenwich
    ended = "UPDATE seals_custody SET state = 'closed', ended_at = '2026-11-19 18:00+00', valid_until = %s"
    refuses("seals_custody_ends_not_ahead", f"{ended} WHERE id = %s", date(2026, 11, 21), custody.pk)
    with connection.cursor() as cursor:
        cursor.execute(f"{ended} WHERE id = %s", (date(2026, 11, 20), custody.pk))
        assert cursor.rowcount == 1


def test_an_ended_custody_is_not_reopened(cast: Cast) -> None:
    custody = cast.kept()
    day = date(2026, 11, 20)
    actions.end_custody(custody_id=custody.pk, on=day, reason="换届", actor=cast.actor("ljw_director"), at=AT)
    refuses("seals_custody_stays", "UPDATE seals_custody SET state = 'kept' WHERE id = %s", custody.pk)


def test_the_agreed_term_runs_forward_and_stays(cast: Cast) -> None:
    custody = cast.kept()
    row = {**row_of("seals_custody", custody.pk), "id": NEW, "term_until": SINCE}
    refuses("seals_custody_term_runs_forward", *flat(insert("seals_custody", row)))
    statement = "UPDATE seals_custody SET term_until = valid_from + 1 WHERE id = %s"
    refuses("seals_custody_as_given", statement, custody.pk)


@pytest.mark.clause("H3.2.4a", "O2.3b")
@pytest.mark.parametrize(
    "change", [{"document": ""}, {"entrusted_on": None}, {"mode": "nomination_and_vote"}, {"mode": "custom"}]
)
def test_a_custody_has_its_ground(cast: Cast, change: dict[str, object]) -> None:
    custody = cast.kept()
    row = row_of("seals_custody", custody.pk)
    refuses("seals_custody_has_its_ground", *flat(insert("seals_custody", {**row, "id": NEW, **change})))


@pytest.mark.clause("O2.3b")
@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_resolution_adds_up", {"votes_for": 21}),
        ("seals_resolution_adds_up", {"eligible": 26}),
        ("seals_resolution_passed", {"majority": 21}),
        ("seals_resolution_passed", {"quorum": 28}),
        ("seals_resolution_passed", {"quorum": 0}),
        ("seals_resolution_passed", {"majority": 0}),
        ("seals_resolution_passed", {"votes_for": 12, "votes_against": 12, "majority": 1}),
        ("seals_resolution_whole", {"minutes": ""}),
        ("seals_resolution_whole", {"article": ""}),
        ("seals_resolution_nominated_first", {"party_nominated_on": date(2026, 3, 10)}),
        ("seals_resolution_nominated_first", {"committee_nominated_on": date(2026, 3, 10)}),
    ],
)
def test_a_vote_that_did_not_pass_is_no_resolution(cast: Cast, guard: str, change: dict[str, object]) -> None:
    row = {name: getattr(RESOLUTION, name) for name in RESOLUTION.__slots__ if "scan" not in name}
    whole = {**row, "id": NEW, "county_code": "150623000000", **change}
    refuses(guard, *flat(insert("seals_resolution", whole)))


def test_a_resolution_is_not_rewritten(cast: Cast) -> None:
    refuses("permission denied", "UPDATE seals_resolution SET votes_for = 27")


def test_only_a_seal_in_use_is_given_into_custody(cast: Cast) -> None:
    custody = cast.kept()
    row = row_of("seals_custody", custody.pk)
    actions.report_loss(
        seal_id=custody.seal_id, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    refuses("seals_custody_of_seal_in_use", *flat(insert("seals_custody", {**row, "id": NEW})))


def stopped(cast: Cast) -> dict[str, object]:
    seal = cast.issued()
    actions.stop_seal(seal_id=seal.pk, reason="争议", actor=cast.actor("pt_officer"), at=AT)
    return row_of("seals_stop", Stop.objects.get(seal=seal).pk)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_stop_reason", {"reason": "bored"}),
        ("seals_stop_runs_forward", {"since": AT + timedelta(seconds=1)}),
        ("seals_stop_of_seal_in_use", {"ended_at": AT}),
    ],
)
def test_a_stop_says_since_when_and_on_what_ground(cast: Cast, guard: str, change: dict[str, object]) -> None:
    row = {**stopped(cast), "id": NEW, "seal_id": issued_at(cast), **change}
    refuses(guard, *flat(insert("seals_stop", row)))


def issued_at(cast: Cast) -> object:
    """Another seal, in use."""
    return cast.issued(HARIGENTU, "as_officer").pk


def test_a_seal_is_stopped_once_at_a_time(cast: Cast) -> None:
    row = {**stopped(cast), "id": NEW}
    refuses("seals_stop_of_seal_in_use", *flat(insert("seals_stop", row)))
    other = issued_at(cast)
    again = {**row, "id": "00000000-0000-4000-8000-000000000003", "seal_id": other}
    with taken_back() as cursor:
        cursor.execute(*insert("seals_stop", {**row, "seal_id": other}))
        refuses("seals_one_stop_at_a_time", *flat(insert("seals_stop", again)))


def test_a_stop_is_ended_once_and_forward(cast: Cast) -> None:
    row = stopped(cast)
    refuses("seals_stop_runs_forward", "UPDATE seals_stop SET ended_at = stopped_at - interval '1 second'")
    actions.restore_seal(seal_id=row["seal_id"], reason="好了", actor=cast.actor("pt_officer"), at=AT)
    refuses("seals_stop_stays", "UPDATE seals_stop SET ended_at = NULL")


@pytest.mark.clause("H3.2.1d")
def test_a_stop_of_an_ended_committee_is_for_good(cast: Cast) -> None:
    row = {**stopped(cast), "id": NEW, "seal_id": issued_at(cast), "reason": "seal_committee_ended"}
    ended = "UPDATE seals_stop SET ended_at = stopped_at WHERE id = %s"
    with taken_back() as cursor:
        cursor.execute(*insert("seals_stop", row))
        cursor.execute("UPDATE seals_seal SET state = 'stopped' WHERE id = %s", [row["seal_id"]])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        refuses("seals_ended_until_lost", f"{ended}; SET CONSTRAINTS seals_ended_until_lost IMMEDIATE", NEW)
        void = {**row, "id": "00000000-0000-4000-8000-000000000003", "reason": "seal_declared_void"}
        cursor.execute(ended, [NEW])
        cursor.execute(*insert("seals_stop", void))
        refuses("seals_ended_for_good", ended, void["id"])
        refuses("seals_ended_until_lost", "SET CONSTRAINTS ALL IMMEDIATE")


def test_a_stop_that_is_over_with_the_seal_stays(cast: Cast) -> None:
    """The doubt about a lost seal is not shortened once it was collected."""
    seal = cast.issued()
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    actions.collect_seal(
        seal_id=seal.pk, collected_on=AT.date(), handed_in_by="李国栋", actor=cast.actor("pt_officer"), at=AT
    )
    refuses("seals_stop_stays", "UPDATE seals_stop SET ended_at = stopped_at WHERE seal_id = %s", seal.pk)


@pytest.mark.clause("H3.2.1b")
def test_a_lost_seal_is_not_restored_beside_its_successor(cast: Cast) -> None:
    seal = cast.issued()
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    cast.ordered()
    with taken_back() as cursor:
        cursor.execute("UPDATE seals_stop SET ended_at = now()")
        refuses("seals_restored_alone", "UPDATE seals_seal SET state = 'in_use' WHERE id = %s", seal.pk)


COLLECTED: dict[str, object] = {"collected_on": ISSUED_ON, "handed_in_by": "李国栋", "recorded_at": AT}
DESTROYED: dict[str, object] = {
    "destroyed_on": ISSUED_ON, "place": "镇政府", "how": "锯断", "first_witness": "甲",
    "second_witness": "乙", "recorded_at": AT,
}  # fmt: skip


@pytest.mark.clause("H3.2.1c")
def test_a_seal_in_use_is_collected_for_its_successor_only(cast: Cast) -> None:
    seal = cast.issued()
    refuses("seals_collected_from_somebody", *flat(insert("seals_collection", {
        **COLLECTED, "seal_id": seal.pk, "handed_in_by": "",
    })))  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(*insert("seals_collection", {**COLLECTED, "seal_id": seal.pk}))
    refuses(
        "seals_collected_for_a_reason",
        "UPDATE seals_seal SET state = 'seal_collected' WHERE id = %s",
        seal.pk,
    )
    refuses("permission denied", "UPDATE seals_collection SET handed_in_by = '王五'")
    actions.stop_seal(seal_id=seal.pk, reason="争议", actor=cast.actor("pt_officer"), at=AT)
    taken = "UPDATE seals_seal SET state = 'seal_collected' WHERE id = %s"
    refuses("seals_disputed_not_kept", taken, seal.pk)
    new = replacing(cast)
    with connection.cursor() as cursor:
        cursor.execute(taken, [seal.pk])
    refuses(
        "seals_successor_is_owed", "UPDATE seals_seal SET state = 'seal_called_off' WHERE id = %s", new.pk
    )


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_destroyed_somewhere", {"place": ""}),
        ("seals_destroyed_somewhere", {"how": ""}),
        ("seals_destroyed_plain", {"place": "13800000117"}),
        ("seals_destroyed_plain", {"how": "锯断，620422195801012345"}),
        ("seals_destroyed_before_two", {"first_witness": ""}),
        ("seals_destroyed_before_two", {"second_witness": ""}),
        ("seals_destroyed_before_two", {"second_witness": "甲"}),
    ],
)
def test_a_seal_is_destroyed_before_two(cast: Cast, guard: str, change: dict[str, object]) -> None:
    seal_id = cast.issued().pk
    replacing(cast)
    actions.collect_seal(
        seal_id=seal_id, collected_on=AT.date(), handed_in_by="李国栋", actor=cast.actor("pt_officer"), at=AT
    )
    refuses(
        "seals_destroyed_by_record", "UPDATE seals_seal SET state = 'seal_destroyed' WHERE id = %s", seal_id
    )
    refuses(guard, *flat(insert("seals_destruction", {**DESTROYED, "seal_id": seal_id, **change})))
    refuses("permission denied", "UPDATE seals_destruction SET place = 'x'")


def test_an_impression_measures_something(cast: Cast) -> None:
    row = {"id": NEW, "seal_id": cast.issued().pk, "taken_id": NEW, "measured_mm": 0, "recorded_at": AT}
    refuses("seals_impression_measured", *flat(insert("seals_impression", row)))
    refuses("permission denied", "UPDATE seals_impression SET measured_mm = 42")


def certificate(cast: Cast) -> dict[str, object]:
    cast.issued()
    return row_of("seals_signingcertificate", SigningCertificate.objects.get(committee_id=LIJIAWAN).pk)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_one_valid_certificate", {"serial": "ab"}),
        ("seals_serial_once", {"committee_id": PINGTOUCHUAN}),
        ("seals_certificate_key_encrypted", {"key_pem": "-----BEGIN PRIVATE KEY-----"}),
        ("seals_certificate_lasts", {"valid_until": AT}),
        ("seals_revoked_after_its_issue", {"revoked_at": AT - timedelta(days=9999)}),
        ("seals_key_lost_is_revoked", {"lost_at": AT}),
        (
            "seals_key_lost_is_revoked",
            {
                "lost_at": AT + timedelta(days=1),
                "revoked_at": AT,
                "serial": "ab",
            },
        ),
    ],
)
def test_a_second_certificate(cast: Cast, guard: str, change: dict[str, object]) -> None:
    row = {**certificate(cast), "id": NEW, **change}
    refuses(guard, *flat(insert("seals_signingcertificate", row)))


def test_a_certificate_is_only_revoked_and_once(cast: Cast) -> None:
    row = certificate(cast)
    refuses(
        "seals_certificate_stays", "UPDATE seals_signingcertificate SET name = 'x' WHERE id = %s", row["id"]
    )
    actions.revoke_signing_certificate(
        certificate_id=row["id"], reason="密钥泄露", actor=cast.actor("pt_officer"), at=AT
    )
    again = "UPDATE seals_signingcertificate SET revoked_at = NULL WHERE id = %s"
    refuses("seals_certificate_stays", again, row["id"])


@pytest.mark.parametrize(
    "guard, change",
    [
        ("seals_one_authority_a_county", {}),
        ("seals_authority_key_encrypted", {"key_pem": "-----BEGIN PRIVATE KEY-----"}),
        ("seals_authority_lasts", {"valid_until": AT, "valid_from": AT}),
    ],
)
def test_a_second_authority(cast: Cast, guard: str, change: dict[str, object]) -> None:
    made = actions.make_county_authority(county_code="620422000000", at=AT)
    row = {**row_of("seals_countyauthority", made.pk), "id": NEW, **change}
    refuses(guard, *flat(insert("seals_countyauthority", row)))


def test_an_authority_is_only_retired(cast: Cast) -> None:
    made = actions.make_county_authority(county_code="620422000000", at=AT)
    refuses("seals_authority_stays", "UPDATE seals_countyauthority SET serial = '1' WHERE id = %s", made.pk)


def test_every_constraint_of_the_models_is_tried_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    declared = {
        constraint.name
        for model in (
            Seal,
            Custody,
            Resolution,
            SigningCertificate,
            CountyAuthority,
            Stop,
            Collection,
            Destruction,
            Impression,
        )
        for constraint in model._meta.constraints
    }
    assert [name for name in sorted(declared) if name not in text] == []
