"""A county's authority and the committees' certificates under it."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.documents.conftest import FROM, PASSPHRASE, UNTIL, County
from zhengyin.documents.authority import issue_committee_certificate, make_county_authority


def loaded(pem: bytes) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem)


def organization(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value)


def test_a_committee_stands_under_its_full_legal_name_marked_in_demonstration(county: County) -> None:
    certificate = loaded(county.committee.certificate_pem)
    assert organization(certificate) == "会宁县平头川镇李家湾村村民委员会（示例）"
    certificate.verify_directly_issued_by(loaded(county.authority.certificate_pem))
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)


def test_the_name_is_unmarked_outside_demonstration_and_may_be_long() -> None:
    made = make_county_authority(
        name="某" * 60, code="1", demonstration=False, valid_from=FROM, valid_until=UNTIL, passphrase=b"x"
    )
    assert organization(loaded(made.certificate_pem)) == "某" * 60


def test_keys_leave_only_encrypted(county: County) -> None:
    assert b"ENCRYPTED" in county.committee.key_pem and b"ENCRYPTED" in county.authority.key_pem
    with pytest.raises(ValueError, match=r"password|decrypt"):
        serialization.load_pem_private_key(county.committee.key_pem, b"another")
    with pytest.raises(ValueError, match="passphrase"):
        make_county_authority(
            name="某县", code="1", demonstration=True, valid_from=FROM, valid_until=UNTIL, passphrase=b""
        )


def test_no_certificate_outlasts_its_authority(county: County) -> None:
    with pytest.raises(ValueError, match="outlast"):
        issue_committee_certificate(
            authority=county.authority,
            name="某村",
            code="2",
            demonstration=True,
            valid_from=FROM,
            valid_until=UNTIL + timedelta(days=1),
            passphrase=PASSPHRASE,
        )
