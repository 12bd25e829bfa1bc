"""The township has a seal engraved."""

from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from tests.seals.cast import (
    AT,
    LIJIAWAN,
    PACKS,
    PINGTOUCHUAN_TOWN,
    TODAY,
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
from zhengyin.seals.kinds import SealKind, Shape
from zhengyin.seals.models import Seal
from zhengyin.seals.queries import seal_of
from zhengyin.seals.specification import Specification
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
    assert line.columns == {
        "seal": UNCONFIRMED, "kind": "公章", "shape": "圆形", "diameter": "待核", "star": "中央刊五角星",
        "second_script": "", "material": "", "engraver": "", "police_number": "", "replaces": "",
    }  # fmt: skip


def test_the_specification_stands_in_the_line(cast: Cast) -> None:
    said = Specification(Shape.OVAL, Decimal("42.0"), False, "铜", "会宁县刻字社", "6204220001234")
    seal = actions.order_seal(
        organization_id=LIJIAWAN, specification=said, actor=cast.actor("pt_officer"), at=AT
    )
    columns = last_line(seal.pk).columns
    assert (columns["shape"], columns["diameter"], columns["star"]) == ("椭圆形", "42.0毫米", "不刊五角星")
    assert (columns["material"], columns["engraver"]) == ("铜", "会宁县刻字社")
    assert (seal.police_number, seal.diameter_mm) == ("6204220001234", Decimal("42.0"))


@pytest.mark.parametrize("diameter", ["9.9", "60.1", "4.2"])
def test_a_diameter_nobody_means(cast: Cast, diameter: str) -> None:
    said = Specification(diameter_mm=Decimal(diameter))
    with refused("diameter_unbelievable"):
        actions.order_seal(
            organization_id=LIJIAWAN, specification=said, actor=cast.actor("pt_officer"), at=AT
        )


def special(cast: Cast, purpose: str) -> Seal:
    return actions.order_seal(
        organization_id=LIJIAWAN,
        kind=SealKind.SPECIAL,
        purpose=purpose,
        actor=cast.actor("pt_officer"),
        at=AT,
    )


def test_a_special_seal_names_its_purpose_and_certifies_nothing(cast: Cast) -> None:
    cast.issued()
    seal = special(cast, "档案专用章")
    assert (seal.name, seal.purpose) == (f"{UNCONFIRMED}档案专用章", "档案专用章")
    issued = actions.issue_seal(
        seal_id=seal.pk, made_on=TODAY, issued_on=TODAY, received_by="李国栋",
        actor=cast.actor("pt_officer"), at=AT,
    )  # fmt: skip
    assert issued.state == SealState.IN_USE
    card = seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.name == UNCONFIRMED
    special(cast, "证明专用章")
    with refused("seal_already_there"):
        special(cast, "证明专用章")


@pytest.mark.parametrize(
    "purpose, reason",
    [
        ("", ["special_purpose_missing"]),
        ("专用章", ["special_purpose_missing"]),
        ("档案章", ["special_purpose_missing"]),
        ("党支部专用章", ["seal_of_another_body"]),
        ("合作社专用章", ["seal_of_another_body"]),
        ("村务监督专用章", ["seal_of_another_body"]),
        ("财务专用章", ["seal_of_another_body"]),
    ],
)
def test_seals_of_others_do_not_belong_here(cast: Cast, purpose: str, reason: list[str]) -> None:
    with refused(*reason):
        special(cast, purpose)


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
    with refused("replacement_reason_missing"):
        cast.ordered()


@pytest.mark.clause("H3.2.1b")
def test_a_lost_seal_does_not_stand_in_the_way(cast: Cast) -> None:
    seal = cast.issued()
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    new = cast.ordered()
    assert kinds_of(new.pk) == ["seal.reissue_ordered"]
    assert new.replaces == seal


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
