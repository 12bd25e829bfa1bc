"""Reading an authority somebody brings: PEM in, the same in our form out. Pure."""

from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass(frozen=True, slots=True)
class Brought:
    """A certificate and its key, encrypted with our passphrase; or what is wrong with them."""

    problem: str = ""
    certificate_pem: bytes = b""
    key_pem: bytes = field(default=b"", repr=False)
    valid_from: datetime | None = None
    valid_until: datetime | None = None


def taken(certificate_pem: bytes, key_pem: bytes, passphrase: bytes, ours: bytes) -> Brought:
    """Open both, see that they belong together and may certify, lock the key with `ours`."""
    try:
        certificate = x509.load_pem_x509_certificate(certificate_pem)
        key = serialization.load_pem_private_key(key_pem, passphrase or None)
    except (ValueError, TypeError):
        return Brought("证书或私钥读不出来，或私钥口令不对")
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        return Brought("私钥不是 P-256")
    if certificate.public_key() != key.public_key():
        return Brought("私钥和证书不是一对")
    if not _may_certify(certificate):
        return Brought("这张证书不能签发下级证书（要有 CA 标志和证书签名用途）")
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(ours),
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    return Brought("", pem, locked, certificate.not_valid_before_utc, certificate.not_valid_after_utc)


def _may_certify(certificate: x509.Certificate) -> bool:
    """`documents` writes the authority's key identifier into what it issues, so that is needed too."""
    try:
        extensions = certificate.extensions
        extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
        ca = extensions.get_extension_for_class(x509.BasicConstraints).value.ca
        return ca and extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign
    except x509.ExtensionNotFound:
        return False
