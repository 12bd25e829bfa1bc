"""A decision changes a county's own lists from its day on; the past stays, higher lists bind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tests.admission.cast import (
    AT,
    BANNER,
    CODE,
    DECIDED,
    HUINING,
    LEAD,
    NEW_YEAR,
    TODAY,
    decide,
    item,
    listed,
    scan,
)
from tests.catalogue.cast import PACKS
from tests.seals.cast import Cast, refused
from zhengyin.catalogue.actions import load_lists
from zhengyin.catalogue.history import difference, history
from zhengyin.catalogue.models import ListDecision, ListDocument, ListEntry, ListVersion
from zhengyin.catalogue.policy.change import Change
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import lines_of

WATER = Change(begun=(item(),))
GACHA = organization_id("committee:150623103203")


@pytest.mark.clause("H2.1c")
def test_what_is_let_in_begins_at_midnight_of_its_day_and_only_there(cast: Cast) -> None:
    (version,) = decide(cast.actor("hn_lead"), WATER)
    assert not listed(CODE, NEW_YEAR - timedelta(days=1)) and listed(CODE, NEW_YEAR)
    assert not listed(CODE, NEW_YEAR, GACHA)
    (line,) = lines_of(version.pk)
    assert (line.kind, line.columns["number"]) == ("list.decided", DECIDED.number)
    assert line.columns["takes_effect_on"] == "2027-01-01" and line.owner == LEAD
    shown = next(one for one in history(HUINING) if one.key == f"own_{HUINING}")
    assert (shown.no, shown.begun, shown.over) == (1, 1, 0) and DECIDED.number in shown.note


@pytest.mark.clause("H2.1c")
def test_what_ends_is_in_force_the_day_before_and_the_past_stays(cast: Cast) -> None:
    actor = cast.actor("hn_lead")
    decide(actor, WATER, replace(DECIDED, takes_effect_on=TODAY))
    later = replace(DECIDED, number="会民发〔2026〕32号（示例）", takes_effect_on=NEW_YEAR)
    decide(actor, Change(ended=(CODE,)), later)
    assert listed(CODE, NEW_YEAR - timedelta(days=1)) and not listed(CODE, NEW_YEAR)
    assert listed(CODE, TODAY) and not listed(CODE, TODAY - timedelta(days=1))
    found = difference(HUINING, f"own_{HUINING}", 1, 2)
    assert [one.code for one in found.ended] == [CODE] and not found.added


def test_an_item_of_a_list_that_came_with_the_pack_ends_on_that_list_and_loading_again_is_nothing(
    cast: Cast,
) -> None:
    (version,) = decide(cast.actor("hn_lead"), Change(ended=("ISS-ZQ-01",)))
    assert (version.document_id, version.no) == ("huining_demonstration", 2)
    assert listed("ISS-ZQ-01", NEW_YEAR - timedelta(days=1)) and not listed("ISS-ZQ-01", NEW_YEAR)
    assert listed("ISS-XY-07", NEW_YEAR)  # what else stands there stays
    assert load_lists(PACKS / "huining", AT) == ()


def test_an_item_that_is_changed_says_the_new_from_its_day_on(cast: Cast) -> None:
    actor = cast.actor("hn_lead")
    decide(actor, WATER, replace(DECIDED, takes_effect_on=TODAY))
    decide(actor, Change(begun=(item(valid_days=30),)), replace(DECIDED, number="会民发〔2026〕32号（示例）"))
    (found,) = difference(HUINING, f"own_{HUINING}", 1, 2).changed
    assert found.name == item().name


@pytest.mark.clause("H2.1c")
def test_nothing_is_dated_back(cast: Cast) -> None:
    """The document took effect a week ago; the list says so from today on only."""
    early = replace(
        DECIDED,
        reviewed_on=date(2026, 11, 1),
        issued_on=date(2026, 11, 2),
        takes_effect_on=date(2026, 11, 13),
    )
    (version,) = decide(cast.actor("hn_lead"), WATER, early)
    assert version.takes_effect_on == TODAY and not listed(CODE, TODAY - timedelta(days=1))
    assert version.decision is not None and version.decision.takes_effect_on == date(2026, 11, 13)


def test_what_a_decision_with_a_last_day_brings_ends_by_itself(cast: Cast) -> None:
    decide(cast.actor("hn_lead"), WATER, replace(DECIDED, valid_until=date(2027, 3, 31)))
    assert listed(CODE, date(2027, 3, 31)) and not listed(CODE, date(2027, 4, 1))


@pytest.mark.clause("H3.1e")
def test_an_emergency_has_a_list_of_its_own_and_an_end(cast: Cast) -> None:
    now = replace(DECIDED, takes_effect_on=TODAY, valid_until=TODAY + timedelta(days=30))
    (version,) = decide(cast.actor("hn_lead"), WATER, now, emergency=True)
    assert version.document_id == f"emergency_{HUINING}" and "应急" in version.document.title
    assert listed(CODE, TODAY + timedelta(days=30)) and not listed(CODE, TODAY + timedelta(days=31))


@pytest.mark.parametrize(
    "decided, change, said, codes",
    [
        ({}, Change(), {}, ("change_empty",)),
        ({"number": " "}, WATER, {}, ("decision_piece_missing",)),
        ({"signed_by": ""}, WATER, {}, ("decision_piece_missing",)),
        ({"reviewed_by": ""}, WATER, {}, ("decision_piece_missing",)),
        ({}, WATER, {"scan_id": None}, ("decision_not_scanned",)),
        ({"reviewed_on": TODAY + timedelta(days=1)}, WATER, {}, ("decision_days_backward",)),
        ({"issued_on": TODAY + timedelta(days=1)}, WATER, {}, ("decision_not_issued_yet",)),
        ({"takes_effect_on": TODAY - timedelta(days=1)}, WATER, {}, ("decision_days_backward",)),
        ({"valid_until": NEW_YEAR - timedelta(days=1)}, WATER, {}, ("decision_over",)),
        ({"valid_until": NEW_YEAR}, WATER, {}, ()),
        ({}, WATER, {"emergency": True}, ("emergency_without_end",)),
        ({}, Change(ended=("PRO-01-01",)), {}, ("not_on_own_list",)),
        ({}, Change(begun=(item(name="婚姻状况证明"),)), {}, ("higher_list_forbids",)),
        ({}, Change(begun=(item(aliases=["无犯罪记录证明"]),)), {}, ("higher_list_forbids",)),
        ({}, Change(begun=(item(guide={**item().guide.model_dump(), "time_limit": "待核"}),)), {}, ("guide_unfilled",)),  # type: ignore[union-attr]
    ],
)  # fmt: skip
@pytest.mark.clause("H2.1a", "O2.2a", "O3.2a")
def test_refused(
    cast: Cast, decided: dict[str, object], change: Change, said: dict[str, object], codes: tuple[str, ...]
) -> None:
    before = ListVersion.objects.count()
    if codes:
        with refused(*codes):
            decide(cast.actor("hn_lead"), change, replace(DECIDED, **decided), **said)  # type: ignore[arg-type]
        assert ListVersion.objects.count() == before and not ListDecision.objects.exists()
    else:
        decide(cast.actor("hn_lead"), change, replace(DECIDED, **decided), **said)  # type: ignore[arg-type]


def test_one_number_decides_once_and_nothing_overtakes_a_version(cast: Cast) -> None:
    actor = cast.actor("hn_lead")
    decide(actor, WATER)
    with refused("decision_number_taken", "entry_begins_that_day"):
        decide(actor, Change(ended=(CODE,)))
    other = replace(
        DECIDED, number="会民发〔2026〕32号（示例）", takes_effect_on=NEW_YEAR - timedelta(days=1)
    )
    with refused("decision_before_version"):
        decide(actor, Change(begun=(item(code="ISS-HN-02", name="别的"),)), other)


@pytest.mark.parametrize("key", ["hn_lead", "pt_officer", "ljw_director"])
def test_nobody_but_the_lead_body_of_the_county_decides(cast: Cast, key: str) -> None:
    county = BANNER if key == "hn_lead" else HUINING
    with refused("wrong_office"):
        decide(cast.actor(key), WATER, county_code=county)


def test_the_database_keeps_decisions_and_the_past(cast: Cast) -> None:
    """Raw SQL as the application's role."""
    (version,) = decide(cast.actor("hn_lead"), WATER)
    for statement, told in (
        ("UPDATE catalogue_listdecision SET title = '别的'", "permission denied"),
        ("DELETE FROM catalogue_listdecision", "permission denied"),
        (
            "INSERT INTO catalogue_listversion (id, no, takes_effect_on, digest, note, recorded_at, document_id,"
            " decision_id) SELECT gen_random_uuid(), 9, date '2026-11-19', digest, note, recorded_at,"
            f" document_id, decision_id FROM catalogue_listversion WHERE id = '{version.pk}'",
            "catalogue_version_decided",
        ),
        (
            "INSERT INTO catalogue_listversion (id, no, takes_effect_on, digest, note, recorded_at, document_id,"
            " decision_id) SELECT gen_random_uuid(), 9, takes_effect_on, digest, note, recorded_at,"
            f" 'ordos_demonstration', decision_id FROM catalogue_listversion WHERE id = '{version.pk}'",
            "catalogue_version_decided",
        ),
    ):
        with pytest.raises(DatabaseError, match=told), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert (
        ListEntry.objects.get(code=CODE).demonstration
        and ListDocument.objects.filter(key=f"own_{HUINING}").exists()
    )
    assert ListDecision.objects.get().scan_id and scan()
