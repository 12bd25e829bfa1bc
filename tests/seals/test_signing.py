"""What signs a committee's papers, and what they are checked against."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.test.utils import CaptureQueriesContext

from tests.seals.cast import AT, HUINING, LIJIAWAN, PINGTOUCHUAN, Cast, last_line, later, refused
from zhengyin.cli.__main__ import main
from zhengyin.documents import authority as authorities
from zhengyin.documents.authority import Credential
from zhengyin.regions.names import organization_id
from zhengyin.seals import actions, queries
from zhengyin.seals.models import CountyAuthority, SigningCertificate

OWN_PASSPHRASE = b"the county's own"


def certificate_of(organization_id: object) -> SigningCertificate:
    return SigningCertificate.objects.get(committee_id=organization_id, revoked_at=None)


def revoke(cast: Cast, who: str = "pt_officer", reason: str = "密钥可能泄露") -> SigningCertificate:
    return actions.revoke_signing_certificate(
        certificate_id=certificate_of(LIJIAWAN).pk, reason=reason, actor=cast.actor(who), at=AT
    )


def brought(name: str = "会宁县自有根", days: int = 3650) -> Credential:
    """An authority as a county brings it, its key under the county's passphrase."""
    return authorities.make_county_authority(
        name=name, code=HUINING, demonstration=False, valid_from=AT - timedelta(days=1),
        valid_until=AT + timedelta(days=days), passphrase=OWN_PASSPHRASE,
    )  # fmt: skip


def bring(own: Credential, passphrase: bytes = OWN_PASSPHRASE) -> None:
    actions.bring_county_authority(
        county_code=HUINING, certificate_pem=own.certificate_pem, key_pem=own.key_pem,
        passphrase=passphrase, at=AT,
    )  # fmt: skip


def test_the_signer_hangs_on_the_root_and_its_key_opens(cast: Cast) -> None:
    cast.issued()
    credential = queries.signer_for(LIJIAWAN, AT)
    certificate = x509.load_pem_x509_certificate(credential.certificate_pem)
    (root,) = (x509.load_pem_x509_certificate(pem) for pem in queries.roots())
    certificate.verify_directly_issued_by(root)
    assert serialization.load_pem_private_key(credential.key_pem, settings.SIGNING_PASSPHRASE)
    assert "示例" in certificate.subject.rfc4514_string()


def test_one_query_a_paper(cast: Cast, django_assert_num_queries: type[CaptureQueriesContext]) -> None:
    cast.issued()
    with django_assert_num_queries(1):
        queries.signer_for(LIJIAWAN, AT)


MOMENT = timedelta(microseconds=1)


def test_it_signs_from_its_first_moment_to_its_last(cast: Cast) -> None:
    """Its last day too: between midnight and its end nobody could issue the next one."""
    cast.issued()
    end = certificate_of(LIJIAWAN).valid_until
    for at in (AT, end - MOMENT):
        assert queries.signer_for(LIJIAWAN, at)
    for at in (AT - MOMENT, end):
        with refused("signing_certificate_missing"):
            queries.signer_for(LIJIAWAN, at)


def soon_over(cast: Cast, days: int) -> SigningCertificate:
    """One that ended with an authority soon over; a new authority stands ready."""
    bring(brought(days=days))
    cast.issued()
    bring(brought("会宁县新的自有根"))
    return certificate_of(LIJIAWAN)


def test_in_its_last_thirty_days_the_next_one_takes_over_without_a_gap(cast: Cast) -> None:
    old, new = soon_over(cast, 30), issue(cast)
    old.refresh_from_db()
    assert (old.revoked_at, new.valid_from) == (AT, AT)
    assert new.valid_until > old.valid_until
    assert last_line(old.pk).personal == {"reason": "到期前换发"}
    assert queries.signer_for(LIJIAWAN, AT).certificate_pem == new.certificate_pem.encode()
    with refused("signing_certificate_in_force"):
        issue(cast)


def test_a_day_earlier_it_does_not(cast: Cast) -> None:
    soon_over(cast, 31)
    with refused("signing_certificate_in_force"):
        issue(cast)


def test_an_authority_that_ends_with_it_gives_no_next_one(cast: Cast) -> None:
    bring(brought(days=30))
    cast.issued()
    with refused("county_authority_missing"):
        issue(cast)


def test_a_neighbour_has_no_signer(cast: Cast) -> None:
    cast.issued()
    with refused("signing_certificate_missing"):
        queries.signer_for(PINGTOUCHUAN, AT)


def test_revoked_means_no_more_signing_until_the_next_is_issued(cast: Cast) -> None:
    cast.issued()
    first = revoke(cast)
    line = last_line(first.pk)
    assert (line.kind, line.personal) == ("signing_certificate.revoked", {"reason": "密钥可能泄露"})
    with refused("signing_certificate_missing"):
        queries.signer_for(LIJIAWAN, AT)
    second = issue(cast)
    assert queries.signer_for(LIJIAWAN, AT).certificate_pem == second.certificate_pem.encode()
    assert last_line(second.pk).columns["serial"] == second.serial


def issue(cast: Cast, who: str = "pt_officer") -> SigningCertificate:
    return actions.issue_signing_certificate(organization_id=LIJIAWAN, actor=cast.actor(who), at=AT)


@pytest.mark.parametrize(
    "who, reason",
    [("hs_officer", "another_township"), ("ljw_director", "wrong_office"), ("hn_lead", "wrong_office")],
)
def test_only_the_own_township_issues_and_revokes(cast: Cast, who: str, reason: str) -> None:
    cast.issued()
    with refused(reason):
        revoke(cast, who)
    revoke(cast)
    with refused(reason):
        issue(cast, who)


def test_wrong_state_and_missing_pieces(cast: Cast) -> None:
    with refused("seal_not_in_use", "county_authority_missing"):
        issue(cast)
    cast.issued()
    with refused("signing_certificate_in_force"):
        issue(cast)
    with refused("reason_missing"):
        revoke(cast, reason=" ")
    first = revoke(cast)
    with refused("wrong_state"):
        actions.revoke_signing_certificate(
            certificate_id=first.pk, reason="再来一次", actor=cast.actor("pt_officer"), at=AT
        )


def test_set_up_makes_every_missing_authority_once(cast: Cast) -> None:
    assert actions.make_missing_authorities(at=AT) == 10  # 会宁 and nine 旗区
    assert actions.make_missing_authorities(at=AT) == 0
    with refused("authority_there_already"):
        actions.make_county_authority(county_code=HUINING, at=AT)
    row = CountyAuthority.objects.get(county_code=HUINING)
    line = last_line(row.pk)
    assert (line.kind, line.owner) == ("county_authority.made", organization_id(f"county_lead:{HUINING}"))
    assert line.columns["serial"] == row.serial


def test_a_certificate_never_outlasts_its_authority(cast: Cast) -> None:
    bring(own := brought(days=100))
    cast.issued()
    assert (
        certificate_of(LIJIAWAN).valid_until
        <= x509.load_pem_x509_certificate(own.certificate_pem).not_valid_after_utc
    )


def test_a_countys_own_authority_takes_over_and_old_papers_stay_checkable(cast: Cast) -> None:
    cast.issued()
    before = queries.roots()
    bring(own := brought())
    assert set(queries.roots()) == {*before, own.certificate_pem}
    row = CountyAuthority.objects.get(county_code=HUINING, retired_at=None)
    line = last_line(row.pk)
    assert (line.kind, line.person_name) == ("county_authority.brought", "服务器命令行")
    assert serialization.load_pem_private_key(row.key_pem.encode(), settings.SIGNING_PASSPHRASE)
    assert queries.signer_for(LIJIAWAN, AT).authority_pem == before[0]  # the old certificate still signs
    revoke(cast)
    issue(cast)
    assert queries.signer_for(LIJIAWAN, AT).authority_pem == own.certificate_pem


def test_the_same_one_twice_is_refused(cast: Cast) -> None:
    own = brought()
    bring(own)
    with refused("authority_there_already"):
        bring(own)


def test_what_cannot_certify_is_refused(cast: Cast) -> None:
    own = brought()
    leaf = authorities.issue_committee_certificate(
        authority=own, name="某村", code="1", demonstration=False, valid_from=AT,
        valid_until=later(1), passphrase=OWN_PASSPHRASE,
    )  # fmt: skip
    broken = Credential(b"-----BEGIN CERTIFICATE-----", own.key_pem, b"")
    for unfit in (leaf, broken, Credential(own.certificate_pem, brought().key_pem, b""), rsa_authority()):
        with refused("authority_unfit"):
            bring(unfit)
    with refused("authority_unfit"):
        bring(own, passphrase=b"wrong")
    with refused("authority_unfit"):
        bring(brought(days=0))  # over since this moment


def rsa_authority() -> Credential:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, AT, later(9))
    pem = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    encryption = serialization.BestAvailableEncryption(OWN_PASSPHRASE)
    locked = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption)
    return Credential(pem, locked, pem)


def test_the_command_brings_it(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = brought(days=36500)  # the command reads the database's clock
    certificate, key = tmp_path / "ca.pem", tmp_path / "key.pem"
    certificate.write_bytes(own.certificate_pem)
    key.write_bytes(own.key_pem)
    monkeypatch.setattr("getpass.getpass", lambda prompt: OWN_PASSPHRASE.decode())
    words = ["authority", "--county", HUINING, "--certificate", str(certificate), "--key", str(key)]
    assert main(words) == 0
    assert own.certificate_pem in queries.roots()
    assert main(words) == 1
