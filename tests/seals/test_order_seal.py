"""The township has a seal engraved."""

from uuid import UUID, uuid4

import pytest

from tests.seals.cast import (
    AT,
    LIJIAWAN,
    PACKS,
    PINGTOUCHUAN_TOWN,
    VIRTUAL,
    Cast,
    kinds_of,
    last_line,
    refused,
)
from zhengyin.people.actor import Actor, Held
from zhengyin.people.offices import Office
from zhengyin.regions.actions import confirm_legal_name, install, load_pack
from zhengyin.regions.models import Committee
from zhengyin.seals import actions
from zhengyin.seals.workflow import SealState

UNCONFIRMED = "会宁县平头川镇李家湾村民委员会"  # in demonstration the statistics' name will do
NAME = "会宁县平头川镇李家湾村村民委员会"


def officer_of(organization_id: UUID) -> Actor:
    """A township officer as an installation without accounts knows one."""
    township = Committee.objects.get(pk=organization_id).township_id
    return Actor(uuid4(), "杨振华", None, frozenset({Held(Office.TOWNSHIP, township)}))


@pytest.mark.clause("H3.2.1a")
def test_the_own_township_orders_and_leaves_a_line(cast: Cast) -> None:
    seal = cast.ordered()
    assert (seal.state, seal.name) == (SealState.ENGRAVING, UNCONFIRMED)
    line = last_line(seal.pk)
    assert (line.kind, line.book, line.owner, line.office) == ("seal.ordered", "seals", LIJIAWAN, "township")
    assert line.columns == {"seal": UNCONFIRMED, "kind": "公章"}


@pytest.mark.parametrize(
    "who, reason",
    [
        ("hs_officer", "another_township"),
        ("as_officer", "another_township"),  # of another county
        ("ljw_director", "wrong_office"),
        ("hn_lead", "wrong_office"),
    ],
)
@pytest.mark.clause("H3.2.1a")
def test_nobody_else_orders(cast: Cast, who: str, reason: str) -> None:
    with refused(reason):
        actions.order_seal(organization_id=LIJIAWAN, actor=cast.actor(who), at=AT)


def test_ordering_twice_is_refused(cast: Cast) -> None:
    cast.ordered()
    with refused("seal_already_there"):
        cast.ordered()


def test_one_in_use_stands_in_the_way_too(cast: Cast) -> None:
    cast.issued()
    with refused("seal_already_there"):
        cast.ordered()


def test_a_lost_seal_does_not_stand_in_the_way(cast: Cast) -> None:
    seal = cast.issued()
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    assert kinds_of(cast.ordered().pk) == ["seal.ordered"]


@pytest.mark.clause("H3.2.1a")
def test_a_virtual_community_never_has_a_seal(cast: Cast) -> None:
    with refused("virtual_community_never_issues"):
        actions.order_seal(organization_id=VIRTUAL, actor=officer_of(VIRTUAL), at=AT)


@pytest.mark.clause("H3.2.1a")
def test_outside_demonstration_the_legal_name_comes_first(db: None) -> None:
    install(demonstration=False, at=AT)
    load_pack(PACKS / "huining", AT)
    officer = officer_of(LIJIAWAN)
    with refused("legal_name_not_confirmed"):
        actions.order_seal(organization_id=LIJIAWAN, actor=officer, at=AT)
    confirm_legal_name(
        committee_id=LIJIAWAN,
        legal_name=NAME,
        uscc="54620422DEM0000015",
        certificate_file=officer.person_id,
        signature=officer.signature(Office.TOWNSHIP),
        signing_for=PINGTOUCHUAN_TOWN,
        at=AT,
    )
    assert actions.order_seal(organization_id=LIJIAWAN, actor=officer, at=AT).name == NAME
