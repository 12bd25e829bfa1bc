"""Who reads which seal; the township's inventory."""

import pytest

from tests.seals.cast import (
    AT,
    HARIGENTU,
    HUISHIMEN,
    LIJIAWAN,
    PINGTOUCHUAN,
    PINGTOUCHUAN_TOWN,
    TODAY,
    Cast,
)
from zhengyin.regions.models import Committee
from zhengyin.seals import actions, queries
from zhengyin.seals.workflow import SealState

EVERYWHERE = {
    LIJIAWAN: "pt_officer",
    PINGTOUCHUAN: "pt_officer",
    HUISHIMEN: "hs_officer",
    HARIGENTU: "as_officer",
}


@pytest.mark.parametrize(
    "who, sees",
    [
        ("ljw_director", {LIJIAWAN}),
        ("ljw_clerk", {LIJIAWAN}),
        ("ljw_custodian", {LIJIAWAN}),
        ("ljw_supervisor", {LIJIAWAN}),
        ("ptc_director", {PINGTOUCHUAN}),
        ("pt_officer", {LIJIAWAN, PINGTOUCHUAN}),
        ("hs_officer", {HUISHIMEN}),
        ("hn_lead", {LIJIAWAN, PINGTOUCHUAN, HUISHIMEN}),
        ("od_lead", {HARIGENTU}),
        ("hn_system", set()),
        ("hn_auditor", set()),  # reads by an access letter's scope, which comes with that room
    ],
)
def test_everybody_sees_the_own_ones(cast: Cast, who: str, sees: set[object]) -> None:
    for committee, officer in EVERYWHERE.items():
        cast.issued(committee, officer)
    assert set(queries.visible_to(cast.actor(who)).values_list("committee_id", flat=True)) == sees


def test_a_township_sees_each_of_its_committees(cast: Cast) -> None:
    cast.kept()
    cast.ordered(PINGTOUCHUAN)
    rows = {row.organization_id: row for row in queries.township_inventory(PINGTOUCHUAN_TOWN, TODAY)}
    assert len(rows) == Committee.objects.filter(township_id=PINGTOUCHUAN_TOWN, issuer=True).count() > 2
    seals = {committee: row.seal for committee, row in rows.items() if row.seal}
    assert {committee: seal.state for committee, seal in seals.items()} == {
        LIJIAWAN: SealState.IN_USE,
        PINGTOUCHUAN: SealState.ENGRAVING,
    }
    assert seals[LIJIAWAN].custodian == "张建平"


def test_the_inventory_asks_few_questions(cast: Cast, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    cast.kept()
    with django_assert_max_num_queries(4):
        queries.township_inventory(PINGTOUCHUAN_TOWN, TODAY)


def test_a_committee_without_a_seal(cast: Cast) -> None:
    assert queries.seal_of(LIJIAWAN, TODAY) is None


def test_the_seal_in_use_comes_before_a_stopped_one(cast: Cast) -> None:
    first = cast.issued()
    actions.report_loss(
        seal_id=first.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and (card.id, card.state) == (first.pk, SealState.STOPPED)
    second = cast.issued()
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and (card.id, card.in_use) == (second.pk, True)
