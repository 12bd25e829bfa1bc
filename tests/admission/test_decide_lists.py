"""A decision changes a county's own lists from its day on; the past stays, higher lists bind."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import transaction

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
)
from tests.admission.paper import ITEM
from tests.catalogue.cast import PACKS
from tests.certificates.attempts import execute, refuses
from tests.seals.cast import Cast, refused
from zhengyin.catalogue.actions import load_lists
from zhengyin.catalogue.history import difference, history
from zhengyin.catalogue.models import ListDecision, ListDocument, ListEntry, ListVersion
from zhengyin.catalogue.policy.change import Change
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import lines_of

GUIDE = ITEM["guide"]
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


@pytest.mark.clause("H2.1c")
@pytest.mark.parametrize("no", [2, 3])
def test_a_pack_does_not_bring_back_what_a_decision_ended(cast: Cast, tmp_path: Path, no: int) -> None:
    """Near miss: without a decision since, the same file is the next version."""
    (tmp_path / "lists").mkdir()
    for source in (PACKS / "huining" / "lists").glob("*.yaml"):
        text = source.read_text(encoding="utf-8")
        if "key: huining_demonstration" in text:
            text, found = re.subn(r"no: 1\b", f"no: {no}", text, count=1)
            text, dated = re.subn(r"takes_effect_on: [0-9-]+", "takes_effect_on: 2027-06-01", text, count=1)
            assert found and dated
        (tmp_path / "lists" / source.name).write_text(text, encoding="utf-8")
    with transaction.atomic():
        (version,) = load_lists(tmp_path, AT)
        assert (version.document_id, version.no) == ("huining_demonstration", no)
        transaction.set_rollback(True)
    decide(cast.actor("hn_lead"), Change(ended=("ISS-ZQ-01",)))
    with refused("list_decided_since"):
        load_lists(tmp_path, AT)
    assert not listed("ISS-ZQ-01", date(2027, 6, 1))


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
        ({}, Change(begun=(item(guide={**GUIDE, "time_limit": "待核"}),)), {}, ("guide_unfilled",)),
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


ANOTHER = """
INSERT INTO catalogue_listversion
    (id, no, takes_effect_on, digest, note, recorded_at, document_id, decision_id)
SELECT gen_random_uuid(), 9, {day}, digest, note, recorded_at, {document}, {decision}
FROM catalogue_listversion WHERE document_id = 'own_620422000000' LIMIT 1
"""
SAME = {"day": "takes_effect_on", "document": "document_id", "decision": "decision_id"}


@pytest.mark.clause("H2.1c")
@pytest.mark.parametrize(
    "statement, told",
    [
        ("UPDATE catalogue_listdecision SET title = '别的'", "permission denied"),
        ("DELETE FROM catalogue_listdecision", "permission denied"),
        (ANOTHER.format(**SAME), ""),  # the good one
        (ANOTHER.format(**SAME | {"day": "takes_effect_on - 1"}), "catalogue_version_decided"),
        (ANOTHER.format(**SAME | {"day": "date '2026-11-19'"}), "catalogue_version_decided"),
        (ANOTHER.format(**SAME | {"document": "'ordos_demonstration'"}), "catalogue_version_decided"),
        (ANOTHER.format(**SAME | {"document": "'huining_demonstration'"}), ""),
        (ANOTHER.format(**SAME | {"decision": "NULL"}), "catalogue_version_decided"),
        (ANOTHER.format(**SAME | {"document": "'huining_demonstration'", "decision": "NULL"}), ""),
    ],
)
def test_the_database_keeps_decisions_and_the_past(cast: Cast, statement: str, told: str) -> None:
    """Raw SQL as the application's role. A pack's list needs no decision, a county's own does."""
    decide(cast.actor("hn_lead"), WATER)
    if told:
        refuses(told, statement)
    else:
        execute(statement)


DECISION = """
INSERT INTO catalogue_listdecision (id, county_code, number, title, issued_by, signed_by, reviewed_by,
    reviewed_on, filing_number, issued_on, takes_effect_on, valid_until, emergency, recorded_at,
    recorded_by_id, scan_id)
SELECT gen_random_uuid(), county_code, {number}, {title}, issued_by, {signed_by}, {reviewed_by},
    {reviewed_on}, filing_number, {issued_on}, takes_effect_on, {valid_until}, {emergency}, recorded_at,
    recorded_by_id, {scan_id}
FROM catalogue_listdecision
"""
KEPT = {
    "number": "'又一号'", "valid_until": "NULL", "emergency": "false",
    **{name: name for name in ("title", "signed_by", "reviewed_by", "reviewed_on", "issued_on", "scan_id")},
}  # fmt: skip


@pytest.mark.clause("H2.1c", "H3.1e")
@pytest.mark.parametrize(
    "change, told",
    [
        ({}, ""),
        ({"number": "number"}, "list_decision_number_once"),
        ({"number": "''"}, "list_decision_is_whole"),
        ({"title": "''"}, "list_decision_is_whole"),
        ({"signed_by": "''"}, "list_decision_is_whole"),
        ({"reviewed_by": "''"}, "list_decision_is_whole"),
        ({"scan_id": "NULL"}, "scan_id"),
        ({"reviewed_on": "issued_on + 1"}, "list_decision_runs_forward"),
        ({"issued_on": "takes_effect_on"}, ""),
        ({"issued_on": "takes_effect_on + 1"}, "list_decision_runs_forward"),
        ({"valid_until": "takes_effect_on"}, ""),
        ({"valid_until": "takes_effect_on - 1"}, "list_decision_runs_forward"),
        ({"emergency": "true"}, "list_decision_emergency_ends"),
        ({"emergency": "true", "valid_until": "takes_effect_on + 30"}, ""),
    ],
)
def test_a_decision_is_whole(cast: Cast, change: dict[str, str], told: str) -> None:
    decide(cast.actor("hn_lead"), WATER)
    statement = DECISION.format(**KEPT | change)
    if told:
        refuses(told, statement)
    else:
        execute(statement)


def test_what_a_demonstration_decides_is_marked_so(cast: Cast) -> None:
    decide(cast.actor("hn_lead"), WATER)
    entry = ListEntry.objects.get(code=CODE)
    assert entry.demonstration and entry.content["found_in"]
    document = ListDocument.objects.get(key=f"own_{HUINING}")
    assert document.demonstration and "示例" in document.title
