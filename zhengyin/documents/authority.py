"""The county's certificate authority and the committees' certificates under it. Pure.

P-256 keys, encrypted with the passphrase of the installation before they leave here. A county that
has an authority of its own brings `Credential`s in the same form. In demonstration every name ends in
（示例）. Certificates here secure the 电子校验码; they are not electronic seals.
"""

from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DEMONSTRATION_SUFFIX = "（示例）"
COMMON_NAME_BYTES = 64  # X.520's bound, counted by readers in bytes; the whole name stands in O


@dataclass(frozen=True, slots=True)
class Credential:
    """A certificate, its encrypted key, and the authority's certificate it hangs on."""

    certificate_pem: bytes
    key_pem: bytes = field(repr=False)
    authority_pem: bytes


def common_name(name: str) -> str:
    """Shorten a name at a character's edge to what a common name may hold."""
    while len(name.encode()) > COMMON_NAME_BYTES:
        name = name[:-1]
    return name


def subject(name: str, code: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, name),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, code),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name(name)),
        ]
    )


def shown_name(name: str, demonstration: bool) -> str:
    """Return the name as it stands in a certificate."""
    return name + DEMONSTRATION_SUFFIX if demonstration else name


def locked(key: ec.EllipticCurvePrivateKey, passphrase: bytes) -> bytes:
    if not passphrase:
        raise ValueError("a key needs a passphrase")
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase),
    )


def pem_of(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def key_usage(*, signs_documents: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_documents,
        content_commitment=signs_documents,
        key_cert_sign=not signs_documents,
        crl_sign=not signs_documents,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def draft(
    name: x509.Name, public_key: ec.EllipticCurvePublicKey, valid_from: datetime, valid_until: datetime
) -> x509.CertificateBuilder:
    """Return what every certificate of ours says, before issuer and extensions."""
    if valid_until <= valid_from:
        raise ValueError("a certificate that never holds")
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid_from)
        .not_valid_after(valid_until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def make_county_authority(
    *,
    name: str,
    code: str,
    demonstration: bool,
    valid_from: datetime,
    valid_until: datetime,
    passphrase: bytes,
) -> Credential:
    """Make a county's self-signed authority, which may issue committee certificates and nothing else."""
    key = ec.generate_private_key(ec.SECP256R1())
    own = subject(shown_name(name, demonstration), code)
    certificate = (
        draft(own, key.public_key(), valid_from, valid_until)
        .issuer_name(own)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(key_usage(signs_documents=False), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Credential(pem_of(certificate), locked(key, passphrase), pem_of(certificate))


def issue_committee_certificate(
    *,
    authority: Credential,
    name: str,
    code: str,
    demonstration: bool,
    valid_from: datetime,
    valid_until: datetime,
    passphrase: bytes,
) -> Credential:
    """Issue a certificate to a committee under its full legal name and code.

    Raises ValueError where it would outlast its authority: nobody could check its last papers.
    """
    issuer = x509.load_pem_x509_certificate(authority.certificate_pem)
    if valid_until > issuer.not_valid_after_utc:
        raise ValueError("a certificate may not outlast its authority")
    issuer_key = serialization.load_pem_private_key(authority.key_pem, passphrase)
    assert isinstance(issuer_key, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    identifier = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    certificate = (
        draft(subject(shown_name(name, demonstration), code), key.public_key(), valid_from, valid_until)
        .issuer_name(issuer.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(key_usage(signs_documents=True), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )
    return Credential(pem_of(certificate), locked(key, passphrase), authority.certificate_pem)
