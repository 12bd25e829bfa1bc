"""The township hands the seal over."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.seals.cast import (
    AT,
    HUINING,
    ISSUED_ON,
    LIJIAWAN,
    PINGTOUCHUAN_TOWN,
    TODAY,
    Cast,
    last_line,
    refused,
)
from zhengyin.documents import files
from zhengyin.people.offices import Office
from zhengyin.regions.actions import confirm_legal_name
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Seal, SigningCertificate


def issue(cast: Cast, seal: Seal, who: str = "pt_officer", **change: object) -> Seal:
    values: dict[str, object] = {
        "made_on": ISSUED_ON,
        "issued_on": ISSUED_ON,
        "received_by": " 李国栋",
        **change,
    }
    return actions.issue_seal(seal_id=seal.pk, actor=cast.actor(who), at=AT, **values)  # type: ignore[arg-type]


@pytest.fixture
def seal(cast: Cast) -> Seal:
    """One being engraved, in a county that has its authority."""
    actions.make_county_authority(county_code=HUINING, at=AT)
    return cast.ordered()


@pytest.mark.clause("H3.2.1a")
def test_the_own_township_issues_and_leaves_a_line(cast: Cast, seal: Seal) -> None:
    issue(cast, seal)
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.in_use and card.custodian_id is None
    line = last_line(seal.pk)
    assert (line.kind, line.owner, line.person_name) == (
        "seal.issued",
        LIJIAWAN,
        cast.actor("pt_officer").name,
    )
    assert line.columns["received_by"] == "李国栋"


def test_the_signing_certificate_comes_with_the_seal(cast: Cast, seal: Seal) -> None:
    issue(cast, seal)
    certificate = SigningCertificate.objects.get(committee_id=LIJIAWAN)
    assert last_line(certificate.pk).kind == "signing_certificate.issued"
    assert "ENCRYPTED" in certificate.key_pem


def test_a_second_seal_keeps_the_certificate(cast: Cast, seal: Seal) -> None:
    issue(cast, seal)
    actions.report_loss(
        seal_id=seal.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    issue(cast, cast.ordered(), issued_on=TODAY)
    assert SigningCertificate.objects.filter(committee_id=LIJIAWAN).count() == 1


@pytest.mark.parametrize(
    "who, reason",
    [("hs_officer", "another_township"), ("ljw_director", "wrong_office"), ("hn_lead", "wrong_office")],
)
@pytest.mark.clause("H3.2.1a")
def test_nobody_else_issues(cast: Cast, seal: Seal, who: str, reason: str) -> None:
    with refused(reason):
        issue(cast, seal, who)


def test_issuing_twice_is_refused(cast: Cast, seal: Seal) -> None:
    issue(cast, seal)
    with refused("wrong_state"):
        issue(cast, seal)


def test_every_reason_is_given_at_once(cast: Cast, seal: Seal) -> None:
    with refused("issue_days_out_of_order", "receiver_missing"):
        issue(cast, seal, issued_on=TODAY + timedelta(days=1), received_by="")


def test_without_the_countys_authority_nothing_is_issued(cast: Cast) -> None:
    ordered = cast.ordered()
    with refused("county_authority_missing"):
        issue(cast, ordered)


def test_a_seal_under_an_old_name_is_made_again(cast: Cast, seal: Seal) -> None:
    officer = cast.actor("pt_officer")
    confirm_legal_name(
        committee_id=LIJIAWAN,
        legal_name="会宁县平头川镇李家湾新村村民委员会",
        uscc="54620422DEM0000015",
        certificate_file=None,
        signature=officer.signature(Office.TOWNSHIP),
        signing_for=PINGTOUCHUAN_TOWN,
        at=AT,
    )
    with refused("seal_has_another_name"):
        issue(cast, seal)


def test_the_impression_is_kept_and_its_digest_stands_in_the_line(cast: Cast, seal: Seal) -> None:
    scan = files.put(
        data=b"\x89PNG", content_type="image/png", purpose="impression", owner=LIJIAWAN,
        county_code=HUINING, at=AT,
    )  # fmt: skip
    assert issue(cast, seal, impression_id=scan.pk).impression == scan
    assert last_line(seal.pk).document_digest == scan.sha256


def test_an_unknown_seal_is_none_of_ours(cast: Cast) -> None:
    with pytest.raises(Seal.DoesNotExist):
        actions.issue_seal(
            seal_id=UUID(int=1),
            made_on=date(2026, 1, 1),
            issued_on=date(2026, 1, 1),
            received_by="李国栋",
            actor=cast.actor("pt_officer"),
            at=AT,
        )
