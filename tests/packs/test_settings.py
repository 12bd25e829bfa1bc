"""What the packs of the two places decide, and where each value comes from."""

from datetime import date
from pathlib import Path

import pytest

from zhengyin.regions.packs import Settings, load_demo, read_pack
from zhengyin.regions.packs.settings import (
    OWN_DEFAULT,
    CustodianAppointment,
    NeitherListPrivate,
    ProhibitedItems,
    PublicInterestLocks,
    Standing,
    TelephoneKind,
)

PACKS = Path(__file__).resolve().parents[2] / "packs"
BANNER = "150623000000"


@pytest.fixture(scope="module")
def huining() -> Settings:
    return read_pack(PACKS / "huining").settings["620422000000"]


@pytest.fixture(scope="module")
def ordos() -> Settings:
    return read_pack(PACKS / "ordos").settings[BANNER]


@pytest.mark.clause("H3.1c")
def test_huining_certifies_truthfully_in_exception(huining):
    assert huining.rules.prohibited_items is ProhibitedItems.TRUTHFUL_EXCEPTION
    assert huining.rules.neither_list_private is NeitherListPrivate.DISCRETIONARY
    assert huining.rules.public_interest_locks is PublicInterestLocks.SEAL
    assert huining.rules.custodian_appointment is CustodianAppointment.ENTRUSTMENT


@pytest.mark.clause("O3.1a")
def test_ordos_stops_from_the_first_day_of_2021(ordos):
    assert ordos.rules.prohibited_items is ProhibitedItems.STOP
    assert ordos.rules.prohibited_items_from == date(2021, 1, 1)
    assert ordos.rules.neither_list_private is NeitherListPrivate.NO
    assert ordos.rules.public_interest_locks is PublicInterestLocks.APPROVE
    assert ordos.rules.custodian_appointment is CustodianAppointment.NOMINATION_AND_VOTE


def test_no_place_lets_the_director_approve_his_own_handling(huining, ordos):
    assert [one.rules.director_approves_own_handling for one in (huining, ordos)] == [False, False]


def test_refusals_cite_the_national_document_and_never_a_draft_or_a_copy(huining, ordos):
    for settings in (huining, ordos):
        assert "民发〔2020〕20号" in settings.documents[settings.refusals_cite].in_words
        for document in settings.documents.values():
            assert document.citable is (document.standing is Standing.IN_FORCE)


def test_every_rule_and_number_names_its_source(huining, ordos):
    for settings in (huining, ordos):
        named = {
            *settings.rules.model_dump(),
            *settings.numbers.model_dump(),
            *settings.number_words.model_dump(),
            *settings.archive.model_dump(),
        }
        assert set(settings.sources) == named
        assert set(settings.sources.values()) <= {OWN_DEFAULT, *settings.documents}
        assert settings.sources["repeat_notice_days"] == OWN_DEFAULT


def test_words_of_the_places(huining, ordos):
    assert (huining.words.group, huining.words.county) == ("社（村民小组）", "县")
    assert (ordos.words.township, ordos.words.county) == ("苏木乡镇（街道）", "旗")
    assert ordos.words.director_of_gacha == "嘎查达"
    assert read_pack(PACKS / "ordos").settings["150602000000"].words.county == "区"


def test_office_lines_only_as_printed(huining, ordos):
    assert len([one for one in huining.telephones if one.kind is not TelephoneKind.FAX]) == 7
    assert {one.number for one in ordos.telephones} == {"0477-8588231", "0477-8588228", "0477-8588223"}


def test_who_leads_is_dated(huining):
    assert huining.lead_body_on(date(2026, 11, 21)).name == "会宁县民政局"
    assert huining.lead_body_on(date(1999, 1, 1)).name == "会宁县民政局"


@pytest.mark.parametrize(
    ("pack", "mode"), [("huining", "custodian_by_entrustment"), ("ordos", "custodian_by_vote")]
)
def test_the_cast_has_the_three_committees(pack, mode):
    demo = load_demo(PACKS / pack)
    assert len(demo.committees) == 3
    assert all(getattr(one, mode) for one in demo.committees)
    offices = [(person.key, held.office, held.at) for person in demo.persons for held in person.offices]
    for one in demo.committees:
        held = {(office, key) for key, office, at in offices if at == f"committee:{one.code}"}
        keeping = {key for office, key in held if office == "custodian"}
        approving = {key for office, key in held if office in ("director", "second_approver")}
        assert keeping and not keeping & approving
        assert {"handler", "director", "supervision_committee", "party_organization"} <= {o for o, _ in held}
    names = {office for _, office, _ in offices}
    assert {"township", "county_lead", "auditor", "system_administrator", "security_administrator",
            "audit_administrator"} <= names  # fmt: skip


@pytest.mark.parametrize("pack", ["huining", "ordos"])
def test_in_the_small_committee_one_man_leads_both_and_the_clerk_keeps_the_seal(pack):
    demo = load_demo(PACKS / pack)
    small = f"committee:{demo.committees[1].code}"
    held = [{h.office for h in person.offices if h.at == small} for person in demo.persons]
    assert {"director", "party_organization"} in held
    assert {"handler", "custodian"} in held
