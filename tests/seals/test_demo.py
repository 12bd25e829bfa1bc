"""The demonstration's seals: recorded acts, both modes, loading twice changes nothing."""

import pytest

from tests.seals.cast import AT, HARIGENTU, LIJIAWAN, PINGTOUCHUAN, TODAY, Cast, kinds_of
from zhengyin.registers.queries import counts
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Seal
from zhengyin.shared.refusal import Refused


def load(cast: Cast) -> list[int]:
    return [actions.load_demo_seals(demo=demo, at=AT) for demo in cast.demos.values()]


def test_every_committee_of_the_cast_gets_its_seal_and_its_custodian(cast: Cast) -> None:
    assert load(cast) == [len(demo.committees) for demo in cast.demos.values()]
    card = queries.seal_of(PINGTOUCHUAN, TODAY)
    assert card is not None and card.in_custody_of(cast.person("ptc_clerk").pk)
    assert card.place == "村委会办公室铁皮柜（示例）"


def test_each_place_appoints_in_its_own_way(cast: Cast) -> None:
    load(cast)
    found = {}
    for committee in (LIJIAWAN, HARIGENTU):
        card = queries.seal_of(committee, TODAY)
        assert card is not None and card.custody_id is not None
        found[committee] = kinds_of(card.custody_id)
    assert found == {LIJIAWAN: ["custody.entrusted"], HARIGENTU: ["custody.decided"]}


def test_loading_twice_changes_nothing(cast: Cast) -> None:
    load(cast)
    before = counts(owner=LIJIAWAN, book="seals", year=2026)
    assert load(cast) == [0, 0]
    assert counts(owner=LIJIAWAN, book="seals", year=2026) == before


def test_a_real_database_gets_no_seal_of_a_cast(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhengyin.seals.actions.demo.is_demonstration", lambda: False)
    with pytest.raises(Refused, match="not_a_demonstration"):
        load(cast)
    assert not Seal.objects.exists()
